import { FailureError, type FailureCode } from '../case/result.ts';
import { chromium } from './browser.ts';

/** An attached debugger. `detach` may be called twice. */
export interface DebuggerSession {
  send<T>(method: string, parameters?: Record<string, unknown>): Promise<T>;
  detach(): Promise<void>;
}

/** Protocol version the commands are written for. */
const PROTOCOL = '1.3';

/** Tabs this worker has attached to; what a worker before it left attached is not among them. */
const attachedHere = new Set<number>();

/**
 * Attaches Chromium's debugger to a tab; the browser shows a bar while it is on.
 * @throws FailureError `debugger-busy` (developer tools or another extension), `debugger-forbidden` (policy).
 */
export async function attachDebugger(tabId: number): Promise<DebuggerSession> {
  const target = { tabId };
  attachedHere.add(tabId);
  try {
    await chromium.debugger.attach(target, PROTOCOL);
  } catch (error) {
    attachedHere.delete(tabId);
    throw new FailureError(attachFailure(String(error)), String(error));
  }
  let attached = true;
  const detached = (source: { tabId?: number }) => {
    if (source.tabId !== tabId) return;
    attached = false;
    attachedHere.delete(tabId);
  };
  chromium.debugger.onDetach.addListener(detached);
  return {
    async send<T>(method: string, parameters: Record<string, unknown> = {}) {
      try {
        return (await chromium.debugger.sendCommand(target, method, parameters)) as T;
      } catch (error) {
        throw new FailureError(
          attached ? 'browser-refused' : 'debugger-detached',
          `${method}: ${String(error)}`,
        );
      }
    },
    async detach() {
      chromium.debugger.onDetach.removeListener(detached);
      if (!attached) return;
      attached = false;
      // The tab may have closed, or the user pressed 'cancel' on the bar: then it is detached already.
      await chromium.debugger.detach(target).catch(() => undefined);
      attachedHere.delete(tabId);
    },
  };
}

function attachFailure(message: string): FailureCode {
  if (/another debugger/i.test(message)) return 'debugger-busy';
  if (/no tab with/i.test(message)) return 'tab-closed';
  return 'debugger-forbidden';
}

/**
 * Detaches what a worker that was killed left attached: the session belongs to the extension and outlives its worker,
 * and until it ends nobody can attach to that tab.
 */
export async function releaseDebuggers(): Promise<void> {
  const targets = await chromium.debugger.getTargets();
  const left = targets.flatMap(({ attached, tabId }) =>
    attached && tabId !== undefined && !attachedHere.has(tabId) ? [tabId] : [],
  );
  // What somebody else has attached (developer tools) is refused, and stays theirs.
  await Promise.all(left.map((tabId) => chromium.debugger.detach({ tabId }).catch(() => undefined)));
}
