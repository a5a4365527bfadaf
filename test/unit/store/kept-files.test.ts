import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { keptSendable } from '../../../entrypoints/dashboard/notices/kept-files.ts';
import type { Notice, NoticeChannel } from '../../../utils/case/notice.ts';
import { fingerprintBytes } from '../../../utils/integrity/digest.ts';
import { signDraft } from '../../../utils/notice/draft.ts';
import { finalise } from '../../../utils/notice/finalise.ts';
import type { Store } from '../../../utils/store/store.ts';
import { change, NOW, ready } from '../notice/a-case.ts';
import { freshStore } from './support.ts';

let store: Store;
beforeEach(() => {
  store = freshStore();
});

/** A notice whose files are stored, each as `alter` leaves it: as another version of the program would have written. */
async function finalised(
  channel: Partial<NoticeChannel>,
  alter: (path: string, text: string) => string = (_path, text) => text,
): Promise<Notice> {
  const sample = change.channel(ready('us-512'), channel);
  const context = { ...sample.context, sources: sample.sources, captures: sample.captures, now: NOW };
  const signed = await signDraft(sample.draft, 'Aiko Stern', context);
  if (!signed.ok) throw new Error(signed.failure.detail);
  const done = await finalise(signed.value, context);
  if (!done.ok) throw new Error(done.failure.detail);
  const renderings = [];
  for (const { text, ...file } of done.value.files) {
    const bytes = new TextEncoder().encode(alter(file.path, text));
    const mark = await fingerprintBytes(bytes);
    const mediaType = file.mediaType;
    await store.db.artifacts.put({ ...mark, mediaType, blob: new Blob([bytes], { type: mediaType }) });
    renderings.push({ ...file, digest: mark.digest });
  }
  return { ...done.value.notice, renderings };
}

describe('what is copied from a finalised notice', () => {
  it('is offered where it is what was kept', async () => {
    const form = await keptSendable(store, await finalised({ kind: 'form', form: 'cloudflare' }));
    expect(form.submissions[0]?.fields.map(({ id }) => id)).toContain('signature');
    expect(form.mail.size).toBe(0);
    const { mail, submissions } = await keptSendable(store, await finalised({}));
    expect(submissions).toEqual([]);
    expect([...mail.keys()]).toEqual(['full', 'recipient', 'forward-safe']);
    expect(mail.get('recipient')).toMatchObject({ to: 'abuse@host.example' });
  });

  it('is not offered where other bytes were kept than would be written now', async () => {
    const older = (part: string) => (path: string, text: string) =>
      path.startsWith(part) ? `${text}as an older version wrote it\n` : text;
    const form = await finalised({ kind: 'form', form: 'cloudflare' }, older('recipient/form/'));
    expect((await keptSendable(store, form)).submissions).toEqual([]);
    const text = await finalised({}, older('recipient/notice.txt'));
    expect([...(await keptSendable(store, text)).mail.keys()]).toEqual(['full', 'forward-safe']);
    const head = await finalised({}, older('recipient/mail.txt'));
    expect((await keptSendable(store, head)).mail.size).toBe(0);
  });
});
