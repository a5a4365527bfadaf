import { DEFAULT_INTERVAL_MS, KNOWN_AUTHORITIES } from './authorities.ts';
import type { StampPolicy } from './stamp-queue.ts';

/** How long an authority may take to answer. */
export const STAMP_TIMEOUT_MS = 20_000;

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/;

/** By which the chosen authorities are asked: in the user's order, each at its own pace. */
export function stampPolicy(urls: readonly string[]): StampPolicy {
  return { urls, intervalMs: leastIntervalMs };
}

/** An authority on this very machine is nobody's to spare. */
function leastIntervalMs(url: string): number {
  const known = KNOWN_AUTHORITIES.find((one) => one.url === url);
  if (known) return known.minimumIntervalMs;
  return URL.canParse(url) && LOOPBACK.test(new URL(url).hostname) ? 0 : DEFAULT_INTERVAL_MS;
}
