import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../utils/case/exchange.ts';
import { FailureError } from '../../../utils/case/result.ts';
import type { PageChange } from '../../../utils/capture/changes.ts';
import type { TabPort } from '../../../utils/capture/ports.ts';
import type { Reloaded } from '../../../utils/capture/recording.ts';
import { RECORDED_STEPS } from '../../../utils/capture/steps/index.ts';
import { digestOf } from '../../../utils/integrity/digest.ts';
import { foldEvents } from '../../../utils/hosting/fold-events.ts';
import { FACTS, runSteps } from './support.ts';
import { tab } from './tab-support.ts';

const BODY = '<p>as it came</p>';
const digest = await digestOf(BODY);

/** The page's own document, recorded. */
const DOCUMENT: Exchange = {
  id: '1:0',
  url: FACTS.url,
  method: 'GET',
  type: 'document',
  startedAt: FACTS.readAt,
  requestHeaders: [],
  response: { status: 200, statusText: 'OK', headers: [], headersForm: 'raw', mediaType: 'text/html' },
  ip: '192.0.2.1',
  protocol: 'http/1.1',
  security: null,
  fromCache: 'no',
  body: { digest, size: BODY.length, form: 'decoded' },
};

/** Runs a recorded capture of a tab whose recorder has one response. */
async function record(
  change: Partial<TabPort> = {},
  { url = FACTS.url, ...more }: Partial<Reloaded> = {},
  signal?: AbortSignal,
  exchanges: readonly Exchange[] = [DOCUMENT],
) {
  const startRecorder = () =>
    Promise.resolve({
      reload: () => Promise.resolve({ url, ...more }),
      stop: () =>
        Promise.resolve({
          exchanges,
          dropped: 0,
          notCaptured: [],
          readBody: () => Promise.resolve(new Blob([BODY])),
        }),
    });
  const ran = await runSteps(RECORDED_STEPS, signal, undefined, tab({ startRecorder, ...change }));
  const json = <T>(path: string) =>
    JSON.parse(String(ran.drafts.find((draft) => draft.path === path)?.bytes)) as T;
  return { ...ran, changes: json<{ changes: PageChange[] }>('changes.json').changes, json };
}

const archiveOf = ({ outcome }: Awaited<ReturnType<typeof record>>) =>
  outcome.artifacts.find(({ path }) => path === 'page.wacz');

describe('a recorded capture that ends early', () => {
  it('keeps what was recorded when the user cancels', async () => {
    const stop = new AbortController();
    const ran = await record(
      {
        scrollThrough: () => {
          stop.abort(new FailureError('cancelled', 'by the user'));
          return Promise.reject(new FailureError('cancelled', 'by the user'));
        },
      },
      {},
      stop.signal,
    );
    expect(ran.outcome.state).toBe('cancelled');
    expect(archiveOf(ran)?.about).toMatchObject({ kind: 'response' });
    expect(ran.json<{ log: { entries: unknown[] } }>('net/requests.har').log.entries).toHaveLength(1);
  });

  it('keeps what was recorded when the page leaves in its last step, and nothing of the next page', async () => {
    let mark = 1;
    const mine = {
      ...foldEvents(1, [], [], 0),
      mainResponse: {
        url: FACTS.url,
        status: 200,
        statusLine: 'HTTP/1.1 200 OK',
        headers: [],
        ip: '192.0.2.1',
        fromCache: false,
        at: FACTS.readAt,
      },
    };
    const ran = await record({
      documentMark: () => Promise.resolve(mark),
      networkLog: () =>
        Promise.resolve(
          mark === 1 ? mine : { ...mine, mainResponse: { ...mine.mainResponse, url: 'http://other.test/' } },
        ),
      viewportAgain: () => {
        mark = 2;
        return Promise.reject(new FailureError('browser-refused'));
      },
    });
    expect(ran.outcome).toMatchObject({ state: 'partial', failure: { code: 'page-changed' } });
    expect(archiveOf(ran)?.about).toMatchObject({ kind: 'response' });
    expect(JSON.stringify(ran.json('net/requests.har'))).not.toContain('other.test');
    expect(ran.outcome.findings.network?.mainResponse?.url).toBe(FACTS.url);
  });

  it('does not let a DOM that is disputed stand for the page', async () => {
    let mark = 1;
    const ran = await record(
      {
        documentMark: () => Promise.resolve(mark),
        html: () => {
          mark = 2;
          return Promise.resolve([
            {
              frameId: 0,
              url: 'http://other.test/',
              html: '<p>Other</p>',
              cut: null,
              shadowRoots: 0,
              secrets: 0,
            },
          ]);
        },
      },
      {},
      undefined,
      [{ ...DOCUMENT, body: null, bodyMissing: 'too large' }],
    );
    expect(ran.saved).toContain('page.html');
    expect(archiveOf(ran)?.about).toMatchObject({ kind: 'response', records: expect.anything() as unknown });
    expect(archiveOf(ran)?.derivedFrom).toBeUndefined();
  });

  it('says that nothing was recorded where the recorder did not start', async () => {
    const { outcome } = await record({
      startRecorder: () => Promise.reject(new FailureError('debugger-busy')),
    });
    expect(outcome).toMatchObject({ state: 'failed', failure: { code: 'debugger-busy' } });
    for (const id of ['har', 'web-archive'])
      expect(outcome.steps.find((step) => step.id === id)?.failure?.detail).toContain('nothing was recorded');
  });
});

describe('loading the page anew', () => {
  it('fails where no new document came, and does not say that one did', async () => {
    const { outcome, changes } = await record({}, { url: null });
    expect(outcome).toMatchObject({ state: 'failed', failure: { code: 'browser-refused' } });
    expect(changes).toMatchObject([{ step: 'record', after: 'not loaded anew', undone: false }]);
  });

  it('names the address before and after, and says where it led elsewhere', async () => {
    const { outcome, changes } = await record({}, { url: 'http://site.test/login?next=1' });
    expect(changes[0]).toMatchObject({
      before: { url: FACTS.url },
      after: { url: 'http://site.test/login?next=1' },
    });
    expect(outcome.notCaptured).toContainEqual({
      what: 'the page as it was shown before',
      why: expect.stringContaining('led to http://site.test/login?next=1') as string,
    });
  });

  it('records that players had to let go of their media', async () => {
    const { changes } = await record({}, { playersReleased: 2 });
    expect(changes[0]).toMatchObject({ step: 'record', what: '2 player(s)', undone: true });
  });
});
