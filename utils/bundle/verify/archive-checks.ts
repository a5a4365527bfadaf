import * as v from 'valibot';
import { blobSource, digestOf, type ByteSource } from '../../integrity/digest.ts';
import { fromBase64 } from '../../integrity/bytes.ts';
import { parseJson } from '../schemas.ts';
import type { LocatedEntry, ZipArchive } from '../zip/archive.ts';
import { entryBytes, fingerprintEntry } from '../zip/entry-data.ts';
import { tryOpenZip } from '../zip/open.ts';
import { sliceSource } from '../zip/window.ts';
import type { BundleCheck, Finding, OpenedBag } from './types.ts';

const ARCHIVE = /^data\/captures\/[^/]+\/page\.wacz$/;
const PACKAGE = 'datapackage.json';
const PACKAGE_DIGEST = 'datapackage-digest.json';
/** Longest list of an archive's files, in bytes, and largest archive unpacked where another program packed the bundle. */
const LIST_LIMIT = 16 * 1024 * 1024;
const HELD = 128 * 1024 * 1024;

const sha256 = v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/));
const PACKAGE_SCHEMA = v.looseObject({
  resources: v.pipe(
    v.array(v.looseObject({ path: v.string(), hash: sha256, bytes: v.number() })),
    v.maxLength(10_000),
  ),
});
const DIGEST_SCHEMA = v.looseObject({
  path: v.literal(PACKAGE),
  hash: sha256,
  signedData: v.optional(
    v.looseObject({ hash: sha256, signature: v.string(), publicKey: v.string(), created: v.string() }),
  ),
});

/**
 * Opens each page archive and holds it against itself, as a player does: every file against `datapackage.json`, that
 * against `datapackage-digest.json`, and the signature over it. The manifest says only that the archive is the one that
 * was exported; whoever made the manifest anew could have put another one in.
 * Sources: WACZ 1.1.1, https://specs.webrecorder.net/wacz/1.1.1/; signatures 0.1.0,
 * https://specs.webrecorder.net/wacz-auth/0.1.0/.
 */
export const archivesCheck: BundleCheck = {
  id: 'archives',
  async run(bag, signal) {
    const findings: Finding[] = [];
    let count = 0;
    let signed = 0;
    for (const [path, entry] of bag.files) {
      if (!ARCHIVE.test(path)) continue;
      signal.throwIfAborted();
      count += 1;
      const checked = await checkArchive(bag, entry, signal);
      if (checked.isSigned) signed += 1;
      findings.push(
        ...checked.why.map((detail): Finding => ({
          severity: 'failure',
          code: 'archive-wrong',
          path,
          detail,
        })),
      );
    }
    if (count === 0) return { findings, notApplicable: true };
    return { findings, proven: [{ key: 'proven-archives', parameters: { count, signed } }] };
  },
};

interface Checked {
  readonly why: readonly string[];
  readonly isSigned: boolean;
}

const wrong = (...why: readonly string[]): Checked => ({ why, isSigned: false });

async function checkArchive(bag: OpenedBag, entry: LocatedEntry, signal: AbortSignal): Promise<Checked> {
  const source = await sourceOf(bag, entry);
  if (!source) return wrong('packed anew, and too large to be opened so');
  const opened = await tryOpenZip(source);
  if (!opened.ok) return wrong(opened.failure.detail);
  const archive = opened.value;
  if (archive.problems.length > 0)
    return wrong(...archive.problems.map(({ code, detail }) => `${code}: ${detail}`));
  const files = new Map(archive.entries.map((one) => [one.name, one]));
  const list = await textOf(archive, files.get(PACKAGE));
  const stated = await textOf(archive, files.get(PACKAGE_DIGEST));
  const listed = list === null ? null : parseJson(PACKAGE_SCHEMA, list);
  const digest = stated === null ? null : parseJson(DIGEST_SCHEMA, stated);
  if (list === null || !listed || !digest)
    return wrong(`no ${listed ? PACKAGE_DIGEST : PACKAGE} that can be read`);
  const why: string[] = [];
  if ((await digestOf(list)) !== digest.hash)
    why.push(`${PACKAGE} is not the one that ${PACKAGE_DIGEST} names`);
  const { signedData } = digest;
  if (signedData && !(await isSignedBy(signedData, digest.hash))) why.push('its signature does not hold');
  for (const { path, hash, bytes } of listed.resources) {
    const file = files.get(path);
    files.delete(path);
    if (!file) why.push(`${path} is missing`);
    else if (file.size !== bytes || (await fingerprintEntry(archive, file, { signal })).digest !== hash)
      why.push(`${path} is another`);
  }
  for (const name of files.keys()) {
    if (name !== PACKAGE && name !== PACKAGE_DIGEST) why.push(`${name} was added`);
  }
  return { why, isSigned: signedData !== undefined };
}

/** The archive's bytes: where they stand in a container of ours; unpacked where another program packed it. */
async function sourceOf({ archive }: OpenedBag, entry: LocatedEntry): Promise<ByteSource | null> {
  const { dataOffset, method, size } = entry;
  if (method === 0) return sliceSource(archive.source, dataOffset, dataOffset + size);
  return size > HELD ? null : blobSource(new Blob([await entryBytes(archive, entry, HELD)]));
}

async function textOf(archive: ZipArchive, entry: LocatedEntry | undefined): Promise<string | null> {
  if (!entry || entry.size > LIST_LIMIT) return null;
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await entryBytes(archive, entry, LIST_LIMIT));
}

/** ECDSA on P-384 over the text of the digest, by the key that stands beside it: no word on whose key that is. */
async function isSignedBy(
  {
    hash,
    signature,
    publicKey,
  }: { readonly hash: string; readonly signature: string; readonly publicKey: string },
  stated: string,
): Promise<boolean> {
  const [spki, raw] = [fromBase64(publicKey), fromBase64(signature)];
  if (hash !== stated || !spki || !raw) return false;
  try {
    const key = await crypto.subtle.importKey('spki', spki, { name: 'ECDSA', namedCurve: 'P-384' }, false, [
      'verify',
    ]);
    const kind = { name: 'ECDSA', hash: 'SHA-256' };
    return await crypto.subtle.verify(kind, key, raw, new TextEncoder().encode(hash));
  } catch (error) {
    // No key of that curve: whatever it is, it is no signature that holds.
    if (error instanceof DOMException) return false;
    throw error;
  }
}
