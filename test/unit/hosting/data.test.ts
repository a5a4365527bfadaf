import { array, assert, integer, property, record } from 'fast-check';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeRanges, encodeRanges } from '../../../utils/hosting/data/codec.ts';
import { RANGE_SETS } from '../../../utils/hosting/data/ranges.ts';
import {
  bootstrapFrom,
  bootstrapFromIana,
  bundledBootstrap,
  serviceForAddress,
  serviceForName,
  serviceForNumber,
} from '../../../utils/hosting/observe/bootstrap.ts';
import { RangeIndex } from '../../../utils/hosting/ranges.ts';
import { isInCidr } from '../../../utils/hosting/address.ts';

describe('range lists', () => {
  it('come back from their text form exactly', () => {
    for (const { v4, v6 } of RANGE_SETS) {
      expect(encodeRanges(decodeRanges(v4, 32), 32)).toBe(v4);
      expect(encodeRanges(decodeRanges(v6, 64), 64)).toBe(v6);
    }
  });

  it('round-trips any sorted, disjoint list', () => {
    const part = record({
      gap: integer({ min: 0, max: 1000 }),
      length: integer({ min: 12, max: 32 }),
    });
    assert(
      property(array(part, { maxLength: 40 }), (parts) => {
        let end = 0n;
        const ranges = parts.map(({ gap, length }) => {
          const block = 1n << BigInt(32 - length);
          const start = ((end + block - 1n) / block + BigInt(gap)) * block;
          end = start + block;
          return { start, length };
        });
        expect(decodeRanges(encodeRanges(ranges, 32), 32)).toEqual(ranges);
      }),
    );
  });

  it('refuses ranges that overlap or are not aligned', () => {
    expect(() => encodeRanges([{ start: 1n, length: 24 }], 32)).toThrow(RangeError);
    expect(() =>
      encodeRanges(
        [
          { start: 0n, length: 8 },
          { start: 256n, length: 24 },
        ],
        32,
      ),
    ).toThrow(RangeError);
  });

  it('finds exactly the addresses inside, at both ends of every range', () => {
    const index = new RangeIndex(RANGE_SETS);
    const set = RANGE_SETS.find(({ id }) => id === 'fastly');
    if (!set) throw new Error('no list');
    for (const { start, length } of decodeRanges(set.v4, 32)) {
      const last = start + (1n << BigInt(32 - length)) - 1n;
      for (const value of [start, last]) {
        const hit = index.find(dotted(value)).find((one) => one.set.id === 'fastly');
        expect(hit && isInCidr(dotted(value), hit.range)).toBe(true);
      }
    }
    for (const { start, length } of decodeRanges(set.v6, 64)) {
      const first = `${[48n, 32n, 16n, 0n].map((shift) => ((start >> shift) & 0xffffn).toString(16)).join(':')}::1`;
      const hit = index.find(first.replace(/(:0)+::/, '::')).find((one) => one.set.id === 'fastly');
      expect(hit?.range.endsWith(`/${length}`)).toBe(true);
    }
  });

  it('names no private or documentation address', () => {
    const index = new RangeIndex(RANGE_SETS);
    for (const address of ['10.0.0.1', '192.0.2.1', '203.0.113.5', '127.0.0.1', '192.168.1.1', '2001:db8::1'])
      expect(index.find(address)).toEqual([]);
  });

  it('has a date and a publication for every list', () => {
    for (const { date, official } of RANGE_SETS) {
      expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(official).toMatch(/^https:\/\//);
    }
  });

  it('adds, with rules and directory, less than 150 KB', () => {
    const folder = 'utils/hosting';
    const sizes = ['data', 'rules', 'directory'].flatMap((part) =>
      readdirSync(join(folder, part)).map((file) => statSync(join(folder, part, file)).size),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000);
  });
});

describe('the bundled registry of registries', () => {
  const bundled = bundledBootstrap();

  it.each([
    ['example.com', 'https://rdap.verisign.com/com/v1/'],
    ['example.net', 'https://rdap.verisign.com/net/v1/'],
    ['example.org', 'https://rdap.publicinterestregistry.org/rdap/'],
    ['example.xyz', 'https://rdap.centralnic.com/xyz/'],
    ['example.to', 'https://rdap.tonicregistry.to/rdap/'],
    ['example.site', 'https://rdap.radix.host/rdap/'],
    ['example.co.uk', 'https://rdap.nominet.uk/uk/'],
    ['example.de', 'https://rdap.denic.de/'],
    ['example.io', 'https://rdap.identitydigital.services/rdap/'],
    ['example.ch', 'https://rdap.nic.ch/'],
    ['example.ru', null],
    ['example.ws', null],
  ])('%s: %s', (domain, base) => {
    expect(serviceForName(bundled, domain)).toBe(base);
  });

  it.each([
    ['104.16.1.1', 'https://rdap.arin.net/registry/'],
    ['185.143.232.1', 'https://rdap.db.ripe.net/'],
    ['1.1.1.1', 'https://rdap.apnic.net/'],
    ['177.1.1.1', 'https://rdap.lacnic.net/rdap/'],
    ['197.1.1.1', 'https://rdap.afrinic.net/rdap/'],
    ['2606:4700::1', 'https://rdap.arin.net/registry/'],
    ['2a01:4f8::1', 'https://rdap.db.ripe.net/'],
    ['2001:4200::1', 'https://rdap.afrinic.net/rdap/'],
    ['2400:cb00::1', 'https://rdap.apnic.net/'],
    ['10.0.0.1', null],
  ])('%s: %s', (address, base) => {
    expect(serviceForAddress(bundled, address)).toBe(base);
  });

  it.each([
    [13335, 'https://rdap.arin.net/registry/'],
    [24940, 'https://rdap.db.ripe.net/'],
    [45102, 'https://rdap.apnic.net/'],
    [64512, null],
  ])('AS%i: %s', (asn, base) => {
    expect(serviceForNumber(bundled, asn)).toBe(base);
  });

  it('every service is https', () => {
    for (const base of bundled.names.values())
      expect(base).toMatch(/^https:\/\/[a-z0-9.-]+(\/[a-z0-9/.-]*)?\/$/i);
  });
});

describe('fetched bootstrap files', () => {
  it('takes the longest match, https before http, and tells entries apart by form', () => {
    const file = {
      publication: '2026-11-01T00:00:00Z',
      services: [
        [
          ['net', 'example.net'],
          ['http://old.example/', 'https://new.example/rdap'],
        ],
        [['8.0.0.0/8'], ['https://wide.example/']],
        [['8.8.0.0/16'], ['https://narrow.example/']],
        [['100-200'], ['https://as.example/']],
        [['only'], ['http://plain.example/']],
      ],
    };
    const made = bootstrapFrom([file, { junk: true }, null], false);
    if (!made) throw new Error('nothing read');
    expect(serviceForName(made, 'x.example.net')).toBe('https://new.example/rdap/');
    expect(serviceForAddress(made, '8.8.8.8')).toBe('https://narrow.example/');
    expect(serviceForAddress(made, '8.9.8.8')).toBe('https://wide.example/');
    expect(serviceForNumber(made, 150)).toBe('https://as.example/');
    expect(serviceForName(made, 'x.only')).toBeNull();
    expect(bootstrapFrom([{ services: [[['a'], ['http://x.example/']]] }], true)?.names.get('a')).toBe(
      'http://x.example/',
    );
  });

  it('keeps the country codes that IANA’s files lack, and believes the files where they have them', () => {
    const file = {
      publication: '2026-11-20T00:00:00Z',
      services: [[['com', 'de'], ['https://new.example/']]],
    };
    const fetched = bootstrapFromIana([file]);
    if (!fetched) throw new Error('nothing read');
    for (const code of ['io', 'me', 'ag', 'bz', 'ch', 'li', 'co', 'us'])
      expect(serviceForName(fetched, `pirate.${code}`)).toBe(
        serviceForName(bundledBootstrap(), `pirate.${code}`),
      );
    expect(serviceForName(fetched, 'pirate.io')).toBe('https://rdap.identitydigital.services/rdap/');
    expect(serviceForName(fetched, 'pirate.de')).toBe('https://new.example/');
    expect(serviceForName(fetched, 'pirate.ru')).toBeNull();
    // A list of the user's own is the whole list.
    expect(bootstrapFrom([file], false)?.names.has('io')).toBe(false);
    expect(bootstrapFromIana([{}])).toBeNull();
  });

  it('is nothing where no file can be read', () => {
    expect(bootstrapFrom([{}, [], 'x', { services: [[['a']]] }], false)).toBeNull();
  });
});

function dotted(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');
}
