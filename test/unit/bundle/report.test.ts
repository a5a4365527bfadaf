import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Item } from '../../../utils/case/dispute.ts';
import { address, escapeHtml, html } from '../../../utils/bundle/report/html.ts';
import { hostUses, reportFiles, slicesOf } from '../../../utils/bundle/report/model.ts';
import { tryOpenZip } from '../../../utils/bundle/zip/open.ts';
import { entryBytes } from '../../../utils/bundle/zip/entry-data.ts';
import { blobSource } from '../../../utils/integrity/digest.ts';
import { CASE_ID, caseFile, testSource, verify, written, type TestCapture } from './support.ts';

const HOSTILE = `"><img src=x onerror=alert(1)><script>alert(2)</script></title></style>\u202Egnp.exe\u0000'`;

async function fileOf(blob: Blob, path: string): Promise<string> {
  const zip = await tryOpenZip(blobSource(blob));
  if (!zip.ok) throw new Error(zip.failure.detail);
  const entry = zip.value.entries.find(({ name }) => name.endsWith(`/${path}`));
  if (!entry) throw new Error(`no ${path}`);
  return new TextDecoder().decode(await entryBytes(zip.value, entry, 2 ** 28));
}

async function report(
  captures: readonly TestCapture[],
  language: 'en' | 'zh-CN' | 'ja' = 'en',
  file = caseFile(),
) {
  const bundle = await written(await testSource(captures, file), { language });
  return fileOf(bundle.blob, 'data/report.html');
}

function hostileItem(): Item {
  return {
    id: '00000000-0000-4000-8000-000000000081',
    caseId: CASE_ID,
    captureIds: [],
    pageUrl: `javascript:alert(1)//${HOSTILE}`,
    urls: [`https://pirate.example/${HOSTILE}`, 'data:text/html,<script>'],
    description: HOSTILE,
    mode: 'full-copy',
    account: HOSTILE,
    foundAt: HOSTILE,
    observations: [{ kind: 'chart', text: HOSTILE, observedAt: 'never' }],
  };
}

test('nothing of a page or a person becomes markup, a link that runs, or an unseen character', async () => {
  const text = await report(
    [
      {
        title: HOSTILE,
        url: `https://pirate.example/"onmouseover="x`,
        document: {
          operator: HOSTILE,
          redirects: [
            {
              url: HOSTILE,
              method: 'GET',
              status: 302,
              location: HOSTILE,
              ip: null,
              fromCache: false,
              at: HOSTILE,
              source: 'server',
            },
          ],
          notCaptured: [{ what: HOSTILE, why: HOSTILE }],
          mainResponse: {
            url: HOSTILE,
            status: 200,
            statusLine: '',
            headers: [{ name: HOSTILE, value: HOSTILE }],
            ip: null,
            fromCache: false,
            at: '',
          },
        },
        files: {
          'shots/viewport.png': 'x',
          'net/requests.json': JSON.stringify({
            schema: 'prima-facie/network-log/1',
            hops: [],
            requests: [{ url: 'https://h.example/', ip: HOSTILE, type: HOSTILE, bytes: 1 }],
          }),
        },
      },
    ],
    'en',
    caseFile({ items: [hostileItem()], case: { ...caseFile().case, title: HOSTILE } }),
  );
  expect(text).not.toMatch(/<script|<img src=x|onerror=alert\(1\)>/i);
  expect(text.match(/<\/style>/g)).toHaveLength(1);
  expect(text.match(/<\/title>/g)).toHaveLength(1);
  expect(text).not.toMatch(/href="(?!https?:|#|captures\/|report)/);
  expect(text).not.toContain('\u202E');
  expect(text).not.toContain('\u0000');
  expect(text).toContain('[U+202E]gnp.exe');
  expect(text).toContain('&lt;script&gt;alert(2)');
});

test('escaping survives any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeHtml(text);
      expect(escaped).not.toMatch(/[<>"']/);
      expect(escaped.replaceAll(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
      expect(escaped.isWellFormed()).toBe(true);
      expect(html`<p title="${text}">${[text]}</p>`.markup).toBe(`<p title="${escaped}">${escaped}</p>`);
    }),
  );
});

test('only addresses of the web become links', () => {
  const markup = (url: string) => address(url, String).markup;
  expect(markup('https://a.example/?q=1&r="')).toContain('href="https://a.example/?q=1&amp;r=&quot;"');
  for (const url of [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    ' https://a',
    'https://',
    'HTTPS://[',
  ]) {
    expect(markup(url), url).not.toContain('<a ');
  }
});

test('the report carries no script, asks for nothing from the network, and allows only its own style', async () => {
  const text = await report([{}]);
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(text)?.[1] ?? '';
  expect(policy).toMatch(/^default-src 'none'; img-src 'self' file:; style-src 'sha256-[A-Za-z0-9+/]{43}='/);
  expect(text).not.toMatch(/ style="| on[a-z]+="|@import|url\(/i);
  const sources = [...text.matchAll(/(?:src|<image href)="([^"]*)"/g)].map(([, source]) => source);
  expect(sources).toEqual(expect.arrayContaining(['captures/0001-00000000/shots/viewport.png']));
  expect(sources.every((source) => source?.startsWith('captures/'))).toBe(true);
});

test.each([
  ['en', 'Report of preliminary proof', 'What this cannot know'],
  ['zh-CN', '初步证据报告', '本方法无法得知的事项'],
  ['ja', '一応の証拠に関する報告書', 'この方法では分からないこと'],
] as const)(
  'in %s: cover, methodology, forms, and the digest of every capture',
  async (language, title, limits) => {
    const source = await testSource([{}, { interrupted: true }]);
    const bundle = await written(source, { language });
    const text = await fileOf(bundle.blob, 'data/report.html');
    for (const part of [
      title,
      limits,
      `lang="${language}"`,
      '902(13)',
      '28 U.S.C. § 1746',
      'id="capture-2-',
    ]) {
      expect(text).toContain(part);
    }
    for (const { digest } of source.all.flatMap(({ entries }) => entries)) {
      expect(text).toContain(digest.slice('sha256:'.length));
    }
    expect(text.replace(/<style>[^]*<\/style>/, '')).not.toMatch(/\{\w+\}/);
  },
);

test('a case of many captures spreads over several files, which still verify', async () => {
  const numbers = Array.from({ length: 120 }, (_, index) => ({ number: index + 1 }));
  expect(reportFiles(numbers.slice(0, 100)).map(({ name }) => name)).toEqual([null]);
  expect(reportFiles(numbers).map(({ name }) => name)).toEqual([
    'report-0001-0050.html',
    'report-0051-0100.html',
    'report-0101-0120.html',
  ]);
  const bundle = await written(await testSource(numbers.map(() => ({}))));
  expect((await verify(bundle.blob)).verdict).toBe('whole');
  const main = await fileOf(bundle.blob, 'data/report.html');
  expect(main).toContain('href="report-0051-0100.html#capture-77-');
  expect(main).not.toContain('id="capture-77-');
  expect(await fileOf(bundle.blob, 'data/report-0051-0100.html')).toContain('id="capture-77-');
});

test('tiles are cut into pieces that cover every row once', () => {
  const about = (height: number) => ({ kind: 'screenshot', width: 1280, height, scale: 2 });
  const entry = (path: string, height: number) => ({ path, about: about(height), method: 'debugger' });
  const entries = [entry('tiles/000.png', 8192), entry('tiles/001.png', 300), { path: 'shots/viewport.png' }];
  const slices = slicesOf({ folder: 'captures/x/', entries: entries as never });
  expect(slices.reduce((sum, { rows }) => sum + rows, 0)).toBe(8492);
  expect(slices.at(-1)?.to).toBe(4246);
  expect(slices.every(({ rows, top, height }) => rows > 0 && top + rows <= height)).toBe(true);
  expect(Math.max(...slices.map(({ rows }) => rows))).toBeLessThanOrEqual(1600);
});

test('requests are grouped by host', () => {
  const request = (url: string, ip: string | null, bytes: number | null) => ({
    url,
    ip,
    bytes,
    type: 'image',
  });
  const requests = [
    request('https://a.example/1', '192.0.2.1', 5),
    request('https://a.example/2', '192.0.2.2', null),
    request('nonsense', null, 1),
  ];
  expect(hostUses({ requests } as never)).toEqual([
    { host: 'a.example', addresses: ['192.0.2.1', '192.0.2.2'], kinds: ['image'], requests: 2, bytes: 5 },
  ]);
});

const CHANGES = JSON.stringify({
  schema: 'prima-facie/changes/1',
  changes: [
    {
      at: '2026-11-21T09:00:01.000Z',
      step: 'record',
      what: 'page',
      before: 'shown',
      after: 'loaded anew',
      why: 'to record it',
      undone: false,
    },
  ],
});

test('a recorded capture says that its page was loaded anew, and what was done to it', async () => {
  const recorded = { id: 'record', required: true, state: 'done' } as const;
  const source = await testSource([
    { files: { 'shots/viewport.png': 'x', 'changes.json': CHANGES } },
    {
      files: { 'shots/viewport.png': 'y', 'changes.json': '{"schema":"prima-facie/changes/1","changes":[]}' },
    },
  ]);
  const [first] = source.all;
  if (!first) throw new Error('no capture');
  source.all[0] = { ...first, capture: { ...first.capture, steps: [...first.capture.steps, recorded] } };
  const [one = '', two = ''] = (await fileOf((await written(source)).blob, 'data/report.html'))
    .split('<section class="capture"')
    .slice(1);
  expect(one).toContain('load the page anew, past its cache');
  expect(one).not.toContain('taken before anything touched the page');
  expect(one).toContain('to record it');
  expect(two).toContain('The page as it was open in the browser.');
  expect(two).toContain('taken before anything touched the page');
});

test('only captures made by hand here can be declared to have been seen, and the certificate leaves out the others', async () => {
  const source = await testSource([{}, {}, {}, {}]);
  const triggers = ['panel', 'command-line', 'toolbar', 'shortcut'] as const;
  for (const [index, one] of source.all.entries()) {
    const trigger = triggers[index] ?? 'panel';
    source.all[index] = { ...one, capture: { ...one.capture, trigger } };
  }
  const broken = new Set([source.all[2]?.capture.id ?? '']);
  const text = await fileOf((await written({ ...source, brokenCaptures: broken })).blob, 'data/report.html');
  expect(text).toContain('on the installation that wrote this report: 1, 4.');
  expect(text).toContain('The others (2) ran unattended');
  const certificate = text.slice(text.indexOf('<section id="certificate"'));
  expect(certificate).toContain('did not verify (1).');
  expect(certificate.match(/<tr>/g)).toHaveLength(4);

  const unattended = await testSource([{}]);
  const [only] = unattended.all;
  if (!only) throw new Error('no capture');
  unattended.all[0] = { ...only, capture: { ...only.capture, trigger: 'command-line' } };
  const none = await fileOf((await written(unattended)).blob, 'data/report.html');
  const declaration = none.slice(
    none.indexOf('<section id="declaration"'),
    none.indexOf('<section id="certificate"'),
  );
  expect(declaration).toContain('No capture of this report was made by hand');
  expect(declaration).not.toContain('input');
});

test('the certificate is English in every language of the report, its lines for the signature too', async () => {
  const text = await report([{}], 'ja');
  const certificate = text.slice(text.indexOf('<section id="certificate"'));
  expect(certificate).toContain('aria-label="signature"');
  expect(certificate).not.toContain('署名<');
});

test('an item that is tied to no capture is shown with the captures of its very address', async () => {
  const [item] = [hostileItem()];
  const url = 'https://pirate.example/chapter/1';
  const file = caseFile({ items: [{ ...item, pageUrl: url, urls: [url], description: 'Chapter 1' }] });
  const text = await report([{ url }, { url: 'https://other.example/' }], 'en', file);
  const items = text.slice(text.indexOf('<section id="items"'), text.indexOf('<section id="captures"'));
  expect(items).toContain('Capture 1');
  expect(items).not.toContain('Capture 2');
});
