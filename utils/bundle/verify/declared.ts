import type { RedactedFile, RedactionsFile } from '../../case/redaction.ts';
import type { Digest } from '../../case/values.ts';
import { parseBagInfo } from '../bag.ts';
import { BAG_INFO, REDACTIONS } from '../layout.ts';
import { REDACTIONS_SCHEMA, parseJson } from '../schemas.ts';
import type { OpenedBag } from './types.ts';

/** What a copy made for an audience declares of its files. */
export interface Declared {
  readonly file: RedactionsFile;
  /** The declaration about an original: the file at `path`, with this digest and size. */
  about(path: string, digest: Digest): RedactedFile | null;
  /** The declaration about a copy that is in the bag. */
  copyAt(path: string): Extract<RedactedFile, { readonly state: 'copy' }> | null;
}

const read = new WeakMap<OpenedBag, Promise<Declared | null>>();

/** Audience that the bag was made for, as `bag-info.txt` says; null for a full bundle. */
export async function audienceOf(bag: OpenedBag): Promise<string | null> {
  return parseBagInfo((await bag.text(BAG_INFO)) ?? '')?.get('Prima-Facie-Audience') ?? null;
}

/** What a bag declares to be redacted; null for a full bundle, and where the declaration cannot be believed. */
export function declaredIn(bag: OpenedBag): Promise<Declared | null> {
  const known = read.get(bag) ?? readDeclared(bag);
  read.set(bag, known);
  return known;
}

async function readDeclared(bag: OpenedBag): Promise<Declared | null> {
  const audience = await audienceOf(bag);
  if (audience === null) return null;
  const file = parseJson(REDACTIONS_SCHEMA, (await bag.text(REDACTIONS)) ?? '');
  if (!file || file.audience !== audience) return null;
  const key = (path: string, digest: string) => `${digest} ${path}`;
  const byOriginal = new Map(file.files.map((one) => [key(one.path, one.original.digest), one]));
  const copies = new Map(
    file.files.flatMap((one) => (one.state === 'copy' ? [[one.path, one] as const] : [])),
  );
  return {
    file,
    about: (path, digest) => byOriginal.get(key(path, digest)) ?? null,
    copyAt: (path) => copies.get(path) ?? null,
  };
}
