import { pngSize } from '../../capture/png.ts';
import type { ArtifactEntry } from '../../case/artifact.ts';
import type { CaptureDocument } from '../../case/capture-document.ts';
import type { PageFacts } from '../../case/facts.ts';
import type { Audience } from '../../case/notice.ts';
import type { LeftOutReason, Redaction, RedactedFile } from '../../case/redaction.ts';
import { FailureError } from '../../case/result.ts';
import type { Digest } from '../../case/values.ts';
import { fingerprintBytes } from '../../integrity/digest.ts';
import { CAPTURE_DOCUMENT, captureFolder } from '../layout.ts';
import type { BundledCapture } from '../ports.ts';
import { withoutAddressSecrets } from './addresses.ts';
import { documentFor, factsFor, rowFor } from './document-views.ts';
import { cleanDeep, textsOf, type HiddenTexts } from './hidden-texts.ts';
import { paintOver, pixelBox } from './paint.ts';
import { picturePlan, type PicturePlan } from './picture-areas.ts';

/** What a copy of a capture is made with. */
export interface CopyContext {
  readonly audience: Exclude<Audience, 'full'>;
  readonly redactions: readonly Redaction[];
  readonly hidden: HiddenTexts;
  /** @throws FailureError where the bytes are not to be had. */
  readonly read: (digest: Digest) => Promise<Blob>;
  /** Keeps a copy's bytes under its digest for the writer. */
  readonly keep: (digest: Digest, blob: Blob) => void;
}

/** A capture as an audience may see it, and each file that is not the original. */
export interface CaptureView {
  readonly captured: BundledCapture;
  readonly files: readonly RedactedFile[];
}

interface Work extends CopyContext {
  readonly plan: PicturePlan;
  /** Whether something is hidden in this capture, in a picture or in a text of it. */
  readonly touched: boolean;
  readonly safe: boolean;
}

/** What becomes of one file. */
type Outcome =
  | { readonly as: 'original' }
  | { readonly as: 'left-out'; readonly why: LeftOutReason }
  | {
      readonly as: 'copy';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly areas?: ReturnType<PicturePlan['areas']>;
    };

const ORIGINAL: Outcome = { as: 'original' };
const leftOut = (why: LeftOutReason): Outcome => ({ as: 'left-out', why });

/** Larger texts are not searched: they count as holding what is hidden. 64 MiB. */
const SEARCHED = 64 * 1024 * 1024;

/** All that `forward-safe` carries of a capture: pictures, and the facts of the network. */
const FORWARDED =
  /^(?:capture\.json(?:\.ts[qr])?|changes\.json|(?:later\/[^/]+\/)?net\/(?!requests\.har$).+|(?:shots|tiles[^/]*|inner|items)\/.+\.png|media\/still-[^/]+)$/;
/** What the page itself sent or said, in forms in which a text hides: none of it goes out beside a redaction. */
const OF_THE_PAGE =
  /^(?:page\..+|frames\/.+|net\/requests\.har|bodies\/.+|verification\/.+|media\/manifest-.+)$/;

/** Makes an audience's copy of a capture. Every file is kept as it is, copied, or left out; never changed unsaid. */
export async function captureFor(captured: BundledCapture, context: CopyContext): Promise<CaptureView> {
  const plan = picturePlan(captured.capture.id, context.redactions);
  const touched = plan.hasAreas || (context.hidden.any && (await holdsHidden(captured, context)));
  const work: Work = { ...context, plan, touched, safe: context.audience === 'forward-safe' };
  const entries: ArtifactEntry[] = [];
  const files: RedactedFile[] = [];
  for (const entry of captured.entries) {
    const outcome = await outcomeOf(entry, work);
    const path = captureFolder(captured.capture) + context.hidden.clean(entry.path);
    const original = { digest: entry.digest, size: entry.size };
    if (outcome.as === 'original') entries.push(entry);
    else if (outcome.as === 'left-out') files.push({ path, state: 'left-out', original, why: outcome.why });
    else {
      const copy = await fingerprintBytes(outcome.bytes);
      context.keep(copy.digest, new Blob([outcome.bytes], { type: entry.mediaType }));
      entries.push(copyEntry(entry, copy));
      files.push({
        path,
        state: 'copy',
        original,
        copy: { digest: copy.digest, size: copy.size },
        ...(outcome.areas ? { areas: outcome.areas } : {}),
      });
    }
  }
  const row = rowFor(captured.capture);
  if (!touched && !work.safe) return { captured: { capture: captured.capture, entries }, files };
  const clean = cleaner(work);
  const told = work.safe ? entries.map(withoutClock) : entries;
  return { captured: { capture: cleanDeep(row, clean), entries: cleanDeep(told, clean) }, files };
}

/** A stamp's entry without what it told of the operator's machine. */
function withoutClock(entry: ArtifactEntry): ArtifactEntry {
  if (entry.about?.['clock'] === undefined) return entry;
  const { clock: _clock, ...about } = entry.about;
  return { ...entry, about };
}

function copyEntry(
  entry: ArtifactEntry,
  copy: { readonly digest: Digest; readonly size: number; readonly crc32: number },
): ArtifactEntry {
  return { ...entry, ...copy, role: 'derived', about: { ...entry.about, redactedCopyOf: entry.digest } };
}

function cleaner({ hidden, safe }: Pick<Work, 'hidden' | 'safe'>): (text: string) => string {
  return (text) => hidden.clean(safe ? withoutAddressSecrets(text) : text);
}

async function outcomeOf(entry: ArtifactEntry, work: Work): Promise<Outcome> {
  const { path, mediaType } = entry;
  if (work.safe && !FORWARDED.test(path)) return leftOut('audience');
  if (/^capture\.json\.ts[qr]$/.test(path)) return ORIGINAL;
  // A file name can hold what is hidden, too: a host in the name of its certificate.
  if (path !== CAPTURE_DOCUMENT && work.hidden.occursIn(path)) return leftOut('opaque');
  if (path === CAPTURE_DOCUMENT) return work.touched || work.safe ? documentCopy(entry, work) : ORIGINAL;
  if (mediaType.startsWith('image/')) return pictureOutcome(entry, work);
  if (work.touched) {
    if (path === 'facts.json') return factsCopy(entry, work);
    if (OF_THE_PAGE.test(path)) return leftOut('opaque');
  }
  return textOutcome(entry, work);
}

async function pictureOutcome(entry: ArtifactEntry, work: Work): Promise<Outcome> {
  if (!work.touched) return ORIGINAL;
  const wanted = work.plan.areas(entry);
  if (!wanted) return leftOut('not-reviewed');
  const bytes = new Uint8Array(await (await work.read(entry.digest)).arrayBuffer());
  const size = pngSize(bytes);
  if (!size) return leftOut('unreadable');
  const areas = wanted.flatMap((box) => pixelBox(box, size.width, size.height) ?? []);
  if (areas.length === 0) return ORIGINAL;
  const painted = paintOver(bytes, areas);
  return painted.ok ? { as: 'copy', bytes: painted.value, areas } : leftOut('unreadable');
}

/** Text that can be searched goes as it is, or loses the secrets of its addresses; where it holds a hidden text it stays out. */
async function textOutcome(entry: ArtifactEntry, work: Work): Promise<Outcome> {
  if (!work.hidden.any && !work.safe) return ORIGINAL;
  const text = await searchable(entry, work);
  if (text === null) return work.hidden.any ? leftOut('opaque') : ORIGINAL;
  if (work.hidden.occursIn(text)) return leftOut('opaque');
  if (!work.safe || !isJson(entry)) return ORIGINAL;
  const clean = withoutAddressSecrets(text);
  return clean === text ? ORIGINAL : jsonCopy(JSON.parse(text), work);
}

async function documentCopy(entry: ArtifactEntry, work: Work): Promise<Outcome> {
  const document = JSON.parse(await (await work.read(entry.digest)).text()) as CaptureDocument;
  const copy = jsonCopy(documentFor(document, work.safe, work.plan.onPage), work);
  // Without it there is no capture; a text that cannot be taken out of it ends the export.
  if (copy.as !== 'copy') throw new FailureError('redaction-failed', entry.path);
  return copy;
}

async function factsCopy(entry: ArtifactEntry, work: Work): Promise<Outcome> {
  const facts = JSON.parse(await (await work.read(entry.digest)).text()) as PageFacts;
  return jsonCopy(factsFor(facts, work.plan.onPage), work);
}

function jsonCopy(value: unknown, work: Work): Outcome {
  const cleaned = cleanDeep(value, cleaner(work));
  if (work.hidden.occursIn(textsOf(cleaned))) return leftOut('opaque');
  return { as: 'copy', bytes: new TextEncoder().encode(`${JSON.stringify(cleaned, null, 2)}\n`) };
}

async function holdsHidden({ entries, capture }: BundledCapture, context: CopyContext): Promise<boolean> {
  if (context.hidden.occursIn(`${capture.title}\n${capture.urlTyped}\n${capture.urlFinal}`)) return true;
  for (const entry of entries) {
    const text = await searchable(entry, context);
    if (text !== null && context.hidden.occursIn(text)) return true;
  }
  return false;
}

const isJson = ({ mediaType }: ArtifactEntry) => /[/+]json\b/.test(mediaType);

/** The text of a file that can be searched; null for one that packs, encodes or is too long. */
async function searchable(entry: ArtifactEntry, { read }: Pick<CopyContext, 'read'>): Promise<string | null> {
  const { mediaType, size, path } = entry;
  const plain = /^text\/|[/+](?:json|xml)\b|dns-message|x-pem|javascript|mpegurl|dash\+xml/.test(mediaType);
  if (!plain || size > SEARCHED || /\.(?:mhtml|wacz|har)$/.test(path)) return null;
  return (await read(entry.digest)).text();
}
