import type { ArtifactEntry } from '../../case/artifact.ts';
import type { CaseFile } from '../../case/case-file.ts';
import { documentsOf } from '../../case/documents.ts';
import type { Id } from '../../case/values.ts';
import { FailureError } from '../../case/result.ts';
import type { Digest } from '../../case/values.ts';
import type { Store } from '../../store/store.ts';
import { captureFolder } from '../layout.ts';
import { mediaTypeOf } from '../producers/document-path.ts';
import type { BundledCapture } from '../ports.ts';
import type { ReadBundle } from './read-bundle.ts';
import type { Standing } from './signers.ts';
import type { WantedFile } from './stage.ts';

/** What an import brings that the case does not have yet. */
export interface ImportPlan {
  /** Captures that are not here. */
  readonly fresh: readonly BundledCapture[];
  /** Of {@link ImportPlan.fresh}: those that are here out of a bundle that did not verify, and are replaced. */
  readonly replaced: ReadonlySet<Id>;
  /** Further files of captures that are here: timestamps, later lookups. Their index is given when they come in. */
  readonly further: readonly { readonly captureId: Id; readonly entries: readonly ArtifactEntry[] }[];
  /** How many captures were here already. */
  readonly known: number;
  /** Captures that are here with other content under the same id; theirs stays out. */
  readonly conflicts: readonly Id[];
  /** Bytes that must be in the store before the rows. */
  readonly files: readonly WantedFile[];
}

/**
 * Compares bundles with the store.
 * @param standing what the bundles may add to captures that are here.
 * @throws FailureError `invalid-bundle` where a bundle uses an id of another case of this machine, or would put two
 *   captures into one folder, which no later export could write.
 */
export async function planImport(
  store: Pick<Store, 'captures' | 'artifacts' | 'imports'>,
  bundles: readonly ReadBundle[],
  standing: Standing,
): Promise<ImportPlan> {
  const fresh = new Map<Id, BundledCapture>();
  const further: { captureId: Id; entries: readonly ArtifactEntry[] }[] = [];
  const conflicts: Id[] = [];
  const replaced = new Set<Id>();
  const files: WantedFile[] = [];
  let known = 0;
  const caseId = bundles[0]?.caseFile.case.id ?? '';
  const broken = await store.imports.brokenCaptures(caseId);
  const folders = new Map<string, Id>();
  for (const one of await store.captures.ofCase(caseId)) {
    folders.set(captureFolder(one), one.id);
  }
  for (const bundle of bundles) {
    for (const captured of bundle.captures) {
      const { capture } = captured;
      const here = await store.captures.get(capture.id);
      if (here && here.caseId !== capture.caseId) {
        throw new FailureError('invalid-bundle', `capture ${capture.id} belongs to another case here`);
      }
      const folder = captureFolder(capture);
      if ((folders.get(folder) ?? capture.id) !== capture.id) {
        throw new FailureError('invalid-bundle', `${folder} is the folder of another capture`);
      }
      folders.set(folder, capture.id);
      const mends = broken.has(capture.id) && bundle.report.verdict === 'whole';
      if (mends) replaced.add(capture.id);
      if (!here || mends) {
        if (!fresh.has(capture.id)) files.push(...captureFiles(bundle, captured, captured.entries));
        fresh.set(capture.id, captured);
        continue;
      }
      known += 1;
      if (here.digest !== capture.digest) {
        conflicts.push(capture.id);
        continue;
      }
      const more = missingEntries(captured, await store.artifacts.entries(capture.id), bundle.digest);
      if (more.length === 0) continue;
      if (standing === 'unsigned') {
        // Nobody answers for them, and they would stand among the files of a capture made here.
        conflicts.push(capture.id);
        continue;
      }
      further.push({ captureId: capture.id, entries: more });
      files.push(...captureFiles(bundle, captured, more));
    }
    files.push(...caseFiles(bundle));
  }
  return { fresh: [...fresh.values()], replaced, further, known, conflicts, files };
}

/** Files that the other copy of a capture has; one at the same path with other bytes goes beside ours. */
function missingEntries(
  { entries }: BundledCapture,
  own: readonly ArtifactEntry[],
  bundle: Digest,
): ArtifactEntry[] {
  const paths = new Map(own.map((entry) => [entry.path, entry.digest]));
  const digests = new Set(own.map(({ digest }) => digest));
  return entries.flatMap((entry) => {
    const mine = paths.get(entry.path);
    if (mine === entry.digest || (mine !== undefined && digests.has(entry.digest))) return [];
    if (mine === undefined) return [entry];
    return [{ ...entry, path: `later/import-${bundle.slice('sha256:'.length).slice(0, 8)}/${entry.path}` }];
  });
}

function captureFiles(
  { bag }: ReadBundle,
  { capture, entries: all }: BundledCapture,
  entries: readonly ArtifactEntry[],
): WantedFile[] {
  const folder = captureFolder(capture);
  return entries.map(({ digest, crc32, size, mediaType, path }) => {
    const original = all.find((entry) => entry.digest === digest)?.path ?? path;
    return { bag, bagPath: folder + original, digest, crc32, size, mediaType };
  });
}

/** Documents, files of notices, and what is kept of the bundle itself. */
function caseFiles({ bag, caseFile, kept, nested }: ReadBundle): WantedFile[] {
  const byDigest = new Map<Digest, string>();
  for (const [path, { digest }] of bag.fingerprints) if (!byDigest.has(digest)) byDigest.set(digest, path);
  const named = namedBy(caseFile).flatMap(({ digest, mediaType }): WantedFile[] => {
    const bagPath = byDigest.get(digest);
    const found = bagPath === undefined ? undefined : bag.fingerprints.get(bagPath);
    if (bagPath === undefined || !found) return [];
    return [{ ...found, bag, bagPath, mediaType: mediaType ?? mediaTypeOf(bagPath) }];
  });
  const files = [...kept, ...nested.flatMap((one) => one.files)];
  return [
    ...named,
    ...files.map(({ bagPath, digest, crc32, size }) => ({
      bag,
      bagPath,
      digest,
      crc32,
      size,
      mediaType: 'application/octet-stream',
    })),
  ];
}

function namedBy(file: CaseFile): readonly { readonly digest: Digest; readonly mediaType?: string }[] {
  return [
    ...documentsOf(file).map(({ digest }) => ({ digest })),
    ...(file.notices ?? []).flatMap(({ renderings }) =>
      renderings.map(({ digest, mediaType }) => ({ digest, mediaType: `${mediaType};charset=utf-8` })),
    ),
  ];
}
