import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { NoticeContent } from '../../../utils/case/notice.ts';
import { renderText } from '../../../utils/notice/renderings/text.ts';
import { renderXarf } from '../../../utils/notice/renderings/xarf.ts';
import type { XarfType } from '../../../utils/notice/renderings/xarf-types.ts';
import { change, contentOf, ready } from './a-case.ts';
import { hasPublicSchemas, problemsOf, publicProblemsOf } from './xarf-conformance.ts';

const TYPES: readonly XarfType[] = ['copyright', 'ugc_platform', 'link_site', 'cyberlocker'];

async function reports(content: NoticeContent, type?: XarfType) {
  const result = await renderXarf(content, 'recipient', type);
  if (!result.ok) throw new Error(result.failure.detail);
  return result.value.files.map((file) => JSON.parse(file.text) as Record<string, unknown>);
}

const modes = [
  'full-copy',
  'partial-copy',
  'adaptation',
  'link',
  'stream',
  'model-training-output',
  'other',
] as const;

test.each(TYPES)('type %s conforms, for every mode of use', async (type) => {
  for (const mode of modes) {
    const sample = change.item(ready('us-512'), {
      mode,
      urls: [
        'magnet:?xt=urn:btih:aa',
        'https://files.example/a%20b.zip',
        'https://pirate.example/漫画/1.png',
      ],
    });
    for (const report of await reports(contentOf(sample), type)) {
      expect(report['type']).toBe(type);
      expect(problemsOf(report)).toEqual([]);
      expect(publicProblemsOf(report)).toEqual([]);
    }
  }
});

test.runIf(hasPublicSchemas)('the public schemas do refuse what is wrong', async () => {
  const [report] = await reports(contentOf(ready('us-512')));
  expect(publicProblemsOf({ ...report, infringing_url: undefined })).not.toEqual([]);
  expect(publicProblemsOf({ ...report, reporter: { org: 'x' } })).not.toEqual([]);
  expect(publicProblemsOf({ ...report, type: 'nonsense' })).not.toEqual([]);
});

test('our own statement of the schemas refuses what is wrong', async () => {
  const [report] = await reports(contentOf(ready('us-512')));
  for (const wrong of [
    { infringing_url: 'not a url' },
    { report_id: '1' },
    { reporter: { org: 'x' } },
    { type: 'nonsense' },
    { extra: 1 },
    { evidence: [{ content_type: 'text/plain', payload: 'eA==', extra: 1 }] },
  ]) {
    expect(problemsOf({ ...report, ...wrong })).not.toEqual([]);
  }
});

test('the type follows recipient and item', async () => {
  const sample = ready('us-512');
  const typeOf = async (patch: Parameters<typeof change.provider>[1], item = {}) =>
    (await reports(contentOf(change.item(change.provider(sample, patch), item))))[0]?.['type'];
  expect(await typeOf({})).toBe('copyright');
  expect(await typeOf({ serviceClass: 'search_link' })).toBe('link_site');
  expect(await typeOf({}, { mode: 'link' })).toBe('link_site');
  expect(await typeOf({ serviceClass: 'ai_model' })).toBe('ugc_platform');
  expect(await typeOf({ role: 'platform' }, { urls: ['https://files.example/a.rar'] })).toBe('cyberlocker');
});

test('the evidence is the notice’s own text, with its digest', async () => {
  const content = contentOf(ready('us-512'));
  for (const report of await reports(content)) {
    const [evidence] = report['evidence'] as { payload: string; hash: string; size: number }[];
    const bytes = Buffer.from(evidence?.payload ?? '', 'base64');
    expect(bytes.toString('utf8')).toBe(renderText(content, 'recipient'));
    expect(evidence?.hash).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`);
    expect(evidence?.size).toBe(bytes.length);
  }
});

test('of a notice on many items each report has what concerns its own, and names the whole by its digest', async () => {
  const sample = ready('us-512');
  const [first] = sample.sources.items;
  if (!first) throw new Error('the sample has an item');
  const items = Array.from({ length: 40 }, (_, index) => ({
    ...first,
    id: `item-${index}`,
    urls: [],
    pageUrl: `https://pirate.example/read/${index}/`,
    description: `Scans of chapter ${index}, all pages.`,
  }));
  const many = {
    ...change.draft(sample, { itemIds: items.map(({ id }) => id) }),
    sources: { ...sample.sources, items },
  };
  const content = contentOf(many);
  const whole = createHash('sha256').update(renderText(content, 'recipient')).digest('hex');
  const found = await reports(content);
  expect(found).toHaveLength(40);
  for (const [index, report] of found.entries()) {
    expect(problemsOf(report)).toEqual([]);
    expect(publicProblemsOf(report)).toEqual([]);
    const [evidence] = report['evidence'] as { payload: string; description: string }[];
    const text = Buffer.from(evidence?.payload ?? '', 'base64').toString('utf8');
    expect(text.match(/Scans of chapter \d+/g)).toEqual([`Scans of chapter ${index}`]);
    for (const statement of content.statements) expect(text).toContain(statement.text);
    expect(evidence?.description).toContain(whole);
  }
});

test('one report for each address, with ids that stay and differ', async () => {
  const content = contentOf(ready('us-512'));
  const first = await reports(content);
  expect(first.map((report) => report['infringing_url'])).toEqual([
    'https://pirate.example/img/lk/7/001.png',
    'https://pirate.example/read/lantern-keeper/7',
  ]);
  expect(new Set(first.map((report) => report['report_id'])).size).toBe(2);
  expect(await reports(content)).toEqual(first);
  expect(first[0]?.['source_identifier']).toBe('203.0.113.9');
});

test('without an e-mail address there is no XARF, and it says why', async () => {
  const result = await renderXarf(contentOf(change.party(ready('us-512'), { email: '' })), 'full');
  expect(result).toMatchObject({ ok: false, failure: { code: 'not-available' } });
});

test('no mode of use is stated that nobody stated', async () => {
  const typesOf = async (mode: 'other' | 'full-copy') =>
    (await reports(contentOf(change.item(ready('us-512'), { mode })), 'copyright')).map(
      (report) => report['infringement_type'],
    );
  expect(new Set(await typesOf('other'))).toEqual(new Set([undefined]));
  expect(new Set(await typesOf('full-copy'))).toEqual(new Set(['direct_copy']));
});
