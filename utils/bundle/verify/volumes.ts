import * as v from 'valibot';
import type { Digest } from '../../case/values.ts';
import { parseBagInfo } from '../bag.ts';
import { BAG_INFO, CASE_FILE, CUSTODY, VOLUMES } from '../layout.ts';
import { parseJson } from '../schemas.ts';
import type { Finding, OpenedBag } from './types.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** `data/volumes.json`, the same in every volume: which capture stands in which. */
export const VOLUMES_SCHEMA = v.looseObject({
  schema: v.literal('prima-facie/volumes/1'),
  group: v.pipe(v.string(), v.maxLength(200)),
  count,
  captures: v.array(
    v.looseObject({
      id: v.pipe(v.string(), v.uuid()),
      /** Hexadecimal digest of its `capture.json`; null where it has none. */
      sha256: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
      volume: count,
    }),
  ),
});

/** What a bag says of itself as one of several volumes. */
export interface VolumeFacts {
  readonly group: string;
  /** From 1. */
  readonly number: number;
  readonly count: number;
  /** Hexadecimal digests of the captures that stand in other volumes. */
  readonly elsewhere: ReadonlySet<string>;
  /** Their ids. */
  readonly elsewhereIds: readonly string[];
  /** Digests of the files that all volumes share. */
  readonly shared: readonly (Digest | undefined)[];
}

/** Reads what makes a bag a volume; null for a bundle in one piece, `invalid` where its two statements differ. */
export async function readVolume(bag: OpenedBag): Promise<VolumeFacts | 'invalid' | null> {
  const info = parseBagInfo((await bag.text(BAG_INFO)) ?? '');
  const stated = info?.get('Bag-Count');
  if (stated === undefined && !bag.files.has(VOLUMES)) return null;
  const [, number, total] = /^(\d{1,6}) of (\d{1,6})$/.exec(stated ?? '') ?? [];
  const list = parseJson(VOLUMES_SCHEMA, (await bag.text(VOLUMES)) ?? '');
  const own = Number(number);
  if (!list || list.count !== Number(total) || list.group !== info?.get('Bag-Group-Identifier'))
    return 'invalid';
  if (own < 1 || own > list.count) return 'invalid';
  return {
    group: list.group,
    number: own,
    count: list.count,
    elsewhere: new Set(
      list.captures.flatMap(({ sha256, volume }) => (sha256 && volume !== own ? [sha256] : [])),
    ),
    elsewhereIds: list.captures.flatMap(({ id, volume }) => (volume === own ? [] : [id])),
    shared: [VOLUMES, CUSTODY, CASE_FILE].map((path) => bag.fingerprints.get(path)?.digest),
  };
}

/** Whether bags that belong together are there, each once: volumes of one export, or one bundle in one piece. */
export function checkVolumes(bags: readonly (VolumeFacts | 'invalid' | null)[]): Finding[] {
  const [first] = bags;
  if (bags.length === 1 && !first) return [];
  const volumes = bags.filter((facts): facts is VolumeFacts => facts !== null && facts !== 'invalid');
  const [one] = volumes;
  const alike = volumes.every(
    ({ group, shared }) => group === one?.group && shared.every((digest, at) => digest === one.shared[at]),
  );
  if (!one || volumes.length < bags.length || !alike) return [{ severity: 'failure', code: 'volume-mixed' }];
  const numbers = volumes.map(({ number }) => number);
  const missing = Array.from({ length: one.count }, (_, at) => at + 1).filter((n) => !numbers.includes(n));
  const twice = numbers.filter((number, at) => numbers.indexOf(number) !== at);
  return [
    ...(missing.length > 0
      ? [
          {
            severity: 'failure' as const,
            code: 'volume-missing' as const,
            detail: `${missing.join(', ')} / ${one.count}`,
          },
        ]
      : []),
    ...(twice.length > 0
      ? [{ severity: 'failure' as const, code: 'volume-mixed' as const, detail: twice.join(', ') }]
      : []),
  ];
}
