import type { CaptureTrigger } from '../../case/capture.ts';
import { REPORT } from '../../i18n/catalog/report.ts';
import { translator } from '../../i18n/translate.ts';
import { html, type Html, type HtmlValue } from './html.ts';
import type { CaptureSummary, ReportModel } from './model.ts';
import type { ReportWriter } from './writer.ts';

const METHOD = REPORT['method-heading'];

/** A place to fill in, by hand or on the screen before printing. */
function blank(label: string, kind: 'short' | 'wide' = 'short'): Html {
  return html`<input
    type="text"
    class="blank ${kind}"
    aria-label="${label}"
    placeholder="${label}"
    autocomplete="off"
    spellcheck="false"
  />`;
}

/** A sentence with `{name}` places replaced by fields; the rest stays text. */
function sentence(text: string, places: Readonly<Record<string, HtmlValue>>): Html {
  const parts = text.split(/\{(\w+)\}/);
  return html`${parts.map((part, index) => (index % 2 === 0 ? part : (places[part] ?? part)))}`;
}

/** Where to sign, with what is signed: a page of signatures alone could be bound to anything. */
function signatureLines({ identity, file }: ReportModel, t: ReportWriter['t']): Html {
  const line = (key: 'field-place' | 'field-date' | 'field-signature') =>
    html`<p class="sign">${blank(t(key), 'wide')}<span>${t(key)}</span></p>`;
  return html`<p class="local break"><bdi>${file.case.title.slice(0, 200)}</bdi> · ${identity.name}</p>
    <div class="signs">${line('field-place')}${line('field-date')}${line('field-signature')}</div>`;
}

const UNATTENDED: ReadonlySet<CaptureTrigger> = new Set(['command-line', 're-check']);

/** 'Visited and saw', to be signed by whoever made the captures, of those that somebody made by hand. */
export function declarationSection(model: ReportModel, w: ReportWriter): Html {
  const byHand = model.captures.filter(
    ({ origin, trigger }) => origin === 'here' && !UNATTENDED.has(trigger),
  );
  const heading = html`<h2>${w.t('declaration-heading')}</h2>`;
  if (byHand.length === 0) {
    return html`<section id="declaration" class="form unmade">
      ${heading}
      <p>${w.t('declaration-nobody')}</p>
    </section>`;
  }
  const others = model.captures.length - byHand.length;
  const places = {
    name: blank(w.t('field-name')),
    address: blank(w.t('field-address'), 'wide'),
    numbers: blank(w.t('field-numbers')),
    place: blank(w.t('field-place')),
    remarks: blank(w.t('field-remarks'), 'wide'),
  };
  const points = [1, 2, 3, 4] as const;
  return html`<section id="declaration" class="form">
    ${heading}
    <p class="notice">${w.t('declaration-note')}</p>
    <p>
      ${w.t('declaration-scope', { numbers: numbersText(byHand) })}
      ${others > 0 ? w.t('declaration-others', { count: others }) : null}
    </p>
    <ol>
      ${points.map((point) => html`<li>${sentence(w.t(`declaration-${point}`), places)}</li>`)}
    </ol>
    <div class="oath">
      <p>${w.t('declaration-oath')}</p>
      ${signatureLines(model, w.t)}
    </div>
  </section>`;
}

/** Numbers of captures, runs of them joined: 1–4, 7. */
function numbersText(captures: readonly CaptureSummary[]): string {
  const runs: [number, number][] = [];
  for (const { number } of captures) {
    const last = runs.at(-1);
    if (last && number <= last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

/** Captures whose digests the certificate prints; more are cited by the manifest. */
const CITED = 200;

/** The certificate of Federal Rules of Evidence 902(13) and (14). For courts of the United States, so in English. */
export function certificateSection(model: ReportModel, w: ReportWriter): Html {
  const { captures: all, identity, file } = model;
  // What another installation made, its own operator certifies; what did not verify, nobody.
  const captures = all.filter(({ origin }) => origin === 'here');
  const versions = [...new Set(captures.flatMap(({ version }) => version ?? []))].join(', ');
  const browsers = [...new Set(captures.flatMap(({ browser }) => browser ?? []))].join('; ');
  const sealed = captures.filter(({ digest }) => digest !== null);
  const rows = sealed
    .slice(0, CITED)
    .map(({ number, startedAt, url, digest }) => [
      number,
      w.time(startedAt),
      w.url(url),
      html`<code>${digest}</code>`,
    ]);
  return html`<section id="certificate" class="form">
    <h2>${w.t('certificate-heading')}</h2>
    <p class="notice">${w.t('certificate-note')}</p>
    ${all.length > captures.length ? html`<p>${w.t('certificate-others', { count: all.length - captures.length })}</p>` : null}
    <div lang="en">
      <p>
        I, ${blank('name')}, of ${blank('address', 'wide')}, certify as follows under Federal Rules of
        Evidence 902(13) and 902(14), by reference to Rule 902(11):
      </p>
      <ol>
        <li>
          I am ${blank('position and employer', 'wide')}. By knowledge, skill, experience, training or
          education I am a qualified person to make this certification, because ${blank('reasons', 'wide')}.
        </li>
        <li>
          The records of the captures listed in the schedule below belong to case ${file.case.id}. They were
          generated by an electronic process: the browser extension Prima Facie
          ${versions || identity.version}, running in
          ${browsers ? html`<bdi>${browsers}</bdi>` : blank('browser and version')}, which records what the
          browser displays and receives, in the steps described under “${METHOD.en}”
          ${METHOD.en === METHOD[w.language] ? null : html`(<span lang="${w.language}">${METHOD[w.language]}</span>)`}
          in this report.
        </li>
        <li>
          The process produces an accurate result. I know this because
          ${blank('how, for instance tests, regular use, inspection of the source code', 'wide')}. I know of
          no fault of the machine, the browser or the process at the times stated that would affect the
          records, except ${blank('exceptions, or “none”')}.
        </li>
        <li>
          At the time each file was taken, the process computed its SHA-256 digest. On ${blank('date')} I
          computed the SHA-256 digests of the files of the copy named ${identity.name} with
          ${blank('tool, for instance sha256sum')}, compared them with the recorded digests, and found them
          identical. Files with identical SHA-256 digests are, to a reasonable certainty, identical copies.
        </li>
        <li>
          The SHA-256 digest of the file tagmanifest-sha256.txt, which stands for all files of the copy, is
          ${blank('64 hexadecimal digits', 'wide')}.
        </li>
      </ol>
      <div class="oath">
        <p>
          I certify under penalty of perjury under the laws of the United States of America that the foregoing
          is true and correct. 28 U.S.C. § 1746.
        </p>
        ${signatureLines(model, translator(REPORT, 'en'))}
      </div>
      <h3>Schedule of records</h3>
      ${w.table(['Capture', 'Taken at', 'Address', 'SHA-256 of capture.json'], rows, 'files')}
      ${sealed.length > rows.length ? html`<p>${sealed.length - rows.length} further captures are listed, with their digests, in manifest-sha256.txt.</p>` : null}
    </div>
  </section>`;
}
