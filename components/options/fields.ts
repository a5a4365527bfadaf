/** Bytes in a megabyte as the defaults count it. */
const MEGABYTE = 1024 * 1024;

/** A setting that is a number, as a person types it: in a handier unit and within bounds. */
export interface NumberSetting {
  readonly key: 'minimumFreeBytes' | 'maximumPageHeight' | 'scrollPassMs' | 'maximumBodyBytes';
  /** How many stored units one typed unit is. */
  readonly unit: number;
  /** Bounds in typed units. */
  readonly min: number;
  readonly max: number;
}

/** The settings that are numbers. */
export const NUMBER_SETTINGS = {
  free: { key: 'minimumFreeBytes', unit: MEGABYTE, min: 0, max: 1_000_000 },
  height: { key: 'maximumPageHeight', unit: 1, min: 1_000, max: 2_000_000 },
  scrollTime: { key: 'scrollPassMs', unit: 1_000, min: 1, max: 600 },
  body: { key: 'maximumBodyBytes', unit: MEGABYTE, min: 1, max: 100_000 },
} as const satisfies Record<string, NumberSetting>;

/** What was typed, in stored units; null where it is no number within the bounds. */
export function parseNumber(typed: string, { unit, min, max }: NumberSetting): number | null {
  const value = Number(typed);
  if (typed.trim() === '' || !Number.isFinite(value) || value < min || value > max) return null;
  return Math.round(value * unit);
}

/** Addresses, one per line; null where a line is none with an allowed scheme. */
export function parseAddresses(typed: string, schemes: readonly string[]): string[] | null {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const fine = lines.every((line) => URL.canParse(line) && schemes.includes(new URL(line).protocol));
  return fine ? [...new Set(lines)] : null;
}
