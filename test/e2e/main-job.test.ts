import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Capture } from '../../utils/case/capture.ts';
import type { NetworkLog } from '../../utils/case/network.ts';
import type { PageFacts } from '../../utils/case/facts.ts';
import { CHAPTER, panelSamples } from '../fixtures/site/chapter.ts';
import { startSampleSite, type SampleSite } from '../fixtures/site/server.ts';
import { BROWSERS, openDriver, type Driver } from './support/driver.ts';
import { capture, colorAt, open, sha256sum, unzip, type UnzippedBundle } from './support/capture.ts';

describe.each(BROWSERS)('the main job in %s', (kind) => {
  let site: SampleSite;
  let driver: Driver;
  let redirected: Capture;
  let film: Capture;
  let chapter: Capture;
  let bundle: UnzippedBundle;

  beforeAll(async () => {
    site = await startSampleSite();
    driver = await openDriver({ browser: kind, settings: { operatorName: 'Mei Tanaka' } });
    const take = async (url: string) => {
      const page = await open(driver, url);
      try {
        return await capture(driver, page);
      } finally {
        await page.close();
      }
    };
    redirected = await take(site.url('redirected'));
    film = await take(site.url('film'));
    chapter = await take(site.url('chapter'));
    bundle = unzip(await driver.exportCase(chapter.caseId));
  });

  afterAll(async () => {
    await driver?.close();
    await site?.close();
  });

  it('completes every capture into one case', () => {
    expect([redirected, film, chapter].map(({ state, number }) => [state, number])).toEqual([
      ['complete', 1],
      ['complete', 2],
      ['complete', 3],
    ]);
    expect(new Set([redirected.caseId, film.caseId, chapter.caseId]).size).toBe(1);
  });

  it('exports a bag that sha256sum accepts, both manifests', () => {
    const payload = sha256sum(bundle, 'manifest-sha256.txt');
    const tags = sha256sum(bundle, 'tagmanifest-sha256.txt');
    expect(payload.trim().split('\n')).toHaveLength(bundle.files.filter((f) => f.startsWith('data/')).length);
    expect(tags).toContain('manifest-sha256.txt: OK');
  });

  it('has what the bundle promises', () => {
    expect(bundle.files).toEqual(
      expect.arrayContaining([
        'bagit.txt',
        'bag-info.txt',
        'verify/HOW-TO-VERIFY.txt',
        'data/report.html',
        'data/urls.csv',
        'data/case.json',
        'data/custody.jsonl',
      ]),
    );
    // Firefox lets no extension print to a file: then the bundle says so.
    const printed = bundle.files.includes('data/report.pdf');
    const why = /^Prima-Facie-Report-Pdf: not available: .+$/m.test(
      bundle.read('bag-info.txt').toString('utf8'),
    );
    expect([printed, why]).toEqual(kind === 'chromium' ? [true, false] : [false, true]);
  });

  it('keeps the redirect chain with status, Location and server address of every hop', () => {
    const { urlTyped, urlFinal, redirects, mainResponse } = bundle.document(redirected.id);
    expect(urlTyped).toBe(site.url('redirected'));
    expect(urlFinal).toBe(site.url('series'));
    expect(redirects.map(({ status }) => status)).toEqual([302, 301, 200]);
    const addressOf = (url: string) => new URL(url).hostname;
    for (const hop of redirects) expect(hop.ip).toBe(addressOf(hop.url));
    expect(redirects.map(({ location }) => location)).toEqual([
      redirects[1]?.url,
      redirects[2]?.url,
      undefined,
    ]);
    expect(mainResponse).toMatchObject({ status: 200, fromCache: false, ip: addressOf(urlFinal) });
  });

  it('pictures the whole page: size is page size × device pixel ratio', () => {
    const document = bundle.document(chapter.id);
    const tiles = document.artifacts.filter((artifact) => artifact.path.startsWith('tiles/'));
    const sizes = tiles.map(({ path: name }) => {
      const { width, height } = bundle.png(path.join(bundle.folderOf(chapter.id), name));
      return { width, height };
    });
    const ratio = document.page?.devicePixelRatio ?? 0;
    const height = sizes.reduce((sum, size) => sum + size.height, 0);
    expect(height).toBe(CHAPTER.pageHeight * ratio);
    expect(document.page?.page.height).toBe(CHAPTER.pageHeight);
    for (const size of sizes) expect(size.width).toBe((document.page?.page.width ?? 0) * ratio);
  });

  it('pictures what the page shows, at the top, in the middle and at the bottom', () => {
    const width = bundle.document(chapter.id).page?.page.width ?? 0;
    for (const panel of [1, 2, 3, 21, 22, 43, 44]) {
      for (const sample of panelSamples(panel, width)) {
        expect([panel, ...colorAt(bundle, chapter.id, sample)]).toEqual([panel, ...sample.color]);
      }
    }
  });

  it('sees the film: the player’s frame, and the hosts its bytes come from', () => {
    const folder = bundle.folderOf(film.id);
    const facts = bundle.json<PageFacts>(path.join(folder, 'facts.json'));
    const frame = facts.resources.find(({ kind: what }) => what === 'frame');
    expect(new URL(frame?.url ?? 'about:blank').origin).toBe(site.origins.player);
    expect(frame?.box?.width).toBeGreaterThan(100);
    const har = bundle.json<{ log: { entries: { request: { url: string }; serverIPAddress?: string }[] } }>(
      path.join(folder, 'net/requests.har'),
    );
    const media = har.log.entries.filter(({ request }) => request.url.startsWith(site.origins.media));
    expect(media.map(({ request }) => new URL(request.url).pathname)).toEqual(
      expect.arrayContaining([expect.stringMatching(/\.mp4$/), expect.stringMatching(/\.m3u8$/)]),
    );
    for (const entry of media) expect(entry.serverIPAddress).toBe(new URL(site.origins.media).hostname);
  });

  it('keeps what the players show, and the manifests’ own text', () => {
    const folder = bundle.folderOf(film.id);
    const media = bundle.json<{ players: { videoWidth: number }[]; hosts: { host: string }[] }>(
      path.join(folder, 'net/media.json'),
    );
    expect(media.players.length).toBeGreaterThan(0);
    expect(media.hosts[0]?.host).toBe(new URL(site.origins.media).host);
    expect(bundle.files).toContain(path.join(folder, 'media/still-00.png'));
    expect(bundle.read(path.join(folder, 'media/manifest-00.m3u8')).toString('utf8')).toMatch(/^#EXTM3U/);
  });

  it('keeps no secret of the reader', () => {
    const log = bundle.json<NetworkLog>(path.join(bundle.folderOf(chapter.id), 'net/requests.json'));
    expect(JSON.stringify(log)).not.toMatch(/"(set-)?cookie","value":"[^"]*=[^",; ]/i);
  });

  it('names operator, browser and surroundings', () => {
    const { operator, circumstances, trigger } = bundle.document(chapter.id);
    expect(operator).toBe('Mei Tanaka');
    expect(trigger).toBe('command-line');
    expect(circumstances.browser.name).toMatch(kind === 'firefox' ? /firefox/i : /chrom/i);
    expect(circumstances.timezone).not.toBe('');
  });

  it('carries an unbroken custody log', () => {
    const entries = bundle
      .read('data/custody.jsonl')
      .toString('utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { seq: number; action: string; prev: string; hash: string });
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['case-created', 'capture-started', 'capture-ended']),
    );
    entries.reduce((prev, entry) => (expect(entry.prev).toBe(prev), entry.hash), '0'.repeat(64));
  });

  it('verifies by the command line, and a flipped byte is found and named', () => {
    const verify = (file: string) =>
      spawnSync('node', ['scripts/run.mjs', 'verify', '--', file], { encoding: 'utf8' });
    expect(verify(bundle.zip)).toMatchObject({ status: 0 });
    const bytes = readFileSync(bundle.zip);
    // The report names the tile too; the entry is where the name is followed by the picture itself.
    const entry = /tiles\/000\.png[^]{0,64}?\x89PNG/.exec(bytes.toString('latin1'));
    const tile = (entry?.index ?? Number.NaN) + 5_000;
    bytes[tile] = (bytes[tile] ?? 0) ^ 1;
    const broken = path.join(bundle.root, 'broken.zip');
    writeFileSync(broken, bytes);
    const said = verify(broken);
    expect(said.status).toBe(1);
    expect(said.stdout + said.stderr).toMatch(/tiles\/000\.png/);
    writeFileSync(broken, 'this is no zip');
    expect(verify(broken).status).toBe(2);
  });

  it('keeps digests that openssl computes too', () => {
    const folder = bundle.folderOf(film.id);
    for (const artifact of bundle.document(film.id).artifacts) {
      const said = execFileSync('openssl', [
        'dgst',
        '-sha256',
        '-r',
        path.join(bundle.root, folder, artifact.path),
      ]);
      expect(`sha256:${said.toString('utf8').slice(0, 64)}`).toBe(artifact.digest);
    }
  });
});
