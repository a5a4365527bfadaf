import type { ByteSource } from '../../integrity/digest.ts';
import type { ZipArchive } from './archive.ts';
import { centralHeader, endRecords, localHeader } from './format.ts';
import { windowed } from './window.ts';

/** How a container compares with the one the writer would have made of the same entries. */
export type ContainerForm =
  /** Every byte outside the files' data is as the writer put it. */
  | { readonly form: 'as-written' }
  /** Most headers are the writer's, but not all: somebody changed the container. */
  | { readonly form: 'altered'; readonly where: readonly string[] }
  /** Made by another program out of the same files. */
  | { readonly form: 'repacked' };

/** Differences that are named; more add nothing. */
const NAMED = 20;

/**
 * Compares every header byte of an archive with what {@link localHeader}, {@link centralHeader} and
 * {@link endRecords} give for its entries in their order.
 *
 * Another program that packs a bag anew writes no local header like ours (an extended timestamp of exactly one
 * time, no access time, no owner). So a container in which at least half of the local headers are ours is ours,
 * and then every byte must be ours: that is how a single changed byte in a time or an attribute shows.
 * @param at the time all entries carry, from the top folder's name.
 */
export async function containerForm(archive: ZipArchive, at: Date): Promise<ContainerForm> {
  const { source, entries } = archive;
  const where: string[] = [];
  const near = windowed(source);
  let ours = 0;
  let offset = 0;
  for (const entry of entries) {
    const local = localHeader(entry, at);
    if (await holds(near, entry.headerOffset, local)) ours += 1;
    else if (where.length < NAMED) where.push(entry.name);
    offset += local.byteLength + entry.size;
  }
  if (ours * 2 < entries.length || entries.length === 0) return { form: 'repacked' };
  where.push(...(await directoryDifferences(archive, at, offset)));
  return where.length === 0
    ? { form: 'as-written' }
    : { form: 'altered', where: [...new Set(where)].slice(0, NAMED) };
}

/** Names what differs from the central directory and end records that belong at `start`. */
async function directoryDifferences(archive: ZipArchive, at: Date, start: number): Promise<string[]> {
  const where: string[] = [];
  const near = windowed(archive.source);
  let offset = 0;
  let place = start;
  for (const entry of archive.entries) {
    const header = centralHeader(entry, at, offset);
    if (!(await holds(near, place, header)) && where.length < NAMED) where.push(entry.name);
    offset += localHeader(entry, at).byteLength + entry.size;
    place += header.byteLength;
  }
  const end = endRecords(archive.entries.length, start, place - start);
  const ends = place + end.byteLength === archive.source.size;
  return ends && (await holds(near, place, end)) ? where : [...where, 'end of the archive'];
}

/** Whether the source has exactly `expected` at `start`. */
async function holds(source: ByteSource, start: number, expected: Uint8Array): Promise<boolean> {
  const end = start + expected.byteLength;
  if (end > source.size) return false;
  const found = await source.read(start, end);
  return expected.every((byte, index) => byte === found[index]);
}
