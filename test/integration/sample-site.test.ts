import { PNG } from 'pngjs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CHAPTER, PANEL_SAMPLES, panelColor } from '../fixtures/site/chapter.ts';
import { HOST_NAMES, HOSTS } from '../fixtures/site/hosts.ts';
import { PAGE_NAMES, PAGES, type PageName } from '../fixtures/site/page-list.ts';
import { HOSTILE } from '../fixtures/site/pages/hostile-content.ts';
import { MIRRORS } from '../fixtures/site/pages/mirrors.ts';
import { MODEL } from '../fixtures/site/pages/model.ts';
import { panelUrl } from '../fixtures/site/pages/reader.ts';
import { startSampleSite, type SampleSite } from '../fixtures/site/server.ts';

let site: SampleSite;
beforeAll(async () => {
  site = await startSampleSite();
});
afterAll(() => site.close());
beforeEach(() => site.requests.clear());

const text = async (name: PageName): Promise<string> => (await fetch(site.url(name))).text();

describe('the hosts', () => {
  test('each have their own loopback address, and the pages name no other', async () => {
    expect(new Set(HOST_NAMES.map((host) => HOSTS[host].address)).size).toBe(HOST_NAMES.length);
    for (const host of HOST_NAMES) expect(site.addresses[host].address).toMatch(/^127\.0\.0\./);
    const allowed = [...Object.values(site.origins), 'https://schema.org', 'http://www.w3.org/2000/svg'];
    for (const name of ['front', 'series', 'chapter', 'film', 'player', 'model'] as const) {
      for (const [url] of (await text(name)).matchAll(/https?:\/\/[^\s"'<>)]+/g)) {
        expect(
          allowed.some((origin) => url.startsWith(origin)),
          url,
        ).toBe(true);
      }
    }
  });

  test('take fixed ports and leave nothing listening when one is taken', async () => {
    const { port } = site.addresses.library;
    await expect(startSampleSite({ ports: { library: port } })).rejects.toThrow(/EADDRINUSE/);
    const second = await startSampleSite({ hostNames: { library: 'tidewrack.example' } });
    expect(second.url('series')).toMatch(/^http:\/\/tidewrack\.example:\d+\/series\//);
    await second.close();
    await expect(fetch(`http://127.0.0.13:${second.addresses.images.port}/`)).rejects.toThrow();
  });
});

describe('the pages', () => {
  const finite = PAGE_NAMES.filter((name) => name !== 'hostile-endless');

  test.each(finite)('%s answers as the list says', async (name) => {
    const answer = await fetch(site.url(name));
    expect(answer.status).toBe(PAGES[name].status);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(300);
  });

  test('are all linked from the front page', async () => {
    const front = await text('front');
    for (const name of PAGE_NAMES) expect(front).toContain(`href="${site.url(name)}" data-page="${name}"`);
    expect(front).toContain('id="recommended"');
  });

  test('the short link goes over two hosts, 302 then 301', async () => {
    const first = await fetch(site.url('redirected'), { redirect: 'manual' });
    const next = first.headers.get('location') ?? '';
    const second = await fetch(next, { redirect: 'manual' });
    expect([first.status, second.status]).toEqual([302, 301]);
    expect(next.startsWith(site.origins.tracker)).toBe(true);
    expect(second.headers.get('location')).toBe(site.url('series'));
  });

  test('mirrors bear the headers of their networks, and the negative one bears none', async () => {
    for (const name of PAGE_NAMES.filter((page) => page in MIRRORS) as (keyof typeof MIRRORS)[]) {
      const { headers } = await fetch(site.url(name));
      for (const [key, value] of Object.entries(MIRRORS[name].headers)) expect(headers.get(key)).toBe(value);
    }
    expect(MIRRORS['cdn-negative'].layers).toEqual([]);
  });

  test('Chinese and Japanese pages say their language', async () => {
    expect(await text('chinese')).toMatch(/<html lang="zh-CN">[^]*守灯人/);
    expect(await text('japanese')).toMatch(/<html lang="ja">[^]*灯守りの少女/);
  });

  test('the model page shows its facts in the text and in its metadata', async () => {
    const page = await text('model');
    for (const word of [MODEL.name, MODEL.version, MODEL.baseModel, ...MODEL.triggerWords])
      expect(page).toContain(word);
    const json = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(page)?.[1] ?? '';
    expect(JSON.parse(json)).toMatchObject({
      softwareVersion: MODEL.version,
      interactionStatistic: { userInteractionCount: MODEL.downloads },
    });
    expect(page.match(/alt="(Cover|Example) image/g)).toHaveLength(MODEL.exampleImages);
  });
});

describe('the chapter', () => {
  test('adds up to its documented height', () => {
    const { headerHeight, introHeight, panels, imageHeight, outroHeight } = CHAPTER;
    expect(CHAPTER.top).toBe(headerHeight + introHeight);
    expect(CHAPTER.top + panels * imageHeight + outroHeight).toBe(CHAPTER.pageHeight);
  });

  test('has a colour of its own for each page, in the picture too', async () => {
    const colors = Array.from({ length: CHAPTER.panels }, (_, index) => panelColor(index + 1).join());
    expect(new Set(colors).size).toBe(CHAPTER.panels);
    for (const n of [1, 22, CHAPTER.panels]) {
      const answer = await fetch(panelUrl(site.origins, n));
      const png = PNG.sync.read(Buffer.from(await answer.arrayBuffer()));
      expect([png.width, png.height]).toEqual([CHAPTER.imageWidth, CHAPTER.imageHeight]);
      for (const { x, y } of PANEL_SAMPLES) {
        const at = (y * png.width + x) * 4;
        expect([...png.data.subarray(at, at + 3)]).toEqual(panelColor(n));
      }
    }
    expect((await fetch(panelUrl(site.origins, CHAPTER.panels + 1))).status).toBe(404);
  });
});

const film = (): string => `${site.origins.media}/films/film.mp4`;

const ask = (range: string): Promise<Response> => fetch(film(), { headers: { range } });

describe('the film', () => {
  test('is sent in ranges (RFC 9110, 14)', async () => {
    const whole = Buffer.from(await (await fetch(film())).arrayBuffer());
    const part = await ask('bytes=100-199');
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 100-199/${whole.length}`);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(100, 200));
    const tail = await ask('bytes=-50');
    expect(Buffer.from(await tail.arrayBuffer())).toEqual(whole.subarray(-50));
    expect((await ask(`bytes=${whole.length}-`)).status).toBe(416);
  });

  test('is also an HLS stream whose every part is there', async () => {
    const master = await (await fetch(`${site.origins.media}/films/master.m3u8`)).text();
    for (const variant of master.split('\n').filter((line) => line.endsWith('.m3u8'))) {
      const playlist = await (await fetch(`${site.origins.media}/films/${variant}`)).text();
      const parts = [...playlist.matchAll(/^(?:#EXT-X-MAP:URI="([^"]+)"|([^#\n]+))$/gm)].map(
        ([, map, part]) => map ?? part,
      );
      expect(parts).toHaveLength(4);
      for (const part of parts) expect((await fetch(`${site.origins.media}/films/${part}`)).status).toBe(200);
    }
  });
});

describe('the hostile pages', () => {
  test('hold what they promise', async () => {
    expect((await text('hostile-long-title')).match(/<title>(W+)</)?.[1]).toHaveLength(
      HOSTILE.longTitleLength,
    );
    const dataUrl = /src="(data:image\/png;base64,[^"]+)"/.exec(await text('hostile-data-url'))?.[1] ?? '';
    expect(dataUrl.length).toBeGreaterThanOrEqual(HOSTILE.dataUrlLength);
    const png = PNG.sync.read(Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64'));
    expect(png.width).toBe(240);
    expect(await text('hostile-title')).toContain('<title>&quot;&gt;&lt;img src=x onerror=');
    const account = await fetch(site.url('hostile-secrets'));
    expect(account.headers.getSetCookie()[0]).toContain(HOSTILE.secrets.sessionCookie);
  });

  test('the hanging picture hangs, and closing the site ends it', async () => {
    const own = await startSampleSite();
    let settled = false;
    const hanging = fetch(`${own.origins.hostile}/hang.png`).finally(() => {
      settled = true;
    });
    const ended = expect(hanging).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(settled).toBe(false);
    await own.close();
    await ended;
    expect(own.requests.to('hostile', '/hang')[0]).toMatchObject({ finished: false, status: 0 });
  });
});

test('the log says what was asked of whom', async () => {
  await fetch(`${site.origins.media}/films/film.mp4`, { headers: { range: 'bytes=0-9' } }).then((answer) =>
    answer.text(),
  );
  await expect.poll(() => site.requests.to('media', '/films/')[0]?.finished).toBe(true);
  expect(site.requests.to('media')).toHaveLength(1);
  expect(site.requests.to('media')[0]).toMatchObject({
    method: 'GET',
    status: 206,
    bytes: 10,
    headers: { range: 'bytes=0-9' },
  });
  expect(site.requests.to('library')).toEqual([]);
  const page = await text('text');
  await expect.poll(() => site.requests.to('files')[0]?.bytes).toBe(Buffer.byteLength(page));
});
