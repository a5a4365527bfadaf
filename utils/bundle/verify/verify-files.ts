import { failureOf } from '../../case/result.ts';
import type { ByteSource } from '../../integrity/digest.ts';
import type { EntryProducer } from '../ports.ts';
import { compareBags, fullFindings, withComparison } from './compare-bundles.ts';
import { audienceOf } from './declared.ts';
import type { BundleCheck, Finding, OpenedBag, Statement, VerificationReport } from './types.ts';
import { openBundle } from './verify-bundle.ts';
import { checkVolumes, readVolume, type VolumeFacts } from './volumes.ts';

/** A file somebody wants to know about. */
export interface FileToVerify {
  readonly name: string;
  readonly source: ByteSource;
}

/** What became of one file. */
export interface VerifiedFile {
  readonly name: string;
  /** Null where the file could not be read at all; `unreadable` says why. */
  readonly report: VerificationReport | null;
  readonly unreadable: string | null;
  /** Name of the full bundle that this copy was held against. */
  readonly against: string | null;
}

/** What several volumes of one export are together. */
export interface VerifiedSet {
  readonly group: string;
  readonly findings: readonly Finding[];
  readonly proven: readonly Statement[];
}

/** The answer on several files: each alone, and those that belong together. */
export interface VerifiedFiles {
  readonly files: readonly VerifiedFile[];
  /** Sets of two volumes or more of the same export. */
  readonly sets: readonly VerifiedSet[];
}

/** What verifying files takes besides them. */
export interface VerifyFilesOptions {
  readonly checks?: readonly BundleCheck[];
  /**
   * Position of the full bundle that every other file is held against. Without it, a copy is held against the newest
   * full bundle of its own case, where one in one piece is among the files.
   */
  readonly against?: number;
  /** Made again for a comparison with a full bundle: the report, where its code is at hand. */
  readonly producers?: readonly EntryProducer[];
  /** Of this program: a report that another version wrote is not compared. */
  readonly version?: string;
  readonly signal?: AbortSignal;
  /** Bytes of the files read so far, and of all of them; `name`: the file at hand. */
  readonly onProgress?: (progress: { name: string; bytes: number; totalBytes: number }) => void;
}

interface Opened {
  readonly name: string;
  readonly report: VerificationReport | null;
  readonly unreadable: string | null;
  readonly bag: OpenedBag | null;
  readonly volume: VolumeFacts | null;
  readonly isCopy: boolean;
}

/**
 * Checks files alone and together: volumes of one export, a redacted copy and its full bundle. The one way of the
 * dashboard, the command line and `verify.html`, so that they never say different things of the same files.
 * A file that cannot be read does not keep the others from being checked.
 * @throws what `signal` was aborted with.
 */
export async function verifyFiles(
  files: readonly FileToVerify[],
  options: VerifyFilesOptions = {},
): Promise<VerifiedFiles> {
  const totalBytes = files.reduce((sum, { source }) => sum + source.size, 0);
  const opened: Opened[] = [];
  let before = 0;
  for (const file of files) {
    const tell = (share: number) =>
      options.onProgress?.({ name: file.name, bytes: before + share * file.source.size, totalBytes });
    tell(0);
    opened.push(await openFile(file, options, tell));
    before += file.source.size;
  }
  const verified: VerifiedFile[] = [];
  for (const [index, one] of opened.entries()) {
    const full = options.against === undefined ? fullOf(one, opened) : opened[options.against];
    const own = full && index !== options.against ? full : null;
    verified.push(await comparedWith(one, own, options));
  }
  return { files: verified, sets: setsOf(opened) };
}

async function openFile(
  { name, source }: FileToVerify,
  { checks, signal }: VerifyFilesOptions,
  tell: (share: number) => void,
): Promise<Opened> {
  try {
    const { report, bag } = await openBundle(source, {
      ...(checks ? { checks } : {}),
      ...(signal ? { signal } : {}),
      onProgress: ({ bytes, totalBytes }) => tell(Math.min(1, bytes / Math.max(1, totalBytes ?? 1))),
    });
    const volume = bag && (await readVolume(bag));
    return {
      name,
      report,
      unreadable: null,
      bag,
      // A contradiction in what it says of itself is a finding of its own report.
      volume: volume === 'invalid' ? null : volume,
      isCopy: bag !== null && (await audienceOf(bag)) !== null,
    };
  } catch (error) {
    signal?.throwIfAborted();
    const { detail } = failureOf(error, 'storage-failed');
    return { name, report: null, unreadable: detail, bag: null, volume: null, isCopy: false };
  }
}

/** The full bundle that a copy among the files is of; null where there is none, or it is cut into volumes. */
function fullOf(one: Opened, all: readonly Opened[]): Opened | null {
  const caseId = one.report?.bag?.caseId;
  if (!one.isCopy || !caseId) return null;
  const exportedAt = ({ report }: Opened) => report?.bag?.exportedAt ?? '';
  const fulls = all.filter(
    ({ report, isCopy, volume }) => report?.bag?.caseId === caseId && !isCopy && !volume,
  );
  return fulls.toSorted((a, b) => exportedAt(b).localeCompare(exportedAt(a)))[0] ?? null;
}

async function comparedWith(
  { name, report, unreadable, bag }: Opened,
  full: Opened | null,
  { signal, producers, version }: VerifyFilesOptions,
): Promise<VerifiedFile> {
  if (!full || !report) return { name, report, unreadable, against: null };
  const compared = await compareBags(bag, full.bag, {
    ...(signal ? { signal } : {}),
    ...(producers ? { producers } : {}),
    ...(version === undefined ? {} : { version }),
  });
  const findings = [...fullFindings(full.report), ...compared.findings];
  const both = withComparison(report, { ...compared, findings });
  return { name, report: both, unreadable, against: full.name };
}

function setsOf(opened: readonly Opened[]): VerifiedSet[] {
  const volumes = opened.flatMap(({ volume, report }) => (volume ? [{ volume, report }] : []));
  return [...Map.groupBy(volumes, ({ volume }) => volume.group)].flatMap(([group, set]) => {
    if (set.length < 2) return [];
    const findings = checkVolumes(set.map(({ volume }) => volume));
    // Together they show nothing that one of them does not hold up to by itself.
    const isWhole = findings.length === 0 && set.every(({ report }) => report?.verdict === 'whole');
    const proven: Statement[] = isWhole ? [{ key: 'proven-volumes', parameters: { count: set.length } }] : [];
    return findings.length + proven.length > 0 ? [{ group, findings, proven }] : [];
  });
}
