import type { Audience, NoticeContent } from '../../case/notice.ts';
import { fail, succeed } from '../../case/result.ts';
import type { Result } from '../../case/result.ts';
import { hostOf, noticeAddresses } from '../addresses.ts';
import { cleanText, viewFor } from '../audience.ts';
import { documentOf } from '../document/index.ts';
import { cut } from './files.ts';
import { renderText } from './text.ts';

/** Longest `mailto:` that browsers and operating systems hand on whole. */
const MAXIMUM_MAILTO = 2000;

/** A mail to the recipient's channel. `bodyFits` false: the body is to be pasted, since the link would be cut. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly href: string;
  readonly bodyFits: boolean;
}

/** Writes the mail for a channel of kind `email` (RFC 6068). It is opened, never sent, by us. */
export function renderMail(content: NoticeContent, audience: Audience): Result<Mail> {
  const { channel } = content;
  if (channel?.kind !== 'email') return fail('not-available', 'the chosen channel is not e-mail');
  const to = channel.address.trim();
  if (!/^[^\s@<>,;?&"]+@[^\s@<>,;?&"]+$/.test(to)) return fail('bad-request', 'not one e-mail address');
  const subject = subjectOf(content);
  const body = renderText(content, audience);
  const head = `mailto:${to.split('@').map(encodeURIComponent).join('@')}?subject=${encodeURIComponent(subject)}`;
  const whole = `${head}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
  const bodyFits = whole.length <= MAXIMUM_MAILTO;
  return succeed({ to, subject, body, href: bodyFits ? whole : head, bodyFits });
}

/** The title, the first host complained of and the notice's id: what a mailbox sorts by. */
export function subjectOf(content: NoticeContent): string {
  const { title } = documentOf(viewFor(content, 'forward-safe'));
  const host = hostOf(noticeAddresses(content)[0] ?? '') ?? '';
  const parts = [title, host, content.noticeId.slice(0, 8)].filter((part) => part !== '');
  return cut(cleanText(parts.join(' – ')).replaceAll(/\s+/g, ' '), 200);
}
