import type { Audience, NoticeContent, NoticeFormat } from '../../case/notice.ts';
import { takesBack } from '../../case/notice-kind.ts';
import { fail, succeed } from '../../case/result.ts';
import type { Result } from '../../case/result.ts';
import { formSubmissions } from '../forms/index.ts';
import { renderAcns } from './acns.ts';
import type { Rendered, RenderedFile } from './files.ts';
import { renderHtml } from './html.ts';
import { renderMail } from './mail.ts';
import { renderText } from './text.ts';
import { renderXarf } from './xarf.ts';

/** Writes a notice in one format for one audience. Rendering twice gives the same bytes. */
export async function render(
  content: NoticeContent,
  format: NoticeFormat,
  audience: Audience,
): Promise<Result<Rendered>> {
  const unfit = unfitFor(content, format);
  if (unfit !== null) return fail('not-available', unfit);
  switch (format) {
    case 'text':
      return one({ path: 'notice.txt', mediaType: 'text/plain', text: renderText(content, audience) });
    case 'html':
      return one({ path: 'notice.html', mediaType: 'text/html', text: renderHtml(content, audience) });
    case 'xarf':
      return renderXarf(content, audience);
    case 'acns':
      return renderAcns(content, audience);
    case 'fields':
      return renderFields(content);
    case 'mailto': {
      const mail = renderMail(content, audience);
      if (!mail.ok) return mail;
      const { to, subject, href } = mail.value;
      return one({
        path: 'mail.txt',
        mediaType: 'text/plain',
        text: `To: ${to}\nSubject: ${subject}\n${href}\n`,
      });
    }
  }
}

/** Why a format is not for this kind of notice; null where it is. */
function unfitFor(content: NoticeContent, format: NoticeFormat): string | null {
  const prose = ['text', 'html', 'mailto'].includes(format);
  if (content.kind === 'letter' && !prose) return 'a letter to the operator is prose';
  if (takesBack(content) && format === 'xarf') return 'XARF knows no retraction';
  return takesBack(content) && format === 'fields' ? 'web forms take complaints, not retractions' : null;
}

function one(file: RenderedFile): Result<Rendered> {
  return succeed({ files: [file], omitted: [] });
}

/** The fields of the channel's web form, as text to copy from where the interface is not at hand. */
function renderFields(content: NoticeContent): Result<Rendered> {
  const form = content.channel?.form;
  if (!form) return fail('not-available', 'the chosen channel is no web form whose fields are known');
  const files = formSubmissions(content, form).map((submission): RenderedFile => {
    const fields = submission.fields.map((field) =>
      [`[${field.id}] ${field.label}`, ...(field.note ? [`(${field.note})`] : []), field.value, ''].join(
        '\n',
      ),
    );
    const number = String(submission.number).padStart(2, '0');
    return { path: `form/${form}-${number}.txt`, mediaType: 'text/plain', text: fields.join('\n') };
  });
  return files.length === 0 ? fail('not-available', 'no address to report') : succeed({ files, omitted: [] });
}
