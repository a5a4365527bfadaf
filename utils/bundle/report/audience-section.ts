import { html, type Html } from './html.ts';
import type { ReportModel } from './model.ts';
import type { ReportWriter } from './writer.ts';

/** Files listed in the report; more stand in the declaration. */
const SHOWN_FILES = 300;

/** What a copy made for an audience does not show; null for a full bundle. */
export function audienceSection({ declaration }: ReportModel, w: ReportWriter): Html | null {
  if (!declaration) return null;
  const { redactions, files, caseWithheld, custodyWithheld } = declaration;
  const count = (kind: string) => redactions.filter((one) => one.kind === kind).length;
  const reasons = [...new Set(redactions.map(({ reason }) => reason))].join('; ');
  const made = { areas: count('area'), texts: count('text'), reasons };
  const copies = files.filter(({ state }) => state === 'copy').length;
  const rows = files
    .slice(0, SHOWN_FILES)
    .map((file) => [
      html`<code>${file.path}</code>`,
      w.t(file.state === 'copy' ? 'state-copy' : `out-${file.why}`),
      html`<code>${file.original.digest.slice('sha256:'.length)}</code>`,
    ]);
  return html`<section id="audience">
    <h2>${w.t('audience-heading')}</h2>
    <p>${w.t('audience-intro')}</p>
    <ul>
      <li>
        ${redactions.length > 0 ? w.text(w.t('audience-redactions', made)) : w.t('audience-redactions-none')}
      </li>
      ${caseWithheld.length > 0 ? html`<li>${w.t('audience-case', { names: caseWithheld.join(', ') })}</li>` : null}
      ${caseWithheld.includes('notices') ? html`<li>${w.t('audience-notices')}</li>` : null}
      ${custodyWithheld.length > 0 ? html`<li>${w.t('audience-custody', { count: custodyWithheld.length })}</li>` : null}
      <li>${w.t('audience-files', { copies, leftOut: files.length - copies })}</li>
    </ul>
    ${rows.length > 0 ? w.table([w.t('file'), w.t('audience-state'), w.t('audience-original')], rows) : null}
    ${files.length > rows.length ? html`<p>${w.t('audience-more', { count: files.length - rows.length })}</p>` : null}
  </section>`;
}
