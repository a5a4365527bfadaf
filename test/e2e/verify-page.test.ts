import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch as launchBrowser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifierProducer } from '../../utils/bundle/producers/verifier.ts';
import { TAG_PRODUCERS } from '../../utils/bundle/producers/index.ts';
import { buildVerifier } from '../../scripts/build-verifier.ts';
import { findBrowser, type BrowserKind } from '../../scripts/setup/find-browser.ts';
import { SMALLEST_VOLUME, writeVolumes } from '../../utils/bundle/write-volumes.ts';
import { encryptBlob } from '../../utils/integrity/encrypt-blob.ts';
import { EXPORTED_AT, bytesOf, saved, testSource, verify, written } from '../unit/bundle/support.ts';

/** What somebody may drop on the page, by what it is. */
type Dropped = Readonly<Record<string, readonly string[]>>;

/** A bundle with its own `verify.html`, unpacked, broken variants of it, and files that belong together. */
async function prepare() {
  const page = await buildVerifier();
  const source = await testSource([{}, { interrupted: true }]);
  const bundle = await written(source, { tags: [...TAG_PRODUCERS, verifierProducer(async () => page)] });
  const whole = await saved(bundle.blob);
  const folder = dirname(whole);
  execFileSync('unzip', ['-q', whole, '-d', folder]);
  const bytes = await bytesOf(bundle.blob);
  const variant = (name: string, at: number) => {
    const changed = bytes.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    writeFileSync(join(folder, name), changed);
    return join(folder, name);
  };
  const text = new TextDecoder('latin1').decode(bytes);
  const pixels = variant('pixels.zip', text.indexOf('pixels of 1'));
  const [one, two, three] = await volumes();
  const copy = await saved((await written(source, { audience: 'recipient' })).blob, 'copy.zip');
  const foreign = await saved((await written(await testSource([{}, {}]))).blob, 'foreign.zip');
  const locked = await encryptBlob(
    bundle.blob,
    { kind: 'passphrase', passphrase: 'correct horse battery' },
    WORK,
  );
  if (!locked.ok) throw new Error(locked.failure.detail);
  const dropped: Dropped = {
    whole: [whole],
    pixels: [pixels],
    time: [variant('time.zip', 10)],
    end: [variant('end.zip', bytes.byteLength - 30)],
    'a page': [join(folder, bundle.fileName.replace('.zip', ''), 'data/report.html')],
    'all volumes': [one, two, three],
    'one volume missing': [one, three],
    'one volume alone': [two],
    'a copy': [copy],
    'a copy with its full bundle': [copy, whole],
    'a copy with a changed full bundle': [copy, pixels],
    'a copy with another case': [copy, foreign],
    'an encrypted file': [await saved(locked.value, 'case.zip.age')],
  };
  const html = join(folder, bundle.fileName.replace('.zip', ''), 'verify/verify.html');
  return { dropped, url: pathToFileURL(html).href };
}

/** Fingerprint of a key that signed none of them. */
const OTHER_KEY = 'ab'.repeat(32);

const WORK = { signal: new AbortController().signal, onBytes: () => undefined };

/** Three volumes of one export. */
async function volumes(): Promise<[string, string, string]> {
  const files = { 'shots/viewport.png': new Uint8Array(900_000).fill(7) };
  const source = await testSource(Array.from({ length: 5 }, () => ({ files })));
  const options = { now: () => EXPORTED_AT, version: '0.1.0', operator: '', language: 'en' } as const;
  const made = await writeVolumes(source, options, SMALLEST_VOLUME);
  if (!made.ok) throw new Error(made.failure.detail);
  const paths = await Promise.all(made.value.bundles.map(({ blob, fileName }) => saved(blob, fileName)));
  return paths as [string, string, string];
}

function launch(kind: BrowserKind) {
  const executablePath = findBrowser(kind);
  if (!executablePath) throw new Error(`${kind} is not installed`);
  return launchBrowser({
    executablePath,
    headless: true,
    ...(kind === 'firefox' ? { browser: 'firefox' } : { args: ['--no-sandbox'] }),
  });
}

/** What a verifier says: the verdict of each file, and every sentence, sorted. */
interface Said {
  readonly verdicts: readonly string[];
  readonly sentences: readonly string[];
}

async function saidByPage(page: Page, url: string, files: readonly string[], signer = ''): Promise<Said> {
  await page.goto(url);
  await page.select('select', 'en');
  if (signer) await page.type('.signer input', signer);
  const input = await page.$('input[type=file]');
  if (!input) throw new Error('no file field');
  await input.uploadFile(...files);
  const result = await page.waitForSelector('[data-done]', { timeout: 90_000 });
  if (!result) throw new Error('no verdict');
  return result.evaluate((done) => {
    const texts = (selector: string) => [...done.querySelectorAll(selector)].map((one) => one.textContent);
    return {
      verdicts: [...done.querySelectorAll('[data-verdict]')].map(
        (one) => one.getAttribute('data-verdict') ?? '',
      ),
      sentences: texts('.verdict h2, .card li').toSorted(),
    };
  });
}

/** Verdict of each headline that the command line prints. */
const HEADLINES: Readonly<Record<string, string>> = {
  'This bundle is whole': 'whole',
  'This bundle agrees with itself': 'whole',
  'This bundle is not signed with the key': 'not-whole',
  'This bundle is not whole': 'not-whole',
  'This file is': 'not-a-bundle',
};

/** What `npm run verify` prints, as sentences; the names of files and exports before them are cut off. */
function saidByCommandLine(files: readonly string[]): Said {
  const { stdout, stderr } = spawnSync(process.execPath, ['scripts/verify.ts', ...files], {
    encoding: 'utf8',
  });
  const lines = (stdout + stderr).split('\n').filter((line) => line !== '' && !/^ {2}case-/.test(line));
  const sentences = lines.map((line) => line.replace(/^(?: {2}[✗!✓–] |\S+: )/u, ''));
  const verdicts = sentences.flatMap(
    (line) => Object.entries(HEADLINES).find(([headline]) => line.startsWith(headline))?.[1] ?? [],
  );
  return { verdicts, sentences: sentences.toSorted() };
}

/** The page has no code that writes reports, so it says what it did not compare; the command line compares that, too. */
const NOT_COMPARED = 'data/report.html was not compared with the full bundle.';

function withoutReport({ verdicts, sentences }: Said): Said {
  return { verdicts, sentences: sentences.filter((one) => one !== NOT_COMPARED) };
}

const prepared = prepare();

describe.each(['chromium', 'firefox'] as const)('verify.html opened from disk in %s', (kind) => {
  let browser: Awaited<ReturnType<typeof launch>>;
  let dropped: Dropped;
  let url: string;
  beforeAll(async () => {
    ({ dropped, url } = await prepared);
    browser = await launch(kind);
  });
  afterAll(() => browser?.close());

  test('says of every file, alone and with others, what the command line says', async () => {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    const said: Record<string, Said> = {};
    for (const [what, files] of Object.entries(dropped)) {
      said[what] = await saidByPage(page, url, files);
      expect(withoutReport(said[what]), what).toEqual((spoken[what] ??= saidByCommandLine(files)));
    }
    const sentence = (what: string, part: string) =>
      expect(said[what]?.sentences.join('\n'), what).toContain(part);
    sentence('whole', 'anybody could have made it so');
    sentence('pixels', 'shots/viewport.png is different');
    sentence('all volumes', 'All 3 volumes of this export are here');
    sentence('one volume missing', 'Volumes are missing: 2 / 3');
    sentence('a copy', 'gives both files to the verifier together');
    sentence('a copy with its full bundle', 'Checked against the full bundle');
    sentence('a copy with its full bundle', NOT_COMPARED);
    sentence('a copy with a changed full bundle', 'the bundle it is held against is not-whole');
    sentence('a copy with another case', 'gives both files to the verifier together');
    sentence('an encrypted file', 'age -d -o bundle.zip');
    const [whole = ''] = dropped['whole'] ?? [];
    const expecting = await saidByPage(page, url, [whole], OTHER_KEY);
    expect(expecting).toEqual(saidByCommandLine(['--signer', OTHER_KEY, whole]));
    expect(expecting.verdicts).toEqual(['not-whole']);
    const verdicts = Object.fromEntries(Object.entries(said).map(([what, one]) => [what, one.verdicts]));
    expect(verdicts).toMatchObject({
      whole: ['whole'],
      pixels: ['not-whole'],
      'a page': ['not-a-bundle'],
      'all volumes': ['whole', 'whole', 'whole'],
      'a copy with its full bundle': ['whole', 'whole'],
      'a copy with a changed full bundle': ['not-whole', 'not-whole'],
      'an encrypted file': ['not-a-bundle'],
    });
    expect(problems).toEqual([]);
  });

  test('speaks three languages, and asks nothing of the network', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).protocol));
    await page.goto(url);
    for (const [language, title] of [
      ['zh-CN', '核验证据包'],
      ['ja', '証拠パッケージの検証'],
    ] as const) {
      await page.select('select', language);
      expect(await page.$eval('h1', (heading) => heading.textContent)).toBe(title);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    }
    expect(asked.every((protocol) => protocol === 'file:')).toBe(true);
  });
});

/** Asked once, for both browsers. */
const spoken: Record<string, Said> = {};

test('the page is built to the same bytes each time, with nothing in it to load', async () => {
  const [one, two] = [await buildVerifier(), await buildVerifier()];
  expect(one).toBe(two);
  expect(one).not.toMatch(/<script src|<link|@import|sourceMappingURL/);
  expect((await verify(new Blob([one]))).verdict).toBe('not-a-bundle');
});
