import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Capture } from '../../utils/case/capture.ts';
import type { CaptureDocument } from '../../utils/case/capture-document.ts';
import type { NetworkLog } from '../../utils/case/network.ts';
import { startTestProxy, type TestProxy } from '../fixtures/network/proxy.ts';
import { startTestNetwork, type TestNetwork } from '../fixtures/network/test-network.ts';
import { capture, open, unzip } from './support/capture.ts';
import { BROWSERS, type Driver } from './support/driver.ts';
import { lookupSettings, openOnTestNetwork } from './support/test-internet.ts';

interface Taken {
  readonly document: CaptureDocument;
  readonly log: NetworkLog;
  readonly files: { readonly har: string };
}

/**
 * Pages whose server this browser's connection does not show, because they came through a proxy, out of the cache or
 * from the site's own service worker. One browser behind a proxy sees all of them, save that the sites of `.test`
 * are told to be reached directly.
 */
describe.each(BROWSERS)('a page whose server was not seen, in %s', (kind) => {
  let net: TestNetwork;
  let proxy: TestProxy;
  let driver: Driver;
  const taken = new Map<string, Taken>();

  const url = (place: string, host = 'direct.test') => `https://${host}:${net.sitePort}${place}`;
  const of = (name: string): Taken => {
    const one = taken.get(name);
    if (!one) throw new Error(`no capture ${name}`);
    return one;
  };

  beforeAll(async () => {
    net = await startTestNetwork();
    proxy = await startTestProxy();
    const captures: [string, Capture][] = [];
    driver = await openOnTestNetwork(kind, net, lookupSettings(net), {
      proxy: `${proxy.address}:${proxy.port}`,
      bypass: ['*.test'],
    });
    const proxied = await open(driver, url('/', 'reader.pirate-library.net'));
    captures.push(['proxied', await capture(driver, proxied)]);
    await proxied.close();

    const page = await open(driver, url('/kept'));
    await page.goto(url('/'));
    await page.goto(url('/kept'));
    captures.push(['kept', await capture(driver, page)]);
    await page.goto(url('/register'));
    await page.waitForFunction(() => document.title === 'controlled', { timeout: 60_000 });
    for (const name of ['made', 'relayed']) {
      await page.goto(url(`/${name}`));
      captures.push([name, await capture(driver, page)]);
    }
    await page.close();
    const caseId = captures[0]?.[1].caseId ?? '';
    const bundle = unzip(await driver.exportCase(caseId));
    for (const [name, { id }] of captures) {
      const log = bundle.json<NetworkLog>(`${bundle.folderOf(id)}/net/requests.json`);
      const har = bundle.read(`${bundle.folderOf(id)}/net/requests.har`).toString('utf8');
      taken.set(name, { document: bundle.document(id), log, files: { har } });
    }
  }, 400_000);

  afterAll(async () => {
    await driver?.close();
    await proxy?.close();
    await net?.close();
  });

  it('does not take a proxy’s address for the server’s, anywhere in the capture', () => {
    const { document, log, files } = of('proxied');
    expect(proxy.tunnels).toContain(`reader.pirate-library.net:${net.sitePort}`);
    expect(log.proxy?.known).toBe(kind === 'firefox' ? 'named-by-browser' : 'local-address');
    expect(log.hops.map(({ ip }) => ip)).toEqual([null]);
    expect(log.hops[0]?.proxy).toBeDefined();
    expect(document.mainResponse).toMatchObject({ ip: null, status: 200 });
    // Said once, where copies that are passed on leave it out; it is an address of whoever captured.
    expect(document.circumstances.proxyObserved).toContain(proxy.address);
    const { circumstances: _said, ...rest } = document;
    expect(JSON.stringify([rest, log])).not.toContain(proxy.address);
    for (const address of files.har.matchAll(/"serverIPAddress":\s*"([^"]*)"/g))
      expect(address[1]).not.toBe(proxy.address);
    expect(JSON.stringify(document.hosting?.roles)).not.toContain(proxy.address);
  });

  it('says so, and takes the address from the lookups, as such', () => {
    const { hosting } = of('proxied').document;
    const server = hosting?.roles.find(({ role }) => role === 'content-host');
    expect(server).toMatchObject({ provider: 'Hetzner', address: '127.0.0.16', addressSource: 'dns' });
    expect(server?.evidence.map(({ id }) => id)).toContain('evidence-resolved-only');
    expect(hosting?.warnings.map(({ id }) => id)).toContain('through-proxy');
  });

  it('keeps no address of an earlier visit for a page out of the cache', () => {
    const { document, log } = of('kept');
    expect(log.mainResponse).toMatchObject({ fromCache: true, ip: null });
    expect(log.hops).toMatchObject([{ fromCache: true, ip: null }]);
    expect(document.hosting?.warnings.map(({ id }) => id)).toContain('from-cache');
  });

  it.each(['made', 'relayed'])('knows that the site’s own service worker served it: /%s', (name) => {
    const { document, log } = of(name);
    expect(log).toMatchObject({ notObserved: 'service-worker', mainResponse: null, hops: [] });
    expect(document.mainResponseNotObserved).toBe('service-worker');
    expect(document.hosting?.warnings.map(({ id }) => id)).toContain('service-worker');
  });

  it('says before a capture that a worker made the page, once the user has reloaded it', async () => {
    const page = await open(driver, url('/made'));
    await page.reload();
    const glanced = await driver.send({ verb: 'glance-page', tabId: driver.tabIdOf(page) });
    await page.close();
    expect(glanced.ok ? glanced.value.map(({ key }) => key) : []).toContain('glance-service-worker');
  });
});
