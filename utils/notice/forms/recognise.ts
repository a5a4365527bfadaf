import type { FormId, NoticeChannel } from '../../case/notice.ts';

/** What the address of a complaint form says of itself, in its host or path. */
const COMPLAINT =
  /abuse|report|complain|infring|copyright|dmca|takedown|legal|intellectual|jubao|tousu|\bipr\b|\bipp\b/i;

/**
 * Hosts of web forms whose fields are known, and what the rest of the address must say. A provider's host carries
 * much else (a console, a ticket system, anybody's repository), so the host alone says it only where it is the form's
 * own, or where reports are made beside the content.
 */
const FORMS: readonly (readonly [host: string, form: FormId, says: RegExp | null])[] = [
  ['abuse.cloudflare.com', 'cloudflare', null],
  ['cloudflare.com', 'cloudflare', /abuse|dmca|copyright/i],
  ['reportcontent.google.com', 'google-search', null],
  ['alibabacloud.com', 'alibaba-cloud', COMPLAINT],
  ['aliyun.com', 'alibaba-cloud', COMPLAINT],
  ['tencentcloud.com', 'tencent', COMPLAINT],
  ['tencent.com', 'tencent', COMPLAINT],
  // `ipc_guide`: the provider's page on complaints, which leads to the form.
  ['huaweicloud.com', 'huawei-cloud', new RegExp(`ipc_guide|${COMPLAINT.source}`, 'i')],
  ['hetzner.com', 'hetzner', COMPLAINT],
  ['ovhcloud.com', 'ovh', COMPLAINT],
  ['ovh.com', 'ovh', COMPLAINT],
  ['civitai.com', 'civitai', null],
  ['huggingface.co', 'hugging-face', null],
  ['github.com', 'github', /\/contact\/(?:dmca|copyright)/i],
];

/** Systems for questions of customers: whatever is written there is no notice (Ali Cloud case). */
const TICKETS = /work-?order|tickets?\b|help-?desk|service-?desk|zendesk|freshdesk|gongdan/i;

/** Mail that is read like a form: what it must say, and in which order, is known. */
const MAILS: Readonly<Record<string, FormId>> = {
  'abuse@amazonaws.com': 'aws',
  'dmca@huggingface.co': 'hugging-face',
  'copyright@github.com': 'github',
};

/** The form behind a channel, or behind the page that leads to it, whoever named the channel; undefined where its fields are not known. */
export function formBehind({ kind, address }: Pick<NoticeChannel, 'kind' | 'address'>): FormId | undefined {
  if (kind === 'email') return MAILS[address.trim().toLowerCase()];
  if (kind !== 'form' && kind !== 'procedure') return undefined;
  const url = webAddress(address);
  if (!url || isTicket(url)) return undefined;
  const said = placeIn(url);
  const found = FORMS.find(
    ([host, , says]) =>
      (url.hostname === host || url.hostname.endsWith(`.${host}`)) && (says === null || says.test(said)),
  );
  return found?.[1];
}

/**
 * The kind of channel an address that somebody typed leads to: a web address is a form, unless it is that of a ticket
 * system; what has an @ is mail; all else is read as a postal address. The person can say otherwise.
 */
export function kindOfAddress(address: string): NoticeChannel['kind'] {
  const url = webAddress(address);
  if (url) return isTicket(url) ? 'support-ticket' : 'form';
  return address.includes('@') ? 'email' : 'postal';
}

function webAddress(address: string): URL | null {
  const url = URL.parse(address.trim());
  return url && /^https?:$/.test(url.protocol) ? url : null;
}

function isTicket(url: URL): boolean {
  const said = placeIn(url);
  return TICKETS.test(said) || (/\bsupport\b/i.test(said) && !COMPLAINT.test(said));
}

/** Host, path and fragment: what a query says is about one request. */
function placeIn({ hostname, pathname, hash }: URL): string {
  return `${hostname}${pathname}${hash}`;
}
