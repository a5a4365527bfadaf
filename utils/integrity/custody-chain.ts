import type { ChainCheck, CustodyEntry } from '../case/custody.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import { digestOf } from './digest.ts';
import { hexOf } from '../case/values.ts';

/** `prev` of the first entry of a chain. */
export const CHAIN_START = '0'.repeat(64);

/** What the caller says of an event; the chain adds `seq`, `prev` and `hash`. */
export type CustodyEvent = Pick<CustodyEntry, 'at' | 'actor' | 'action' | 'objectSha256' | 'note'>;

/** SHA-256, in hexadecimal, of the canonical JSON (RFC 8785) of an entry without its `hash`. */
export async function hashEntry(entry: Omit<CustodyEntry, 'hash'>): Promise<string> {
  const { seq, at, actor, action, objectSha256, note, prev } = entry;
  const text = canonicalJson({ seq, at, actor, action, objectSha256, note, prev } as Json);
  return hexOf(await digestOf(text));
}

/** The entry that follows `last` (null: the first of its chain). */
export async function nextEntry(last: CustodyEntry | null, event: CustodyEvent): Promise<CustodyEntry> {
  const entry = {
    seq: last ? last.seq + 1 : 0,
    at: event.at,
    actor: event.actor.toWellFormed(),
    action: event.action,
    objectSha256: event.objectSha256,
    ...(event.note ? { note: event.note } : {}),
    prev: last ? last.hash : CHAIN_START,
  };
  return { ...entry, hash: await hashEntry(entry) };
}

/**
 * Checks a whole chain from its first entry.
 * It finds an entry changed, removed from the middle, inserted or reordered. It cannot find entries removed from
 * the end: for that the head must be known from elsewhere (a bundle's signed tag manifest, a timestamp).
 */
export async function checkChain(
  entries: Iterable<CustodyEntry> | AsyncIterable<CustodyEntry>,
): Promise<ChainCheck> {
  let last: CustodyEntry | null = null;
  let length = 0;
  for await (const entry of entries) {
    const why = await whyBroken(last, entry);
    if (why) return { whole: false, length, brokenAt: entry.seq, why };
    last = entry;
    length += 1;
  }
  return { whole: true, length, head: last ? `sha256:${last.hash}` : null };
}

async function whyBroken(last: CustodyEntry | null, entry: CustodyEntry): Promise<string | null> {
  const seq = last ? last.seq + 1 : 0;
  if (entry.seq !== seq) return `entry ${seq} is missing`;
  if (entry.prev !== (last ? last.hash : CHAIN_START))
    return `entry ${seq} does not follow the one before it`;
  if (entry.hash !== (await hashEntry(entry))) return `entry ${seq} was changed`;
  return null;
}
