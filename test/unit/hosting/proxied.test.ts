import { describe, expect, it } from 'vitest';
import type { NetworkLog, NetworkRequest } from '../../../utils/case/network.ts';
import { glance } from '../../../utils/hosting/glance.ts';
import { isProxyAddress, withServerAddressesOnly } from '../../../utils/hosting/proxied.ts';
import { subjectsOf } from '../../../utils/hosting/subjects.ts';

const at = '2026-11-21T09:00:00.000Z';

type Entry = readonly [url: string, ip: string | null, more?: { fromCache?: boolean; proxy?: string }];

function log(page: Entry, ...parts: readonly Entry[]): NetworkLog {
  const [url, ip, more] = page;
  const common = { status: 200, statusLine: 'HTTP/1.1 200 OK', fromCache: false, at };
  return {
    schema: 'prima-facie/network-log/1',
    tabId: 1,
    hops: [{ url, ip, method: 'GET', source: 'server', ...common, ...more }],
    mainResponse: { url, ip, headers: [], ...common, ...more },
    requests: parts.map(([of, address, about]): NetworkRequest => ({
      url: of,
      ip: address,
      method: 'GET',
      type: 'image',
      frameId: 0,
      parentFrameId: -1,
      status: 200,
      fromCache: false,
      startedAt: at,
      bytes: 1,
      ...about,
    })),
    dropped: 0,
  };
}

const PAGE = 'https://reader.pirate-library.net/1';
const addresses = ({ hops, mainResponse, requests }: NetworkLog) => [
  ...hops.map(({ ip }) => ip),
  mainResponse?.ip,
  ...requests.map(({ ip }) => ip),
];

describe('isProxyAddress', () => {
  it.each([
    [PAGE, '127.0.0.1', true],
    [PAGE, '10.1.2.3', true],
    [PAGE, '::1', true],
    [PAGE, 'fd00::1', true],
    [PAGE, '198.18.0.7', true],
    [PAGE, '100.64.0.9', true],
    [PAGE, '169.254.1.1', true],
    [PAGE, '104.16.1.1', false],
    [PAGE, '2606:4700::1', false],
    ['http://localhost:8080/', '127.0.0.1', false],
    ['http://127.0.0.5/', '127.0.0.5', false],
    ['http://router.lan/', '192.168.1.1', false],
    ['http://site.test/', '127.0.0.11', false],
    ['http://intranet/', '10.0.0.1', false],
    ['data:text/html,x', '127.0.0.1', false],
  ])('%s at %s: %s', (url, address, proxied) => {
    expect(isProxyAddress(url, address)).toBe(proxied);
  });
});

describe('withServerAddressesOnly', () => {
  it('takes the address of a local proxy out of everything, and says where it was', () => {
    const seen = withServerAddressesOnly(log([PAGE, '127.0.0.1'], ['https://cdn.other.com/x', '127.0.0.1']));
    expect(addresses(seen)).toEqual([null, null, null]);
    expect(seen.proxy).toEqual({ address: '127.0.0.1', known: 'local-address' });
    expect(seen.requests[0]?.proxy).toBe('127.0.0.1');
    expect(subjectsOf(seen, [])[0]?.observed).toBeNull();
    expect(glance(seen).map(({ key }) => key)).toEqual(['glance-proxy']);
  });

  it('believes Firefox, which names the proxy', () => {
    const seen = withServerAddressesOnly(log([PAGE, null, { proxy: 'socks 10.0.0.1:1080' }]));
    expect(seen.proxy).toEqual({ address: 'socks 10.0.0.1:1080', known: 'named-by-browser' });
  });

  it('knows a public proxy by its answering for everybody', () => {
    const ip = '203.0.114.9';
    const parts: Entry[] = [
      ['https://a.shop.com/x', ip],
      ['https://b.fonts.org/y', ip],
    ];
    const seen = withServerAddressesOnly(log([PAGE, ip], ...parts));
    expect(seen.proxy).toEqual({ address: ip, known: 'one-address-for-all' });
    expect(addresses(seen)).toEqual([null, null, null, null]);
  });

  it.each<[string, Entry[]]>([
    ['two domains only', [['https://a.shop.com/x', '203.0.114.9']]],
    [
      'one part from elsewhere',
      [
        ['https://a.shop.com/x', '203.0.114.9'],
        ['https://b.fonts.org/y', '203.0.114.9'],
        ['https://c.video.net/z', '203.0.114.10'],
      ],
    ],
    [
      'three hosts of one domain',
      [
        ['https://a.pirate-library.net/x', '203.0.114.9'],
        ['https://b.pirate-library.net/y', '203.0.114.9'],
      ],
    ],
  ])('takes nothing away: %s', (_name, parts) => {
    const seen = withServerAddressesOnly(log([PAGE, '203.0.114.9'], ...parts));
    expect(seen.proxy).toBeUndefined();
    expect(seen.mainResponse?.ip).toBe('203.0.114.9');
  });

  it('does not take an edge that several customers share for a proxy', () => {
    const ip = '104.16.1.1';
    const seen = withServerAddressesOnly(
      log([PAGE, ip], ['https://a.shop.com/x', ip], ['https://b.fonts.org/y', ip]),
    );
    expect(seen.proxy).toBeUndefined();
    expect(seen.mainResponse?.ip).toBe(ip);
  });

  it('keeps no address of an earlier visit: Chromium gives one for a cached response', () => {
    const seen = withServerAddressesOnly(log([PAGE, '203.0.114.9', { fromCache: true }]));
    expect(addresses(seen)).toEqual([null, null]);
    expect(seen.proxy).toBeUndefined();
  });
});
