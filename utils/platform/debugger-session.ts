import { FailureError, type FailureCode } from '../case/result.ts';
import { chromium } from './browser.ts';

/** An attached debugger. `detach` may be called twice. */
export interface DebuggerSession {
  /** `sessionId`: of a frame in a process of its own. */
  send<T>(method: string, parameters?: Record<string, unknown>, sessionId?: string): Promise<T>;
  /** False once somebody else ended it: the user by the bar, or the tab by closing. */
  isAttached(): boolean;
  detach(): Promise<void>;
}

/** Protocol version the commands are written for. */
const PROTOCOL = '1.3';

/** What a command says when the session has ended, also where no event told of it. */
const GONE = /debugger is not attached|detached while handling/i;

/** Tabs this worker has attached to; what a worker before it left attached is not among them. */
const attachedHere = new Map<number, { users: number; session: Promise<DebuggerSession> }>();

/**
 * Attaches Chromium's debugger to a tab; the browser shows a bar while it is on. One extension can attach once, so
 * users of a tab share the session, and it ends with the last of them.
 * @throws FailureError `debugger-busy` (developer tools or another extension), `debugger-forbidden` (policy).
 */
export async function attachDebugger(tabId: number): Promise<DebuggerSession> {
  const shared = attachedHere.get(tabId) ?? { users: 0, session: attach(tabId) };
  attachedHere.set(tabId, shared);
  shared.users += 1;
  const leave = () => {
    shared.users -= 1;
    if (shared.users === 0 && attachedHere.get(tabId) === shared) attachedHere.delete(tabId);
    return shared.users === 0;
  };
  try {
    const session = await shared.session;
    let left = false;
    return {
      send: session.send,
      isAttached: session.isAttached,
      async detach() {
        if (left) return;
        left = true;
        if (leave()) await session.detach();
      },
    };
  } catch (error) {
    leave();
    throw error;
  }
}

/** A tab's debugger for as long as one capture lasts: attached when first asked for, until `release`. */
export interface TabDebugger {
  /**
   * @throws FailureError as {@link attachDebugger}; `debugger-detached` once the user has taken it away: it is not
   * forced on them again.
   */
  attach(): Promise<DebuggerSession>;
  /** Never rejects. */
  release(): Promise<void>;
}

/** Keeps one session for all steps of a capture, so that the browser's bar does not come and go under the page. */
export function tabDebugger(tabId: number): TabDebugger {
  let held: Promise<DebuggerSession> | null = null;
  return {
    async attach() {
      held ??= attachDebugger(tabId);
      const session = await held.catch((error: unknown) => {
        held = null;
        throw error;
      });
      if (!session.isAttached())
        throw new FailureError('debugger-detached', 'it was taken away while the capture ran');
      // A step's own end is not the session's.
      return { ...session, detach: () => Promise.resolve() };
    },
    async release() {
      // Where attaching failed, its caller was told, and there is nothing to let go of.
      const session = await held?.catch(() => null);
      held = null;
      await session?.detach();
    },
  };
}

async function attach(tabId: number): Promise<DebuggerSession> {
  const target = { tabId };
  try {
    await chromium.debugger.attach(target, PROTOCOL);
  } catch (error) {
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
    isAttached: () => attached,
    async send<T>(method: string, parameters: Record<string, unknown> = {}, sessionId?: string) {
      try {
        const where = sessionId === undefined ? target : { ...target, sessionId };
        return (await chromium.debugger.sendCommand(where, method, parameters)) as T;
      } catch (error) {
        if (GONE.test(String(error))) attached = false;
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
