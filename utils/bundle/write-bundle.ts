import { actorOf, type ChainCheck } from '../case/custody.ts';
import type { Audience } from '../case/notice.ts';
import type { RedactionsFile } from '../case/redaction.ts';
import { FailureError, failureOf, succeed, type Result } from '../case/result.ts';
import type { Language } from '../case/settings.ts';
import type { Digest, Instant } from '../case/values.ts';
import { checkChain } from '../integrity/custody-chain.ts';
import { digestOf } from '../integrity/digest.ts';
import { audienceView } from './audience/audience-view.ts';
import { seenInMarkup } from './audience/hidden-texts.ts';
import { assembler, type Assembler } from './assemble.ts';
import { BAG_DECLARATION, bagInfoText, manifestText, payloadOxum, type BagInfoLine } from './bag.ts';
import { BAGIT, BAG_INFO, MANIFEST, REPORT_PDF, TAG_MANIFEST, topFolder } from './layout.ts';
import type {
  AttestProducer,
  AudienceView,
  BundleEntry,
  BundleIdentity,
  BundleSource,
  EntryProducer,
  ProducerContext,
  Progress,
  WrittenFile,
} from './ports.ts';
import { PAYLOAD_PRODUCERS, TAG_PRODUCERS } from './producers/index.ts';
import { zipWriter } from './zip/writer.ts';

/** What an export takes besides the case. */
export interface WriteOptions {
  readonly now: () => Date;
  /** Version of this extension. */
  readonly version: string;
  readonly operator: string;
  readonly language: Language;
  /** SHA-256 of the public key that `attest` signs with, in hexadecimal; named in the report and in bag-info. */
  readonly signerFingerprint?: string;
  /** Whether `attest` will ask for a trusted timestamp: HOW-TO-VERIFY then says how to check it. */
  readonly stampWanted?: boolean;
  /** Who will read it; everything, for counsel, where not given. */
  readonly audience?: Audience;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Files under `data/`, in order; {@link PAYLOAD_PRODUCERS} where not given. */
  readonly payload?: readonly EntryProducer[];
  /** Files beside `data/`; {@link TAG_PRODUCERS} where not given. */
  readonly tags?: readonly EntryProducer[];
  /** Signature and timestamps over the tag manifest. */
  readonly attest?: readonly AttestProducer[];
  /** Further lines of `bag-info.txt`, asked for when all files under `data/` are written. */
  readonly bagInfo?: () => readonly BagInfoLine[];
  /** Exports a case although its custody chain is broken; the bundle then verifies as not whole, and says why. */
  readonly evenIfBroken?: boolean;
}

/** A finished bundle. */
export interface WrittenBundle {
  /** References the stored Blobs: save it before anything of the case is deleted. */
  readonly blob: Blob;
  /** `case-<id8>-<utc>.zip`; for another audience than counsel with its name: `…Z-forward-safe.zip`. */
  readonly fileName: string;
  /** SHA-256 of `tagmanifest-sha256.txt`, which stands for the whole bag. */
  readonly tagManifestDigest: Digest;
  readonly exportedAt: Instant;
  readonly captures: number;
  readonly files: number;
  /** All files, in their order. */
  readonly written: readonly WrittenFile[];
  /** Bytes of the zip. */
  readonly size: number;
  /** What a copy for an audience declares; null for a full bundle. */
  readonly declaration: RedactionsFile | null;
}

/**
 * Writes a case as a bundle: a BagIt 1.0 bag (RFC 8493) in a zip of stored entries, as `docs/bundle.md` says.
 * Every artifact is read and its digest compared on the way; memory does not grow with the case.
 * @returns a failure, and no bundle, where anything is missing, differs (`digest-mismatch`, naming the file),
 *   the custody chain is broken (`chain-broken`) or `signal` was aborted (`cancelled`).
 */
export async function writeBundle(
  source: BundleSource,
  options: WriteOptions,
): Promise<Result<WrittenBundle>> {
  try {
    return succeed(await write(source, options));
  } catch (error) {
    if (options.signal?.aborted) return { ok: false, failure: { code: 'cancelled', detail: 'export' } };
    return { ok: false, failure: failureOf(error, 'storage-failed') };
  }
}

async function write(given: BundleSource, options: WriteOptions): Promise<WrittenBundle> {
  const chain = await checkChain(given.custody());
  if (!chain.whole && !options.evenIfBroken) {
    throw new FailureError('chain-broken', `custody entry ${chain.brokenAt}: ${chain.why}`);
  }
  // To the second, since that is what the top folder's name and the zip's times hold.
  const at = new Date(Math.floor(options.now().getTime() / 1000) * 1000);
  const identity = identityOf(given, at, options);
  const zip = zipWriter(at);
  const signal = options.signal ?? new AbortController().signal;
  const { audience = 'full', language } = options;
  const view = audience === 'full' ? null : await audienceView(given, { audience, language, signal });
  const source = view?.source ?? given;
  const begun = begin(zip, identity, source, signal, options);
  const context = { ...begun.context, chain, ...(view ? { audience: view } : {}) };
  const { bag } = begun;
  await bag.add({ path: BAGIT, content: BAG_DECLARATION });
  for (const producer of options.payload ?? PAYLOAD_PRODUCERS) await take(bag, producer, context);
  const payload = bag.written.slice(1);
  for (const producer of options.tags ?? TAG_PRODUCERS) await take(bag, producer, context);
  const info = [...bagInfo(source, identity, chain), ['Payload-Oxum', payloadOxum(payload)] as const];
  await bag.add({ path: BAG_INFO, content: bagInfoText([...info, ...(options.bagInfo?.() ?? [])]) });
  await bag.add({ path: MANIFEST, content: manifestText(payload) });
  const tags = bag.written.filter((file) => !payload.includes(file));
  const tagManifest = manifestText(tags);
  await bag.add({ path: TAG_MANIFEST, content: tagManifest });
  for (const producer of options.attest ?? []) {
    for await (const entry of producer.produce({ ...context, tagManifest })) await bag.add(entry);
  }
  const blob = zip.finish();
  return {
    blob,
    fileName: `${identity.name}${audience === 'full' ? '' : `-${audience}`}.zip`,
    tagManifestDigest: await digestOf(tagManifest),
    exportedAt: identity.exportedAt,
    captures: source.captureCount,
    files: bag.written.length,
    written: bag.written,
    size: blob.size,
    declaration: view?.declaration ?? null,
  };
}

async function take(bag: Assembler, producer: EntryProducer, context: ProducerContext): Promise<void> {
  for await (const entry of producer.produce(context)) {
    if (context.audience) await assertHidden(entry, context.audience);
    await bag.add(entry);
  }
}

/** The last look before a copy is written: what was made for it holds nothing that is hidden. */
async function assertHidden({ path, content, expected }: BundleEntry, view: AudienceView): Promise<void> {
  // Files of the case were looked through when the copy was made ready.
  // A PDF is printed from the report, which was looked through before it.
  if (expected || !path.startsWith('data/') || content instanceof Uint8Array || path === REPORT_PDF) return;
  const text = typeof content === 'string' ? content : await content.text();
  const seen = path.endsWith('.html') ? seenInMarkup(text) : text;
  if (view.leaks(seen)) throw new FailureError('redaction-failed', path);
}

function identityOf(source: BundleSource, at: Date, options: WriteOptions): BundleIdentity {
  const exportedAt = at.toISOString();
  const { version, language, signerFingerprint, audience = 'full' } = options;
  // A copy that may be passed on does not say who captured.
  const operator = audience === 'forward-safe' ? '' : options.operator;
  const name = topFolder(source.caseFile.case.id, exportedAt);
  const signer = signerFingerprint === undefined ? {} : { signerFingerprint };
  const stampWanted = options.stampWanted ?? false;
  return { name, exportedAt, version, operator, language, audience, stampWanted, ...signer };
}

function begin(
  zip: ReturnType<typeof zipWriter>,
  identity: BundleIdentity,
  source: BundleSource,
  signal: AbortSignal,
  options: WriteOptions,
): { readonly bag: Assembler; readonly context: Omit<ProducerContext, 'chain' | 'audience'> } {
  const progress = { bytes: 0, totalBytes: null, captures: 0, totalCaptures: source.captureCount };
  const say = (): void => options.onProgress?.({ ...progress });
  const onBytes = (bytes: number): void => {
    progress.bytes += bytes;
    say();
  };
  const captureDone = (): void => {
    progress.captures += 1;
    say();
  };
  const bag = assembler(zip, identity.name, { signal, onBytes });
  return { bag, context: { source, identity, signal, written: bag.written, captureDone } };
}

function bagInfo(source: BundleSource, identity: BundleIdentity, chain: ChainCheck): BagInfoLine[] {
  const { caseFile } = source;
  const holder = caseFile.parties.find((party) => party.role === 'right-holder');
  return [
    ['Source-Organization', holder?.legalName ?? actorOf(identity.operator)],
    ['Contact-Name', identity.operator],
    ['External-Identifier', caseFile.case.id],
    ['External-Description', `Preliminary proof of copyright infringement: ${caseFile.case.title}`],
    ['Bagging-Date', identity.exportedAt.slice(0, 10)],
    ['Bag-Software-Agent', `Prima Facie ${identity.version}`],
    ['Prima-Facie-Bundle', '1'],
    ['Prima-Facie-Exported-At', identity.exportedAt],
    ['Prima-Facie-Captures', String(source.captureCount)],
    ['Prima-Facie-Audience', identity.audience === 'full' ? '' : identity.audience],
    ['Prima-Facie-Signer', identity.signerFingerprint ?? ''],
    ['Prima-Facie-Custody-Head', `${chain.length} ${chain.whole ? (chain.head ?? 'none') : 'broken'}`],
  ];
}
