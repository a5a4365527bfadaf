import { FailureError, failureOf, succeed, type Result } from '../case/result.ts';
import { hexOf } from '../case/values.ts';
import { CAPTURES, VOLUMES, captureFolder } from './layout.ts';
import { planVolumes, volumeInfo, type VolumePlan } from './plan-volumes.ts';
import type { BundledCapture, BundleSource, EntryProducer } from './ports.ts';
import { PAYLOAD_PRODUCERS } from './producers/index.ts';
import { readableJson } from './producers/payload.ts';
import { writeBundle, type WriteOptions, type WrittenBundle } from './write-bundle.ts';

/** Smallest size of a volume, in bytes: below it not even report and verifier fit. */
export const SMALLEST_VOLUME = 2_000_000;
/** A line of `data/volumes.json`, from above. */
const BYTES_PER_CAPTURE = 250;

/** An export in one piece, or in volumes. */
export interface WrittenVolumes {
  readonly bundles: readonly WrittenBundle[];
  /** Folders of captures that are larger than a volume may be, and so are their volumes. */
  readonly tooLarge: readonly string[];
}

/**
 * Writes a case as volumes of at most `volumeBytes`, each a bundle that verifies alone: what is not of a capture
 * stands in each, a capture is never cut. A case that fits is written in one piece.
 * @returns as {@link writeBundle}; a failure of one volume is one of all.
 */
export async function writeVolumes(
  source: BundleSource,
  options: WriteOptions,
  volumeBytes: number,
): Promise<Result<WrittenVolumes>> {
  if (!(volumeBytes >= SMALLEST_VOLUME)) return { ok: false, failure: tooSmall(volumeBytes) };
  try {
    const at = options.now();
    const fixed = { ...options, now: () => at };
    const { attest: _, ...unsealed } = fixed;
    // The sizes of all files, and that everything is there, before the first volume is sealed.
    const measured = valueOf(await writeBundle(source, { ...unsealed, onProgress: () => undefined }));
    const plan = await planOf(source, measured, volumeBytes);
    if (plan.volumes.length < 2) {
      return succeed({ bundles: [valueOf(await writeBundle(source, fixed))], tooLarge: plan.tooLarge });
    }
    return succeed({ bundles: await writeAll(source, fixed, plan, measured), tooLarge: plan.tooLarge });
  } catch (error) {
    return { ok: false, failure: failureOf(error, 'storage-failed') };
  }
}

function tooSmall(volumeBytes: number) {
  return {
    code: 'bad-request',
    detail: `a volume of ${volumeBytes} bytes; at least ${SMALLEST_VOLUME}`,
  } as const;
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new FailureError(result.failure.code, result.failure.detail);
}

async function planOf(
  source: BundleSource,
  { written }: WrittenBundle,
  volumeBytes: number,
): Promise<VolumePlan> {
  const list = { path: VOLUMES, size: source.captureCount * BYTES_PER_CAPTURE + 200 };
  const shared = written.filter(({ path }) => !path.startsWith(CAPTURES));
  const captures = written.filter(({ path }) => path.startsWith(CAPTURES));
  return planVolumes([...shared, list, ...captures], volumeBytes);
}

async function writeAll(
  source: BundleSource,
  options: WriteOptions,
  { volumes }: VolumePlan,
  { fileName }: WrittenBundle,
): Promise<WrittenBundle[]> {
  const group = fileName.replace(/\.zip$/, '');
  const volumeOf = new Map<string, number>();
  for (const { number, entries } of volumes) {
    for (const { path } of entries) {
      if (path.startsWith(CAPTURES))
        volumeOf.set(path.slice(0, path.indexOf('/', CAPTURES.length) + 1), number);
    }
  }
  const list = listProducer(group, volumes.length, volumeOf);
  const bundles: WrittenBundle[] = [];
  let before = 0;
  for (const { number } of volumes) {
    const isHere = (captured: BundledCapture) => volumeOf.get(captureFolder(captured.capture)) === number;
    const payload = (options.payload ?? PAYLOAD_PRODUCERS).flatMap((producer) =>
      producer.id === 'captures' ? [list, only(producer, isHere)] : [producer],
    );
    const one = valueOf(
      await writeBundle(source, {
        ...options,
        payload,
        bagInfo: () => [...(options.bagInfo?.() ?? []), ...volumeInfo(group, number, volumes.length)],
        onProgress: (progress) => options.onProgress?.({ ...progress, bytes: before + progress.bytes }),
      }),
    );
    before += one.size;
    bundles.push({ ...one, fileName: `${group}-volume-${number}-of-${volumes.length}.zip` });
  }
  return bundles;
}

/** A producer that sees some of the captures only. */
function only(producer: EntryProducer, isHere: (captured: BundledCapture) => boolean): EntryProducer {
  return {
    id: producer.id,
    produce: (context) =>
      producer.produce({
        ...context,
        source: {
          ...context.source,
          async *captures(numbers) {
            for await (const captured of context.source.captures(numbers))
              if (isHere(captured)) yield captured;
          },
        },
      }),
  };
}

/** `data/volumes.json`, the same in every volume. */
function listProducer(group: string, count: number, volumeOf: ReadonlyMap<string, number>): EntryProducer {
  return {
    id: 'volumes',
    async *produce({ source }) {
      const captures: unknown[] = [];
      for await (const { capture } of source.captures()) {
        captures.push({
          id: capture.id,
          number: capture.number,
          sha256: capture.digest ? hexOf(capture.digest) : null,
          volume: volumeOf.get(captureFolder(capture)),
        });
      }
      yield {
        path: VOLUMES,
        content: readableJson({ schema: 'prima-facie/volumes/1', group, count, captures }),
      };
    },
  };
}
