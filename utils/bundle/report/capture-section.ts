import { hexOf } from '../../case/values.ts';
import { MISSING_NAMES, STEP_NAMES } from '../../i18n/catalog/capture-states.ts';
import type { Catalog } from '../../i18n/translate.ts';
import { CAPTURE_DOCUMENT } from '../layout.ts';
import { changesHtml, isRecorded } from './capture-changes.ts';
import { captureFacts } from './capture-facts.ts';
import { networkHtml } from './capture-network.ts';
import { stateWord } from './cover.ts';
import { html, type Html } from './html.ts';
import { SHOWN_SLICES, slicesOf, type CaptureSection, type PictureSlice } from './model.ts';
import type { ReportWriter } from './writer.ts';

/** One capture: pixels, facts, hops, what was taken and what not. */
export function captureSection(section: CaptureSection, w: ReportWriter): Html {
  const { summary } = section;
  return html`<section class="capture" id="${summary.anchor}">
    <h2>
      ${w.t('capture', { number: summary.number })}
      <span class="state ${summary.state}">${stateWord(summary.state, w)}</span>
    </h2>
    <p class="lead">${w.url(summary.url)}</p>
    ${section.broken ? html`<p class="notice">${w.t('capture-broken')}</p>` : null}
    ${section.document ? null : html`<p class="notice">${w.t('not-sealed')}</p>`} ${viewportHtml(section, w)}
    <h3>${w.t('facts-heading')}</h3>
    ${captureFacts(section, w)} ${networkHtml(section, w)} ${changesHtml(section, w)}
    <h3>${w.t('missing-heading')}</h3>
    ${missingHtml(section, w)}
    <h3>${w.t('taken-heading')}</h3>
    ${artifactsHtml(section, w)} ${wholePageHtml(section, w)}
  </section>`;
}

function viewportHtml({ summary, entries, capture }: CaptureSection, w: ReportWriter): Html | null {
  const entry = entries.find(({ path }) => path === 'shots/viewport.png');
  if (!summary.picture || !entry) return null;
  return html`<figure>
    <img src="${summary.picture}" alt="${w.t('picture-of', { host: summary.host })}" loading="lazy" />
    <figcaption>
      ${w.t(isRecorded(capture) ? 'picture-viewport-recorded' : 'picture-viewport')} ${w.t('screenshot')} ·
      ${w.time(entry.takenAt)} ·
      <code>${hexOf(entry.digest)}</code>
    </figcaption>
  </figure>`;
}

function wholePageHtml(section: CaptureSection, w: ReportWriter): Html | null {
  const slices = slicesOf(section);
  if (slices.length === 0) return null;
  const shown = slices.slice(0, SHOWN_SLICES);
  const height = Math.round(slices.at(-1)?.to ?? 0);
  return html`<h3>${w.t('pictures-heading')}</h3>
    ${shown.map((slice, index) => sliceHtml(slice, { part: index + 1, parts: shown.length, height }, w))}
    ${slices.length > shown.length ? html`<p class="notice">${w.t('picture-rest', { files: `${section.folder}tiles/` })}</p>` : null}`;
}

/** A piece of a tile, cut out by SVG so that the tile's own bytes are what is shown. */
function sliceHtml(
  slice: PictureSlice,
  place: { readonly part: number; readonly parts: number; readonly height: number },
  w: ReportWriter,
): Html {
  const { width, height, top, rows, path } = slice;
  const caption = w.t('picture-whole', { ...place, from: Math.round(slice.from), to: Math.round(slice.to) });
  return html`<figure class="slice">
    <svg viewBox="0 ${top} ${width} ${rows}" role="img" aria-label="${caption}">
      <image href="${path}" width="${width}" height="${height}" />
    </svg>
    <figcaption>
      ${caption} ${w.t(slice.rendering ? 'rendering' : 'screenshot')} · <code>${path}</code>
    </figcaption>
  </figure>`;
}

/** Steps that were not done and what else is recorded as not captured, each with its reason. */
function missingHtml({ capture, document }: CaptureSection, w: ReportWriter): Html {
  const reasons = new Map((document?.notCaptured ?? capture.notCaptured).map(({ what, why }) => [what, why]));
  for (const step of capture.steps) {
    if (step.state === 'done' || reasons.has(step.id)) continue;
    const { code, detail } = step.failure ?? { code: step.state, detail: '' };
    reasons.set(step.id, [code, detail].filter(Boolean).join(': '));
  }
  if (capture.failure && reasons.size === 0) reasons.set(capture.state, capture.failure.detail);
  if (reasons.size === 0) return html`<p>${w.t('missing-none')}</p>`;
  const rows = [...reasons].map(([what, why]) => [
    whatName(what, w),
    html`<span lang="en">${w.text(why)}</span>`,
  ]);
  return w.table([w.t('what'), w.t('why')], rows);
}

/** The name of a step or of a missing thing; its id where it has none. */
function whatName(what: string, { language }: ReportWriter): Html {
  const catalog: Catalog = { ...STEP_NAMES, ...MISSING_NAMES };
  const name = catalog[`step.${what}`] ?? catalog[`missing.${what}`];
  return name ? html`${name[language]} <code>${what}</code>` : html`<code>${what}</code>`;
}

/** A path that breaks where its parts meet, and nowhere else. */
function pathHtml(path: string): Html {
  const parts = path.split(/(?<=[/._-])/);
  return html`${parts.map((part) => html`${part}<wbr />`)}`;
}

function artifactsHtml({ entries, folder }: CaptureSection, w: ReportWriter): Html {
  const rows = entries.map((entry) => {
    const origin = entry.derivedFrom
      ? w.t('derived-from', { from: entry.derivedFrom.join(', ') })
      : w.t('original');
    const made = entry.path === CAPTURE_DOCUMENT ? null : [origin, entry.method].filter(Boolean).join(', ');
    return [
      html`<a href="${folder + entry.path}">${pathHtml(entry.path)}</a>`,
      w.bytes(entry.size),
      made,
      html`<code>${hexOf(entry.digest)}</code>`,
    ];
  });
  return w.table([w.t('file'), w.t('bytes'), w.t('made'), 'SHA-256'], rows, 'files');
}
