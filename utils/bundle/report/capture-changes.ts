import * as v from 'valibot';
import { CAPTURE_STATES } from '../../i18n/catalog/capture-states.ts';
import type { Capture } from '../../case/capture.ts';
import { translator } from '../../i18n/translate.ts';
import { html, type Html } from './html.ts';
import type { CaptureSection } from './model.ts';
import type { ReportWriter } from './writer.ts';

/** What the report reads of `changes.json`; that of an imported bundle may be anything. */
const CHANGES = v.looseObject({
  schema: v.literal('prima-facie/changes/1'),
  changes: v.array(
    v.looseObject({
      at: v.string(),
      step: v.string(),
      what: v.string(),
      why: v.string(),
      undone: v.boolean(),
    }),
  ),
});

/** One thing the tool did to the page, as the report tells it. */
export type ReportedChange = v.InferOutput<typeof CHANGES>['changes'][number];

/** Reads `changes.json`; null where it is none. */
export function parseChanges(json: string): readonly ReportedChange[] | null {
  try {
    const parsed: unknown = JSON.parse(json);
    return v.is(CHANGES, parsed) ? parsed.changes : null;
  } catch (error) {
    // The file itself goes into the bundle and is checked there; the report only quotes it.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Whether the page was loaded anew by the tool before its first picture. */
export function isRecorded({ steps }: Pick<Capture, 'steps'>): boolean {
  return steps.some(({ id, state }) => id === 'record' && state === 'done');
}

/** How a capture was begun, and whether the page had been loaded anew for it. */
export function howTaken(capture: Capture, w: ReportWriter): string {
  const trigger = translator(CAPTURE_STATES, w.language)(`trigger.${capture.trigger}`);
  return `${trigger}. ${w.t(isRecorded(capture) ? 'taken-recorded' : 'taken-as-open')}`;
}

/** Changes printed; all of them are in the file. */
const SHOWN = 40;

/** Everything the tool did to the page. */
export function changesHtml({ changes, folder }: CaptureSection, w: ReportWriter): Html {
  const file = html`<a href="${folder}changes.json">changes.json</a>`;
  const heading = html`<h3>${w.t('changes-heading')}</h3>`;
  if (!changes)
    return html`${heading}
      <p>${w.t('changes-unread')}</p>`;
  if (changes.length === 0)
    return html`${heading}
      <p>${w.t('changes-none')}</p>`;
  const rows = changes
    .slice(0, SHOWN)
    .map(({ at, what, why, undone }) => [
      w.time(at),
      html`<span lang="en">${w.text(what)}</span>`,
      html`<span lang="en">${w.text(why)}</span>`,
      w.t(undone ? 'yes' : 'no'),
    ]);
  return html`${heading} ${w.table([w.t('when'), w.t('what'), w.t('why'), w.t('change-undone')], rows)}
    <p>${w.t('changes-file', { count: changes.length })} ${file}</p>`;
}
