import type { Item, Observation } from '../../case/dispute.ts';
import { MODEL_FIELDS } from '../../case/model-fields.ts';
import type { EvidenceCapture, NoticeContent } from '../../case/notice.ts';
import type { Language } from '../../case/settings.ts';
import { OBSERVATIONS } from '../../i18n/catalog/item-form.ts';
import { MODEL_FORM } from '../../i18n/catalog/model-form.ts';
import { attachedTo } from '../attached.ts';
import { capturesOf, observedCapturesOf } from '../lookup.ts';
import { shownElsewhere } from '../shown.ts';
import { list, paragraphs, rows, utc } from './model.ts';
import type { Block } from './model.ts';
import { PHRASES } from './phrases.ts';

/** What stands between the parts of a line, and how a capture is named in it. */
const LINE: Readonly<
  Record<
    Language,
    {
      readonly colon: string;
      readonly stop: string;
      capture: (number: number) => string;
      bundle: (number: number) => string;
    }
  >
> = {
  en: {
    colon: ': ',
    stop: '; ',
    capture: (number) => ` (capture ${number})`,
    bundle: (number) => `capture ${number}, in the evidence bundle`,
  },
  'zh-CN': {
    colon: '：',
    stop: '；',
    capture: (number) => `（第${number}号取证）`,
    bundle: (number) => `第${number}号取证（载于证据包）`,
  },
  ja: {
    colon: '：',
    stop: '；',
    capture: (number) => `（記録${number}）`,
    bundle: (number) => `記録${number}（証拠一式に収録）`,
  },
};

/** The captures an item rests on, each with its digest; of those that show another page than the item's, also which. */
export function captureBlocks(content: NoticeContent, item: Item): Block[] {
  return [
    ...capturesOf(content, item).map((capture) =>
      captureRows(content, capture, shownElsewhere(capture, item), capture.ip),
    ),
    ...observedCapturesOf(content, item).map((capture) => captureRows(content, capture, capture.urlFinal)),
  ];
}

function captureRows(
  { language }: NoticeContent,
  capture: EvidenceCapture,
  page: string | undefined,
  ip?: string,
): Block {
  const { label } = PHRASES[language];
  const number = language === 'zh-CN' ? `（第${capture.number}号）` : ` (${capture.number})`;
  return rows(
    [label.captured, `${utc(capture.startedAt)}${number}`],
    [label['captured-page'], page, true],
    [label['capture-digest'], capture.digest ?? undefined, true],
    [label['time-stamped'], capture.timeStampedAt && utc(capture.timeStampedAt)],
    [label.server, ip, true],
  );
}

/** How the captures are known, and what goes along with the notice: nothing is called attached that was not ticked. */
export function evidenceBlocks(content: NoticeContent): Block[] {
  const { language, attachmentBytes = 0 } = content;
  const { sentence, heading } = PHRASES[language];
  const files = attachedTo(content).map(({ digest, name, capture }) => {
    const { colon, bundle } = LINE[language];
    return `${name ?? (capture ? `${bundle(capture.number)}${colon}${capture.url}` : '')} (${digest})`;
  });
  // Where files were counted and none named, nothing is said: that none is attached would not be true either.
  const none = files.length === 0 && attachmentBytes === 0 ? sentence['attached-none'] : undefined;
  return [...paragraphs(sentence.evidence), ...paragraphs(none), ...list(files, heading.attached, true)];
}

/** What was observed of an item, a line each: when, what kind of fact, what is seen, and in which capture. */
export function observationLines(content: NoticeContent, item: Item): string[] {
  const numbers = new Map(content.captures.map(({ id, number }) => [id, number]));
  const { language } = content;
  const { colon, stop, capture } = LINE[language];
  return item.observations.map((one) => {
    const seen = [ownText(one), ...fieldsOf(one, language, colon)].filter((part) => part !== '').join(stop);
    const kind = OBSERVATIONS[`observation.${one.kind}`][language];
    const number = one.captureId === undefined ? undefined : numbers.get(one.captureId);
    const where = number === undefined ? '' : capture(number);
    return `${utc(one.observedAt)}${colon}${seen === '' ? kind : `${kind}${colon}${seen}`}${where}`;
  });
}

/** The text of an observation without what its fields say again: the form writes a line of them into it. */
function ownText({ text, fields }: Observation): string {
  const values = Object.values(fields ?? {});
  if (values.length === 0) return text.trim();
  const said = (part: string) => values.some((value) => part.endsWith(`: ${value}`));
  return text
    .split(' · ')
    .filter((part) => !said(part))
    .join(' · ')
    .trim();
}

function fieldsOf({ fields }: Observation, language: Language, colon: string): string[] {
  const known = new Map<string, string>(
    MODEL_FIELDS.map((name) => [name, MODEL_FORM[`model.${name}`][language]]),
  );
  return Object.entries(fields ?? {}).map(([name, value]) => `${known.get(name) ?? name}${colon}${value}`);
}
