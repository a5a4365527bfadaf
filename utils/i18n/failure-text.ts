import type { Failure } from '../case/result.ts';
import { BLOCKED_PAGE } from './catalog/blocked-page.ts';
import { EVENT_PROBLEMS } from './catalog/event-problems.ts';
import { FAILURE } from './catalog/failure.ts';
import type { Message } from './translate.ts';

/**
 * What to say of a failure: for pages that browsers close to extensions the sentence of that kind of page, for what a
 * person entered the sentence of what is wrong with it.
 */
export function failureText({ code, detail }: Failure): Message {
  if (code === 'blocked-page' && isReason(detail)) return BLOCKED_PAGE[detail];
  if (code === 'invalid-data' && isEntry(detail)) return EVENT_PROBLEMS[detail];
  return FAILURE[code];
}

function isReason(detail: string): detail is keyof typeof BLOCKED_PAGE {
  return Object.hasOwn(BLOCKED_PAGE, detail);
}

function isEntry(detail: string): detail is keyof typeof EVENT_PROBLEMS {
  return Object.hasOwn(EVENT_PROBLEMS, detail);
}
