import type { HostingSummary, PendingLookup } from '../case/hosting.ts';

/** Pauses before the next try of a lookup: after the first failure, the second … */
const PAUSES_MS = [60_000, 300_000, 1_800_000, 7_200_000, 43_200_000, 86_400_000];

/** Tries after which a lookup is left to the user's 'look up again'. */
export const MAXIMUM_ATTEMPTS = 8;

/** Pause after `attempts` failed tries, in milliseconds. */
export function pauseAfter(attempts: number): number {
  return PAUSES_MS[Math.min(Math.max(attempts, 1), PAUSES_MS.length) - 1] ?? 86_400_000;
}

/**
 * Carries the number of tries over from an earlier round, and sets the time of the next one: never before the time
 * a server asked for.
 */
export function scheduled(
  pending: readonly PendingLookup[],
  earlier: readonly Pick<PendingLookup, 'id' | 'attempts'>[],
  now: Date,
): PendingLookup[] {
  const tries = new Map(earlier.map((one) => [one.id, one.attempts]));
  return pending.map((one) => {
    const attempts = (tries.get(one.id) ?? 0) + 1;
    if (!one.retryable || attempts >= MAXIMUM_ATTEMPTS) {
      const { retryAt: _never, ...rest } = one;
      return { ...rest, attempts };
    }
    const asked = one.retryAt === undefined ? 0 : Date.parse(one.retryAt);
    const at = Math.max(asked, now.getTime() + pauseAfter(attempts));
    return { ...one, attempts, retryAt: new Date(at).toISOString() };
  });
}

/** When a capture's lookups should be tried again: the earliest time, or null where nothing waits. */
export function nextTryAt(summary: Pick<HostingSummary, 'pending'>): string | null {
  const times = summary.pending.flatMap(({ retryAt }) => (retryAt === undefined ? [] : [retryAt]));
  return times.toSorted()[0] ?? null;
}
