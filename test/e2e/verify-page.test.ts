import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch as launchBrowser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifierProducer } from '../../utils/bundle/producers/verifier.ts';
import { TAG_PRODUCERS } from '../../utils/bundle/producers/index.ts';
import { buildVerifier } from '../../scripts/build-verifier.ts';
import { findBrowser, type BrowserKind } from '../../scripts/setup/find-browser.ts';
import { verifyBundle } from '../../utils/bundle/verify/verify-bundle.ts';
import { bytesOf, openFile, saved, testSource, verify, written } from '../unit/bundle/support.ts';

/** A bundle with its own `verify.html`, unpacked, and broken variants of it. */
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
  const files = {
    whole,
    pixels: variant('pixels.zip', text.indexOf('pixels of 1')),
    time: variant('time.zip', 10),
    end: variant('end.zip', bytes.byteLength - 30),
    page: join(folder, bundle.fileName.replace('.zip', ''), 'data/report.html'),
  };
  const html = join(folder, bundle.fileName.replace('.zip', ''), 'verify/verify.html');
  return { files, url: pathToFileURL(html).href };
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

async function verdictOf(page: Page, url: string, file: string): Promise<{ verdict: string; text: string }> {
  await page.goto(url);
  await page.select('select', 'en');
  const input = await page.$('input[type=file]');
  if (!input) throw new Error('no file field');
  await input.uploadFile(file);
  const result = await page.waitForSelector('[data-verdict]', { timeout: 90_000 });
  if (!result) throw new Error('no verdict');
  return result.evaluate((element) => ({
    verdict: element.getAttribute('data-verdict') ?? '',
    text: element.textContent,
  }));
}

describe.each(['chromium', 'firefox'] as const)('verify.html opened from disk in %s', (kind) => {
  let browser: Awaited<ReturnType<typeof launch>>;
  let prepared: Awaited<ReturnType<typeof prepare>>;
  beforeAll(async () => {
    prepared = await prepare();
    browser = await launch(kind);
  });
  afterAll(() => browser.close());

  test('says of whole, changed and other files what the command line says', async () => {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    for (const [name, file] of Object.entries(prepared.files)) {
      const { verdict, text } = await verdictOf(page, prepared.url, file);
      const line = await commandLine(file);
      expect(verdict, name).toBe(line.verdict);
      expect(text).toContain(name === 'whole' ? 'not one byte of it has changed' : 'not');
    }
    const { text } = await verdictOf(page, prepared.url, prepared.files.pixels);
    expect(text).toContain('shots/viewport.png is different');
    expect(problems).toEqual([]);
  });

  test('speaks three languages, and asks nothing of the network', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).protocol));
    await page.goto(prepared.url);
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

async function commandLine(file: string): Promise<{ verdict: string }> {
  const source = openFile(file);
  try {
    return await verifyBundle(source);
  } finally {
    source.close();
  }
}

test('the page is built to the same bytes each time, with nothing in it to load', async () => {
  const [one, two] = [await buildVerifier(), await buildVerifier()];
  expect(one).toBe(two);
  expect(one).not.toMatch(/<script src|<link|@import|sourceMappingURL/);
  expect((await verify(new Blob([one]))).verdict).toBe('not-a-bundle');
});
