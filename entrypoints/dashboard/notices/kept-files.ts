import type { Audience, Notice, NoticeFormat } from '../../../utils/case/notice.ts';
import { succeed, type Result } from '../../../utils/case/result.ts';
import { formSubmissions } from '../../../utils/notice/forms/index.ts';
import type { FormSubmission } from '../../../utils/notice/forms/model.ts';
import type { RenderedFile } from '../../../utils/notice/renderings/files.ts';
import { render } from '../../../utils/notice/renderings/index.ts';
import { renderMail, type Mail } from '../../../utils/notice/renderings/mail.ts';
import type { Store } from '../../../utils/store/store.ts';

/** The files of a finalised notice in one format, for one audience. */
export interface ShownFiles {
  readonly files: readonly RenderedFile[];
  readonly omitted: readonly { readonly what: string; readonly why: string }[];
  /** False where the notice was finalised without them and they were written now. */
  readonly kept: boolean;
}

/**
 * The bytes a notice was finalised with, as they are stored; a later version of this program may write others. A
 * format that was not written then is written now, and says so.
 */
export async function keptFiles(
  store: Pick<Store, 'artifacts'>,
  notice: Notice,
  format: NoticeFormat,
  audience: Audience,
): Promise<Result<ShownFiles>> {
  const held = notice.renderings.filter((one) => one.format === format && one.audience === audience);
  if (held.length === 0) {
    const written = await render(notice.content, format, audience);
    return written.ok ? succeed({ ...written.value, kept: false }) : written;
  }
  const files: RenderedFile[] = [];
  for (const { path, mediaType, digest } of held) {
    const blob = await store.artifacts.blob(digest);
    if (!blob.ok) return blob;
    files.push({ path: path.slice(audience.length + 1), mediaType, text: await blob.value.text() });
  }
  const omitted = notice.notRendered
    .filter((one) => one.format === format)
    .map(({ why }) => ({ what: format, why }));
  return succeed({ files, omitted, kept: true });
}

/** What a person sends by hand of a finalised notice: the fields of a web form, and a mail for each audience. */
export interface Sendable {
  readonly submissions: readonly FormSubmission[];
  readonly mail: ReadonlyMap<Audience, Mail>;
}

/**
 * Fields and mails to copy from, only where this version of the program writes them as the notice was finalised with
 * them. Where it does not, nothing is offered to copy, and the kept files are shown as they are.
 */
export async function keptSendable(store: Pick<Store, 'artifacts'>, notice: Notice): Promise<Sendable> {
  const { content } = notice;
  const form = content.channel?.form;
  const sameForm = form !== undefined && (await isAsKept(store, notice, 'fields', 'recipient'));
  const mail = new Map<Audience, Mail>();
  for (const audience of ['full', 'recipient', 'forward-safe'] as const) {
    const written = renderMail(content, audience);
    if (!written.ok || !(await isAsKept(store, notice, 'text', audience))) continue;
    // The address and subject were kept for the recipient; the audiences differ in the text alone.
    if (await isAsKept(store, notice, 'mailto', 'recipient')) mail.set(audience, written.value);
  }
  return { submissions: sameForm ? formSubmissions(content, form) : [], mail };
}

async function isAsKept(
  store: Pick<Store, 'artifacts'>,
  notice: Notice,
  format: NoticeFormat,
  audience: Audience,
): Promise<boolean> {
  const held = await keptFiles(store, notice, format, audience);
  const now = await render(notice.content, format, audience);
  if (!held.ok || !held.value.kept || !now.ok) return false;
  const { files } = held.value;
  return (
    files.length === now.value.files.length &&
    now.value.files.every(({ path, text }, at) => files[at]?.path === path && files[at].text === text)
  );
}
