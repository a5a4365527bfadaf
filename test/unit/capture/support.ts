import type { ArtifactDraft } from '../../../utils/case/artifact.ts';
import type { Capture } from '../../../utils/case/capture.ts';
import type { Circumstances } from '../../../utils/case/capture-document.ts';
import type { PageFacts } from '../../../utils/case/facts.ts';
import { DEFAULT_SETTINGS } from '../../../utils/case/settings.ts';
import type { TabPort } from '../../../utils/capture/ports.ts';
import { runCapture, waitingSteps } from '../../../utils/capture/run-capture.ts';
import type { Step } from '../../../utils/capture/step.ts';
import { memoryCache, type HostingEnvironment } from '../../../utils/hosting/environment.ts';
import { makeSigningKey, signBytes } from '../../../utils/integrity/signing-key.ts';
import { fingerprintBytes } from '../../../utils/integrity/digest.ts';

/** A capture that has just begun. */
export const CAPTURE: Capture = {
  id: '00000000-0000-4000-8000-000000000001',
  caseId: '00000000-0000-4000-8000-0000000000aa',
  number: 1,
  state: 'running',
  trigger: 'panel',
  urlTyped: 'http://site.test/',
  urlFinal: 'http://site.test/',
  title: 'Site',
  startedAt: '2026-11-21T10:00:00.000Z',
  steps: [],
  notCaptured: [],
};

/** What a test machine says of itself. */
export const CIRCUMSTANCES: Circumstances = {
  browser: { name: 'Test', version: '1' },
  os: 'linux x86-64',
  locale: 'en',
  languages: ['en'],
  timezone: 'UTC',
  utcOffsetMinutes: 0,
  extensionVersion: '0.0.0',
  incognito: false,
  proxyObserved: 'not available',
};

/** Facts as a small page gives them. */
export const FACTS: PageFacts = {
  schema: 'prima-facie/page-facts/1',
  readAt: '2026-11-21T10:00:00.000Z',
  url: 'http://site.test/',
  canonicalUrl: null,
  title: 'Site',
  language: 'en',
  referrer: null,
  contentType: 'text/html',
  characterSet: 'UTF-8',
  lastModified: null,
  readyState: 'complete',
  meta: [],
  jsonLd: [],
  resources: [],
  text: '',
  viewport: { width: 1280, height: 800 },
  devicePixelRatio: 1,
  scroll: { x: 0, y: 0 },
  page: { width: 1280, height: 800 },
  cut: {},
  protocol: 'h2',
  colorScheme: 'light',
  direction: 'ltr',
};

const noTab = { documentMark: () => Promise.resolve(1) } as Partial<TabPort> as TabPort;

/** Runs steps against a sink in memory; `store` may delay or refuse a path. */
export async function runSteps(
  steps: readonly Step[],
  signal: AbortSignal = new AbortController().signal,
  store: (path: string) => Promise<void> = () => Promise.resolve(),
  tab: TabPort = noTab,
) {
  const saved: string[] = [];
  const rows: Partial<Capture>[] = [];
  const drafts: ArtifactDraft[] = [];
  const outcome = await runCapture({
    capture: { ...CAPTURE, steps: waitingSteps(steps) },
    steps,
    tab,
    signal,
    environment: {
      now: () => new Date('2026-11-21T10:00:01.000Z'),
      newId: () => crypto.randomUUID(),
      monotonicNow: () => performance.now(),
      startedMonotonic: performance.now(),
      circumstances: () => Promise.resolve(CIRCUMSTANCES),
      signArchive,
      hosting: HOSTING,
      settings: DEFAULT_SETTINGS,
    },
    sink: {
      async saveArtifact(index, step, draft) {
        await store(draft.path);
        saved.push(draft.path);
        drafts.push(draft);
        const { bytes, takenAt = '2026-11-21T10:00:01.000Z', ...rest } = draft;
        const content =
          typeof bytes === 'string'
            ? new TextEncoder().encode(bytes)
            : new Uint8Array(await new Blob([bytes]).arrayBuffer());
        return { captureId: CAPTURE.id, index, step, takenAt, ...rest, ...(await fingerprintBytes(content)) };
      },
      updateRow: (change) => {
        rows.push(change);
        return Promise.resolve();
      },
    },
  });
  return { outcome, saved, rows, drafts };
}

/** A world in which lookups are off, as on a fresh installation: nobody may be asked. */
export const HOSTING: Omit<HostingEnvironment, 'settings'> = {
  fetch: (url) => Promise.reject(new Error(`asked ${url}`)),
  now: () => new Date('2026-11-21T10:00:01.000Z'),
  monotonicNow: () => performance.now(),
  cache: memoryCache(),
};

const archiveKey = makeSigningKey(() => new Date('2026-11-21T10:00:00.000Z'), 'P-384');

/** Signs archives with a key of this test run. */
export const signArchive = async (bytes: Uint8Array<ArrayBuffer>) => signBytes(await archiveKey, bytes);
