import * as v from 'valibot';
import { fail, failureOf, type Result } from '../case/result.ts';
import { REQUEST_SCHEMAS, type Request, type Responses, type Verb } from './protocol.ts';

/** One function per verb. */
export type Handlers = { readonly [V in Verb]: (request: Request<V>) => Promise<Result<Responses[V]>> };

/** Where a message came from, as the browser (not the sender) says. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly tab?: unknown;
}

/**
 * Whether a sender is a page of ours. Content scripts carry our id but the page's URL, so the URL decides; both
 * come from the browser and cannot be forged by a page.
 */
export function isOwnPage(sender: Sender, own: { readonly id: string; readonly origin: string }): boolean {
  return sender.id === own.id && (sender.url ?? '').startsWith(own.origin);
}

/**
 * Answers requests. A sender that is no page of ours, an unknown verb and a malformed request are refused before any
 * handler runs. A handler that throws is a bug: the asker gets `bad-request` with what happened.
 */
export function router(handlers: Handlers, isOwn: (sender: Sender) => boolean) {
  return async (message: unknown, sender: Sender): Promise<Result<unknown>> => {
    if (!isOwn(sender)) return fail('forbidden-sender', sender.url ?? 'unknown sender');
    const verb = (message as { verb?: unknown } | null)?.verb;
    if (typeof verb !== 'string' || !Object.hasOwn(REQUEST_SCHEMAS, verb))
      return fail('bad-request', typeof verb === 'string' ? verb : 'no verb');
    const parsed = v.safeParse(REQUEST_SCHEMAS[verb as Verb], message);
    if (!parsed.success) return fail('bad-request', `${verb}: ${parsed.issues[0].message}`);
    try {
      // The schema of this verb has passed, so the request is of the type its handler takes.
      return await (handlers[verb as Verb] as (request: Request) => Promise<Result<unknown>>)(parsed.output);
    } catch (error) {
      return { ok: false, failure: failureOf(error, 'bad-request') };
    }
  };
}
