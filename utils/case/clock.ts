import type { ArtifactEntry } from './artifact.ts';
import type { Capture } from './capture.ts';
import type { ClockReading } from './capture-document.ts';

/** A clock that is off by more than this is said out loud. */
export const CLOCK_LIMIT_MS = 2000;

/** HTTP dates have whole seconds (RFC 9110 section 5.6.7): the middle of that second is the best guess. */
export const HTTP_DATE_MIDDLE_MS = 500;

/** Path, in a capture's folder, of the timestamp response over `capture.json`. */
export const STAMP_RESPONSE_PATH = 'capture.json.tsr';

/** How wrong a reading may be, in milliseconds either way. */
export function uncertaintyMs(reading: Pick<ClockReading, 'source' | 'roundTripMs'>): number {
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

/** Readings of an authority's clock, kept beside its stamp: they came after `capture.json` was written. */
export function stampReadings(entries: readonly Pick<ArtifactEntry, 'path' | 'about'>[]): ClockReading[] {
  const kept = entries.find(({ path }) => path === STAMP_RESPONSE_PATH)?.about?.['clock'];
  // Rows of an imported bundle may hold anything there.
  return Array.isArray(kept) ? kept.filter(isReading) : [];
}

function isReading(value: unknown): value is ClockReading {
  const reading = (typeof value === 'object' ? value : null) as Partial<ClockReading> | null;
  return (
    typeof reading?.source === 'string' &&
    typeof reading.at === 'string' &&
    Number.isFinite(reading.offsetMs) &&
    Number.isFinite(reading.roundTripMs)
  );
}

/** By how much this machine's clock was off, and by whose clock; `source` null where an older version did not say. */
export interface ClockOff {
  /** The other clock minus ours; positive: ours is behind. */
  readonly offsetMs: number;
  /** As {@link ClockReading.source}. */
  readonly source: string | null;
}

/** What is to be said out loud of a capture's clock, by all readings there are; null where nothing is. */
export function clockOff(
  { clockOffMs, clockOffBy }: Pick<Capture, 'clockOffMs' | 'clockOffBy'>,
  entries: readonly Pick<ArtifactEntry, 'path' | 'about'>[],
): ClockOff | null {
  const own = clockOffMs === undefined ? null : { offsetMs: clockOffMs, source: clockOffBy ?? null };
  const { state, reading } = judgeClock(stampReadings(entries));
  const other = state === 'off' ? reading : null;
  if (!own || !other) return own ?? other;
  return Math.abs(other.offsetMs) > Math.abs(own.offsetMs) ? other : own;
}
