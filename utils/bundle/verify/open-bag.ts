import { FailureError } from '../../case/result.ts';
import type { Fingerprint } from '../../integrity/digest.ts';
import { BAGIT, BAG_INFO, CASE_FILE, CUSTODY, isBagPath, MANIFEST, TAG_MANIFEST } from '../layout.ts';
import type { LocatedEntry, ZipArchive } from '../zip/archive.ts';
import { entryBytes, entryData, fingerprintEntry } from '../zip/entry-data.ts';
import type { Finding, OpenedBag } from './types.ts';

/** Longest file that is read whole, in bytes: a manifest of a million files, a case of ten thousand items. */
const TEXT_LIMIT = 256 * 1024 * 1024;
/** Longest line of a file read by lines, in characters. */
const LINE_LIMIT = 1024 * 1024;

const MARKS = [BAGIT, BAG_INFO, MANIFEST, TAG_MANIFEST, CASE_FILE, CUSTODY];

/**
 * What stands before the bag's own paths: the folder that holds most of its {@link MARKS}, with its slash; empty
 * for a bag packed without its folder; null where there is no bag.
 */
export function prefixOf(archive: ZipArchive): string | null {
  const marks = new Map<string, number>();
  for (const { name } of archive.entries) {
    const mark = MARKS.find((file) => name === file || name.endsWith(`/${file}`));
    const prefix = mark && name.slice(0, -mark.length);
    if (prefix === undefined || prefix.indexOf('/') < prefix.length - 1) continue;
    marks.set(prefix, (marks.get(prefix) ?? 0) + 1);
  }
  const [best] = [...marks].toSorted(([, a], [, b]) => b - a);
  return best ? best[0] : null;
}

/** Fingerprints every file of an archive. Names of files that cannot be read, or whose CRC-32 is wrong, are found. */
export async function openBag(
  archive: ZipArchive,
  prefix: string,
  options: {
    readonly repacked: boolean;
    readonly signal: AbortSignal;
    readonly onBytes: (bytes: number) => void;
  },
): Promise<{ readonly bag: OpenedBag; readonly findings: readonly Finding[] }> {
  const files = new Map<string, LocatedEntry>();
  const outside: string[] = [];
  for (const entry of archive.entries) {
    if (entry.name.startsWith(prefix)) {
      if (!entry.directory) files.set(entry.name.slice(prefix.length), entry);
    } else if (!entry.directory) outside.push(entry.name);
  }
  const { fingerprints, findings } = await fingerprintAll(archive, files, options);
  findings.push(...strangePaths(files), ...addedFolders(archive, options.repacked));
  const bag = { archive, top: prefix.slice(0, -1), files, fingerprints, outside, repacked: options.repacked };
  return { bag: { ...bag, ...readers(archive, files) }, findings };
}

/** Files at paths that no bundle has: a program may unpack them elsewhere, or show another name. */
function strangePaths(files: ReadonlyMap<string, LocatedEntry>): Finding[] {
  const detail = 'no file of a bundle has such a path';
  return [...files.keys()]
    .filter((path) => !isBagPath(path))
    .map((path) => ({ severity: 'failure', code: 'zip-problem', path, detail }));
}

/**
 * Folders that somebody put in: we write none, and another program that packs the bag anew has only those that files
 * stand in. The name alone of an empty one can tell a lie.
 */
function addedFolders({ entries }: ZipArchive, repacked: boolean): Finding[] {
  const needed = new Set<string>();
  for (const { name } of repacked ? entries.filter(({ directory }) => !directory) : []) {
    for (let at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1))
      needed.add(name.slice(0, at + 1));
  }
  return entries
    .filter(({ name, directory }) => directory && !needed.has(name))
    .map(({ name }) => ({ severity: 'failure', code: 'file-extra', path: name }));
}

async function fingerprintAll(
  archive: ZipArchive,
  files: ReadonlyMap<string, LocatedEntry>,
  options: { readonly signal: AbortSignal; readonly onBytes: (bytes: number) => void },
): Promise<{ fingerprints: Map<string, Fingerprint>; findings: Finding[] }> {
  const fingerprints = new Map<string, Fingerprint>();
  const findings: Finding[] = [];
  for (const [path, entry] of files) {
    options.signal.throwIfAborted();
    try {
      const fingerprint = await fingerprintEntry(archive, entry, options);
      fingerprints.set(path, fingerprint);
      if (fingerprint.crc32 !== entry.crc32)
        findings.push({ severity: 'failure', code: 'file-checksum', path });
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      findings.push({ severity: 'failure', code: 'file-unreadable', path, detail: error.failure.detail });
    }
  }
  return { fingerprints, findings };
}

function readers(
  archive: ZipArchive,
  files: ReadonlyMap<string, LocatedEntry>,
): Pick<OpenedBag, 'text' | 'bytes' | 'lines'> {
  const bytes: OpenedBag['bytes'] = async (path, limit = TEXT_LIMIT) => {
    const entry = files.get(path);
    if (!entry) return null;
    try {
      return await entryBytes(archive, entry, limit);
    } catch (error) {
      // Already a finding of fingerprintAll, or over the limit: either way there is nothing to give.
      if (error instanceof FailureError) return null;
      throw error;
    }
  };
  return {
    bytes,
    async text(path, limit) {
      const content = await bytes(path, limit);
      return content && decode(content);
    },
    async *lines(path) {
      const entry = files.get(path);
      if (entry) yield* linesOf(archive, entry);
    },
  };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** @throws nothing that a hostile file could cause: an unreadable or overlong line ends the reading. */
async function* linesOf(archive: ZipArchive, entry: LocatedEntry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  try {
    for await (const chunk of entryData(archive, entry)) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
      if (rest.length > LINE_LIMIT) return;
    }
  } catch (error) {
    if (error instanceof FailureError) return;
    throw error;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
