import { setTimeout as sleep } from 'node:timers/promises';
import JSZip from 'jszip';
import { launch, type Browser, type Frame, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../../scripts/setup/find-browser.ts';
import { digestOf } from '../../../utils/integrity/digest.ts';
import { makeSigningKey, signBytes } from '../../../utils/integrity/signing-key.ts';
import { writeWacz, type WaczSource } from '../../../utils/bundle/archive/wacz.ts';
import { jszipSink, storedSink, type ZipSink } from '../../../utils/bundle/archive/zip-sink.ts';
import type { ReadBody } from '../../../utils/bundle/archive/warc.ts';
import { startSampleSite } from '../../fixtures/site/server.ts';
import { recordPage, type Recorded } from './record.ts';
import { startReplay, type ReplayServer } from './replay-server.ts';

let browser: Browser;
let player: ReplayServer;
/** The film page, recorded; the site it came from is closed by then. */
let film: Recorded;

beforeAll(async () => {
  browser = await launch({
    executablePath: findBrowser('chromium') ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const site = await startSampleSite();
  film = await recordPage(browser, site.url('film'), { extraMs: 2500 });
  await site.close();
  player = await startReplay();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  player?.close();
});

function sourceOf(parts: Partial<WaczSource> & Pick<WaczSource, 'pages'>): WaczSource {
  const texts = { software: 'Prima Facie 0.1.0', title: 'A page', description: 'A test' };
  return { ...texts, createdAt: '2026-11-21T10:00:00.000Z', exchanges: [], resources: [], ...parts };
}

function filmSource(): WaczSource {
  const [main] = film.exchanges;
  if (!main) throw new Error('nothing was recorded');
  return sourceOf({
    pages: [{ url: main.url, at: main.startedAt, title: film.title }],
    exchanges: film.exchanges,
  });
}

async function archive(
  source: WaczSource,
  readBody: ReadBody,
  zip: ZipSink = jszipSink,
): Promise<Uint8Array> {
  const key = await makeSigningKey(() => new Date(), 'P-384');
  const result = await writeWacz(source, { readBody, zip, sign: (bytes) => signBytes(key, bytes) });
  if (!result.ok) throw new Error(result.failure.detail);
  return result.value.blob.bytes();
}

/** Opens an archive's main page in the player. */
async function open(name: string, bytes: Uint8Array, { pages: [main] }: WaczSource): Promise<Page> {
  player.offer(name, bytes);
  // A context of its own: the player keeps archives, and what it found about them, in the browser.
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const query = new URLSearchParams({ source: `${player.origin}/${name}` });
  const time = main.at.replace(/\D/g, '').slice(0, 14);
  const place = new URLSearchParams({ view: 'pages', url: main.url, ts: time });
  await page.goto(`${player.origin}/?${query}#${place}`);
  return page;
}

/** Asks all frames until one answers with something. */
async function ask<Value>(page: Page, question: (frame: Frame) => Promise<Value | null>): Promise<Value> {
  for (let tries = 0; tries < 60; tries += 1) {
    for (const frame of page.frames()) {
      // A frame may be gone by now; its successor is asked in the next round.
      const answer = await question(frame).catch(() => null);
      if (answer !== null) return answer;
    }
    await sleep(250);
  }
  throw new Error(
    `no answer from ${page
      .frames()
      .map((frame) => frame.url())
      .join(' ')}`,
  );
}

const videoTimes = (frame: Frame) =>
  frame.evaluate(() => {
    const videos = [...document.querySelectorAll('video')].map(({ currentTime }) => currentTime);
    return videos.length > 0 && videos.every((time) => time > 0.3) ? videos : null;
  });

/**
 * What the player found when it checked. Of this version only `signature` means something: its digests of files are
 * off unless asked for, and then compared with the wrong values; they are checked in the unit tests.
 */
function verification(page: Page): Promise<Record<string, boolean | null>> {
  return ask(page, (frame) =>
    frame.evaluate(async () => {
      const found: Record<string, boolean | null> = {};
      for (const { name = '' } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((resolve) => {
          const opening = indexedDB.open(name);
          opening.addEventListener('success', () => resolve(opening.result));
        });
        if (!database.objectStoreNames.contains('verification')) continue;
        const rows = await new Promise<{ id: string; matched: boolean | null }[]>((resolve) => {
          const getting = database.transaction('verification').objectStore('verification').getAll();
          getting.addEventListener('success', () => resolve(getting.result));
        });
        for (const { id, matched } of rows) found[id] = matched;
      }
      return 'signature' in found ? found : null;
    }),
  );
}

describe('ReplayWeb.page', () => {
  it('plays a recorded page: text, pictures, mp4 and HLS, and accepts its signature', async () => {
    const source = filmSource();
    const page = await open('film.wacz', await archive(source, film.read, storedSink), source);
    const before = await ask(page, videoTimes);
    expect(before).toHaveLength(2);
    await sleep(600);
    const after = await ask(page, videoTimes);
    for (const [index, time] of before.entries()) expect(after[index]).toBeGreaterThan(time);
    const shown = await ask(page, (frame) =>
      frame.evaluate(() => {
        const text = document.querySelector('h1')?.textContent ?? '';
        const image = document.querySelector('img');
        return text === 'First Light' && image?.complete ? { text, width: image.naturalWidth } : null;
      }),
    );
    expect(shown.width).toBeGreaterThan(0);
    expect(await verification(page)).toMatchObject({ signature: true });
    await page.close();
  });

  it('does not accept what was changed after signing', async () => {
    const source = filmSource();
    const zip = await JSZip.loadAsync(await archive(source, film.read));
    const digests = JSON.parse((await zip.file('datapackage-digest.json')?.async('text')) ?? '{}');
    const changed = `${await zip.file('datapackage.json')?.async('text')} `;
    const hash = await digestOf(changed);
    zip.file('datapackage.json', changed);
    const forged = { ...digests, hash, signedData: { ...digests.signedData, hash } };
    zip.file('datapackage-digest.json', JSON.stringify(forged));
    const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'STORE' });
    const page = await open('forged.wacz', bytes, source);
    expect(await verification(page)).toMatchObject({ signature: false });
    await page.close();
  });

  it('shows a plain capture from its resource records', async () => {
    const url = 'http://gone.example/reader?page=3';
    const at = '2026-11-21T10:00:00.123Z';
    const cover = film.exchanges.find(({ url: from }) => from.endsWith('/covers/first-light.png'));
    const html = '<!doctype html><title>Page 3</title><h1>As it stood</h1><img src="/cover.png">';
    const bodies = new Map([[await digestOf(html), new Blob([html])]]);
    const read: ReadBody = async (digest) => bodies.get(digest) ?? film.read(digest);
    const source = sourceOf({
      pages: [{ url, at, title: 'Page 3', text: 'As it stood' }],
      resources: [
        {
          url,
          at,
          mediaType: 'text/html; charset=utf-8',
          digest: await digestOf(html),
          source: 'DOM as it stood',
        },
        {
          url: 'http://gone.example/cover.png',
          at,
          mediaType: 'image/png',
          digest: cover?.body?.digest ?? 'sha256:',
          source: 'bytes of the loaded page',
        },
      ],
    });
    const page = await open('plain.wacz', await archive(source, read), source);
    const width = await ask(page, (frame) =>
      frame.evaluate(() => {
        const image = document.querySelector('img');
        const isPage = document.querySelector('h1')?.textContent === 'As it stood';
        return isPage && image?.complete ? image.naturalWidth : null;
      }),
    );
    expect(width).toBeGreaterThan(0);
    await page.close();
  });
});
