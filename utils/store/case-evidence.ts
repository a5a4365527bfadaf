import * as v from 'valibot';
import { isRunning, type Capture } from '../case/capture.ts';
import type { HostingSummary } from '../case/hosting.ts';
import type { EvidenceCapture } from '../case/notice.ts';
import type { Digest, Id } from '../case/values.ts';
import { blobSource, fingerprintSource } from '../integrity/digest.ts';
import { evidenceOf } from '../notice/prepare/evidence.ts';
import type { Store } from './store.ts';

/** The captures of a case as notices see them, and who serves each, by capture id. */
export interface CaseEvidence {
  readonly captures: readonly EvidenceCapture[];
  readonly hosting: Readonly<Record<Id, HostingSummary>>;
}

/** What is read of `capture.json` here: the store's own, but it may have come in with an imported bundle. */
const documentSchema = v.looseObject({
  hosting: v.optional(
    v.looseObject({
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
    const intact = await isIntact(store, capture, deep);
    const summary = intact ? await hostingOf(store, capture) : undefined;
    if (summary) hosting[capture.id] = summary;
    captures.push(evidenceOf(capture, { intact, ...(summary ? { hosting: summary } : {}) }));
  }
  return { captures, hosting };
}

async function isIntact(
  store: Pick<Store, 'artifacts' | 'db'>,
  capture: Capture,
  deep: boolean,
): Promise<boolean> {
  if (!capture.digest || !(await holds(store, capture.digest))) return false;
  const entries = await store.artifacts.entries(capture.id);
  const digests = [...new Set(entries.map((entry) => entry.digest))];
  const held = await store.db.artifacts.where('digest').anyOf(digests).count();
  if (held < digests.length) return false;
  if (!deep) return true;
  for (const digest of digests) if (!(await holds(store, digest))) return false;
  return true;
}

/** Whether the stored bytes of a digest still have it. */
async function holds(store: Pick<Store, 'artifacts'>, digest: Digest): Promise<boolean> {
  const blob = await store.artifacts.blob(digest);
  return blob.ok && (await fingerprintSource(blobSource(blob.value))).digest === digest;
}

async function hostingOf(
  store: Pick<Store, 'artifacts'>,
  { digest }: Capture,
): Promise<HostingSummary | undefined> {
  const blob = digest ? await store.artifacts.blob(digest) : null;
  if (!blob?.ok) return undefined;
  try {
    const parsed = v.safeParse(documentSchema, JSON.parse(await blob.value.text()));
    // The fields used by notices were checked; the rest was written by the same rules.
    return parsed.success ? (parsed.output.hosting as unknown as HostingSummary | undefined) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
