import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../utils/case/settings.ts';
import { memoryCache, type BrowserResolution } from '../../../utils/hosting/environment.ts';
import { resolveHosting, type HostingInput } from '../../../utils/hosting/resolve.ts';
import { sameNetwork } from '../../../utils/hosting/same-network.ts';
import { logOf } from './logs.ts';

const HOST = 'www.pirate.net';
/** Two blocks of one network, and a stranger. */
const ONE = '88.198.1.1';
const TWO = '5.9.1.1';
const STRANGER = '93.184.216.34';
const NETWORKS: Readonly<Record<string, string>> = {
  [ONE]: '24940 | 88.198.0.0/16',
  [TWO]: '24940 | 5.9.0.0/16',
  [STRANGER]: '64700 | 93.184.216.0/24',
};

interface World {
  /** What each of two resolvers answers. */
  readonly first?: readonly string[];
  readonly second?: readonly string[];
  readonly alias?: string;
  readonly browser?: BrowserResolution;
  readonly ip?: string | null;
  readonly fromCache?: boolean;
  readonly verification?: HostingInput['verification'];
}

async function look(world: World) {
  const { first = [ONE], second = first, alias, browser, ip = null, fromCache = false, verification } = world;
  const asked: string[] = [];
  const answer = (url: URL) => {
    const name = url.searchParams.get('name') ?? '';
    const type = url.searchParams.get('type') ?? '';
    asked.push(`${name} ${type}`);
    const record = (of: string, number: number, data: string) => ({ name: of, type: number, TTL: 60, data });
    const origin = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\.origin\./.exec(name);
    if (origin) {
      const network = NETWORKS[origin.slice(1).toReversed().join('.')];
      return {
        Status: 0,
        Answer: network ? [record(name, 16, `${network} | DE | ripencc | 2020-01-01`)] : [],
      };
    }
    if (name !== HOST || (type !== 'A' && type !== 'AAAA')) return { Status: 0, Answer: [] };
    const owner = alias ?? HOST;
    const given = (url.host === 'one.example.org' ? first : second).filter(
      (address) => address.includes(':') === (type === 'AAAA'),
    );
    return {
      Status: 0,
      Answer: [
        ...(alias ? [record(HOST, 5, alias)] : []),
        ...given.map((address) => record(owner, type === 'A' ? 1 : 28, address)),
      ],
    };
  };
  const env = {
    fetch: (url: string) =>
      Promise.resolve(
        url.includes('name=')
          ? Response.json(answer(new URL(url)))
          : Response.json({ objectClassName: 'ip network', handle: 'NET' }),
      ),
    now: () => new Date('2026-11-22T10:00:00Z'),
    monotonicNow: () => 0,
    cache: memoryCache(),
    settings: {
      ...DEFAULT_SETTINGS,
      lookups: 'on' as const,
      dohUrls: ['https://one.example.org/dns-query', 'https://two.example.org/dns-query'],
    },
    ...(browser ? { resolveWithBrowser: () => Promise.resolve(browser) } : {}),
  };
  const input = {
    log: logOf({ url: `https://${HOST}/`, ip, fromCache }),
    itemUrls: [],
    ...(verification ? { verification } : {}),
  };
  const { summary } = await resolveHosting(input, env, new AbortController().signal);
  const said = summary.warnings.filter(({ id }) => /resolve|verification/.test(id));
  return { ids: said.map(({ id }) => id), texts: said.map(({ text }) => text), asked };
}

describe('the address used, and those that are named', () => {
  it.each<[string, World, readonly string[]]>([
    ['all agree', { ip: ONE }, []],
    ['another block of the same network', { ip: ONE, first: [TWO] }, []],
    ['an address of nobody’s', { ip: STRANGER }, ['address-not-resolved']],
    [
      'Firefox’s own resolver lies, and the connection follows it',
      { ip: STRANGER, browser: { addresses: [STRANGER] } },
      ['address-not-resolved'],
    ],
    [
      'Firefox’s own resolver lies about a page from the cache',
      { fromCache: true, browser: { addresses: [STRANGER] } },
      ['browser-resolver-differs'],
    ],
    [
      'Firefox’s own resolver names another block of the same network',
      { fromCache: true, browser: { addresses: [TWO] } },
      [],
    ],
    [
      'the same alias for all: answers that differ by place',
      {
        ip: STRANGER,
        alias: 'x.edge.example.com',
        browser: { addresses: [STRANGER], canonicalName: 'x.edge.example.com.' },
      },
      [],
    ],
    ['resolvers name two blocks of one network', { ip: ONE, second: [TWO] }, []],
    ['one resolver lies', { ip: ONE, second: [STRANGER] }, ['resolvers-disagree']],
    ['one resolver adds a false address', { ip: ONE, second: [ONE, STRANGER] }, ['resolvers-disagree']],
    ['one resolver was not told of IPv6', { ip: ONE, second: [ONE, '2a01:4f8::1'] }, []],
    ['one resolver knows nothing', { ip: ONE, second: [] }, ['resolvers-disagree']],
    ['what is no address is no answer', { ip: ONE, second: [ONE, 'x'.repeat(4_000)] }, []],
    [
      'a later fetch from another block',
      { ip: ONE, verification: { url: `https://${HOST}/`, status: 200, ip: TWO } },
      [],
    ],
    [
      'a later fetch from elsewhere',
      { ip: ONE, verification: { url: `https://${HOST}/`, status: 200, ip: STRANGER } },
      ['verification-differs'],
    ],
  ])('%s', async (_name, world, expected) => {
    const { ids, texts } = await look(world);
    expect(ids).toEqual(expected);
    for (const text of texts) expect(text.length).toBeLessThan(400);
  });

  it('asks for the networks of three strange addresses at most, however many are named', async () => {
    const many = Array.from({ length: 40 }, (_, at) => `93.184.216.${at + 1}`);
    const { asked } = await look({ ip: ONE, first: [ONE, ...many] });
    expect(asked.filter((one) => one.includes('.origin.asn.'))).toHaveLength(4);
  });
});

describe('sameNetwork', () => {
  it.each([
    ['104.16.1.1', '172.64.1.1', true],
    ['104.16.1.1', '2606:4700::1', true],
    ['104.16.1.1', '88.198.1.1', false],
    ['104.16.1.1', 'no address', false],
    ['::ffff:88.198.1.1', '88.198.1.1', true],
  ])('%s and %s: %s, by the published lists alone', (one, other, expected) => {
    expect(sameNetwork(one, other, [])).toBe(expected);
  });

  it('knows two numbers of one provider', () => {
    const known = [
      { asn: 24940, prefix: '88.198.0.0/16' },
      { asn: 213230, prefix: '5.75.0.0/16' },
    ];
    expect(sameNetwork('88.198.1.1', '5.75.1.1', known)).toBe(true);
    expect(sameNetwork('88.198.1.1', '5.9.1.1', known)).toBe(false);
  });
});
