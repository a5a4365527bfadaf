import { describe, expect, it } from 'vitest';
import type { Digest } from '../../../utils/case/values.ts';
import { NOT_IN_TIME } from '../../../utils/capture/recorder/body-recorder.ts';
import { blobSink } from '../../../utils/capture/recorder/body-sink.ts';
import { createCdpRecorder, type CdpRecorderPorts } from '../../../utils/capture/recorder/cdp.ts';
import { digestOf } from '../../../utils/integrity/digest.ts';

type Answer = (method: string, parameters: Readonly<Record<string, unknown>>) => unknown;

const base64 = (text: string) => Buffer.from(text).toString('base64');

function recording(answer: Answer = () => ({}), overrides: Partial<CdpRecorderPorts> = {}) {
  const sent: string[] = [];
  const bodies = new Map<Digest, Blob>();
  const recorder = createCdpRecorder({
    port: {
      send: async (method, parameters = {}) => {
        sent.push(method);
        return answer(method, parameters);
      },
    },
    sink: blobSink(async (digest, body) => void bodies.set(digest, body)),
    limits: { maximumBodyBytes: 1000, recordMedia: true, maximumRequests: 10 },
    sleep: (milliseconds) =>
      new Promise((resolve) => {
        setTimeout(resolve, Math.min(milliseconds, 30));
      }),
    disableCache: true,
    ...overrides,
  });
  return { recorder, sent, bodies };
}

const request = (overrides: object = {}) => ({
  requestId: 'r1',
  documentURL: 'http://a.example/',
  request: { url: 'http://a.example/x', method: 'GET', headers: { Accept: '*/*' } },
  timestamp: 100,
  wallTime: 1_763_719_200.5,
  type: 'XHR',
  frameId: 'f1',
  ...overrides,
});

const response = (overrides: object = {}) => ({
  url: 'http://a.example/x',
  status: 200,
  statusText: 'OK',
  headers: { 'Content-Type': 'text/plain', 'Content-Length': '5' },
  mimeType: 'text/plain',
  remoteIPAddress: '[2001:db8::7]',
  remotePort: 80,
  protocol: 'http/1.1',
  ...overrides,
});

const received = (overrides: object = {}) => ({
  requestId: 'r1',
  timestamp: 101,
  type: 'XHR',
  response: response(overrides),
  hasExtraInfo: true,
});

const raw = (headersText: string) => ({ requestId: 'r1', headers: {}, statusCode: 200, headersText });
const tick = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, 5);
  });

describe('recording by the debugger, event by event', () => {
  it('joins raw headers that come before their request, and unfolds nothing else', async () => {
    const { recorder } = recording(() => ({ body: 'hello', base64Encoded: false }));
    await recorder.start();
    recorder.onEvent('Network.requestWillBeSentExtraInfo', { requestId: 'r1', headers: { Cookie: 'a=1' } });
    recorder.onEvent(
      'Network.responseReceivedExtraInfo',
      raw('HTTP/1.1 200 Fine\r\nX-A: 1\r\nX-A: 2\r\nX-B: one\r\n two\r\nX-C:\r\n\r\n'),
    );
    recorder.onEvent('Network.requestWillBeSent', request());
    recorder.onEvent('Network.responseReceived', received());
    recorder.onEvent('Network.dataReceived', { requestId: 'r1', dataLength: 5 });
    recorder.onEvent('Network.loadingFinished', { requestId: 'r1', timestamp: 100.25 });
    const [only] = (await recorder.stop()).exchanges;
    expect(only).toMatchObject({
      id: 'r1:0',
      ip: '2001:db8::7',
      port: 80,
      durationMs: 250,
      startedAt: '2025-11-21T10:00:00.500Z',
      requestHeaders: [{ name: 'Cookie', value: 'a=1' }],
      body: { digest: await digestOf('hello'), size: 5, form: 'decoded' },
    });
    expect(only?.response).toMatchObject({
      statusLine: 'HTTP/1.1 200 Fine',
      headers: [
        { name: 'X-A', value: '1' },
        { name: 'X-A', value: '2' },
        { name: 'X-B', value: 'one two' },
        { name: 'X-C', value: '' },
      ],
    });
  });

  it('gives each hop of a redirect its own raw headers', async () => {
    const { recorder } = recording(() => ({ body: '', base64Encoded: true }));
    recorder.onEvent('Network.requestWillBeSent', request());
    recorder.onEvent('Network.responseReceivedExtraInfo', raw('HTTP/1.1 302 Found\r\nX-Hop: 1\r\n\r\n'));
    const next = { url: 'http://b.example/y', method: 'GET', headers: {} };
    const redirectResponse = response({ status: 302 });
    recorder.onEvent(
      'Network.requestWillBeSent',
      request({ request: next, redirectResponse, redirectHasExtraInfo: true, timestamp: 100.1 }),
    );
    recorder.onEvent('Network.responseReceivedExtraInfo', raw('HTTP/1.1 200 OK\r\nX-Hop: 2\r\n\r\n'));
    recorder.onEvent('Network.responseReceived', received());
    recorder.onEvent('Network.loadingFinished', { requestId: 'r1', timestamp: 101 });
    const { exchanges } = await recorder.stop();
    expect(exchanges.map(({ id, url, bodyMissing }) => [id, url, bodyMissing])).toEqual([
      ['r1:0', 'http://a.example/x', 'redirect'],
      ['r1:1', 'http://b.example/y', undefined],
    ]);
    expect(exchanges.map(({ response: answer }) => answer?.headers[0]?.value)).toEqual(['1', '2']);
  });

  it('does not pass text off as bytes', async () => {
    const { recorder } = recording(() => ({ body: '漫画', base64Encoded: false }));
    recorder.onEvent('Network.requestWillBeSent', request());
    recorder.onEvent('Network.responseReceived', received());
    recorder.onEvent('Network.dataReceived', { requestId: 'r1', dataLength: 4 });
    recorder.onEvent('Network.loadingFinished', { requestId: 'r1', timestamp: 101 });
    const [only] = (await recorder.stop()).exchanges;
    expect(only?.body).toMatchObject({ form: 'text', size: 6 });
  });

  it('streams a request that is held, lets it go, and keeps what came before the connection broke', async () => {
    const { recorder, sent } = recording((method) =>
      method === 'Network.streamResourceContent' ? { bufferedData: '' } : {},
    );
    recorder.onEvent('Fetch.requestPaused', { requestId: 'i1', networkId: 'r1' });
    recorder.onEvent('Network.requestWillBeSent', request());
    await tick();
    expect(sent).toEqual(['Network.streamResourceContent', 'Fetch.continueRequest']);
    recorder.onEvent('Network.responseReceived', received());
    recorder.onEvent('Network.dataReceived', { requestId: 'r1', dataLength: 3, data: base64('hel') });
    recorder.onEvent('Network.loadingFailed', {
      requestId: 'r1',
      timestamp: 101,
      errorText: 'net::ERR_CONNECTION_RESET',
    });
    const [only] = (await recorder.stop()).exchanges;
    expect(only?.error).toBe('net::ERR_CONNECTION_RESET');
    expect(only?.body).toEqual({
      digest: await digestOf('hel'),
      size: 3,
      form: 'decoded',
      truncated: { reason: 'disconnect', totalBytes: 5 },
    });
  });

  it('never holds a request for good, though the browser does not answer or know it', async () => {
    const never = new Promise<never>(() => undefined);
    const { recorder, sent } = recording((method) =>
      method === 'Network.streamResourceContent' ? never : {},
    );
    recorder.onEvent('Network.requestWillBeSent', request());
    recorder.onEvent('Fetch.requestPaused', { requestId: 'i1', networkId: 'r1' });
    recorder.onEvent('Fetch.requestPaused', { requestId: 'i2', networkId: 'unknown' });
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 80);
    });
    expect(sent.filter((method) => method === 'Fetch.continueRequest')).toHaveLength(2);
  });

  it('ends with what it has when the debugger is taken away', async () => {
    let isAttached = true;
    const { recorder } = recording(() => {
      if (!isAttached) throw new Error('Debugger is not attached');
      return {};
    });
    await recorder.start();
    recorder.onEvent('Network.requestWillBeSent', request());
    const securityDetails = {
      protocol: 'TLS 1.3',
      keyExchange: '',
      cipher: 'AES',
      subjectName: 'a',
      sanList: [],
    };
    recorder.onEvent(
      'Network.responseReceived',
      received({ securityDetails: { ...securityDetails, issuer: 'b', validFrom: 0, validTo: 1e15 } }),
    );
    isAttached = false;
    recorder.onEvent('Network.loadingFinished', { requestId: 'r1', timestamp: 101 });
    recorder.onEvent('Target.attachedToTarget', {
      sessionId: 's',
      targetInfo: { targetId: 't', type: 'worker' },
      waitingForDebugger: true,
    });
    recorder.onEvent('Nothing.known', {});
    await tick();
    const { exchanges, notCaptured } = await recorder.stop();
    expect(exchanges[0]?.bodyMissing).toContain('Debugger is not attached');
    expect(exchanges[0]?.security?.validTo).toBe('+275760-09-13T00:00:00.000Z');
    expect(notCaptured.map(({ what }) => what)).toEqual(['requests-of-worker', 'tls-chain']);
  });

  it('does not take a cached response for one of this connection', async () => {
    const { recorder } = recording(() => ({ body: 'hello', base64Encoded: false }));
    recorder.onEvent('Network.requestWillBeSent', request());
    recorder.onEvent('Network.requestServedFromCache', { requestId: 'r1' });
    recorder.onEvent('Network.responseReceived', received());
    recorder.onEvent('Network.loadingFinished', { requestId: 'r1', timestamp: 101 });
    const [only] = (await recorder.stop()).exchanges;
    expect(only).toMatchObject({ fromCache: 'memory', ip: null });
  });
});

describe('a body that is not kept in time', () => {
  it('is said to be missing', async () => {
    const { recorder } = recording((method) =>
      method === 'Network.getResponseBody' ? new Promise(() => undefined) : {},
    );
    await recorder.start();
    recorder.onEvent('Network.requestWillBeSent', request());
    recorder.onEvent('Network.responseReceived', received());
    recorder.onEvent('Network.loadingFinished', { requestId: 'r1', timestamp: 102 });
    const [only] = (await recorder.stop()).exchanges;
    expect(only).toMatchObject({ body: null, bodyMissing: NOT_IN_TIME });
  });
});
