import { describe, expect, it } from 'vitest';
import type { ArtifactDraft, ArtifactEntry } from '../../../utils/case/artifact.ts';
import type { Capture } from '../../../utils/case/capture.ts';
import type { HostingSummary } from '../../../utils/case/hosting.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../utils/case/settings.ts';
import { lookUpService, type LookUpPorts } from '../../../utils/capture/look-up-again.ts';
import { HOSTING_LOG_PATH } from '../../../utils/capture/steps/hosting.ts';
import type { CustodyEvent } from '../../../utils/capture/store-port.ts';
import { memoryCache } from '../../../utils/hosting/environment.ts';

const CAPTURE = {
  id: 'c1',
  caseId: 'k1',
  state: 'complete',
  urlFinal: 'https://www.pirate-library.net/1',
} as Capture;

const LOG = {
  schema: 'prima-facie/network-log/1',
  tabId: 1,
  hops: [],
  mainResponse: {
    url: CAPTURE.urlFinal,
    status: 200,
    statusLine: 'HTTP/1.1 200',
    headers: [{ name: 'cf-ray', value: 'x' }],
    ip: '104.16.1.1',
    fromCache: false,
    at: '2026-11-21T09:00:00.000Z',
  },
  requests: [],
  dropped: 0,
};

/** A store and a network that a test can look into. Every request fails unless `fetch` says otherwise. */
function set(
  files: Readonly<Record<string, unknown>>,
  change: {
    readonly capture?: Capture | undefined;
    readonly settings?: Partial<Settings>;
    readonly fetch?: (url: string) => Promise<Response>;
    readonly append?: () => Promise<void>;
  } = {},
) {
  const appended: { drafts: readonly ArtifactDraft[]; event: CustodyEvent }[] = [];
  const queue = new Map<string, string>();
  const asked: string[] = [];
  let awake = 0;
  let now = Date.parse('2026-11-22T10:00:00.000Z');
  const ports: LookUpPorts = {
    store: {
      settings: () => Promise.resolve({ ...DEFAULT_SETTINGS, ...change.settings }),
      capture: (id) =>
        Promise.resolve('capture' in change ? change.capture : id === 'c1' ? CAPTURE : undefined),
      artifactEntries: () =>
        Promise.resolve(
          Object.keys(files).map(
            (path) => ({ path, digest: `sha256:${path}`, size: 1 }) as unknown as ArtifactEntry,
          ),
        ),
      blob: (digest) => Promise.resolve(new Blob([JSON.stringify(files[digest.slice(7)])])),
      itemUrls: () => Promise.resolve([]),
      appendLater: async (_id, drafts, event) => {
        await change.append?.();
        appended.push({
          drafts,
          event: event(drafts.map((_, at) => `sha256:${String(at).padStart(64, '0')}` as const)),
        });
      },
    },
    hosting: {
      fetch: (url) => {
        asked.push(url);
        return change.fetch?.(url) ?? Promise.reject(new TypeError('offline'));
      },
      now: () => new Date(now),
      monotonicNow: () => now,
      cache: memoryCache(),
    },
    queue: {
      put: (id, at) => {
        if (at === null) queue.delete(id);
        else queue.set(id, at);
        return Promise.resolve();
      },
      due: (at) =>
        Promise.resolve([...queue].flatMap(([id, next]) => (Date.parse(next) <= at.getTime() ? [id] : []))),
    },
    stayAwake: () => {
      awake += 1;
      return () => {
        awake -= 1;
      };
    },
  };
  const summaries = () =>
    appended.map(({ drafts }) => JSON.parse(String(drafts.at(-1)?.bytes)) as HostingSummary);
  return {
    service: lookUpService(ports),
    appended,
    queue,
    asked,
    summaries,
    awake: () => awake,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

const FILES = { 'net/requests.json': LOG };

describe('looking up again', () => {
  it('adds a folder of its own, rests on the log it read, and is written into the custody log', async () => {
    const desk = set(FILES);
    const answer = await desk.service.lookUp('c1', 'user');
    expect(answer).toEqual({
      ok: true,
      value: { path: 'later/20261122T100000Z/net/hosting.json', state: 'partial' },
    });
    const [{ drafts, event } = { drafts: [], event: null }] = desk.appended;
    expect(drafts.every(({ path }) => path.startsWith('later/20261122T100000Z/'))).toBe(true);
    expect(drafts.at(-1)?.derivedFrom?.[0]).toBe('net/requests.json');
    expect(event).toMatchObject({
      action: 'looked-up',
      note: { captureId: 'c1', by: 'user', state: 'partial' },
    });
    expect(desk.summaries()[0]?.roles[0]).toMatchObject({
      providerId: 'cloudflare',
      confidence: 'confirmed',
    });
    expect(desk.awake()).toBe(0);
  });

  it('prefers the log that the findings rested on, and numbers a second look within one second', async () => {
    const earlier = { 'later/20261122T100000Z/net/hosting.json': { pending: [] } };
    const desk = set({ ...FILES, [HOSTING_LOG_PATH]: LOG, ...earlier });
    const answer = await desk.service.lookUp('c1', 'user');
    expect(answer).toMatchObject({ value: { path: 'later/20261122T100000Z-2/net/hosting.json' } });
    expect(desk.appended[0]?.drafts.at(-1)?.derivedFrom?.[0]).toBe(HOSTING_LOG_PATH);
  });

  it('queues what is pending, counts the tries, waits longer each time', async () => {
    const files: Record<string, unknown> = { ...FILES };
    const desk = set(files, { settings: { lookups: 'on' } });
    const pauses: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      await desk.service.retryDue();
      if (round === 0) await desk.service.lookUp('c1', 'retry');
      const [summary] = desk.summaries().slice(-1);
      files[`later/2026112${round}T000000Z/net/hosting.json`] = summary;
      expect(summary?.pending.every(({ attempts }) => attempts === round + 1)).toBe(true);
      pauses.push(Date.parse(desk.queue.get('c1') ?? '') - Date.parse('2026-11-22T10:00:00.000Z'));
      desk.pass(pauses[round] === undefined ? 0 : (pauses[round] ?? 0) - (pauses[round - 1] ?? 0));
    }
    expect(pauses[0]).toBe(60_000);
    expect((pauses[1] ?? 0) - (pauses[0] ?? 0)).toBe(300_000);
    expect((pauses[2] ?? 0) - (pauses[1] ?? 0)).toBe(1_800_000);
  });

  it('asks nobody where lookups were turned off meanwhile, and where the capture is gone', async () => {
    const off = set(FILES, { settings: { lookups: 'off' } });
    await off.service.remember('c1', { pending: [{ retryAt: '2026-11-22T09:00:00.000Z' }] as never });
    await off.service.retryDue();
    expect(off.asked).toEqual([]);
    expect(off.queue.size).toBe(0);
    const gone = set(FILES, { capture: undefined, settings: { lookups: 'on' } });
    await gone.service.remember('c1', { pending: [{ retryAt: '2026-11-22T09:00:00.000Z' }] as never });
    await gone.service.retryDue();
    expect(gone.queue.size).toBe(0);
  });

  it('looks one capture up once at a time, and says so', async () => {
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const desk = set(FILES, { append: () => held });
    const first = desk.service.lookUp('c1', 'user');
    expect(await desk.service.lookUp('c1', 'user')).toMatchObject({ ok: false, failure: { code: 'busy' } });
    answer();
    expect((await first).ok).toBe(true);
    expect((await desk.service.lookUp('c1', 'user')).ok).toBe(true);
  });

  it('asks anew where the user asks, and not for what is kept where it retries', async () => {
    const zone = () => Promise.resolve(Response.json({ Status: 0, Answer: [] }));
    const desk = set(FILES, { fetch: zone });
    await desk.service.lookUp('c1', 'user');
    const dns = () => desk.asked.filter((url) => url.includes('dns-query')).length;
    const once = dns();
    expect(once).toBeGreaterThan(0);
    desk.pass(1_000);
    await desk.service.lookUp('c1', 'retry');
    expect(dns()).toBe(once);
    desk.pass(1_000);
    await desk.service.lookUp('c1', 'user');
    expect(dns()).toBe(2 * once);
  });

  it.each([
    ['is still running', { capture: { ...CAPTURE, state: 'running' } as Capture }, FILES, 'busy'],
    ['holds no log', {}, {}, 'not-available'],
    ['holds a log that is none', {}, { 'net/requests.json': { schema: 'other' } }, 'not-available'],
    ['is not there', { capture: undefined }, FILES, 'not-found'],
    ['cannot be written', { append: () => Promise.reject(new Error('disk')) }, FILES, 'storage-failed'],
  ])(
    'a capture that %s: a reason, nothing added, the background may rest',
    async (_name, change, files, code) => {
      const desk = set(files, change);
      expect(await desk.service.lookUp('c1', 'user')).toMatchObject({ ok: false, failure: { code } });
      expect(desk.appended).toEqual([]);
      expect(desk.awake()).toBe(0);
    },
  );
});
