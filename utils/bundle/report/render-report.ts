import type { CustodyEntry } from '../../case/custody.ts';
import { audienceSection } from './audience-section.ts';
import { capturesSection, contentsSection, coverSection, partiesSection, worksSection } from './cover.ts';
import { itemsSection } from './items.ts';
import { captureSection } from './capture-section.ts';
import { certificateSection, declarationSection } from './declarations.ts';
import { escapeHtml } from './html.ts';
import { custodySection, digestsSection, methodSection } from './method.ts';
import type { CaptureSection, ReportModel } from './model.ts';
import { reportStyle } from './style.ts';
import { reportWriter } from './writer.ts';

/** The report's larger parts, which are read one at a time. */
export interface ReportParts {
  /** Captures that stand in `report.html` itself. */
  readonly captures: AsyncIterable<CaptureSection>;
  readonly custody: readonly CustodyEntry[];
}

/**
 * Writes `report.html` piece by piece: one file without script; its style allowed by digest, its pictures from the
 * bag only, and nothing else by its own policy.
 */
export async function* renderReport(model: ReportModel, parts: ReportParts): AsyncGenerator<string> {
  const w = reportWriter(model.identity.language, model.identity.audience);
  yield await head(model);
  yield coverSection(model, w).markup;
  yield contentsSection(model, w).markup;
  for (const part of [audienceSection, partiesSection, worksSection, itemsSection])
    yield part(model, w)?.markup ?? '';
  yield capturesSection(model, w).markup;
  for await (const capture of parts.captures) yield captureSection(capture, w).markup;
  yield methodSection(model, w).markup;
  yield custodySection(model, parts.custody, w).markup;
  yield digestsSection(model, w).markup;
  yield declarationSection(model, w).markup;
  yield certificateSection(model, w).markup;
  yield END;
}

/** Writes a further file of a long report: captures, and nothing else. */
export async function* renderCaptures(
  model: ReportModel,
  captures: AsyncIterable<CaptureSection>,
): AsyncGenerator<string> {
  const w = reportWriter(model.identity.language, model.identity.audience);
  yield await head(model);
  yield `<p><a href="report.html">${escapeHtml(w.t('report-title'))}</a></p>`;
  for await (const capture of captures) yield captureSection(capture, w).markup;
  yield END;
}

const END = '</body></html>\n';

async function head({ identity, file }: ReportModel): Promise<string> {
  const w = reportWriter(identity.language);
  const style = reportStyle(w.t('page-footer', { id: file.case.id, at: identity.exportedAt }));
  const title = `${w.t('report-title')}: ${file.case.title}`.slice(0, 200);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style)));
  const policy = [
    "default-src 'none'",
    "img-src 'self' file:",
    `style-src 'sha256-${btoa(String.fromCharCode(...digest))}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${identity.language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title><style>${style}</style></head><body>
`;
}
