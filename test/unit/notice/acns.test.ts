import { expect, test } from 'vitest';
import type { NoticeContent } from '../../../utils/case/notice.ts';
import { renderAcns } from '../../../utils/notice/renderings/acns.ts';
import { capture, change, contentOf, ready } from './a-case.ts';
import type { Sample } from './a-case.ts';
import { hasPublicSchema, problemsOf, publicProblemsOf } from './acns-conformance.ts';

function documents(content: NoticeContent): string[] {
  const result = renderAcns(content, 'recipient');
  if (!result.ok) throw new Error(result.failure.detail);
  return result.value.files.map((file) => file.text);
}

const nasty = '<b>&amp; "quoted" \u0000\u0007\u202e\ud800 ]]> 漫画 مرحبا';

const samples: readonly (readonly [string, Sample])[] = [
  ['a notice', ready('us-512')],
  ['a Chinese notice', ready('cn-civ1195')],
  [
    'texts of every kind',
    change.work(change.item(ready('us-512'), { description: nasty }), { title: nasty, author: nasty }),
  ],
  ['a search engine', change.provider(ready('us-512'), { serviceClass: 'search_link' })],
  ['a correction', change.draft(ready('us-512'), { kind: 'correction', version: 2, supersedes: 'n-1' })],
  ['a retraction', change.draft(ready('us-512'), { kind: 'retraction', retracts: 'n-1' })],
  ['a file server', change.item(ready('us-512'), { pageUrl: 'ftp://pirate.example/a b|c.zip', urls: [] })],
];

test.each(samples)('%s conforms', async (_name, sample) => {
  for (const xml of documents(contentOf(sample))) {
    expect(await problemsOf(xml)).toEqual([]);
    expect(await publicProblemsOf(xml)).toEqual([]);
  }
});

test('the schemas do refuse what is wrong', async () => {
  const [xml = ''] = documents(contentOf(ready('us-512')));
  for (const wrong of [
    xml.replace(/<IP_Address>.*<\/IP_Address>/, ''),
    xml.replace(/<FileName>.*<\/FileName>/, ''),
    xml.replace(/<TimeStamp>[^<]*/, '<TimeStamp>yesterday'),
    xml.replace('</Infringement>', ''),
  ]) {
    expect(await problemsOf(wrong)).not.toEqual([]);
    if (hasPublicSchema) expect(await publicProblemsOf(wrong)).not.toEqual([]);
  }
});

test('one document for each server, and what has no server address is named', () => {
  const sample = change.capture(
    change.item(ready('us-512'), {
      urls: ['https://media.example/7.mp4', 'https://media.example/8.mp4', 'https://unseen.example/9.mp4'],
    }),
    { hostAddresses: { 'media.example': '198.51.100.7' } },
  );
  const result = renderAcns(contentOf(sample), 'recipient');
  if (!result.ok) throw new Error(result.failure.detail);
  expect(result.value.files.map((file) => /<IP_Address>(.*?)</.exec(file.text)?.[1])).toEqual([
    '198.51.100.7',
    '203.0.113.9',
  ]);
  expect(result.value.omitted).toEqual([
    { what: 'https://unseen.example/9.mp4', why: 'no server address was observed, which ACNS requires' },
  ]);
});

test('without server address or mail address there is no ACNS, and it says why', () => {
  const { ip: _ip, ...unseen } = capture;
  const nowhere = { ...ready('us-512'), captures: [unseen] };
  expect(renderAcns(contentOf(nowhere), 'full')).toMatchObject({
    ok: false,
    failure: { code: 'not-available' },
  });
  const form = change.provider(change.channel(ready('us-512'), { kind: 'form' }), { channels: [] });
  expect(renderAcns(contentOf(form), 'full')).toMatchObject({
    ok: false,
    failure: { code: 'not-available' },
  });
});
