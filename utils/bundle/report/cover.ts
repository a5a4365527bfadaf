import type { Party, Work } from '../../case/dispute.ts';
import { hexOf } from '../../case/values.ts';
import { html, type Html } from './html.ts';
import { sectionLink, type CaptureSummary, type ReportModel } from './model.ts';
import type { ReportWriter } from './writer.ts';

/** Cover, contents, parties, works, items, captures. */
export function coverSection(model: ReportModel, w: ReportWriter): Html {
  const { file, identity } = model;
  const operator = w.named(identity.operator, w.t('operator-unnamed'));
  const place = file.case.captureLocation;
  return html`<header class="cover">
    <p class="kind">${w.t('report-title')}</p>
    <h1>${w.text(file.case.title)}</h1>
    <p class="sub">${w.t('subtitle')}</p>
    ${w.terms([
      [
        w.t('made-for'),
        identity.audience === 'full' ? null : html`<b>${w.t(`audience-${identity.audience}`)}</b>`,
      ],
      [w.t('case-id'), html`<code>${file.case.id}</code>`],
      [w.t('exported-at'), w.time(identity.exportedAt)],
      [w.t('operator'), operator],
      [w.t('capture-location'), place ? w.t('as-stated', { value: place }) : null],
      [w.t('tool'), `Prima Facie ${identity.version}`],
      [w.t('bundle'), html`<code>${identity.name}</code>`],
      [
        w.t('signer-key'),
        identity.signerFingerprint ? html`<code>${identity.signerFingerprint}</code>` : null,
      ],
    ])}
  </header>`;
}

/** Names of the report's parts, as links. A part with nothing in it is not there. */
export function contentsSection({ file, captures, declaration }: ReportModel, w: ReportWriter): Html {
  const parts = [
    ['audience', w.t('audience-heading'), declaration !== null],
    ['parties', w.t('parties'), file.parties.length > 0],
    ['works', w.t('works'), file.works.length > 0],
    ['items', w.t('items'), file.items.length > 0],
    ['captures', w.t('captures'), captures.length > 0],
    ['method', w.t('method-heading'), true],
    ['custody', w.t('custody-heading'), true],
    ['digests', w.t('digests-heading'), true],
    ['declaration', w.t('declaration-heading'), true],
    ['certificate', w.t('certificate-heading'), true],
  ] as const;
  return html`<nav aria-labelledby="contents">
    <h2 id="contents">${w.t('contents')}</h2>
    <ol>
      ${parts.filter(([, , there]) => there).map(([anchor, name]) => html`<li><a href="#${anchor}">${name}</a></li>`)}
    </ol>
  </nav>`;
}

/** Who claims, and for whom. */
export function partiesSection({ file }: ReportModel, w: ReportWriter): Html | null {
  if (file.parties.length === 0) return null;
  return html`<section id="parties">
    <h2>${w.t('parties')}</h2>
    ${file.parties.map((party) => partyHtml(party, w))}
  </section>`;
}

function partyHtml(party: Party, w: ReportWriter): Html {
  const place = [party.address, party.city, party.state, party.postalCode, party.country];
  const lines = [place.filter(Boolean).join(', '), party.email, party.phone].filter(Boolean);
  const people = [party.contactName, party.legalRepresentative].filter((name) => name !== undefined);
  return html`<article class="card">
    <h3>${w.t(`role-${party.role}`)}: ${w.text(party.legalName)}</h3>
    <p>${w.t(`authority-${party.authority}`)}</p>
    ${[...people, ...lines].map((line) => html`<p>${w.text(line)}</p>`)}
  </article>`;
}

/** The protected originals. */
export function worksSection({ file }: ReportModel, w: ReportWriter): Html | null {
  if (file.works.length === 0) return null;
  return html`<section id="works">
    <h2>${w.t('works')}</h2>
    ${file.works.map((work) => workHtml(work, w))}
  </section>`;
}

function workHtml(work: Work, w: ReportWriter): Html {
  const documents = work.titleDocuments.map(
    ({ name, digest }) => html`<p>${w.text(name)} <code>${hexOf(digest)}</code></p>`,
  );
  return html`<article class="card">
    <h3>${w.text(work.title)}</h3>
    ${w.terms([
      [w.t('author'), work.author ? w.text(work.author) : null],
      [w.t('right'), work.rightsClaimed.map((right) => w.t(`right-${right}`)).join(', ') || null],
      [w.t('first-publication'), work.firstPublication ? w.text(work.firstPublication) : null],
      [w.t('registration'), work.registrationNumber ? w.text(work.registrationNumber) : null],
      [w.t('authorised-urls'), work.authorisedUrls.length ? urlList(work.authorisedUrls, w) : null],
      [w.t('title-documents'), documents.length ? documents : null],
    ])}
  </article>`;
}

/** Addresses, one a line. */
export function urlList(urls: readonly string[], w: ReportWriter): Html {
  return html`<ul class="urls">
    ${urls.map((url) => html`<li>${w.url(url)}</li>`)}
  </ul>`;
}

/** All captures on one list, with pictures. */
export function capturesSection(model: ReportModel, w: ReportWriter): Html {
  const { captures } = model;
  return html`<section id="captures">
    <h2>${w.t('captures')}</h2>
    ${captures.length === 0 ? html`<p class="none">${w.t('captures-none')}</p>` : null}
    ${captures.map((capture) => captureCard(capture, model, w))}
  </section>`;
}

function captureCard(capture: CaptureSummary, model: ReportModel, w: ReportWriter): Html {
  const picture = capture.picture
    ? html`<img
        class="thumb"
        src="${capture.picture}"
        alt="${w.t('picture-of', { host: capture.host })}"
        loading="lazy"
      />`
    : html`<p class="thumb none">${w.t('no-picture')}</p>`;
  const server = [capture.status && `HTTP ${capture.status}`, capture.serverAddress]
    .filter(Boolean)
    .join(' · ');
  return html`<article class="card item">
    <h3>
      <a href="${sectionLink(model, capture)}">${w.t('capture', { number: capture.number })}</a>:
      ${w.text(capture.title)}
    </h3>
    ${picture}
    ${w.terms([
      [w.t('address'), w.url(capture.url)],
      [w.t('started'), w.time(capture.startedAt, capture.timezone)],
      [
        w.t('time-grade'),
        capture.stampedAt ? html`${w.t('grade-tsa')}: ${w.time(capture.stampedAt)}` : w.t('grade-local'),
      ],
      [w.t('server'), server || null],
      [w.t('state'), stateWord(capture.state, w)],
      [w.t('digest'), capture.digest ? html`<code>${capture.digest}</code>` : w.t('no-digest')],
    ])}
  </article>`;
}

/** The word for an ended capture's state; a bundle never holds a running one. */
export function stateWord(state: CaptureSummary['state'], w: ReportWriter): string {
  return state === 'running' ? state : w.t(`state-${state}`);
}
