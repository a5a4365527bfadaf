import type { Scripting } from 'webextension-polyfill';
import { FailureError } from '../case/result.ts';
import { browser } from './browser.ts';

type Injection = Omit<Scripting.ScriptInjection, 'target'> & { readonly allFrames?: boolean };

/** What one frame answered. */
export interface FrameAnswer<T> {
  readonly frameId: number;
  readonly result: T;
}

/**
 * Runs a function or file of ours in a tab's isolated world.
 * @throws FailureError `blocked-page` where the browser lets no extension in, `probe-failed` where nothing came back.
 */
export async function runInFrames<T>(tabId: number, injection: Injection): Promise<FrameAnswer<T>[]> {
  const { allFrames = false, ...what } = injection;
  try {
    // At once: a page that never finishes loading would keep everything else waiting for good.
    const answers = await browser.scripting.executeScript({
      target: { tabId, allFrames },
      injectImmediately: true,
      ...what,
    });
    return answers.flatMap(({ frameId, result }) =>
      result === undefined || result === null ? [] : [{ frameId, result: result as T }],
    );
  } catch (error) {
    throw new FailureError((await isGone(tabId)) ? 'tab-closed' : 'blocked-page', String(error));
  }
}

/** Whether a tab has closed, or its page has crashed: Chromium calls such a tab `unloaded` and tells nobody. */
async function isGone(tabId: number): Promise<boolean> {
  const status = await browser.tabs.get(tabId).then(
    (tab) => tab.status ?? '',
    () => 'closed',
  );
  return status === 'closed' || status === 'unloaded';
}

/** {@link runInFrames} in the main frame alone. */
export async function runInTab<T>(tabId: number, injection: Omit<Injection, 'allFrames'>): Promise<T> {
  const [answer] = await runInFrames<T>(tabId, injection);
  if (!answer) throw new FailureError('probe-failed', 'the page gave no answer');
  return answer.result;
}

/** Runs a function of ours, which may use nothing from outside itself, with arguments. */
export function callInTab<A extends unknown[], R>(
  tabId: number,
  func: (...args: A) => R | Promise<R>,
  ...args: A
): Promise<R> {
  return runInTab<R>(tabId, {
    func: func as (...values: unknown[]) => unknown,
    args,
  });
}
