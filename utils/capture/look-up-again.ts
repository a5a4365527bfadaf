import type { ArtifactDraft, ArtifactEntry } from '../case/artifact.ts';
import { hostingEntries } from '../case/artifact.ts';
import { isRunning, type Capture } from '../case/capture.ts';
import type { HostingSummary } from '../case/hosting.ts';
import { fail, failureOf, succeed, type FailureCode, type Result } from '../case/result.ts';
import type { Settings } from '../case/settings.ts';
import { hexOf, type Digest, type Id, type Instant } from '../case/values.ts';
import { observationArtifacts } from '../hosting/artifacts.ts';
import type { HostingEnvironment } from '../hosting/environment.ts';
import { nextTryAt } from '../hosting/queue.ts';
import { resolveHosting } from '../hosting/resolve.ts';
import { parsePending, parseStoredLog } from '../hosting/stored-log.ts';
import { HOSTING_LOG_PATH } from './steps/hosting.ts';
import { captureEvent, type CustodyEvent } from './store-port.ts';

/** Larger logs are not read back. 64 MiB. */
const LARGEST_LOG = 64 * 1024 * 1024;

/** What looking up again needs of the store. */
export interface LookUpStore {
  settings(): Promise<Settings>;
  capture(id: Id): Promise<Capture | undefined>;
  artifactEntries(captureId: Id): Promise<ArtifactEntry[]>;
  blob(digest: Digest): Promise<Blob>;
  itemUrls(captureId: Id): Promise<readonly string[]>;
  appendLater(
    captureId: Id,
    drafts: readonly ArtifactDraft[],
    event: (digests: readonly Digest[]) => CustodyEvent,
  ): Promise<void>;
}

/** When captures with pending lookups are tried again; outlives the background. */
export interface LookUpQueue {
  /** Sets a capture's next try; null: none. */
  put(captureId: Id, at: Instant | null): Promise<void>;
  due(now: Date): Promise<readonly Id[]>;
}

/** What the service takes from its surroundings. */
export interface LookUpPorts {
  readonly store: LookUpStore;
  readonly hosting: Omit<HostingEnvironment, 'settings'>;
  readonly queue: LookUpQueue;
  /** Keeps the background alive while lookups are under way; returns the undoing. */
  readonly stayAwake: () => () => void;
}

/** Looks up again who serves a capture. Adds to it; changes nothing that was there. */
export interface LookUpService {
  /** `by`: the user's wish, or the retry of what was pending. */
  lookUp(
    captureId: Id,
    by: 'user' | 'retry',
  ): Promise<Result<{ readonly path: string; readonly state: HostingSummary['state'] }>>;
  /** Puts a capture's pending lookups into the queue. */
  remember(captureId: Id, summary: Pick<HostingSummary, 'pending'>): Promise<void>;
  /** Tries again what is due, one capture after the other. */
  retryDue(): Promise<void>;
}

/** Makes the service. One look-up per capture at a time. */
export function lookUpService(ports: LookUpPorts): LookUpService {
  const { store, hosting, queue } = ports;
  const underWay = new Set<Id>();

  const remember: LookUpService['remember'] = (captureId, summary) =>
    queue.put(captureId, nextTryAt(summary));

  const lookUpOnce = async (captureId: Id, by: 'user' | 'retry') => {
    const capture = await store.capture(captureId);
    if (!capture) return fail('not-found', `capture ${captureId}`);
    if (isRunning(capture)) return fail('busy', 'the capture is still running');
    const entries = await store.artifactEntries(captureId);
    const known =
      entries.find(({ path }) => path === HOSTING_LOG_PATH) ??
      entries.find(({ path }) => path === 'net/requests.json');
    const log = known ? parseStoredLog(await textOf(store, known)) : null;
    if (!log) return fail('not-available', 'the capture holds no network log that can be read');
    const settings = await store.settings();
    const last = hostingEntries(entries).at(-1);
    const { summary, observations } = await resolveHosting(
      {
        log,
        pageUrl: capture.urlFinal,
        itemUrls: await store.itemUrls(captureId),
        earlier: last ? parsePending(await textOf(store, last)) : [],
      },
      {
        ...hosting,
        settings: { ...settings, lookups: 'on' },
        // The user wants to know what is true now; a retry only lacks what was not answered.
        ...(by === 'user' ? { notBefore: hosting.now().getTime() } : {}),
      },
      new AbortController().signal,
    );
    const folder = folderFor(hosting.now(), entries);
    const answers = observationArtifacts(observations, folder);
    const path = `${folder}net/hosting.json`;
    const draft: ArtifactDraft = {
      path,
      mediaType: 'application/json',
      bytes: JSON.stringify(summary, null, 1),
      role: 'derived',
      derivedFrom: [known?.path ?? 'net/requests.json', ...answers.map((answer) => answer.path)],
      method: 'prima-facie',
    };
    await store.appendLater(captureId, [...answers, draft], (digests) => {
      const digest = digests.at(-1);
      const note = { captureId, path, by, state: summary.state, pending: summary.pending.length };
      return captureEvent(settings, hosting.now(), 'looked-up', digest ? hexOf(digest) : null, note);
    });
    await remember(captureId, summary);
    return succeed({ path, state: summary.state });
  };

  const lookUp: LookUpService['lookUp'] = async (captureId, by) => {
    if (underWay.has(captureId)) return fail('busy', 'this capture is being looked up');
    underWay.add(captureId);
    const rest = ports.stayAwake();
    try {
      return await lookUpOnce(captureId, by);
    } catch (error) {
      return { ok: false, failure: failureOf(error, 'storage-failed') };
    } finally {
      underWay.delete(captureId);
      rest();
    }
  };

  return {
    lookUp,
    remember,
    async retryDue() {
      const { lookups } = await store.settings();
      for (const captureId of await queue.due(hosting.now())) {
        // Turned off in the meantime: nobody is asked any more, and what is pending is left to the user.
        const again = lookups === 'off' ? null : await lookUp(captureId, 'retry');
        // What cannot be tried (deleted, no log) would be due for ever.
        if (!again?.ok && !isForLater(again?.failure.code)) await queue.put(captureId, null);
      }
    },
  };
}

/** What is under way comes back by itself; what is locked waits for the passphrase. */
function isForLater(code: FailureCode | undefined): boolean {
  return code === 'busy' || code === 'locked';
}

async function textOf(store: LookUpStore, entry: ArtifactEntry): Promise<string> {
  return entry.size > LARGEST_LOG ? '' : (await store.blob(entry.digest)).text();
}

/** `later/20261122T002400Z/`; with a number where this second has one already. */
function folderFor(now: Date, entries: readonly ArtifactEntry[]): string {
  const time = `${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  for (let round = 1; ; round += 1) {
    const folder = `later/${time}${round === 1 ? '' : `-${round}`}/`;
    if (!entries.some(({ path }) => path.startsWith(folder))) return folder;
  }
}
