import type { ClockReading } from '../../case/capture-document.ts';

/** A clock that is off by more than this is said out loud. */
export const CLOCK_LIMIT_MS = 2000;

/** HTTP dates have whole seconds (RFC 9110 section 5.6.7): the middle of that second is the best guess. */
const HTTP_DATE_MIDDLE_MS = 500;

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

/** How wrong a reading may be, in milliseconds either way. */
export function uncertaintyMs(reading: ClockReading): number {
  return reading.roundTripMs / 2 + (reading.source.startsWith('tsa:') ? 0 : HTTP_DATE_MIDDLE_MS);
}

/**
 * What the readings say of this machine's clock. `off`: at least one reading is beyond the limit even after its
 * uncertainty; `uncertain`: readings are too coarse to tell; `unknown`: there are none. `reading` is the one that
 * decided: the farthest off, or else the most exact.
 */
export interface ClockVerdict {
  readonly state: 'within' | 'off' | 'uncertain' | 'unknown';
  readonly reading: ClockReading | null;
}

/** Judges this machine's clock by readings of others. */
export function judgeClock(readings: readonly ClockReading[]): ClockVerdict {
  const sure = (reading: ClockReading) => Math.abs(reading.offsetMs) - uncertaintyMs(reading);
  const worst = readings.toSorted((a, b) => sure(b) - sure(a))[0];
  if (!worst) return { state: 'unknown', reading: null };
  if (sure(worst) > CLOCK_LIMIT_MS) return { state: 'off', reading: worst };
  const exact = readings.toSorted((a, b) => uncertaintyMs(a) - uncertaintyMs(b))[0] ?? worst;
  const isWithin = Math.abs(exact.offsetMs) + uncertaintyMs(exact) <= CLOCK_LIMIT_MS;
  return { state: isWithin ? 'within' : 'uncertain', reading: exact };
}
