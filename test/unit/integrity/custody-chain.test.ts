import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CustodyEntry } from '../../../utils/case/custody.ts';
import {
  checkChain,
  CHAIN_START,
  hashEntry,
  nextEntry,
  unrecorded,
  type CustodyEvent,
} from '../../../utils/integrity/custody-chain.ts';

function eventOf(number: number): CustodyEvent {
  return {
    at: new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString(),
    actor: 'Ada Investigator',
    action: 'capture-ended',
    objectSha256: String(number).padStart(64, '0'),
    note: { number },
  };
}

async function chainOf(length: number): Promise<CustodyEntry[]> {
  const entries: CustodyEntry[] = [];
  for (let number = 0; number < length; number += 1) {
    entries.push(await nextEntry(entries.at(-1) ?? null, eventOf(number)));
  }
  return entries;
}

/** Replaces an entry and computes every hash after it anew, as somebody with the database in hand could. */
async function rehashFrom(
  entries: readonly CustodyEntry[],
  at: number,
  actor: string,
): Promise<CustodyEntry[]> {
  const forged = entries.slice(0, at);
  for (const entry of entries.slice(at)) {
    const last = forged.at(-1) ?? null;
    forged.push(await nextEntry(last, { ...entry, ...(entry.seq === at ? { actor } : {}) }));
  }
  return forged;
}

describe('custody chain', () => {
  it('is whole as it was written, and empty chains are whole', async () => {
    const entries = await chainOf(5);
    expect(entries[0]?.prev).toBe(CHAIN_START);
    expect(await checkChain(entries)).toEqual({
      whole: true,
      length: 5,
      head: `sha256:${entries[4]?.hash}`,
    });
    expect(await checkChain([])).toEqual({ whole: true, length: 0, head: null });
  });

  it('has a hash that others can compute: SHA-256 of RFC 8785 without `hash`', async () => {
    const salt = '0123456789abcdef'.repeat(2);
    const entry = await nextEntry(null, { ...eventOf(0), note: { b: 1, a: 'ü' } }, salt);
    const zeros = '0'.repeat(64);
    const text =
      '{"action":"capture-ended","actor":"Ada Investigator","at":"2026-01-01T00:00:00.000Z",' +
      `"note":{"a":"ü","b":1},"objectSha256":"${zeros}","prev":"${zeros}","salt":"${salt}","seq":0}`;
    expect(entry.hash).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('gives each entry a salt of its own, and still holds where entries of before have none', async () => {
    const [first, second] = await chainOf(2);
    if (!first || !second) throw new Error('a chain of two has two entries');
    expect(first.salt).toMatch(/^[0-9a-f]{32}$/);
    expect(second.salt).not.toBe(first.salt);
    const { salt: _salt, hash: _hash, ...plain } = first;
    const old: CustodyEntry = { ...plain, hash: await hashEntry(plain) };
    expect(await checkChain([old, await nextEntry(old, eventOf(1))])).toMatchObject({ whole: true });
    expect(await checkChain([{ ...old, salt: 'f'.repeat(32) }])).toMatchObject({ whole: false });
  });

  it('finds an entry removed from the middle or the start, two swapped, one doubled', async () => {
    const entries = await chainOf(6);
    const [first, second] = entries;
    if (!first || !second) throw new Error('a chain of six has two entries');
    expect(await checkChain(entries.toSpliced(3, 1))).toMatchObject({ whole: false, brokenAt: 4 });
    expect(await checkChain(entries.slice(1))).toMatchObject({ whole: false, brokenAt: 1 });
    expect(await checkChain([second, first, ...entries.slice(2)])).toMatchObject({ whole: false });
    expect(await checkChain([first, ...entries])).toMatchObject({ whole: false });
  });

  it('finds any field of any entry changed', async () => {
    const entries = await chainOf(4);
    const changes: Partial<CustodyEntry>[] = [
      { at: '2026-02-01T00:00:00.000Z' },
      { actor: 'Somebody Else' },
      { action: 'exported' },
      { objectSha256: null },
      { note: { number: 99 } },
      { prev: 'f'.repeat(64) },
      { hash: 'f'.repeat(64) },
    ];
    await fc.assert(
      fc.asyncProperty(fc.nat(3), fc.constantFrom(...changes), async (at, change) => {
        const changed = entries.map((entry) => (entry.seq === at ? { ...entry, ...change } : entry));
        expect(await checkChain(changed)).toMatchObject({ whole: false, brokenAt: at });
      }),
    );
    const { note: _, ...without } = entries[2] ?? (await nextEntry(null, eventOf(0)));
    expect(await checkChain(entries.with(2, without))).toMatchObject({ whole: false, brokenAt: 2 });
  });

  it('finds members that nobody signed for', async () => {
    const entries = await chainOf(2);
    const [first, second] = entries;
    if (!first || !second) throw new Error('a chain of two has two entries');
    const smuggled = { ...second, reason: 'the operator agreed' } as CustodyEntry;
    expect(await checkChain([first, smuggled])).toMatchObject({ whole: false, brokenAt: 1 });
  });

  it('cannot tell a chain that was cut or hashed anew, but its head differs from the one that was signed', async () => {
    const entries = await chainOf(5);
    const honest = await checkChain(entries);
    for (const forged of [entries.slice(0, 3), await rehashFrom(entries, 2, 'Somebody Else')]) {
      const check = await checkChain(forged);
      expect(check.whole).toBe(true);
      expect(check).not.toEqual(honest);
      expect(await checkChain(forged, honest.whole ? honest.head : null)).toMatchObject({ whole: false });
    }
    expect(await checkChain(entries, honest.whole ? honest.head : null)).toEqual(honest);
  });

  it('mends texts that are not well-formed instead of hashing what other tools hash differently', async () => {
    const entry = await nextEntry(null, { ...eventOf(0), actor: 'A\ud800', note: { reason: 'x\udc00' } });
    expect(entry.actor).toBe('A\ufffd');
    expect(entry.note).toEqual({ reason: 'x\ufffd' });
    expect(await checkChain([entry])).toMatchObject({ whole: true });
  });

  it('calls an entry that cannot be hashed changed, instead of failing', async () => {
    const entries = await chainOf(2);
    const [first, second] = entries;
    if (!first || !second) throw new Error('a chain of two has two entries');
    for (const bad of [{ actor: '\ud800' }, { note: { number: Number.NaN } }]) {
      expect(await checkChain([first, { ...second, ...bad }])).toMatchObject({ whole: false, brokenAt: 1 });
    }
  });

  it('names captures that the log does not speak of', async () => {
    const entries = await chainOf(3);
    const [kept, lost] = [1, 7].map((number) => `sha256:${String(number).padStart(64, '0')}` as const);
    if (!kept || !lost) throw new Error('two digests');
    expect(unrecorded(entries, [kept, lost])).toEqual([lost]);
  });

  it('does not let a stored hash stand for another entry', async () => {
    const [entry] = await chainOf(1);
    if (!entry) throw new Error('a chain of one has an entry');
    const { hash, ...rest } = entry;
    expect(await hashEntry(rest)).toBe(hash);
    expect(await hashEntry({ ...rest, seq: 1 })).not.toBe(hash);
  });
});
