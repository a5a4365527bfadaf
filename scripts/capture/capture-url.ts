import { checkCapturable } from '../../utils/capture/capturable.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Capture } from '../../utils/case/capture.ts';
import { isRunning } from '../../utils/case/capture.ts';
import type { Failure } from '../../utils/case/result.ts';
import type { Id } from '../../utils/case/values.ts';
import type { Driver } from '../drive/driver.ts';
import { say } from '../support/progress.ts';
import { openFirst } from './open-url.ts';
import { notCaptured, outcomeOf, type Outcome } from './outcome.ts';
import { addressesOf } from './url-list.ts';

/** Longest wait of one `await-capture`: below the background's own limit. */
const POLL_MS = 10_000;
/** Pause before a background that stopped is asked again. */
const WORKER_RESTART_MS = 500;
/** Time for a cancelled capture to record its end. */
const CANCEL_MS = 30_000;
/** At most this much of a URL's time goes into loading it. */
const LOAD_SHARE = 0.5;
const LONGEST_LOAD_MS = 60_000;

/** What a URL is captured with. */
export interface CaptureRequest {
  readonly url: string;
  readonly caseId: Id | undefined;
  readonly record: boolean;
  readonly timeoutMs: number;
}

/** What became of a URL, and the case it went to. */
export interface CaptureAnswer {
  readonly outcome: Outcome;
  readonly caseId: Id | undefined;
}

/** Opens a URL in a tab of its own, captures it, closes the tab. */
export async function captureUrl(driver: Driver, request: CaptureRequest): Promise<CaptureAnswer> {
  const addresses = addressesOf(request.url);
  const refuse = (failure: Failure): CaptureAnswer => ({
    outcome: notCaptured(request.url, failure),
    caseId: request.caseId,
  });
  if (addresses.length === 0) return refuse({ code: 'bad-request', detail: 'This is not a web address.' });
  // Said at once: a browser's own page never finishes loading for a driver.
  const capturable = checkCapturable(addresses[0] ?? '');
  if (!capturable.ok) return refuse(capturable.failure);
  const deadline = Date.now() + request.timeoutMs;
  const page = await driver.newPage();
  try {
    const loadMs = Math.min(LONGEST_LOAD_MS, request.timeoutMs * LOAD_SHARE);
    const opened = await openFirst(page, addresses, loadMs);
    if (opened.how === 'failed') return refuse({ code: 'network-error', detail: opened.why });
    if (opened.how === 'slow') say('  the page is still loading; it is captured as it stands');
    return await captureTab(driver, page, request, deadline, refuse);
  } finally {
    if (driver.isAlive() && !page.isClosed()) await page.close();
  }
}

async function captureTab(
  driver: Driver,
  page: Page,
  request: CaptureRequest,
  deadline: number,
  refuse: (failure: Failure) => CaptureAnswer,
): Promise<CaptureAnswer> {
  await page.bringToFront();
  const started = await driver.send({
    verb: 'start-capture',
    tabId: driver.tabIdOf(page),
    trigger: 'command-line',
    ...(request.caseId === undefined ? {} : { caseId: request.caseId }),
    ...(request.record ? { record: true } : {}),
  });
  if (!started.ok) return refuse(started.failure);
  const { captureId, caseId } = started.value;
  const ended = await waitForEnd(driver, captureId, deadline);
  if ('code' in ended) return { outcome: notCaptured(request.url, ended), caseId };
  return { outcome: outcomeOf(request.url, ended), caseId };
}

/** Waits until a capture has ended; past the deadline it is cancelled, which keeps what was taken. */
async function waitForEnd(driver: Driver, captureId: Id, deadline: number): Promise<Capture | Failure> {
  let cancelled = false;
  let last = deadline;
  for (;;) {
    const left = last - Date.now();
    if (left <= 0 && cancelled) {
      return { code: 'timeout', detail: 'The capture did not end after it was cancelled.' };
    }
    if (left <= 0) {
      say('  out of time: cancelling');
      await driver.send({ verb: 'cancel-capture', captureId });
      cancelled = true;
      last = Date.now() + CANCEL_MS;
      continue;
    }
    const answer = await driver.send({ verb: 'await-capture', captureId, waitMs: Math.min(POLL_MS, left) });
    if (answer.ok && !isRunning(answer.value)) return answer.value;
    // The background may have been stopped and started again: it then knows the row as interrupted.
    if (!answer.ok && (!driver.isAlive() || answer.failure.code !== 'worker-stopped')) return answer.failure;
    if (!answer.ok) await sleep(WORKER_RESTART_MS);
  }
}
