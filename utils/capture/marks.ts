import * as v from 'valibot';
import type { Box } from '../case/facts.ts';
import type { CapturedItem, Mark, MarkKind } from '../case/mark.ts';
import type { Item } from '../case/dispute.ts';
import { fail, succeed, type Result } from '../case/result.ts';

const finite = v.pipe(v.number(), v.finite());
const size = v.pipe(finite, v.minValue(0));
const key = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const box = v.strictObject({ x: finite, y: finite, width: size, height: size });
const url = v.pipe(v.string(), v.maxLength(8_192), v.url(), v.regex(/^https?:/));
const KINDS = [
  'image',
  'video',
  'audio',
  'frame',
  'embed',
  'canvas',
  'background',
  'link',
  'element',
  'region',
] as const satisfies readonly MarkKind[];

const mark = v.strictObject({
  key,
  kind: v.picklist(KINDS),
  urls: v.pipe(v.array(url), v.maxLength(20)),
  box,
  text: v.pipe(v.string(), v.maxLength(300)),
  markedAt: v.pipe(v.string(), v.isoTimestamp()),
});
const many = 200;
const finished = v.strictObject({
  shown: v.boolean(),
  marks: v.pipe(v.array(mark), v.maxLength(many)),
  sessions: v.exactOptional(key),
});
const state = v.strictObject({ marking: v.boolean(), count: v.pipe(key, v.maxValue(many)) });
const places = v.pipe(v.array(v.strictObject({ key, box })), v.maxLength(many));

function parse<T>(schema: v.GenericSchema<unknown, T>, answer: unknown): Result<T> {
  const parsed = v.safeParse(schema, answer);
  if (parsed.success) return succeed(parsed.output);
  return fail('invalid-data', `${v.getDotPath(parsed.issues[0]) ?? 'marks'}: ${parsed.issues[0].message}`);
}

/** What the page's isolated world says when marking ends. It shares a process with a hostile page: parsed. */
export const parseFinished = (
  answer: unknown,
): Result<{ shown: boolean; marks: Mark[]; sessions?: number }> => parse(finished, answer);

/** Whether the user is marking, and how many things are marked. */
export const parseMarkingState = (answer: unknown): Result<{ marking: boolean; count: number }> =>
  parse(state, answer);

/** Where marks are now, by their key. */
export function parsePlaces(answer: unknown): ReadonlyMap<number, Box> {
  const parsed = parse(places, answer);
  return new Map(parsed.ok ? parsed.value.map((place) => [place.key, place.box]) : []);
}

const MODES: Partial<Record<MarkKind, Item['mode']>> = { video: 'stream', frame: 'stream', link: 'link' };

/** The row of a marked item, filled as far as the page says; the user completes it. How much was copied no page says. */
export function itemOf(
  item: CapturedItem,
  capture: { readonly id: string; readonly caseId: string; readonly title: string },
  pageUrl: string,
): Item {
  const name = item.text || fileName(item.urls[0]) || capture.title;
  return {
    id: item.id,
    caseId: capture.caseId,
    captureIds: [capture.id],
    pageUrl,
    urls: item.urls,
    description: name.slice(0, 300),
    mode: MODES[item.kind] ?? 'other',
    foundAt: item.markedAt,
    observations: [],
    mark: {
      box: item.box,
      ...(item.cropPath ? { cropPath: item.cropPath } : {}),
      ...(item.text ? { text: item.text } : {}),
    },
  };
}

function fileName(address: string | undefined): string {
  const last = address ? (new URL(address).pathname.split('/').at(-1) ?? '') : '';
  return last.slice(0, 200);
}
