import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { openDriver } from '../../scripts/drive/driver.ts';
import { ensureBrowser } from '../../scripts/setup/install-browser.ts';
import { median, ms, timed, type Bench, type BenchContext, type Measurement } from './bench.ts';

const LIMIT = 1.05;
const IMAGES = 300;
/** Enough pairs that a single slow load does not decide. */
const FEWEST_PAIRS = 15;

/** What the request log costs a page that nobody captures (issue 3). */
export const watchBench: Bench = {
  name: 'watch',
  about:
    'loading a page of 300 images with the request log on: at most 1.05 × without (paired, median of 15)',
  async run(context) {
    if (!context.browsers.includes('chromium')) return [];
    const gallery = await startGallery();
    try {
      return [await benchChromium(gallery.url, context)];
    } finally {
      await gallery.close();
    }
  },
};

async function benchChromium(url: string, context: BenchContext): Promise<Measurement> {
  const driver = await openDriver({ browser: 'chromium', settings: { lookups: 'off' } });
  const plain = await plainChromium();
  try {
    const watched = await driver.newPage();
    const unwatched = await plain.browser.newPage();
    const pairs = Math.max(FEWEST_PAIRS, context.runs);
    const ratios: number[] = [];
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let at = 0; at <= pairs; at += 1) {
      // Which of the two goes first changes, so that neither always meets the warmer machine.
      const order = at % 2 === 0 ? [watched, unwatched] : [unwatched, watched];
      const times = new Map<Page, number>();
      for (const page of order) times.set(page, await load(page, `${url}?${at}`));
      if (at === 0) continue;
      const [mine, other] = [times.get(watched) ?? Number.NaN, times.get(unwatched) ?? Number.NaN];
      ours.push(mine);
      theirs.push(other);
      ratios.push(mine / other);
    }
    context.say(`  ${pairs} pairs of loads`);
    return {
      what: `watching, page of ${IMAGES} images (chromium)`,
      ours: ms(median(ours)),
      theirs: ms(median(theirs)),
      value: median(ratios),
      limit: LIMIT,
      want: 'at most',
    };
  } finally {
    await driver.close();
    await plain.close();
  }
}

async function load(page: Page, url: string): Promise<number> {
  await page.bringToFront();
  return timed(() => page.goto(url, { waitUntil: 'load' }));
}

/** The same browser without the extension. */
async function plainChromium(): Promise<{ browser: Browser; close: () => Promise<void> }> {
  const profile = await mkdtemp(path.join(tmpdir(), 'prima-facie-plain-'));
  const browser = await launch({
    browser: 'chrome',
    executablePath: await ensureBrowser('chromium'),
    headless: true,
    pipe: true,
    userDataDir: profile,
    defaultViewport: null,
    args: [
      '--window-size=1280,900',
      '--disable-quic',
      '--disable-component-update',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  return {
    browser,
    close: async () => {
      await browser.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A PNG of 200 × 300 px, as a page of a reader's chapter list has them. SVG would measure Chromium's SVG documents. */
function pictureBytes(): Buffer {
  const png = new PNG({ width: 200, height: 300 });
  for (let at = 0; at < png.data.length; at += 1) png.data[at] = at % 4 === 3 ? 255 : (at * 7) % 251;
  return PNG.sync.write(png);
}

/** A page of small images, none of which may come from a cache. */
async function startGallery(): Promise<{ url: string; close: () => Promise<void> }> {
  const image = pictureBytes();
  const server = createServer((request, response) => {
    response.setHeader('cache-control', 'no-store');
    if (request.url?.startsWith('/image')) {
      response.setHeader('content-type', 'image/png');
      response.end(image);
      return;
    }
    const stamp = request.url ?? '';
    const images = Array.from(
      { length: IMAGES },
      (_, at) => `<img src="/image/${at}${stamp.slice(1)}" alt="">`,
    );
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Gallery</title>${images.join('')}`);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
