import type { Audience, Notice, NoticeFormat } from '../../../utils/case/notice.ts';
import { succeed, type Result } from '../../../utils/case/result.ts';
import type { RenderedFile } from '../../../utils/notice/renderings/files.ts';
import { render } from '../../../utils/notice/renderings/index.ts';
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
