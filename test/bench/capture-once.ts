import type { Driver } from '../../scripts/drive/driver.ts';
import type { Capture } from '../../utils/case/capture.ts';

/** What issue 3 counts: viewport, facts, log, tiles, HTML, MHTML, HAR; each step ends when its bytes are stored. */
const LOCAL: ReadonlySet<string> = new Set([
  'viewport',
  'facts',
  'network',
  'page-html',
  'page-archive',
  'whole-page',
  'inner-scroll',
  'har',
]);

/** One capture and what it took. */
export interface TimedCapture {
  readonly capture: Capture;
  /** Milliseconds from the request until all of the local part is stored. */
  readonly local: number;
  /** Milliseconds from the request to the end of the capture. */
  readonly whole: number;
}

/** Captures a tab. @throws where the capture does not end as complete */
export async function captureOnce(driver: Driver, tabId: number): Promise<TimedCapture> {
  const began = performance.now();
  const at = Date.now();
  const started = await driver.send({ verb: 'start-capture', tabId, trigger: 'command-line' });
  if (!started.ok) throw new Error(`${started.failure.code} ${started.failure.detail}`);
  const { captureId } = started.value;
  for (;;) {
    const ended = await driver.send({ verb: 'await-capture', captureId, waitMs: 25_000 });
    const whole = performance.now() - began;
    if (!ended.ok) throw new Error(`${ended.failure.code} ${ended.failure.detail}`);
    if (ended.value.state === 'running') continue;
    if (ended.value.state !== 'complete') {
      const failed = ended.value.steps.flatMap(({ id, failure }) =>
        failure ? [`${id} ${failure.code} ${failure.detail}`] : [],
      );
      throw new Error(`the capture ended as ${ended.value.state}: ${failed.join('; ')}`);
    }
    return { capture: ended.value, local: storedAt(ended.value) - at, whole };
  }
}

/** When the last step of {@link LOCAL} had stored what it took, by the clock that browser and bench share. */
function storedAt({ steps }: Capture): number {
  return Math.max(
    ...steps.flatMap(({ id, startedAt, durationMs }) =>
      LOCAL.has(id) && startedAt ? [Date.parse(startedAt) + (durationMs ?? Number.NaN)] : [],
    ),
  );
}
