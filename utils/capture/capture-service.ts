import type { Capture, CaptureTrigger } from '../case/capture.ts';
import { fail, FailureError, failureOf, succeed, type Result } from '../case/result.ts';
import type { Settings } from '../case/settings.ts';
import type { Id } from '../case/values.ts';
import { checkCapturable } from './capturable.ts';
import { executeCapture, type ExecutePorts } from './execute-capture.ts';
import type { TabPort } from './ports.ts';
import { recoverCaptures } from './recover-captures.ts';
import { sleep, waitingSteps } from './run-capture.ts';
import type { Step } from './step.ts';
import { captureEvent } from './store-port.ts';

/** What the service takes from its surroundings. */
export interface CaptureServicePorts extends ExecutePorts {
  readonly openTab: (tabId: number, settings: Settings) => Promise<TabPort>;
  /** Bytes this origin may still store, or null where the browser does not say. */
  readonly freeBytes: () => Promise<number | null>;
  readonly newId: () => Id;
  readonly newCaseTitle: (at: Date, page: URL) => string;
  /** Keeps the background alive while a capture runs; returns the undoing. */
  readonly stayAwake: () => () => void;
  /**
   * Begins to hold the store open for writing, until the answer is called. Failure: `locked`; then nothing was begun,
   * and nothing may be captured, since it could neither be kept nor be written plain.
   */
  readonly holdStore: () => Promise<Result<() => void>>;
  /** Looks after a tab while it is captured, where no event tells that it is lost; returns the end of the looking. */
  readonly watchTab: (tabId: number, lost: (code: TabLoss, detail: string) => void) => () => void;
  /** Lets go of tabs that a killed worker left held (an attached debugger outlives it). */
  readonly releaseTabs: () => Promise<void>;
}

/** How a tab can be lost: closed or crashed, or gone to another document. */
export type TabLoss = 'tab-closed' | 'page-changed';

/** A request to capture a tab. */
export interface StartCapture {
  readonly tabId: number;
  readonly trigger: CaptureTrigger;
  readonly caseId?: Id | undefined;
  /** Load the page anew and keep every response's real bytes. */
  readonly record?: boolean | undefined;
  /** The user's answer for this capture; without one the settings decide. */
  readonly lookups?: 'on' | 'off' | undefined;
}

/** Starts, cancels and recovers captures. One per tab at a time; several tabs at once are fine. */
export interface CaptureService {
  start(request: StartCapture): Promise<Result<{ captureId: Id; caseId: Id }>>;
  /** Whether a tab is being captured. */
  isRunning(tabId: number): boolean;
  /** Ends a running capture; what it took stays. */
  cancel(captureId: Id): Result<null>;
  /** Ends the capture of a tab that closed, crashed or went elsewhere. */
  tabLost(tabId: number, code: TabLoss, detail?: string): void;
  /** The row, when the capture has ended or `waitMs` have passed. */
  ended(captureId: Id, waitMs: number): Promise<Result<Capture>>;
  /** Closes what a killed worker left open; again where it could not be, as while the store was locked. */
  recover(): Promise<void>;
}

/** One per tab, from the moment it is asked for: a tab lost before the row exists is lost all the same. */
interface Running {
  readonly captureId: Id;
  readonly stop: AbortController;
  done: Promise<void>;
}

/** Makes the service around a list of steps, and first closes what a killed worker left open. */
export function captureService(
  ports: CaptureServicePorts,
  plainSteps: readonly Step[],
  recordedSteps: readonly Step[] = plainSteps,
): CaptureService {
  const { store, environment } = ports;
  const running = new Map<number, Running>();

  const closeStale = async () => {
    const mine = new Set([...running.values()].map(({ captureId }) => captureId));
    const stale = (await store.runningCaptures()).filter(({ id }) => !mine.has(id));
    if (stale.length === 0) return;
    await ports.releaseTabs();
    await recoverCaptures(ports, stale);
  };
  // One after the other, and again before each capture: a row that could not be closed (a full disk) is tried again.
  let recovering = closeStale();
  recovering.catch(() => undefined);
  const recover = () => {
    recovering = recovering.then(closeStale, closeStale);
    return recovering;
  };

  const begin = async (
    { tabId, trigger, caseId: asked, record, lookups }: StartCapture,
    entry: Running,
    release: () => void,
  ) => {
    const steps = record ? recordedSteps : plainSteps;
    const { captureId: id, stop } = entry;
    const [stored, free] = await Promise.all([store.settings(), ports.freeBytes(), recover()]);
    const settings = lookups === undefined ? stored : { ...stored, lookups };
    const tab = await ports.openTab(tabId, settings);
    const [description, log] = await Promise.all([tab.describe(), tab.networkLog()]);
    const contentType = log.mainResponse?.headers.find(({ name }) => name.toLowerCase() === 'content-type');
    const page = checkCapturable(description.url, contentType?.value);
    if (!page.ok) return page;
    if (free !== null && free < settings.minimumFreeBytes) return fail('no-space', `${free} bytes left`);
    stop.signal.throwIfAborted();
    const caseId = await store.caseFor(asked, () => ports.newCaseTitle(environment.now(), page.value));
    // Read after the case was made, whose own entry comes first in the custody log.
    const now = environment.now();
    const capture = await store.createCapture(
      {
        id,
        caseId,
        trigger,
        urlTyped: description.url,
        urlFinal: description.url,
        title: description.title.slice(0, 1000).toWellFormed(),
        startedAt: now.toISOString(),
        steps: waitingSteps(steps),
      },
      captureEvent(settings, now, 'capture-started', null, {
        captureId: id,
        url: description.url.slice(0, 2000),
      }),
    );
    const rest = ports.stayAwake();
    const lookAway = ports.watchTab(tabId, (code, detail) => stop.abort(new FailureError(code, detail)));
    entry.done = executeCapture(ports, steps, { capture, tab, settings, signal: stop.signal }).finally(() => {
      running.delete(tabId);
      lookAway();
      release();
      rest();
    });
    return succeed({ captureId: id, caseId });
  };

  const find = (captureId: Id) => [...running.values()].find((one) => one.captureId === captureId);

  return {
    recover,
    async start(request) {
      const { tabId } = request;
      if (running.has(tabId)) return fail('busy', `tab ${tabId} is being captured`);
      const entry = { captureId: ports.newId(), stop: new AbortController(), done: Promise.resolve() };
      running.set(tabId, entry);
      const held = await ports.holdStore();
      const undo = (): void => {
        running.delete(tabId);
        if (held.ok) held.value();
      };
      try {
        if (!held.ok) {
          undo();
          return held;
        }
        const begun = await begin(request, entry, held.value);
        if (!begun.ok) undo();
        return begun;
      } catch (error) {
        undo();
        return { ok: false, failure: failureOf(error, 'storage-failed') };
      }
    },
    isRunning: (tabId) => running.has(tabId),
    cancel(captureId) {
      const entry = find(captureId);
      if (!entry) return fail('not-found', `capture ${captureId} is not running`);
      entry.stop.abort(new FailureError('cancelled', 'by the user'));
      return succeed(null);
    },
    tabLost(tabId, code, detail) {
      running.get(tabId)?.stop.abort(new FailureError(code, detail));
    },
    async ended(captureId, waitMs) {
      const entry = find(captureId);
      if (entry) await Promise.race([entry.done, sleep(waitMs)]);
      // A capture of a worker that was killed ends when its row is closed. A broken store shows in the next line.
      else await recover().catch(() => undefined);
      const capture = await store.capture(captureId);
      return capture ? succeed(capture) : fail('not-found', `capture ${captureId}`);
    },
  };
}
