import { describe, expect, it } from 'vitest';
import { blobSink } from '../../../utils/capture/recorder/body-sink.ts';
import type { RecorderLimits } from '../../../utils/capture/recorder/body-recorder.ts';
import type { FirefoxDetails, StreamFilterPort } from '../../../utils/capture/recorder/firefox-events.ts';
import { createFirefoxRecorder } from '../../../utils/capture/recorder/firefox.ts';
import { digestOf } from '../../../utils/integrity/digest.ts';

/** A filter as Firefox gives it; `passed` is what reached the page. */
class Filter implements StreamFilterPort {
  onstart: (() => void) | null = null;
  ondata: ((event: { readonly data: ArrayBuffer }) => void) | null = null;
  onstop: (() => void) | null = null;
  onerror: (() => void) | null = null;
  error = '';
  passed = 0;
  state: 'open' | 'closed' | 'disconnected' = 'open';
  write(data: ArrayBuffer): void {
    this.passed += data.byteLength;
  }
  close(): void {
    this.state = 'closed';
  }
  disconnect(): void {
    this.state = 'disconnected';
  }
}

const LIMITS: RecorderLimits = { maximumBodyBytes: 10, recordMedia: false, maximumRequests: 10 };

function detailsOf(overrides: Partial<FirefoxDetails> = {}): FirefoxDetails {
  return {
    requestId: '1',
    url: 'http://a.example/x',
    method: 'GET',
    type: 'xmlhttprequest',
    frameId: 0,
    timeStamp: 1_763_719_200_000,
    statusCode: 200,
    statusLine: 'HTTP/1.1 200 OK',
    responseHeaders: [{ name: 'Content-Length', value: '5' }],
    ip: '192.0.2.7',
    ...overrides,
  };
}

function recording(overrides: Partial<Parameters<typeof createFirefoxRecorder>[0]> = {}) {
  const filters: Filter[] = [];
  const recorder = createFirefoxRecorder({
    openFilter: () => {
      const filter = new Filter();
      filters.push(filter);
      return filter;
    },
    securityInfo: () => Promise.reject(new Error('none')),
    sink: blobSink(async () => undefined),
    limits: LIMITS,
    sleep: (milliseconds) =>
      new Promise((resolve) => {
        setTimeout(resolve, Math.min(milliseconds, 50));
      }),
    ...overrides,
  });
  const send = (index: number, text: string) => {
    const bytes = new TextEncoder().encode(text);
    filters[index]?.ondata?.({ data: bytes.buffer });
  };
  return { recorder, filters, send };
}

describe('recording by Firefox filters', () => {
  it('keeps a body that came whole, and passes every byte on', async () => {
    const { recorder, filters, send } = recording();
    recorder.onBeforeRequest(detailsOf());
    await recorder.onHeadersReceived(detailsOf());
    send(0, 'hello');
    filters[0]?.onstop?.();
    recorder.onCompleted(detailsOf({ timeStamp: 1_763_719_200_040 }));
    const [only] = (await recorder.stop()).exchanges;
    expect(only?.body).toEqual({ digest: await digestOf('hello'), size: 5, form: 'decoded' });
    expect(only).toMatchObject({ durationMs: 40, ip: '192.0.2.7', protocol: 'http/1.1' });
    expect(filters[0]).toMatchObject({ passed: 5, state: 'closed' });
  });

  it('does not take an aborted response for a whole one', async () => {
    const { recorder, filters, send } = recording();
    recorder.onBeforeRequest(detailsOf());
    await recorder.onHeadersReceived(detailsOf());
    send(0, 'hel');
    filters[0]?.onstop?.();
    recorder.onErrorOccurred(detailsOf({ error: 'NS_BINDING_ABORTED' }));
    const [only] = (await recorder.stop()).exchanges;
    expect(only?.error).toBe('NS_BINDING_ABORTED');
    expect(only?.body?.truncated).toEqual({ reason: 'disconnect', totalBytes: 5 });
  });

  it('lets a body beyond the cap pass by itself', async () => {
    const { recorder, filters, send } = recording();
    recorder.onBeforeRequest(detailsOf());
    const headers = [{ name: 'content-length', value: '300' }];
    await recorder.onHeadersReceived(detailsOf({ responseHeaders: headers }));
    send(0, 'x'.repeat(30));
    expect(filters[0]).toMatchObject({ passed: 30, state: 'disconnected' });
    const [only] = (await recorder.stop()).exchanges;
    expect(only?.body).toMatchObject({
      size: 10,
      truncated: { reason: 'length', capBytes: 10, totalBytes: 300 },
    });
  });

  it('gives each hop of a redirect its own filter', async () => {
    const { recorder, filters, send } = recording();
    recorder.onBeforeRequest(detailsOf());
    recorder.onBeforeRedirect(detailsOf({ statusCode: 302, statusLine: 'HTTP/1.1 302 Found' }));
    const target = { url: 'http://b.example/y' };
    recorder.onBeforeRequest(detailsOf(target));
    await recorder.onHeadersReceived(detailsOf(target));
    send(1, 'hello');
    filters[1]?.onstop?.();
    recorder.onCompleted(detailsOf(target));
    const { exchanges } = await recorder.stop();
    expect(exchanges.map(({ id, url, response, body }) => [id, url, response?.status, body?.size])).toEqual([
      ['1:0', 'http://a.example/x', 302, undefined],
      ['1:1', 'http://b.example/y', 200, 5],
    ]);
  });

  it('leaves media out, by type and by what the response says', async () => {
    const { recorder, filters } = recording();
    recorder.onBeforeRequest(detailsOf({ type: 'media' }));
    expect(filters).toHaveLength(0);
    recorder.onBeforeRequest(detailsOf({ requestId: '2' }));
    const headers = [{ name: 'Content-Type', value: 'video/mp4' }];
    await recorder.onHeadersReceived(detailsOf({ requestId: '2', responseHeaders: headers }));
    filters[0]?.onstart?.();
    expect(filters[0]?.state).toBe('disconnected');
    const { exchanges } = await recorder.stop();
    expect(exchanges.map(({ bodyMissing }) => bodyMissing)).toEqual([
      'audio and video are not kept by the setting',
      'audio and video are not kept by the setting',
    ]);
  });

  it('ends while responses are still coming, holding nothing up', async () => {
    const { recorder, filters, send } = recording();
    recorder.onBeforeRequest(detailsOf());
    await recorder.onHeadersReceived(detailsOf());
    send(0, 'he');
    const [only] = (await recorder.stop()).exchanges;
    expect(filters[0]?.state).toBe('disconnected');
    expect(only?.body?.truncated?.reason).toBe('time');
  });

  it('goes on without TLS details, filters or a sink that works, and says so', async () => {
    const { recorder, send, filters } = recording({
      sink: { open: () => Promise.reject(new Error('disk full')) },
    });
    recorder.onBeforeRequest(detailsOf({ url: 'https://a.example/x' }));
    await recorder.onHeadersReceived(detailsOf({ url: 'https://a.example/x' }));
    send(0, 'hello');
    filters[0]?.onstop?.();
    recorder.onCompleted(detailsOf());
    const { exchanges, notCaptured } = await recorder.stop();
    expect(exchanges[0]).toMatchObject({ body: null, bodyMissing: 'not kept: disk full' });
    expect(filters[0]?.passed).toBe(5);
    expect(notCaptured).toEqual([{ what: 'tls-chain', why: 'a.example: none' }]);
    const unfilterable = recording({
      openFilter: () => {
        throw new Error('not allowed');
      },
    });
    unfilterable.recorder.onBeforeRequest(detailsOf());
    const [only] = (await unfilterable.recorder.stop()).exchanges;
    expect(only?.bodyMissing).toBe('not filterable: not allowed');
  });
});
