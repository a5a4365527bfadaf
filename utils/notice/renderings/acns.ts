import type { Work } from '../../case/dispute.ts';
import type { Audience, NoticeContent } from '../../case/notice.ts';
import { takesBack } from '../../case/notice-kind.ts';
import { fail, succeed } from '../../case/result.ts';
import type { Result } from '../../case/result.ts';
import { toUri } from '../addresses.ts';
import { viewFor } from '../audience.ts';
import { postalAddress } from '../document/parts.ts';
import { fileNameOf, seenAt, targetsOf } from './files.ts';
import type { Rendered, Target } from './files.ts';
import { renderText } from './text.ts';
import { element, writeXml } from './xml.ts';
import type { XmlElement } from './xml.ts';

const NAMESPACE = 'http://www.acns.net/ACNS';

/**
 * ACNS 1.2 `Infringement` documents for network hosts: one for each server, since a document has one `IP_Address`.
 * The notice's whole text stands in `TextNotice`, so that no reader sees the one without the other. Addresses whose
 * server was not observed cannot be said in ACNS and are named in `omitted`.
 */
export function renderAcns(content: NoticeContent, audience: Audience): Result<Rendered> {
  const view = viewFor(content, audience);
  const to = [view.channel, ...view.provider.channels].find((channel) => channel?.kind === 'email')?.address;
  if (to === undefined)
    return fail('not-available', 'ACNS names the recipient’s e-mail address, and none is known');
  if (!view.holder && !view.notifier) return fail('not-available', 'ACNS names a complainant');
  const targets = targetsOf(view).filter((target) => URL.canParse(target.url));
  const servers = Map.groupBy(
    targets.filter((target) => target.ip !== null),
    (target) => `${target.ip} ${target.host}`,
  );
  const omitted = targets
    .filter((target) => target.ip === null)
    .map((target) => ({ what: target.url, why: 'no server address was observed, which ACNS requires' }));
  if (servers.size === 0) return fail('not-available', 'no server address was observed, which ACNS requires');
  const text = renderText(content, audience);
  const files = [...servers.values()].map((group, index) => ({
    path: `acns/${String(index + 1).padStart(4, '0')}.xml`,
    mediaType: 'application/xml',
    text: writeXml(infringement(view, group, to, text)),
  }));
  return succeed({ files, omitted });
}

function infringement(view: NoticeContent, group: readonly Target[], to: string, text: string): XmlElement {
  const earlier = view.retracts ?? view.supersedes;
  const isNotice = view.regime.id === 'us-512';
  return element('Infringement', { xmlns: NAMESPACE }, [
    element('Case', {}, [
      element('ID', {}, view.noticeId),
      element('Status', {}, 'Open'),
      element('Severity', {}, 'Normal'),
    ]),
    complainant(view),
    element('Service_Provider', {}, [
      element('Entity', {}, view.provider.legalEntity ?? view.provider.name),
      element('Email', {}, to),
    ]),
    source(view, group),
    element('Content', {}, group.map(item)),
    ...(earlier === undefined
      ? []
      : [element('History', {}, [element('Notice', { ID: earlier }, view.kind)])]),
    element('Type', { Retraction: String(takesBack(view)) }, isNotice ? 'DMCA' : 'INFRINGEMENT'),
    element('TextNotice', {}, text),
    ...view.statements.map((statement) =>
      element('Declarations', {}, [element('Type', {}, statement.name), element('Body', {}, statement.text)]),
    ),
  ]);
}

/** One party throughout, the one that writes: for whom, the text says. */
function complainant(view: NoticeContent): XmlElement {
  const party = view.notifier ?? view.holder;
  const said = (name: string, text: string | undefined) => (text ? [element(name, {}, text)] : []);
  return element('Complainant', {}, [
    element('Entity', {}, party?.legalName ?? ''),
    ...said('Contact', party?.contactName ?? party?.legalName),
    ...said('Address', party && party.address !== '' ? postalAddress(party) : undefined),
    ...said('Phone', party?.phone),
    element('Email', {}, party?.email ?? ''),
  ]);
}

function source(view: NoticeContent, group: readonly Target[]): XmlElement {
  const first = group[0];
  const url = first && URL.parse(first.url);
  const times = group.map(seenAt).toSorted();
  const port = url
    ? url.port || (url.protocol === 'https:' ? '443' : url.protocol === 'ftp:' ? '21' : '80')
    : '80';
  const link = view.provider.serviceClass === 'search_link';
  return element('Source', {}, [
    element('TimeStamp', {}, times[0] ?? ''),
    element('IP_Address', {}, first?.ip ?? ''),
    element('Port', {}, port),
    ...(first?.host ? [element('DNS_Name', {}, first.host)] : []),
    element(
      'SubType',
      { BaseType: link ? 'LINK' : 'SERVER', Protocol: url?.protocol === 'ftp:' ? 'FTP' : 'HTTP' },
      'WEB',
    ),
    ...(url ? [element('URL_Base', {}, `${url.protocol}//${url.host}/`)] : []),
    ...(first?.item.account ? [element('UserName', {}, first.item.account)] : []),
    element('Number_Files', {}, String(group.length)),
    element('Deja_Vu', {}, view.supersedes === undefined ? 'No' : 'Yes'),
  ]);
}

function item(target: Target): XmlElement {
  const type = target.work && EXPLICIT[target.work.kind];
  return element('Item', {}, [
    element('TimeStamp', {}, seenAt(target)),
    ...(target.work ? [element('Title', {}, target.work.title)] : []),
    ...(target.work?.author ? [element('Artist', {}, target.work.author)] : []),
    element('FileName', {}, fileNameOf(target.url)),
    element('URL', {}, toUri(target.url) ?? ''),
    ...(type === undefined ? [] : [element('ExplicitType', {}, type)]),
  ]);
}

const EXPLICIT: Readonly<Partial<Record<Work['kind'], string>>> = {
  film: 'Movie',
  series: 'Movie',
  game: 'Game',
  software: 'Software',
  music: 'Music',
  literary: 'Document',
  comic: 'Document',
  photograph: 'Image',
  art: 'Image',
  character: 'Image',
};
