import type { Channel, Evidence, HostingSummary, Recipient } from '../../case/hosting.ts';
import { HOSTING_CATALOG } from '../../i18n/catalog/hosting.ts';
import { HOSTING_VIEW } from '../../i18n/catalog/hosting-view.ts';
import { translator } from '../../i18n/translate.ts';
import { warningValues } from '../../i18n/warning-values.ts';
import { hostingDrawing } from './hosting-drawing.ts';
import { hostingText } from './hosting-text.ts';
import { html, type Html } from './html.ts';
import type { ReportWriter } from './writer.ts';

/** Who serves the page and its media, how sure that is and why, what is not public, and whom to write to. */
export function hostingHtml(hosting: HostingSummary, w: ReportWriter, later = false): Html {
  const v = translator(HOSTING_VIEW, w.language);
  return html`<h3>
      ${later ? w.t('roles-later-heading') : v('hosting.title')}
      <span class="local">(${v(`hosting.state-${hosting.state}`)})</span>
    </h3>
    <p>${w.time(hosting.at)}</p>
    ${hostingDrawing(hosting, w)} ${rolesTable(hosting, w)} ${notesList(hosting, w)}
    ${recipientsList(hosting.recipients, w)}`;
}

function rolesTable({ roles }: HostingSummary, w: ReportWriter): Html | null {
  if (roles.length === 0) return null;
  const v = translator(HOSTING_VIEW, w.language);
  const h = translator(HOSTING_CATALOG, w.language);
  const rows = roles.map((finding) => {
    const { registrationCountry: country, asn, address } = finding;
    const place = country ? v('hosting.registered-in', { country }) : null;
    const numbers = [address, asn === null ? null : `AS${asn}`, place].filter(Boolean).join(' · ');
    return [
      h(`role-${finding.role}`),
      html`<b>${w.text(finding.provider)}</b> (${v(`class.${finding.class}`)})`,
      w.text(finding.hostUnicode ?? finding.host),
      w.text(numbers),
      html`${h(`confidence-${finding.confidence}`)}: ${reasons(finding.evidence, finding.why, w)}`,
    ];
  });
  return w.table([w.t('role'), w.t('provider'), w.t('host'), w.t('server-address'), w.t('why')], rows);
}

function reasons(evidence: readonly Evidence[], why: string, w: ReportWriter): Html {
  if (evidence.length === 0) return html`<span lang="en">${w.text(why)}</span>`;
  return w.text(evidence.map(({ id, values }) => hostingText(w, id, values, id)).join('; '));
}

/** What a reader must know: hidden origins with leads, disagreements, lookups that were not made. */
function notesList({ origins, warnings, pending }: HostingSummary, w: ReportWriter): Html | null {
  const v = translator(HOSTING_VIEW, w.language);
  const hidden = origins
    .filter(({ state }) => state === 'not-publicly-determinable')
    .map(({ host, ask, leads }) => {
      const clues = leads
        .map(({ kind, value, why }) => `${value} (${hostingText(w, `lead-${kind}`, {}, why)})`)
        .join('; ');
      const text = hostingText(w, 'origin-not-public', { provider: ask ?? '' }, v('hosting.not-public'));
      return html`<li>
        ${w.text(host)}: ${text} ${clues ? html`${v('hosting.leads')}: ${w.text(clues)}` : null}
      </li>`;
    });
  const said = warnings.map(
    ({ id, host, values, text }) =>
      html`<li>
        ${w.text(hostingText(w, `warning-${id}`, { host, ...warningValues(values, w.language) }, text))}
      </li>`,
  );
  const open = pending.map(
    ({ question, source, reason }) =>
      html`<li>${v('hosting.pending')}: ${w.text(`${question} (${source}): ${reason}`)}</li>`,
  );
  const notes = [...hidden, ...said, ...open];
  return notes.length === 0
    ? null
    : html`<ul>
        ${notes}
      </ul>`;
}

function recipientsList(recipients: readonly Recipient[], w: ReportWriter): Html | null {
  if (recipients.length === 0) return null;
  const v = translator(HOSTING_VIEW, w.language);
  const items = recipients.map(
    ({ provider, hosts, channel, alternatives, reason, notes, why, behaviour }) => {
      const said = [hostingText(w, reason.id, reason.values, why)];
      // The reason names the first one.
      if (hosts.length > 1) said.unshift(v('hosting.for-hosts', { hosts: hosts.join(', ') }));
      for (const { id, values } of notes ?? [])
        if (!SAID_BY_CHANNEL.has(id)) said.push(hostingText(w, id, values, id));
      const others = alternatives.map((other) => html`<li>${channelHtml(other, w)}</li>`);
      return html`<li>
        <b>${w.text(provider)}</b>${behaviour === 'unknown' ? null : ` (${v(`behaviour.${behaviour}`)})`}:
        ${channel ? channelHtml(channel, w) : v('hosting.no-channel')}. ${w.text(said.join(' '))}
        ${
          others.length > 0
            ? html`<br />${v('hosting.alternatives')}:
                <ul>
                  ${others}
                </ul>`
            : null
        }
      </li>`;
    },
  );
  return html`<h3>${v('hosting.recipients')}</h3>
    <ol>
      ${items}
    </ol>`;
}

/** Notes that the channel's own line says already. */
const SAID_BY_CHANNEL: ReadonlySet<string> = new Set([
  'recipient-channel-registry',
  'recipient-channel-unchecked',
  'recipient-no-channel',
]);

/** Where to, with its limits, and who says so since when. */
function channelHtml({ address, limits, origin, source, checkedOn }: Channel, w: ReportWriter): Html {
  const v = translator(HOSTING_VIEW, w.language);
  const parameters = { source, date: checkedOn };
  const where =
    origin === 'rdap' || origin === 'dns'
      ? v('hosting.channel-registry', parameters)
      : v(checkedOn === 'never' ? 'hosting.channel-unchecked' : 'hosting.channel-checked', parameters);
  const bounds = limits === undefined ? null : html`; <span lang="en">${w.text(limits)}</span>`;
  return html`${w.text(address)} (${w.text(where)}${bounds})`;
}
