import * as v from 'valibot';
import { hostingEntries, type ArtifactEntry } from '../case/artifact.ts';
import { isRunning, type Capture } from '../case/capture.ts';
import type { HostingSummary } from '../case/hosting.ts';
import type { EvidenceCapture } from '../case/notice.ts';
import { FailureError } from '../case/result.ts';
import type { Digest, Id } from '../case/values.ts';
import { blobSource, fingerprintSource } from '../integrity/digest.ts';
import { evidenceOf } from '../notice/prepare/evidence.ts';
import { stampedAt } from './capture-stamp.ts';
import type { Store } from './store.ts';

/** The captures of a case as notices see them, and who serves each, by capture id. */
export interface CaseEvidence {
  /** With the server addresses found at capture: a later look-up never changes what a notice says of a capture. */
  readonly captures: readonly EvidenceCapture[];
  /** The newest findings: those of the last look-up, else those of the capture. */
  readonly hosting: Readonly<Record<Id, HostingSummary>>;
}

/** What is read of the findings here: the store's own, but they may have come in with an imported bundle. */
const hostingSchema = v.looseObject({
  schema: v.literal('prima-facie/hosting/1'),
  roles: v.array(v.looseObject({ host: v.string(), addressSource: v.nullable(v.string()) })),
  recipients: v.array(
    v.looseObject({
      provider: v.string(),
      providerId: v.string(),
      role: v.string(),
      class: v.string(),
      hosts: v.array(v.string()),
      channel: v.nullable(v.looseObject({ kind: v.string(), address: v.string() })),
      alternatives: v.array(v.looseObject({ kind: v.string(), address: v.string() })),
    }),
  ),
});

/**
 * Reads what notices stand on. `depth` says how far digests are checked again: `document` reads `capture.json` of
 * each capture and looks that every other file is held; `bytes` reads every byte of the captures in `only`.
 */
export async function caseEvidence(
  store: Pick<Store, 'captures' | 'artifacts' | 'db'>,
  caseId: Id,
  depth: 'document' | 'bytes' = 'document',
  only?: ReadonlySet<Id>,
): Promise<CaseEvidence> {
  const rows = (await store.captures.ofCase(caseId)).filter((capture) => !isRunning(capture)).toReversed();
  const hosting: Record<Id, HostingSummary> = {};
  const captures: EvidenceCapture[] = [];
  for (const capture of rows) {
    const deep = depth === 'bytes' && (only?.has(capture.id) ?? true);
    const entries = await store.artifacts.entries(capture.id);
    const intact = await isIntact(store, capture, entries, deep);
    const first = intact ? await hostingOf(store, capture) : undefined;
    const newest = intact ? ((await laterHosting(store, entries)) ?? first) : undefined;
    if (newest) hosting[capture.id] = newest;
    const stamped = intact && capture.digest ? await stampedAt(store, capture.digest, entries) : undefined;
    captures.push(
      evidenceOf(capture, {
        intact,
        ...(first ? { hosting: first } : {}),
        ...(stamped === undefined ? {} : { timeStampedAt: stamped }),
      }),
    );
  }
  return { captures, hosting };
}

/** Changes whenever {@link caseEvidence} would say something else, tampering aside; cheap to ask for again. */
export async function evidenceMark(store: Pick<Store, 'captures' | 'db'>, caseId: Id): Promise<string> {
  const rows = await store.captures.ofCase(caseId);
  const ids = rows.map(({ id }) => id);
  const files = await store.db.artifactEntries.where('captureId').anyOf(ids).count();
  return `${files} ${rows.map(({ id, state, digest }) => `${id} ${state} ${digest ?? ''}`).join(' ')}`;
}

async function isIntact(
  store: Pick<Store, 'artifacts' | 'db'>,
  capture: Capture,
  entries: readonly ArtifactEntry[],
  deep: boolean,
): Promise<boolean> {
  if (!capture.digest || !(await holds(store, capture.digest))) return false;
  const digests = [...new Set(entries.map((entry) => entry.digest))];
  const held = await store.db.artifacts.where('digest').anyOf(digests).count();
  if (held < digests.length) return false;
  if (!deep) return true;
  for (const digest of digests) if (!(await holds(store, digest))) return false;
  return true;
}

/** Whether the stored bytes of a digest still have it. */
async function holds(store: Pick<Store, 'artifacts'>, digest: Digest): Promise<boolean> {
  const blob = await readBlob(store, digest);
  return blob !== null && (await fingerprintSource(blobSource(blob))).digest === digest;
}

/**
 * The bytes of a digest; null where they are not held, or are not what was sealed.
 * @throws FailureError `locked`: what cannot be opened now must not look like something that was altered.
 */
async function readBlob(store: Pick<Store, 'artifacts'>, digest: Digest): Promise<Blob | null> {
  const blob = await store.artifacts.blob(digest);
  if (blob.ok) return blob.value;
  if (blob.failure.code === 'locked') throw new FailureError('locked', digest);
  return null;
}

async function hostingOf(
  store: Pick<Store, 'artifacts'>,
  { digest }: Capture,
): Promise<HostingSummary | undefined> {
  const document = digest ? await storedJson(store, digest) : undefined;
  return readHosting((document as { hosting?: unknown } | null | undefined)?.hosting);
}

/** What was looked up last after the capture. Undefined where nothing was, or its file is not what it was. */
async function laterHosting(
  store: Pick<Store, 'artifacts'>,
  entries: readonly ArtifactEntry[],
): Promise<HostingSummary | undefined> {
  const entry = hostingEntries(entries).findLast(({ path }) => path.startsWith('later/'));
  if (!entry || !(await holds(store, entry.digest))) return undefined;
  return readHosting(await storedJson(store, entry.digest));
}

function readHosting(data: unknown): HostingSummary | undefined {
  const parsed = v.safeParse(hostingSchema, data);
  // The fields used by notices were checked; the rest was written by the same rules.
  return parsed.success ? (parsed.output as unknown as HostingSummary) : undefined;
}

/** The JSON of a digest's bytes; undefined where they are not held or are no JSON. */
async function storedJson(store: Pick<Store, 'artifacts'>, digest: Digest): Promise<unknown> {
  const blob = await readBlob(store, digest);
  if (!blob) return undefined;
  try {
    return JSON.parse(await blob.text()) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
