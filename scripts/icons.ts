/**
 * Renders `public/icon/icon.svg` to the sizes browsers ask for, in Chromium, whose canvas needs no library.
 * Run by hand after a change of the drawing: `node scripts/icons.ts [path of Chromium]`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { launch } from 'puppeteer-core';

const SIZES = [16, 32, 48, 96, 128] as const;
const folder = new URL('../public/icon/', import.meta.url);
const svg = await readFile(new URL('icon.svg', folder), 'utf8');

const browser = await launch({
  executablePath: process.argv[2] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
    const png = await page.screenshot({ omitBackground: true });
    await writeFile(new URL(`${size}.png`, folder), png);
    process.stderr.write(`${size}.png ${png.byteLength} bytes\n`);
  }
} finally {
  await browser.close();
}
