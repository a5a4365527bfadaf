import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Capture } from '../../utils/case/capture.ts';
import type { Audience } from '../../utils/case/notice.ts';
import type { RedactionsFile } from '../../utils/case/redaction.ts';
import { startSampleSite, type SampleSite } from '../fixtures/site/server.ts';
import { startTsa, type Tsa } from '../fixtures/tsa/start-tsa.ts';
import { BROWSERS, openDriver, type Driver } from './support/driver.ts';
import { capture, open, sha256sum, unzip, type UnzippedBundle } from './support/capture.ts';
import { exportByButton } from '../../scripts/drive/export.ts';
import { verify } from './support/bundle.ts';

const WAIT = { timeout: 60_000 };
/** A name that the sample page of a film shows, in its text and in its title. */
const NAME = 'Tidewrack';

async function press(page: Page, testId: string): Promise<void> {
  const button = await page.waitForSelector(`[data-testid="${testId}"]:not(:disabled)`, WAIT);
  await button?.evaluate((element) => (element as HTMLElement).click());
}

async function fill(page: Page, testId: string, text: string): Promise<void> {
  const input = await page.waitForSelector(`[data-testid="${testId}"]`, WAIT);
  await input?.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await input?.type(text);
}

/** The drawing is the same code in both browsers. */
describe.runIf(BROWSERS.includes('chromium'))('redaction in chromium', () => {
  let site: SampleSite;
  let tsa: Tsa;
  let driver: Driver;
  let taken: Capture;
  let full: UnzippedBundle;
  let copy: UnzippedBundle;
  let declared: RedactionsFile;

  const exported = async (audience: Audience) => {
    const page = await driver.extensionPage(`dashboard.html#/case/${taken.caseId}/export`);
    await press(page, `audience-${audience}`);
    const [zip = ''] = await exportByButton(page, 180_000);
    if (audience !== 'full') await page.waitForSelector('[data-testid=export-redacted]', WAIT);
    const bundle = unzip(zip);
    await page.close();
    return bundle;
  };

  beforeAll(async () => {
    [site, tsa] = await Promise.all([startSampleSite(), startTsa({ intermediate: true })]);
    const settings = { operatorName: 'Mei Tanaka', tsaUrls: [tsa.url], tsaRootPem: tsa.rootPem };
    driver = await openDriver({ browser: 'chromium', settings, window: { width: 1280, height: 900 } });
    const page = await open(driver, site.url('film'));
    taken = await capture(driver, page);
    await page.close();
    const dashboard = await driver.extensionPage(
      `dashboard.html#/case/${taken.caseId}/captures/${taken.id}/facts`,
    );
    await dashboard.waitForSelector('[data-testid=time-grade][data-grade=tsa]', { timeout: 120_000 });
    await dashboard.bringToFront();
    await hide(dashboard);
    await dashboard.close();
    full = await exported('full');
    await driver.send({ verb: 'change-settings', change: { language: 'ja' } });
    copy = await exported('forward-safe');
    declared = copy.json('data/redactions.json');
  }, 400_000);

  /** An area by mouse on the screen's picture, one by keyboard on the whole page, and a text. */
  async function hide(page: Page): Promise<void> {
    await fill(page, 'redact-text', NAME);
    await fill(page, 'redact-text-reason', 'name of a site');
    await press(page, 'redact-text-add');
    await page.waitForFunction(
      () => document.querySelectorAll('[data-testid=redactions] li').length === 1,
      WAIT,
    );
    await page.evaluate(() => (location.hash = location.hash.replace(/facts$/, 'pixels')));
    await press(page, 'mark-area');
    const surface = await page.waitForSelector('[data-testid=area-surface]', WAIT);
    const box = await surface?.boundingBox();
    if (!box) throw new Error('nothing to draw on');
    await page.mouse.move(box.x + 40, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + 240, box.y + 90, { steps: 5 });
    await page.mouse.up();
    await fill(page, 'redact-reason', 'face of a private person');
    await press(page, 'redact-add');
    await page.waitForSelector('[data-testid=hidden-area]', WAIT);
    await press(page, 'show-whole');
    await page.waitForSelector('[data-testid=whole-page] [data-testid=area-surface]', WAIT);
    await page.focus('[data-testid=area-surface]');
    for (const key of [
      'ArrowRight',
      'ArrowDown',
      'Enter',
      'ArrowRight',
      'ArrowRight',
      'ArrowDown',
      'Enter',
    ] as const)
      await page.keyboard.press(key);
    await fill(page, 'redact-reason', 'account name');
    await press(page, 'redact-add');
    await page.waitForSelector('[data-testid=whole-page] [data-testid=hidden-area]', WAIT);
  }

  afterAll(async () => {
    await driver?.close();
    await site?.close();
    await tsa?.close();
  });

  it('states why, and not what', () => {
    const reasons = declared.redactions.map(({ kind, reason }) => [kind, reason]);
    expect(reasons).toEqual([
      ['text', 'name of a site'],
      ['area', 'face of a private person'],
      ['area', 'account name'],
    ]);
  });

  it('paints over what was drawn by mouse and by keyboard, and nothing else', () => {
    const area = (name: string) => {
      const file = declared.files.find((one) => one.path.endsWith(name));
      if (file?.state !== 'copy' || !file.areas?.[0]) throw new Error(`${name} is no copy`);
      return { file, box: file.areas[0] };
    };
    const tile = area('tiles/000.png');
    // The cross moved by steps of 20 CSS pixels, one more on each side.
    expect(tile.box).toEqual({ x: 19, y: 19, width: 42, height: 22 });
    for (const { file, box } of [tile, area('shots/viewport.png')]) {
      const [original, painted] = [full.png(file.path), copy.png(file.path)];
      const black = (x: number, y: number) => {
        const at = (y * painted.width + x) * 4;
        return painted.data.subarray(at, at + 4).join() === '0,0,0,255';
      };
      expect(black(box.x, box.y) && black(box.x + box.width - 1, box.y + box.height - 1)).toBe(true);
      let outside = 0;
      for (let at = 0; at < painted.data.length; at += 4) {
        const [x, y] = [(at / 4) % painted.width, Math.floor(at / 4 / painted.width)];
        const inside = x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
        if (!inside && !painted.data.subarray(at, at + 4).equals(original.data.subarray(at, at + 4)))
          outside += 1;
      }
      expect([file.path, outside]).toEqual([file.path, 0]);
    }
  });

  it('holds the hidden text in no file, which the full bundle does', () => {
    const holding = (bundle: UnzippedBundle) =>
      bundle.files.filter((file) =>
        bundle.read(file).toString('latin1').toLowerCase().includes(NAME.toLowerCase()),
      );
    expect(holding(full)).toEqual(expect.arrayContaining(['data/redactions.json']));
    expect(holding(full).some((file) => file.endsWith('page.html'))).toBe(true);
    expect(holding(copy)).toEqual([]);
    expect(copy.files.some((file) => /page\.(?:html|mhtml|wacz)$/.test(file))).toBe(false);
  });

  it('is checked alone by sha256sum, openssl and our verifier, its stamps by the originals’ digests', async () => {
    expect(sha256sum(copy, 'manifest-sha256.txt')).toContain('data/redactions.json: OK');
    const run = (...args: string[]) => spawnSync('openssl', args, { cwd: copy.root, encoding: 'utf8' });
    const signature = 'attest/tagmanifest-sha256.txt.sig';
    const signed = ['-verify', 'attest/signer.pem', '-signature', signature, 'tagmanifest-sha256.txt'];
    expect(run('dgst', '-sha256', ...signed).stdout).toBe('Verified OK\n');
    const how = copy.read('verify/HOW-TO-VERIFY.txt').toString('utf8');
    const line = /openssl (ts -verify -digest [0-9a-f]{64} -in \S+ -CAfile \S+)/.exec(how)?.[1];
    expect(run(...(line ?? '').split(' ')).status).toBe(0);
    const root = path.join(copy.root, '..', 'root.pem');
    execFileSync('sh', ['-c', 'cat > "$1"', 'sh', root], { input: tsa.rootPem });
    const alone = await verify('--tsa-root', root, copy.zip);
    expect([alone.code, alone.stdout]).toEqual([
      0,
      expect.stringContaining('redacted copy that may be passed on'),
    ]);
    const both = await verify('--tsa-root', root, '--against', full.zip, copy.zip);
    expect([both.code, both.stdout]).toEqual([0, expect.stringContaining('Checked against the full bundle')]);
    const wrong = await verify('--tsa-root', root, '--against', copy.zip, full.zip);
    expect(wrong.code).toBe(1);
  });

  it('is held against the full bundle in the dashboard', async () => {
    const page = await driver.extensionPage('dashboard.html#/verify');
    const choose = async (testId: string, file: string) => {
      const input = await page.waitForSelector(`[data-testid=${testId}-input]`, WAIT);
      await (input as ElementHandle<HTMLInputElement> | null)?.uploadFile(file);
    };
    await choose('verify', copy.zip);
    await choose('verify-against', full.zip);
    const done = await page.waitForSelector('[data-testid=verify-done][data-files="2"]', WAIT);
    expect(await done?.evaluate((one) => one.textContent)).toContain(
      `${path.basename(full.zip)} と照合しました`,
    );
    expect(await page.$eval('[data-verdict]', (one) => one.getAttribute('data-verdict'))).toBe('whole');
    await page.close();
  });

  it('stands in the custody log, which does not say what is hidden', () => {
    const log = full.read('data/custody.jsonl').toString('utf8').trim().split('\n');
    const made = log.map((line) => JSON.parse(line) as { action: string; note?: { kind?: string } });
    expect(made.filter(({ action }) => action === 'redacted').map(({ note }) => note?.kind)).toEqual([
      'text',
      'area',
      'area',
    ]);
    expect(log.filter((line) => line.includes('"redacted"')).join('')).not.toContain(NAME);
  });

  const pdf = (bundle: UnzippedBundle, program: 'pdfinfo' | 'pdftotext', ...args: string[]) =>
    execFileSync(
      program,
      [...args, path.join(bundle.root, 'data/report.pdf'), ...(program === 'pdftotext' ? ['-'] : [])],
      {
        encoding: 'utf8',
      },
    );

  it('prints the report as a tagged PDF with live links, an outline and text to select', () => {
    const about = pdf(full, 'pdfinfo');
    expect(about).toMatch(/Tagged:\s+yes/);
    expect(about).toMatch(/Title:\s+Report of preliminary proof/);
    expect(about).toMatch(/Page size:.*(?:A4|letter)/);
    // The browser would name its user agent, and with it the machine.
    expect(about).toMatch(/Creator:\s+Prima Facie \d/);
    expect(pdf(full, 'pdfinfo', '-url')).toContain(site.url('film'));
    expect(pdf(full, 'pdfinfo', '-url')).not.toContain('chrome-extension:');
    expect(pdf(full, 'pdfinfo', '-struct-text')).toMatch(/H2 \(block\)\s+""\s+NonStruct\s+"Methodology"/);
    expect(full.read('data/report.pdf').toString('latin1')).toContain('/Outlines');
    const text = pdf(full, 'pdftotext', '-layout');
    expect(text.replaceAll(/\s/g, '')).toContain(taken.digest?.slice('sha256:'.length));
    expect(text).toContain('902(13)');
    expect(full.read('manifest-sha256.txt').toString('utf8')).toMatch(/^[0-9a-f]{64} {2}data\/report\.pdf$/m);
  });

  it('prints what the audience may see, in the reader’s language', () => {
    const text = pdf(copy, 'pdftotext', '-layout');
    expect(text).toContain('この写しで省いたもの');
    expect(text.toLowerCase()).not.toContain(NAME.toLowerCase());
    expect(pdf(copy, 'pdfinfo').toLowerCase()).not.toContain(NAME.toLowerCase());
  });
});
