import { HTTP_DATE_MIDDLE_MS } from '../../case/clock.ts';
import type { ClockReading } from '../../case/capture-document.ts';

/** When something was asked and answered, by this machine's wall clock, and how long it took by the monotonic one. */
export interface Exchange {
  readonly sentAt: Date;
  readonly roundTripMs: number;
}

/** A reading of another clock: its time against the middle of the exchange. */
export function readingOf(source: string, otherTime: Date, exchange: Exchange): ClockReading {
  const middle = exchange.sentAt.getTime() + exchange.roundTripMs / 2;
  return {
    source,
    at: exchange.sentAt.toISOString(),
    offsetMs: Math.round(otherTime.getTime() - middle),
    roundTripMs: Math.round(exchange.roundTripMs),
  };
}

/**
 * A reading from a response's `Date` header.
 * @param source `http-date:<host>` or `resolver:<host>`.
 * @returns null where there is no such header or it is no date.
 */
export function httpDateReading(
  source: `http-date:${string}` | `resolver:${string}`,
  dateHeader: string | null,
  exchange: Exchange,
): ClockReading | null {
  const time = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
  if (Number.isNaN(time)) return null;
  return readingOf(source, new Date(time + HTTP_DATE_MIDDLE_MS), exchange);
}
