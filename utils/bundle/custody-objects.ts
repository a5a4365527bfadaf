import type { CustodyAction, CustodyEntry, WithheldEntry } from '../case/custody.ts';

/** Actions that seal a capture: their object is the digest of its `capture.json`. */
const ENDING: ReadonlySet<CustodyAction> = new Set(['capture-ended', 'capture-interrupted']);

/** Digests (hexadecimal) of the `capture.json`s that a custody log says were sealed, and deleted. */
export function custodyObjects(entries: Iterable<CustodyEntry | WithheldEntry>): {
  readonly ended: ReadonlySet<string>;
  readonly deleted: ReadonlySet<string>;
} {
  const ended = new Set<string>();
  const deleted = new Set<string>();
  for (const { action, objectSha256 } of entries) {
    if (!objectSha256) continue;
    if (ENDING.has(action)) ended.add(objectSha256);
    if (action === 'capture-deleted') deleted.add(objectSha256);
  }
  return { ended, deleted };
}
