import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Capture } from '../../utils/case/capture.ts';
import type { HostingSummary } from '../../utils/case/hosting.ts';
import { DEFAULT_LIMITS } from '../../utils/hosting/environment.ts';
import { startTestNetwork, type TestNetwork } from '../fixtures/network/test-network.ts';
import { BROWSERS, type Driver } from './support/driver.ts';
import { capture, ended, open, start, unzip, type UnzippedBundle } from './support/capture.ts';
import { lookupSettings, openOnTestNetwork } from './support/test-internet.ts';

/** Everything one browser did, once; each test reads a part of it. */
describe.each(BROWSERS)('who serves a page, in %s', (kind) => {
  let net: TestNetwork;
  let driver: Driver;
  let bundle: UnzippedBundle;
  let film: Capture;
  let direct: Capture[];
  /** Questions that the resolvers and the registry were asked, per part of the run. */
  let asked: Record<'film' | 'ten' | 'off', string[]>;

  const url = (host: string, place = '/') => `https://${host}:${net.sitePort}${place}`;
  const change = async (settings: Record<string, unknown>) => {
    const changed = await driver.send({ verb: 'change-settings', change: settings });
    if (!changed.ok) throw new Error(changed.failure.detail);
  };
  const take = async (address: string): Promise<Capture> => {
    const page = await open(driver, address);
    try {
      return await capture(driver, page);
    } finally {
      await page.close();
    }
  };
  const questions = (): string[] => {
    const all = [
      ...net.dnsLog.map((one) => `1 ${String(one)}`),
      ...net.secondDnsLog.map((one) => `2 ${String(one)}`),
      ...net.rdapLog,
    ];
    for (const log of [net.dnsLog, net.secondDnsLog, net.rdapLog]) log.length = 0;
    return all;
  };
  const hostingOf = (taken: Capture): HostingSummary => {
    const { hosting } = bundle.document(taken.id);
    if (!hosting) throw new Error('capture.json says nothing of hosting');
    return hosting;
  };

  beforeAll(async () => {
    net = await startTestNetwork();
    driver = await openOnTestNetwork(kind, net, lookupSettings(net));
    film = await take(url('film.pirate.test', '/watch'));
    const ofFilm = questions();
    const pages = await Promise.all([
      open(driver, url('direct.test')),
      open(driver, url('direct.test', '/2')),
    ]);
    const started = [];
    for (const page of pages) started.push(await start(driver, page));
    direct = await Promise.all(started.map(({ captureId }) => ended(driver, captureId)));
    for (const page of pages) await page.close();
    for (let at = 3; at <= 10; at += 1) direct.push(await take(url('direct.test', `/${at}`)));
    const ofTen = questions();
    await change({ lookups: 'off' });
    const off = await take(url('plain.test'));
    asked = { film: ofFilm, ten: ofTen, off: questions() };
    direct.push(off);
    bundle = unzip(await driver.exportCase(film.caseId));
  }, 400_000);

  afterAll(async () => {
    await driver?.close();
    await net?.close();
  });

  it('finds edge, media host, DNS and registrar, by the address this browser used', () => {
    const { roles, state } = hostingOf(film);
    expect(state).toBe('complete');
    const clocks = bundle.document(film.id).clock.map(({ source }) => source.split(':')[0]);
    expect(clocks.filter((source) => source === 'resolver')).not.toEqual([]);
    expect(roles.map((one) => `${one.role} ${one.provider} ${one.confidence} ${one.host}`)).toEqual([
      'edge Cloudflare confirmed film.pirate.test',
      'media-host bunny.net probable cdn.media.test',
      'media-host CDN77 (Datacamp) probable cdn.media.test',
      'dns Cloudflare probable pirate.test',
      'registrar Example Registrar Inc. probable pirate.test',
      'dns media.test probable media.test',
    ]);
    expect(roles[0]).toMatchObject({ address: '127.0.0.11', addressSource: 'connection', asn: 13335 });
    expect(roles[1]).toMatchObject({ address: '127.0.0.12', addressSource: 'connection' });
  });

  it('says that the origin behind the edge is not public, and who knows it', () => {
    const { origins } = hostingOf(film);
    expect(origins.find(({ host }) => host === 'film.pirate.test')).toMatchObject({
      state: 'not-publicly-determinable',
      ask: 'Cloudflare',
    });
  });

  it('recommends the media host first, then the edge, the registrar last', () => {
    const { recipients } = hostingOf(film);
    expect(recipients.map(({ role, provider }) => `${role} ${provider}`)).toEqual([
      'media-host bunny.net',
      'media-host CDN77 (Datacamp)',
      'edge Cloudflare',
      'registrar Example Registrar Inc.',
    ]);
    expect(recipients.at(-1)?.channel?.address).toBe('abuse@registrar.test');
  });

  it('keeps every answer as it came, and the findings beside them', () => {
    const folder = bundle.folderOf(film.id);
    const files = bundle.files.filter((file) => file.startsWith(`${folder}/net/`));
    const names = files.map((file) => path.relative(folder, file));
    expect(names).toEqual(expect.arrayContaining(['net/dns.json', 'net/hosting.json', 'net/lookups.json']));
    const dns = bundle.json<{ question: string; raw?: string; rawBase64?: string }[]>(
      `${folder}/net/dns.json`,
    );
    const answer = dns.find(({ question, raw }) => question === 'film.pirate.test A' && raw?.startsWith('{'));
    expect(JSON.parse(answer?.raw ?? '{}')).toMatchObject({ Status: 0, Answer: [{ data: '127.0.0.11' }] });
    const registry = names
      .filter((name) => name.startsWith('net/rdap/'))
      .map((name) => bundle.read(`${folder}/${name}`));
    const [, served] = [...net.replies].find(([place]) => place === 'ip/127.0.0.11') ?? [];
    const sent = JSON.stringify(served && 'json' in served ? served.json : null);
    expect(registry.map((bytes) => bytes.toString('utf8'))).toContain(sent);
    expect(bundle.json(`${folder}/net/hosting.json`)).toEqual(hostingOf(film));
  });

  it('asks once for ten captures of one site', () => {
    const repeated = asked.ten.filter((one, at) => asked.ten.indexOf(one) !== at);
    expect(asked.ten.length).toBeGreaterThan(5);
    expect(repeated).toEqual([]);
    for (const one of direct.slice(0, 10))
      expect(hostingOf(one).recipients[0]).toMatchObject({ providerId: 'hetzner' });
  });

  it('asks nobody where lookups are off, and says so', () => {
    expect(asked.film.length).toBeGreaterThan(20);
    expect(asked.off).toEqual([]);
    const off = direct.at(-1);
    if (!off) throw new Error('no capture without lookups');
    expect(hostingOf(off)).toMatchObject({ state: 'off', pending: [] });
    const folder = bundle.folderOf(off.id);
    expect(bundle.files).not.toContain(`${folder}/net/dns.json`);
  });

  it('is not held up by resolvers that never answer, and says what is pending', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((done) => void silent.listen(0, '127.0.0.1', done));
    const { port } = silent.address() as AddressInfo;
    try {
      await change({ lookups: 'on', dohUrls: [`http://127.0.0.1:${port}/dns-query`] });
      const slow = await take(url('plain.test', '/slow'));
      const step = slow.steps.find(({ id }) => id === 'hosting');
      expect(step).toMatchObject({ state: 'done' });
      expect(step?.durationMs).toBeLessThan(DEFAULT_LIMITS.totalMs + 10_000);
      expect(slow.notCaptured.filter(({ what }) => what.startsWith('hosting ')).length).toBeGreaterThan(0);
      const later = unzip(await driver.exportCase(slow.caseId));
      const { hosting } = later.document(slow.id);
      expect(hosting?.state).toBe('partial');
      for (const one of hosting?.pending ?? []) expect(one.reason).not.toBe('');
      expect(hosting?.pending.some(({ question }) => question.startsWith('plain.test A'))).toBe(true);
    } finally {
      silent.closeAllConnections();
      silent.close();
      await change({ dohUrls: net.dohUrls });
    }
  });
});
