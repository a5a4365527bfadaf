import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../utils/case/settings.ts';
import { memoryCache, type HostingEnvironment } from '../../../utils/hosting/environment.ts';
import { resolveHosting } from '../../../utils/hosting/resolve.ts';
import { logOf } from './logs.ts';

const signal = new AbortController().signal;
const DAY = 86_400_000;

/** Lookups against a network that `answer` makes up; URLs asked are kept, and the clock can be moved. */
function world(answer: (url: string) => Response | null, settings: Partial<Settings> = {}) {
  const asked: string[] = [];
  let now = Date.parse('2026-11-22T10:00:00.000Z');
  const env: HostingEnvironment = {
    fetch: (url) => {
      asked.push(url);
      const response = answer(url);
      return response ? Promise.resolve(response) : Promise.reject(new TypeError('offline'));
    },
    now: () => new Date(now),
    monotonicNow: () => now,
    cache: memoryCache(),
    settings: { ...DEFAULT_SETTINGS, lookups: 'on', ...settings },
  };
  const log = logOf({ url: 'https://www.pirate-library.net/1', ip: '104.16.1.1' });
  return {
    look: () => resolveHosting({ log, itemUrls: [] }, env, signal),
    iana: () => asked.filter((url) => url.startsWith('https://data.iana.org/')),
    asked,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

const NEW_REGISTRY = 'https://rdap.new-registry.org/';
const iana = (url: string) => {
  const entries: Record<string, string[]> = {
    'dns.json': ['net'],
    'ipv4.json': ['104.0.0.0/8'],
    'ipv6.json': ['2600::/12'],
    'asn.json': ['1-2'],
  };
  const entry = entries[url.split('/').at(-1) ?? ''];
  return Response.json({ publication: '2026-11-20T00:00:00Z', services: [[entry, [NEW_REGISTRY]]] });
};
const registry = () => Response.json({ objectClassName: 'ip network', handle: 'NET', entities: [] });
const resolver = () => Response.json({ Status: 0, Answer: [] });
const internet = (url: string) =>
  url.includes('data.iana.org')
    ? iana(url)
    : url.includes('dns') && url.includes('name=')
      ? resolver()
      : registry();

describe('the list of registries', () => {
  it('is fetched after a registry has answered, gone by from then on, dated, and left alone for a week', async () => {
    const net = world(internet);
    const first = await net.look();
    expect(net.iana().map((url) => url.split('/').at(-1))).toEqual([
      'dns.json',
      'ipv4.json',
      'ipv6.json',
      'asn.json',
    ]);
    expect(first.summary.dataDates).toHaveProperty('rdap-dns');
    expect(net.asked.some((url) => url.startsWith(NEW_REGISTRY))).toBe(false);
    net.pass(2 * DAY);
    const second = await net.look();
    expect(net.asked.some((url) => url.startsWith(NEW_REGISTRY))).toBe(true);
    expect(second.summary.dataDates).toMatchObject({ 'rdap-fetched': '2026-11-20T00:00:00Z' });
    expect(second.summary.dataDates).not.toHaveProperty('rdap-dns');
    expect(net.iana()).toHaveLength(4);
    net.pass(6 * DAY);
    await net.look();
    expect(net.iana()).toHaveLength(8);
  });

  it('is not asked for again on the day it could not be had, and the bundled one serves meanwhile', async () => {
    const net = world((url) => (url.includes('data.iana.org') ? null : internet(url)));
    const { summary } = await net.look();
    expect(summary.dataDates).toHaveProperty('rdap-dns');
    const tried = net.iana().length;
    expect(tried).toBeGreaterThan(0);
    await net.look();
    expect(net.iana()).toHaveLength(tried);
    net.pass(1.1 * DAY);
    await net.look();
    expect(net.iana()).toHaveLength(2 * tried);
  });

  it.each<[string, Partial<Settings>, (url: string) => Response | null]>([
    ['lookups are off', { lookups: 'off' }, internet],
    ['the user has yet to be asked', { lookups: 'ask' }, internet],
    ['there is no network', {}, () => null],
    ['the user names a list', { rdapBootstrapUrl: 'https://registries.example.org/' }, internet],
  ])('is not asked for where %s', async (_why, settings, answer) => {
    const net = world(answer, settings);
    await net.look();
    expect(net.iana()).toEqual([]);
  });
});
