import * as v from 'valibot';
import type { ArtifactEntry } from '../../case/artifact.ts';
import type { CaptureDocument } from '../../case/capture-document.ts';
import { STAMP_RESPONSE_PATH, judgeClock, stampReadings, type ClockVerdict } from '../../case/clock.ts';
import { html, type Html, type HtmlValue } from './html.ts';
import { howTaken } from './capture-changes.ts';
import type { CaptureSection } from './model.ts';
import { utcText, type ReportWriter } from './writer.ts';

type ArtifactAbout = ArtifactEntry['about'];

/** When, where, by whom and with what a capture was made. */
export function captureFacts({ capture, document, entries, summary }: CaptureSection, w: ReportWriter): Html {
  const page = document?.page;
  const typed = document?.urlTyped ?? capture.urlTyped;
  return w.terms([
    [w.t('page-title'), w.text(summary.title)],
    [w.t('url-final'), w.url(summary.url)],
    [w.t('url-typed'), typed === summary.url ? null : w.url(typed)],
    [
      w.t('canonical-url'),
      page?.canonicalUrl && page.canonicalUrl !== summary.url ? w.url(page.canonicalUrl) : null,
    ],
    [w.t('how-taken'), howTaken(capture, w)],
    [w.t('started'), w.time(capture.startedAt, summary.timezone)],
    [w.t('duration'), durationText(capture, document, w)],
    [w.t('operator'), document ? w.named(document.operator, w.t('operator-unnamed')) : null],
    ...(document ? circumstances(document, entries, w) : []),
    [w.t('page-size'), document ? sizeText(document, w) : null],
    [w.t('refetch'), document?.refetch ? refetchText(document.refetch, w) : null],
    [w.t('digest'), summary.digest ? html`<code>${summary.digest}</code>` : w.t('no-digest')],
  ]);
}

function durationText(
  capture: CaptureSection['capture'],
  document: CaptureSection['document'],
  w: ReportWriter,
): string | null {
  if (document) return w.t('seconds', { value: (document.monotonicMs / 1000).toFixed(1) });
  if (!capture.endedAt) return null;
  const ms = Date.parse(capture.endedAt) - Date.parse(capture.startedAt);
  return w.t('seconds', { value: (ms / 1000).toFixed(1) });
}

function circumstances(
  { circumstances: around, clock: own }: CaptureDocument,
  entries: CaptureSection['entries'],
  w: ReportWriter,
): readonly (readonly [string, HtmlValue])[] {
  const stamp = entries.find(({ path }) => path === STAMP_RESPONSE_PATH)?.about;
  const read = [...own, ...stampReadings(entries)];
  const readings = read.map(
    ({ source, offsetMs, roundTripMs }) =>
      html`<p>
        ${w.t('clock-reading', { source, offset: Math.round(offsetMs), roundTrip: Math.round(roundTripMs) })}
      </p>`,
  );
  return [
    [w.t('time-grade'), stamp ? stampText(stamp, w) : w.t('grade-local')],
    [w.t('clock'), readings.length ? html`${clockOffText(judgeClock(read), w)}${readings}` : null],
    [
      w.t('browser'),
      `${around.browser.name} ${around.browser.version}, Prima Facie ${around.extensionVersion}`,
    ],
    [w.t('system'), w.text(around.os)],
    [w.t('locale'), w.text(`${around.languages.join(', ') || around.locale} · ${around.timezone}`)],
    [w.t('private-window'), w.t(around.incognito ? 'yes' : 'no')],
    [w.t('proxy'), w.text(around.proxyObserved)],
    [w.t('operator-statement'), statement(around, w)],
  ];
}

/** What the verification fetch says of itself; it is kept loosely, since a capture of any version may be exported. */
const REFETCH = v.looseObject({
  at: v.string(),
  status: v.number(),
  ip: v.nullable(v.string()),
  difference: v.nullable(
    v.looseObject({ verdict: v.picklist(['same', 'differs', 'not-comparable']), sharedText: v.number() }),
  ),
});

function refetchText(refetch: Readonly<Record<string, unknown>>, w: ReportWriter): HtmlValue {
  const parsed = v.safeParse(REFETCH, refetch);
  if (!parsed.success) return null;
  const { at, status, ip, difference } = parsed.output;
  const percent = Math.floor((difference?.sharedText ?? 0) * 100);
  const verdict = w.t(`verdict-${difference?.verdict ?? 'not-comparable'}`, { percent });
  return w.t('refetch-value', { at: utcText(at), status, address: ip ?? w.t('address-unknown'), verdict });
}

/** When the authority says that the capture existed, and which authority. */
function stampText(stamp: NonNullable<ArtifactAbout>, w: ReportWriter): Html {
  const text = (key: string) => (typeof stamp[key] === 'string' ? stamp[key] : '');
  const wanted = text('wantedAt');
  return html`${w.t('grade-tsa')}: ${w.time(text('genTime'))} · ${text('signer')}
  (${text('authority')})${wanted ? html` · ${w.t('stamp-wanted')} ${w.time(wanted)}` : null}`;
}

/** Says it out loud where the operator's clock was off. */
function clockOffText({ state, reading }: ClockVerdict, w: ReportWriter): HtmlValue {
  if (state !== 'off' || !reading) return null;
  const seconds = (Math.abs(reading.offsetMs) / 1000).toFixed(1);
  const { source } = reading;
  return html`<p>
    <strong>${w.t(reading.offsetMs > 0 ? 'clock-behind' : 'clock-ahead', { seconds, source })}</strong>
  </p>`;
}

/** What the operator said of what no extension can see: shown as theirs, never as something observed. */
function statement(
  { operatorStatement: said }: CaptureDocument['circumstances'],
  w: ReportWriter,
): HtmlValue {
  if (!said) return null;
  const { statedAt, profile, otherExtensions, proxy, timeZone, remarks } = said;
  return html`<p>${w.t('said-at')} ${w.time(statedAt)}</p>
    <p>
      ${w.t(`said-profile-${profile}`)} ${w.t(`said-otherExtensions-${otherExtensions}`)}
      ${w.t(`said-proxy-${proxy}`)} ${w.t(`said-timeZone-${timeZone}`)}
    </p>
    ${remarks ? html`<p>${w.text(remarks)}</p>` : null}`;
}

function sizeText(document: CaptureDocument, w: ReportWriter): HtmlValue {
  const { page, zoom, truncated } = document;
  if (!page) return null;
  const text = w.t('page-size-value', {
    pageWidth: page.page.width,
    pageHeight: page.page.height,
    width: page.viewport.width,
    height: page.viewport.height,
    ratio: page.devicePixelRatio,
    zoom: zoom === null ? '?' : `${Math.round(zoom * 100)} %`,
  });
  return truncated ? `${text}. ${w.t('truncated')}` : text;
}
