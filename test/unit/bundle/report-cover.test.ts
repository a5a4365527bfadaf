import { describe, expect, test } from 'vitest';
import type { CaseFile } from '../../../utils/case/case-file.ts';
import type { HostingSummary } from '../../../utils/case/hosting.ts';
import type { Language, PreCheck } from '../../../utils/case/settings.ts';
import { caseFile, CASE_ID, testSource, verify, written, type TestCapture } from './support.ts';
import JSZip from 'jszip';
import { bytesOf } from './support.ts';

const CAPTURE_ID = '00000000-0000-4000-8000-000000000001';
const WORK_ID = '00000000-0000-4000-8000-0000000000aa';
const STATEMENT: PreCheck = {
  statedAt: '2026-11-20T10:00:00.000Z',
  profile: 'clean',
  otherExtensions: 'some',
  proxy: 'not-sure',
  timeZone: 'right',
  remarks: 'uBlock <b>Origin</b>',
};
const HOSTING = {
  schema: 'prima-facie/hosting/1',
  at: '2026-11-21T09:00:00.000Z',
  state: 'complete',
  roles: [
    {
      role: 'media-host',
      provider: 'Example Media',
      providerId: 'm',
      class: 'cdn',
      confidence: 'probable',
      why: 'x',
      evidence: [],
      host: 'media.example',
      address: '192.0.2.7',
      addressSource: 'connection',
      asn: 64496,
      registrationCountry: 'US',
      contacts: [],
      serves: ['media'],
    },
  ],
  origins: [],
  recipients: [],
  pending: [],
  warnings: [],
  dataDates: {},
} as const satisfies HostingSummary;

const ITEM: CaseFile['items'][number] = {
  id: '00000000-0000-4000-8000-0000000000bb',
  caseId: CASE_ID,
  workId: WORK_ID,
  captureIds: [CAPTURE_ID],
  pageUrl: 'https://pirate.example/chapter/1',
  urls: ['https://media.example/film.mp4'],
  description: 'the whole film',
  right: 'making-available',
  mode: 'stream',
  foundAt: '2026-11-21T09:00:00.000Z',
  observations: [],
  mark: { box: { x: 0, y: 0, width: 1, height: 1 }, cropPath: 'items/01.png' },
};

async function report(file: Partial<CaseFile>, capture: TestCapture, language: Language): Promise<string> {
  const source = await testSource([capture], caseFile(file));
  const { blob } = await written(source, { language });
  expect((await verify(blob)).verdict).toBe('whole');
  const zip = await JSZip.loadAsync(await bytesOf(blob));
  const [name = ''] = Object.keys(zip.files).filter((path) => path.endsWith('data/report.html'));
  return (await zip.file(name)?.async('string')) ?? '';
}

const FULL: TestCapture = {
  files: { 'shots/viewport.png': 'pixels', 'items/01.png': 'crop' },
  document: {
    hosting: HOSTING,
    mainResponse: {
      url: 'https://pirate.example/chapter/1',
      status: 200,
      statusLine: 'HTTP/1.1 200 OK',
      headers: [],
      ip: '192.0.2.1',
      fromCache: false,
      at: '2026-11-21T09:00:00.000Z',
    },
    circumstances: {
      browser: { name: 'Chromium', version: '156.0' },
      os: 'Linux',
      locale: 'en-GB',
      languages: ['en-GB'],
      timezone: 'Europe/Berlin',
      utcOffsetMinutes: 60,
      extensionVersion: '0.1.0',
      incognito: false,
      proxyObserved: 'not available',
      operatorStatement: STATEMENT,
    },
  },
};

describe('the cover of the report', () => {
  test('an item has its own picture, addresses, times, server and the role of its host', async () => {
    const html = await report({ items: [ITEM] }, FULL, 'en');
    const card = /<article class="card item">[\s\S]*?<\/article>/.exec(html)?.[0] ?? '';
    expect(card).toContain('src="captures/0001-00000000/items/01.png"');
    expect(card).toContain('href="https://media.example/film.mp4"');
    expect(card).toContain('2026-11-21 09:00:00 UTC');
    expect(card).toMatch(/pirate\.example: 192\.0\.2\.1/);
    expect(card).toMatch(/Example Media, media\.example, 192\.0\.2\.7/);
  });

  test('says what each time rests on: no authority, none asked', async () => {
    const html = await report({}, FULL, 'en');
    expect(html).toContain('0 of 1 captures bear a trusted timestamp');
    expect(html).toContain('No timestamp authority was asked');
  });

  test('a part in which there is nothing is not there, and not in the contents', async () => {
    const bare = await report({}, FULL, 'en');
    for (const part of ['parties', 'works', 'items', 'audience']) {
      expect([part, bare.includes(`id="${part}"`), bare.includes(`href="#${part}"`)]).toEqual([
        part,
        false,
        false,
      ]);
    }
    const filled = await report({ items: [ITEM] }, FULL, 'en');
    expect([filled.includes('id="items"'), filled.includes('href="#items"')]).toEqual([true, true]);
  });

  test.each([
    ['en', 'The browser profile was made for this work.', 'Not sure whether a VPN or proxy was in use.'],
    ['zh-CN', '浏览器配置专为取证而建。', '不确定是否使用了 VPN 或代理。'],
    ['ja', 'ブラウザーのプロファイルはこの作業専用。', 'VPN・プロキシの使用は不明。'],
  ] as const)(
    'in %s the operator’s statement is in words, theirs escaped',
    async (language, ...sentences) => {
      const html = await report({}, FULL, language);
      for (const sentence of sentences) expect(html).toContain(sentence);
      expect(html).toContain('uBlock &lt;b&gt;Origin&lt;/b&gt;');
      expect(html).not.toMatch(/not-sure|profile clean/);
      expect(html).not.toMatch(/\{\w+\}/);
    },
  );
});
