import type { CustodyEntry, WithheldEntry } from '../../case/custody.ts';
import type { Audience, Notice } from '../../case/notice.ts';
import type { RedactedFile, Redaction, StatedRedaction } from '../../case/redaction.ts';
import { FailureError, succeed } from '../../case/result.ts';
import type { Language } from '../../case/settings.ts';
import { hexOf, type Digest } from '../../case/values.ts';
import { redactionDigest } from '../../integrity/redaction-digest.ts';
import { noticeFolder } from '../../notice/notice-folder.ts';
import { custodyObjects } from '../custody-objects.ts';
import { CASE_FILE, CUSTODY, REPORT, REPORT_PDF, URL_LIST } from '../layout.ts';
import type { AudienceView, BundledCapture, BundleEntry, BundleSource } from '../ports.ts';
import { addressesUnder } from './area-addresses.ts';
import { captureFor, type CopyContext } from './capture-view.ts';
import { caseFor } from './case-view.ts';
import { custodyFor } from './custody-view.ts';
import { documentsFor } from './document-files.ts';
import { hiddenTexts, type HiddenTexts } from './hidden-texts.ts';

/** What a view is made with. */
export interface AudienceOptions {
  readonly audience: Exclude<Audience, 'full'>;
  readonly language: Language;
  readonly signal: AbortSignal;
}

/**
 * Makes a case ready for an audience other than counsel. All copies are made before the first byte is written, so that
 * the report can say what the bundle leaves out.
 * @throws FailureError where a hidden text cannot be taken out of what must be in every bundle.
 */
export async function audienceView(
  source: BundleSource,
  { audience, language, signal }: AudienceOptions,
): Promise<AudienceView> {
  const redactions = source.redactions ?? [];
  const read = (digest: Digest) => readFrom(source, digest);
  const addresses: string[] = [];
  for await (const captured of source.captures()) {
    signal.throwIfAborted();
    addresses.push(...(await addressesUnder(captured, redactions, read)));
  }
  const typed = redactions.flatMap(({ target, withdrawnAt }) =>
    target.kind === 'text' && !withdrawnAt ? [target.text] : [],
  );
  const hidden = hiddenTexts(typed, [...new Set(addresses)]);
  const copies = new Map<Digest, Blob>();
  const context: CopyContext = {
    audience,
    redactions,
    hidden,
    read,
    keep: (digest, blob) => void copies.set(digest, blob),
  };
  const captures: BundledCapture[] = [];
  const files: RedactedFile[] = [];
  for await (const captured of source.captures()) {
    signal.throwIfAborted();
    const view = await captureFor(captured, context);
    captures.push(view.captured);
    files.push(...view.files);
  }
  const custody: (CustodyEntry | WithheldEntry)[] = [];
  for await (const entry of source.custody()) custody.push(custodyFor(entry, audience, hidden));
  const { file, withheld } = caseFor(source.caseFile, audience, hidden, language);
  const documents = await documentsFor(source, file, { audience, hidden });
  const notices = await noticesFor(source, audience, hidden);
  // What came with an import is as it was for counsel; the log kept with it is that of others.
  const { redactions: _all, imports = [], ...shared } = source;
  return {
    source: {
      ...shared,
      caseFile: documents.file,
      captures: (numbers) => selected(captures, numbers),
      custody: () => shownCustody(custody),
      blob: async (digest) => {
        const copy = copies.get(digest);
        return copy ? succeed(copy) : source.blob(digest);
      },
    },
    custody,
    notices,
    leaks: (text) => hidden.occursIn(text),
    declaration: {
      schema: 'prima-facie/redactions/1',
      audience,
      redactions: await stated(redactions, hidden),
      files: [...files, ...documents.files],
      custodyWithheld: custody.flatMap((entry) => ('withheld' in entry ? [entry.seq] : [])),
      sealedElsewhere: sealedElsewhere(captures, custody),
      caseWithheld: [...withheld, ...(imports.length > 0 ? ['imports'] : [])],
      madeForAudience: [REPORT, REPORT_PDF, URL_LIST, CASE_FILE, CUSTODY, 'data/captures/*/record.json'],
    },
  };
}

async function readFrom(source: BundleSource, digest: Digest): Promise<Blob> {
  const blob = await source.blob(digest);
  if (!blob.ok) throw new FailureError(blob.failure.code, blob.failure.detail);
  return blob.value;
}

async function* selected(
  captures: readonly BundledCapture[],
  numbers?: ReadonlySet<number>,
): AsyncGenerator<BundledCapture> {
  yield* captures.filter(({ capture }) => !numbers || numbers.has(capture.number));
}

/** The log as report and lists show it: what is withheld is empty. */
export async function* shownCustody(
  custody: readonly (CustodyEntry | WithheldEntry)[],
): AsyncGenerator<CustodyEntry> {
  for (const entry of custody) {
    if (!('withheld' in entry)) yield entry;
    else {
      const { withheld: _, ...rest } = entry;
      yield { ...rest, actor: '' };
    }
  }
}

async function stated(redactions: readonly Redaction[], hidden: HiddenTexts): Promise<StatedRedaction[]> {
  const standing = redactions.filter(({ withdrawnAt }) => !withdrawnAt);
  return Promise.all(
    standing.map(async (redaction) => {
      const { id, createdAt, target, reason } = redaction;
      return {
        id,
        createdAt,
        kind: target.kind,
        reason: hidden.clean(reason),
        digest: await redactionDigest(redaction),
      };
    }),
  );
}

/** Captures that came with an import whose own log seals them, and not this case's. */
function sealedElsewhere(
  captures: readonly BundledCapture[],
  custody: readonly (CustodyEntry | WithheldEntry)[],
): Digest[] {
  const { ended } = custodyObjects(custody);
  return captures.flatMap(({ capture: { digest } }) => (digest && !ended.has(hexOf(digest)) ? [digest] : []));
}

/**
 * The files of finalised notices that were written for the audience, byte for byte. Other renderings are not named by
 * their digests: they differ by a telephone number or an address, which the digest would let anybody find by trying.
 */
async function noticesFor(
  source: BundleSource,
  audience: Audience,
  hidden: HiddenTexts,
): Promise<BundleEntry[]> {
  const entries: BundleEntry[] = [];
  for (const notice of source.caseFile.notices ?? [])
    entries.push(...(await noticeFiles(source, notice, audience, hidden)));
  return entries;
}

async function noticeFiles(
  source: BundleSource,
  notice: Notice,
  audience: Audience,
  hidden: HiddenTexts,
): Promise<BundleEntry[]> {
  const entries: BundleEntry[] = [];
  for (const { path, digest, size } of notice.renderings.filter((one) => one.audience === audience)) {
    const blob = await source.blob(digest);
    if (!blob.ok || hidden.occursIn(await blob.value.text())) continue;
    entries.push({
      path: `${noticeFolder(notice)}/${path}`,
      content: blob.value,
      expected: { digest, size },
    });
  }
  return entries;
}
