import { fail, failureOf, type Result } from '../case/result.ts';
import type { Responses, Send, Verb } from '../messaging/protocol.ts';
import { browser } from './browser.ts';

/** Sends a request to the background. An answer that never came is a failure, not an exception. */
export const send: Send = async (request) => {
  try {
    const answer: unknown = await browser.runtime.sendMessage(request);
    return ((answer as Result<Responses[Verb]> | undefined) ?? fail('worker-stopped', 'no answer')) as never;
  } catch (error) {
    const failure = failureOf(error, 'worker-stopped');
    return { ok: false, failure };
  }
};
