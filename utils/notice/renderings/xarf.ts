import type { Item, Party } from '../../case/dispute.ts';
import type { Audience, NoticeContent } from '../../case/notice.ts';
import { fail, succeed } from '../../case/result.ts';
import type { Result } from '../../case/result.ts';
import type { Digest } from '../../case/values.ts';
import { digestOf, toHex } from '../../integrity/digest.ts';
import { viewFor } from '../audience.ts';
import { aloneWith } from '../lookup.ts';
import { cut, seenAt, targetsOf } from './files.ts';
import type { Rendered, RenderedFile, Target } from './files.ts';
import { renderText } from './text.ts';
import { fieldsOfType, xarfTypeFor } from './xarf-types.ts';
import type { XarfType } from './xarf-types.ts';

/** Largest evidence item, in bytes (XARF v4, evidence_item.size). */
const MAXIMUM_EVIDENCE = 5_242_880;

/**
 * XARF v4 reports, category `copyright`: one for each address, as the format has one `infringing_url`. XARF has no
 * place for statements, so the notice's text goes along as an evidence item; the report is never without it. Of a
 * notice on many items each report has what concerns its own: with the whole in each, size would grow with the square.
 * `type` overrides the one chosen from recipient and item.
 */
export async function renderXarf(
  content: NoticeContent,
  audience: Audience,
  type?: XarfType,
): Promise<Result<Rendered>> {
  const view = viewFor(content, audience);
  const reporter = contactOf(view.holder, view.notifier);
  const sender = contactOf(view.notifier, view.holder);
  if (!reporter || !sender) return fail('not-available', 'XARF wants an e-mail address of holder and sender');
  const whole = await digestOf(renderText(content, audience));
  const evidenceByItem = new Map<Item, Evidence>();
  const targets = targetsOf(view);
  const usable = targets.filter((target) => target.host !== null);
  const files: RenderedFile[] = [];
  for (const [index, target] of usable.entries()) {
    const chosen = type ?? xarfTypeFor(view, target);
    const evidence =
      evidenceByItem.get(target.item) ?? (await evidenceFor(view, target.item, audience, whole));
    if (evidence.size > MAXIMUM_EVIDENCE)
      return fail('too-large', 'the text is larger than XARF evidence may be');
    evidenceByItem.set(target.item, evidence);
    const report = {
      xarf_version: '4.2.0',
      report_id: await reportId(view.noticeId, view.version, target.url),
      timestamp: seenAt(target),
      reporter,
      sender,
      ...sourceOf(target),
      category: 'copyright',
      type: chosen,
      evidence_source: 'rights_holder',
      ...fieldsOfType(chosen, view, target),
      description: cut(target.item.description, 1000),
      tags: [`law:${view.regime.id.toLowerCase().replaceAll(/[^a-z0-9_+-]/g, '-')}`],
      evidence: [evidence],
    };
    const path = `xarf/${String(index + 1).padStart(4, '0')}.json`;
    files.push({ path, mediaType: 'application/json', text: `${JSON.stringify(report, null, 2)}\n` });
  }
  const omitted = targets
    .filter((target) => !usable.includes(target))
    .map((target) => ({
      what: target.url,
      why: 'XARF’s types for web pages take addresses with a host name',
    }));
  return files.length === 0
    ? fail('not-available', 'no address that XARF can hold')
    : succeed({ files, omitted });
}

interface Evidence {
  readonly content_type: 'text/plain';
  readonly description: string;
  readonly payload: string;
  readonly hash: Digest;
  readonly size: number;
}

/** The notice's text as far as it concerns an item: all of it where there is only that one. */
async function evidenceFor(
  content: NoticeContent,
  item: Item,
  audience: Audience,
  whole: Digest,
): Promise<Evidence> {
  const alone = content.items.length === 1;
  const own = alone ? content : aloneWith(content, item);
  const bytes = new TextEncoder().encode(renderText(own, audience));
  return {
    content_type: 'text/plain',
    description: alone
      ? 'The notice in full, with its statements and signature'
      : `The notice as far as it concerns this address, with its statements and signature. The text of the whole notice has the digest ${whole}`,
    payload: toBase64(bytes),
    hash: await digestOf(bytes),
    size: bytes.byteLength,
  };
}

function contactOf(party: Party | null, other: Party | null) {
  const email = [party?.email, other?.email].find((one) => (one ?? '').includes('@'))?.trim();
  const name = party?.legalName || other?.legalName;
  const domain = URL.parse(`https://${email?.split('@').at(-1) ?? ''}`)?.hostname;
  return email && name && domain ? { org: cut(name, 200), contact: email, domain } : null;
}

function sourceOf(target: Target) {
  const { protocol, port } = new URL(target.url);
  const known: Readonly<Record<string, number>> = {
    'http:': 80,
    'https:': 443,
    'ftp:': 21,
    'ws:': 80,
    'wss:': 443,
  };
  const number = port === '' ? known[protocol] : Number(port);
  return {
    source_identifier: target.ip ?? target.host ?? target.url,
    ...(number === undefined || number === 0 ? {} : { source_port: number }),
  };
}

/**
 * A report's id from what it reports, so that rendering twice gives the same bytes; with the version and variant bits
 * of a random UUID, since that is what readers check.
 */
async function reportId(noticeId: string, version: number, url: string): Promise<string> {
  const text = new TextEncoder().encode(`${noticeId}\n${version}\n${url}`);
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', text)).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = toHex(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Base64 (RFC 4648) of bytes, in pieces, since a call takes only so many arguments. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
