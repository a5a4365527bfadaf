import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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
  const listening = await plainChromium(IDLE_LISTENERS);
  try {
    const watched = await driver.newPage();
    const unwatched = await plain.browser.newPage();
    const idle = await listening.browser.newPage();
    const pairs = Math.max(FEWEST_PAIRS, context.runs);
    const times = new Map<Page, number[]>([watched, unwatched, idle].map((page) => [page, []]));
    for (let at = 0; at <= pairs; at += 1) {
      // Who goes first changes, so that none always meets the warmer machine.
      const order = [...times.keys()];
      for (const page of at % 2 === 0 ? order : order.toReversed()) {
        const took = await load(page, `${url}?${at}`);
        if (at > 0) times.get(page)?.push(took);
      }
    }
    context.say(`  ${pairs} pairs of loads`);
    const of = (page: Page) => times.get(page) ?? [];
    const against = (page: Page) =>
      median(of(page).map((took, at) => took / (of(unwatched)[at] ?? Number.NaN)));
    return {
      what: `watching, page of ${IMAGES} images (chromium)`,
      ours: ms(median(of(watched))),
      theirs: ms(median(of(unwatched))),
      value: against(watched),
      limit: LIMIT,
      want: 'at most',
      note: `listeners that do nothing at all: ${against(idle).toFixed(2)} (what the browser itself takes to tell anybody)`,
    };
  } finally {
    await driver.close();
    await plain.close();
    await listening.close();
  }
}

/** An extension that asks to be told of every request and does nothing about it. */
const IDLE_LISTENERS: Readonly<Record<string, string>> = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Idle listeners',
    version: '1',
    permissions: ['webRequest'],
    host_permissions: ['<all_urls>'],
    background: { service_worker: 'background.js' },
  }),
  'background.js': `
    const all = { urls: ['<all_urls>'] };
    chrome.webRequest.onBeforeRequest.addListener(() => {}, all);
    chrome.webRequest.onCompleted.addListener(() => {}, all, ['responseHeaders']);
  `,
};

async function load(page: Page, url: string): Promise<number> {
  await page.bringToFront();
  return timed(() => page.goto(url, { waitUntil: 'load' }));
}

/** The same browser without our extension; with another, where its files are given. */
async function plainChromium(
  extension?: Readonly<Record<string, string>>,
): Promise<{ browser: Browser; close: () => Promise<void> }> {
  const profile = await mkdtemp(path.join(tmpdir(), 'prima-facie-plain-'));
  const browser = await launch({
    browser: 'chrome',
    executablePath: await ensureBrowser('chromium'),
    headless: true,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    defaultViewport: null,
    args: [
      '--window-size=1280,900',
      '--disable-quic',
      '--disable-component-update',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const folder = await mkdtemp(path.join(tmpdir(), 'prima-facie-idle-'));
  if (extension) {
    for (const [name, text] of Object.entries(extension)) await writeFile(path.join(folder, name), text);
    await browser.installExtension(folder);
  }
  return {
    browser,
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
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
