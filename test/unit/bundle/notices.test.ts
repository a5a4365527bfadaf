import { expect, test } from 'vitest';
import { digestOf, fingerprintBytes } from '../../../utils/integrity/digest.ts';
import { render } from '../../../utils/notice/renderings/index.ts';
import { contentOf, ready } from '../notice/a-case.ts';
import { caseFile, testSource, verify, written } from './support.ts';
import type { Notice, NoticeRendering } from '../../../utils/case/notice.ts';

/** A notice as `finalise` leaves it, and the files that go with it. */
async function finalised() {
  const content = contentOf(ready('us-512'));
  const files: (NoticeRendering & { text: string })[] = [];
  for (const [format, audience] of [
    ['text', 'full'],
    ['html', 'forward-safe'],
    ['xarf', 'recipient'],
  ] as const) {
    const rendered = await render(content, format, audience);
    if (!rendered.ok) throw new Error(rendered.failure.detail);
    for (const { path, mediaType, text } of rendered.value.files) {
      const { digest, size } = await fingerprintBytes(new TextEncoder().encode(text));
      files.push({ format, audience, path: `${audience}/${path}`, mediaType, text, digest, size });
    }
  }
  const notice: Notice = {
    schema: 'prima-facie/notice/1',
    id: content.noticeId,
    caseId: content.caseId,
    finalisedAt: '2026-11-21T12:00:00.000Z',
    content,
    renderings: files.map(({ text: _, ...rendering }) => rendering),
    notRendered: [],
    contentDigest: await digestOf('x'),
  };
  return { notice, files };
}

const paths = (blob: Blob) => verify(blob).then(({ findings, bag }) => ({ findings, files: bag?.files }));

test('a finalised notice stands in the bundle with the bytes it was finalised with', async () => {
  const { notice, files } = await finalised();
  const source = await testSource([{}], caseFile({ notices: [notice] }));
  for (const file of files) source.blobs.set(file.digest, new Blob([file.text]));
  const without = (await written(await testSource([{}], caseFile()))).files;
  expect(await paths((await written(source)).blob)).toEqual({
    findings: [],
    // Beside the renderings: `notice.json`, and the list of the case's own documents that are not here.
    files: without + files.length + 2,
  });
  const [file] = files;
  if (file) source.blobs.set(file.digest, new Blob([`${file.text} `]));
  await expect(written(source)).rejects.toThrow('digest-mismatch');
});

test('files of a notice that are not on this machine are listed beside it', async () => {
  const { notice } = await finalised();
  const source = await testSource([{}], caseFile({ notices: [notice] }));
  const without = (await written(await testSource([{}], caseFile()))).files;
  expect(await paths((await written(source)).blob)).toEqual({ findings: [], files: without + 3 });
});
