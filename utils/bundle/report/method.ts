import type { CustodyEntry } from '../../case/custody.ts';
import type { StoredImport } from '../../case/import.ts';
import { CUSTODY } from '../../i18n/catalog/custody.ts';
import { translator } from '../../i18n/translate.ts';
import { html, type Html, type HtmlValue } from './html.ts';
import type { ReportModel } from './model.ts';
import type { ReportWriter } from './writer.ts';

const STEPS = [1, 2, 3, 4, 5, 6] as const;

/** Custody entries printed; the rest stays in the log itself. */
const SHOWN_ENTRIES = 400;

/** What the tool does, and what it cannot know. */
export function methodSection({ identity }: ReportModel, w: ReportWriter): Html {
  return html`<section id="method">
    <h2>${w.t('method-heading')}</h2>
    <p>${w.t('method-what', { version: identity.version })}</p>
    <ol>
      ${STEPS.map((step) => html`<li>${w.t(`method-step-${step}`)}</li>`)}
    </ol>
    <p>${w.t('method-digest')}</p>
    <h3>${w.t('method-limits-heading')}</h3>
    <ul>
      ${STEPS.map((limit) => html`<li>${w.t(`method-limit-${limit}`)}</li>`)}
    </ul>
  </section>`;
}

/** The custody log. */
export function custodySection(
  { chain, imports }: ReportModel,
  entries: readonly CustodyEntry[],
  w: ReportWriter,
): Html {
  const action = translator(CUSTODY, w.language);
  const rows = entries
    .slice(0, SHOWN_ENTRIES)
    .map((entry) => [
      entry.seq,
      w.time(entry.at),
      html`<span class="name">${w.named(entry.actor, '–')}</span>`,
      doneHtml(entry, action(`custody.${entry.action}`), w),
      entry.objectSha256 ? html`<code>${entry.objectSha256}</code>` : '–',
    ]);
  const head = [w.t('seq'), w.t('when'), w.t('who'), w.t('action'), w.t('object')];
  const intro = chain.whole
    ? w.t('custody-intro', { count: chain.length, head: chain.head?.slice('sha256:'.length) ?? '–' })
    : w.t('custody-broken', { seq: chain.brokenAt, why: chain.why });
  const more = entries.length - rows.length;
  return html`<section id="custody">
    <h2>${w.t('custody-heading')}</h2>
    <p class="break">${intro}</p>
    ${w.table(head, rows, 'files')} ${more > 0 ? html`<p>${w.t('custody-more', { count: more })}</p>` : null}
    ${imports.length > 0 ? importsHtml(imports, w) : null}
  </section>`;
}

/** What was done; of a deletion also why, since that is all that is left of the capture. */
function doneHtml({ action, note }: CustodyEntry, word: string, w: ReportWriter): HtmlValue {
  const reason = note?.['reason'];
  return action === 'capture-deleted' && typeof reason === 'string' ? html`${word}: ${w.text(reason)}` : word;
}

/** The bundles the case was imported from, and those among them that did not verify. */
function importsHtml(imports: readonly StoredImport[], w: ReportWriter): Html {
  const rows = imports.map(({ record }) => [
    w.time(record.importedAt),
    w.named(record.actor, '–'),
    html`${w.text(record.fileName)} ${record.verdict === 'whole' ? null : html`(${w.t('import-broken')})`}`,
    record.signer ? html`<code>${record.signer}</code>` : '–',
  ]);
  const head = [w.t('when'), w.t('who'), w.t('import-file'), w.t('import-signer')];
  return html`<h3>${w.t('imports-heading')}</h3>
    <p>${w.t('imports-intro')}</p>
    ${w.table(head, rows, 'files')}`;
}

/** Digests, signature and time. */
export function digestsSection({ identity, captures }: ReportModel, w: ReportWriter): Html {
  const fingerprint = identity.signerFingerprint;
  return html`<section id="digests">
    <h2>${w.t('digests-heading')}</h2>
    <p>${w.t('digests-intro')}</p>
    <h3>${w.t('signature-heading')}</h3>
    <p class="break">${fingerprint ? w.t('signature-key', { fingerprint }) : w.t('signature-none')}</p>
    <p>${w.t(identity.stampWanted ? 'stamp-whole' : 'stamp-none')}</p>
    <p>
      ${w.t('stamp-captures', { count: captures.filter(({ stampedAt }) => stampedAt).length, of: captures.length })}
    </p>
  </section>`;
}
