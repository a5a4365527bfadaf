import type { ChainCheck, CustodyEntry, WithheldEntry } from '../case/custody.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import { digestOf } from './digest.ts';
import { freshSalt } from './salt.ts';
import { hexOf, type Digest } from '../case/values.ts';

/** `prev` of the first entry of a chain. */
export const CHAIN_START = '0'.repeat(64);

/** What the caller says of an event; the chain adds `seq`, `prev` and `hash`. */
export type CustodyEvent = Pick<CustodyEntry, 'at' | 'actor' | 'action' | 'objectSha256' | 'note'>;

/**
 * SHA-256, in hexadecimal, of the canonical JSON (RFC 8785) of an entry without its `hash`. Every other member is
 * hashed, also one this version does not know: what a reader is shown was hashed, or the chain is broken.
 * @throws TypeError where the entry cannot be written as canonical JSON.
 */
export async function hashEntry(entry: Omit<CustodyEntry, 'hash'>): Promise<string> {
  const { hash: _, ...hashed } = entry as CustodyEntry;
  return hexOf(await digestOf(canonicalJson(hashed as unknown as Json)));
}

/**
 * The entry that follows `last` (null: the first of its chain). Texts are made well-formed Unicode.
 * @param salt of this entry and no other.
 */
export async function nextEntry(
  last: CustodyEntry | null,
  event: CustodyEvent,
  salt: string = freshSalt(),
): Promise<CustodyEntry> {
  const entry = {
    seq: last ? last.seq + 1 : 0,
    at: event.at,
    actor: event.actor.toWellFormed(),
    action: event.action,
    objectSha256: event.objectSha256,
    ...(event.note ? { note: wellFormed(event.note) } : {}),
    salt,
    prev: last ? last.hash : CHAIN_START,
  };
  return { ...entry, hash: await hashEntry(entry) };
}

/**
 * Checks a whole chain from its first entry.
 * It finds an entry changed, removed from the middle, inserted or reordered. Entries removed from the end, and a
 * chain hashed anew from some entry on, show only against a head that is known from elsewhere.
 * An entry with parts withheld links like any other; what it says cannot be checked without them. Whoever reads entries
 * from elsewhere must let such a one in only where it may be.
 * @param expectedHead such a head: out of a signed tag manifest, a timestamp, an earlier export.
 */
export async function checkChain(
  entries: Iterable<CustodyEntry | WithheldEntry> | AsyncIterable<CustodyEntry | WithheldEntry>,
  expectedHead: Digest | null = null,
): Promise<ChainCheck> {
  let last: CustodyEntry | WithheldEntry | null = null;
  let length = 0;
  for await (const entry of entries) {
    const why = await whyBroken(last, entry);
    if (why) return { whole: false, length, brokenAt: entry.seq, why };
    last = entry;
    length += 1;
  }
  const head: Digest | null = last ? `sha256:${last.hash}` : null;
  if (expectedHead && head !== expectedHead) {
    return { whole: false, length, brokenAt: length, why: 'the chain does not end where it is known to end' };
  }
  return { whole: true, length, head };
}

/**
 * Objects that no entry of a log speaks of: a capture in the case whose taking is not in the log is the trace of
 * entries that were removed.
 */
export function unrecorded(entries: Iterable<CustodyEntry>, objects: readonly Digest[]): Digest[] {
  const recorded = new Set<string>();
  for (const { objectSha256 } of entries) if (objectSha256) recorded.add(objectSha256);
  return objects.filter((digest) => !recorded.has(hexOf(digest)));
}

async function whyBroken(
  last: CustodyEntry | WithheldEntry | null,
  entry: CustodyEntry | WithheldEntry,
): Promise<string | null> {
  const seq = last ? last.seq + 1 : 0;
  if (entry.seq !== seq) return `entry ${seq} is missing`;
  if (entry.prev !== (last ? last.hash : CHAIN_START)) {
    return `entry ${seq} does not follow the one before it`;
  }
  if ('withheld' in entry) return null;
  if (entry.hash !== (await hashOrNull(entry))) return `entry ${seq} was changed`;
  return null;
}

/** An entry that is no JSON at all (a row edited by hand) has no hash. */
async function hashOrNull(entry: CustodyEntry): Promise<string | null> {
  try {
    return await hashEntry(entry);
  } catch (thrown) {
    if (thrown instanceof TypeError) return null;
    throw thrown;
  }
}

function wellFormed(note: NonNullable<CustodyEvent['note']>): NonNullable<CustodyEvent['note']> {
  const members = Object.entries(note).map(([key, value]) => [
    key.toWellFormed(),
    typeof value === 'string' ? value.toWellFormed() : value,
  ]);
  return Object.fromEntries(members) as NonNullable<CustodyEvent['note']>;
}
