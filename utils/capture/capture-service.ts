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
}

/** A request to capture a tab. */
export interface StartCapture {
  readonly tabId: number;
  readonly trigger: CaptureTrigger;
  readonly caseId?: Id | undefined;
}

/** Starts, cancels and recovers captures. One per tab at a time; several tabs at once are fine. */
export interface CaptureService {
  start(request: StartCapture): Promise<Result<{ captureId: Id; caseId: Id }>>;
  /** Ends a running capture; what it took stays. */
  cancel(captureId: Id): Result<null>;
  /** Ends the capture of a tab that closed, crashed or went elsewhere. */
  tabLost(tabId: number, code: 'tab-closed' | 'page-changed'): void;
  /** The row, when the capture has ended or `waitMs` have passed. */
  ended(captureId: Id, waitMs: number): Promise<Result<Capture>>;
}

interface Running {
  readonly captureId: Id;
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

/** Makes the service around a list of steps, and first closes what a killed worker left open. */
export function captureService(ports: CaptureServicePorts, steps: readonly Step[]): CaptureService {
  const { store, environment } = ports;
  const running = new Map<number, Running>();
  const starting = new Set<number>();
  const recovered = store.runningCaptures().then((stale) => recoverCaptures(ports, stale));

  const begin = async ({ tabId, trigger, caseId: asked }: StartCapture) => {
    const settings = await store.settings();
    const tab = await ports.openTab(tabId, settings);
    const [description, log] = await Promise.all([tab.describe(), tab.networkLog()]);
    const contentType = log.mainResponse?.headers.find(({ name }) => name.toLowerCase() === 'content-type');
    const page = checkCapturable(description.url, contentType?.value);
    if (!page.ok) return page;
    const free = await ports.freeBytes();
    if (free !== null && free < settings.minimumFreeBytes) return fail('no-space', `${free} bytes left`);
    const now = environment.now();
    const caseId = await store.caseFor(asked, () => ports.newCaseTitle(now, page.value));
    const id = ports.newId();
    const capture = await store.createCapture(
      {
        id,
        caseId,
        trigger,
        urlTyped: description.url,
        urlFinal: description.url,
        title: description.title.slice(0, 1000),
        startedAt: now.toISOString(),
        steps: waitingSteps(steps),
      },
      captureEvent(settings, now, 'capture-started', null, {
        captureId: id,
        url: description.url.slice(0, 2000),
      }),
    );
    const stop = new AbortController();
    const rest = ports.stayAwake();
    const done = executeCapture(ports, steps, { capture, tab, settings, signal: stop.signal }).finally(() => {
      running.delete(tabId);
      rest();
    });
    running.set(tabId, { captureId: id, stop, done });
    return succeed({ captureId: id, caseId });
  };

  const find = (captureId: Id) => [...running.values()].find((one) => one.captureId === captureId);

  return {
    async start(request) {
      if (running.has(request.tabId) || starting.has(request.tabId)) {
        return fail('busy', `tab ${request.tabId} is being captured`);
      }
      starting.add(request.tabId);
      try {
        await recovered;
        return await begin(request);
      } catch (error) {
        return { ok: false, failure: failureOf(error, 'storage-failed') };
      } finally {
        starting.delete(request.tabId);
      }
    },
    cancel(captureId) {
      const entry = find(captureId);
      if (!entry) return fail('not-found', `capture ${captureId} is not running`);
      entry.stop.abort(new FailureError('cancelled', 'by the user'));
      return succeed(null);
    },
    tabLost(tabId, code) {
      running.get(tabId)?.stop.abort(new FailureError(code));
    },
    async ended(captureId, waitMs) {
      const entry = find(captureId);
      if (entry) await Promise.race([entry.done, sleep(waitMs)]);
      const capture = await store.capture(captureId);
      return capture ? succeed(capture) : fail('not-found', `capture ${captureId}`);
    },
  };
}
