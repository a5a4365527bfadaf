import { describe, expect, it } from 'vitest';
import {
  addressKind,
  canonicalAddress,
  cymruName,
  isInCidr,
  isLocalName,
  parseAddress,
  reverseName,
} from '../../../utils/hosting/address.ts';
import {
  hostName,
  hostOfUrl,
  registeredDomain,
  registrableDomain,
} from '../../../utils/hosting/host-name.ts';
import { refusal } from '../../../utils/hosting/observe/bounded-fetch.ts';

describe('addresses', () => {
  it.each([
    ['104.16.1.1', 'public'],
    ['10.1.2.3', 'private'],
    ['172.31.255.255', 'private'],
    ['172.32.0.0', 'public'],
    ['192.168.0.1', 'private'],
    ['100.64.0.1', 'private'],
    ['127.0.0.1', 'loopback'],
    ['169.254.169.254', 'link-local'],
    ['192.0.2.1', 'documentation'],
    ['198.51.100.1', 'documentation'],
    ['203.0.113.1', 'documentation'],
    ['198.18.0.1', 'reserved'],
    ['0.0.0.0', 'reserved'],
    ['255.255.255.255', 'reserved'],
    ['224.0.0.1', 'reserved'],
    ['2606:4700::1', 'public'],
    ['::1', 'loopback'],
    ['::', 'reserved'],
    ['fe80::1', 'link-local'],
    ['fd00::1', 'private'],
    ['2001:db8::1', 'documentation'],
    ['3fff::1', 'documentation'],
    ['::ffff:10.0.0.1', 'private'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['::ffff:104.16.1.1', 'public'],
    ['64:ff9b::10.0.0.1', 'private'],
    ['64:ff9b::6810:101', 'public'],
    ['64:ff9b:1::1', 'private'],
    ['2002:7f00:1::1', 'loopback'],
    ['fe80::1%eth0', 'link-local'],
    ['[2606:4700::1]', 'public'],
    ['not an address', 'reserved'],
    ['999.1.1.1', 'reserved'],
    ['1.2.3', 'reserved'],
    ['0x7f.1', 'reserved'],
  ])('%s is %s', (text, kind) => {
    expect(addressKind(text)).toBe(kind);
  });

  it('unwraps IPv4 and says how it was wrapped', () => {
    expect(parseAddress('::ffff:104.16.1.1')).toMatchObject({
      text: '104.16.1.1',
      version: 4,
      wrapped: 'ipv4-mapped',
    });
    expect(parseAddress('64:ff9b::104.16.1.1')).toMatchObject({ text: '104.16.1.1', wrapped: 'nat64' });
    expect(canonicalAddress('2606:4700:0:0:0:0:0:1')).toBe('2606:4700::1');
  });

  it('makes reverse names', () => {
    const [v4, v6] = [parseAddress('1.2.3.4'), parseAddress('2001:db8::1')];
    if (!v4 || !v6) throw new Error('unreadable');
    expect(reverseName(v4)).toBe('4.3.2.1.in-addr.arpa');
    expect(cymruName(v4)).toBe('4.3.2.1.origin.asn.cymru.com');
    expect(reverseName(v6)).toBe(`1.${'0.'.repeat(23)}8.b.d.0.1.0.0.2.ip6.arpa`);
    expect(cymruName(v6)).toContain('.origin6.asn.cymru.com');
  });

  it.each([
    ['104.16.1.1', '104.16.0.0/13', true],
    ['104.24.0.0', '104.16.0.0/13', false],
    ['2606:4700::1', '2606:4700::/32', true],
    ['104.16.1.1', '2606:4700::/32', false],
    ['x', '104.16.0.0/13', false],
    ['104.16.1.1', 'x/13', false],
  ])('%s in %s: %s', (address, cidr, expected) => {
    expect(isInCidr(address, cidr)).toBe(expected);
  });
});

describe('host names', () => {
  it.each([
    ['https://user@pass.example:8443/x', 'pass.example', undefined],
    ['https://user:pw@evil.example@real.example/', 'real.example', undefined],
    ['https://EXAMPLE.com./x', 'example.com', undefined],
    ['https://bücher.example/', 'xn--bcher-kva.example', 'bücher.example'],
    ['https://海賊.example:443/', 'xn--90w418d.example', '海賊.example'],
    ['https://[2606:4700::1]:8443/', '2606:4700::1', undefined],
    ['http://0x7f000001/', '127.0.0.1', undefined],
    ['wss://live.example/x', 'live.example', undefined],
  ])('%s', (url, host, unicode) => {
    expect(hostOfUrl(url)).toMatchObject({ host, ...(unicode === undefined ? {} : { unicode }) });
  });

  it.each([
    ['data:text/plain,x'],
    ['blob:https://a.example/1'],
    ['about:blank'],
    ['moz-extension://x/'],
    ['not a url'],
    ['file:///etc/passwd'],
  ])('%s names no server', (url) => expect(hostOfUrl(url)).toBeNull());

  it('keeps a broken punycode label as it stands', () => {
    expect(hostName('xn--a.example')).toMatchObject({ host: 'xn--a.example' });
  });

  it('knows what can be registered, private suffixes included', () => {
    expect(registrableDomain('www.example.co.uk')).toBe('example.co.uk');
    expect(registrableDomain('a.b.workers.dev')).toBe('b.workers.dev');
    expect(registeredDomain('a.b.workers.dev')).toBe('workers.dev');
    expect(registrableDomain('192.0.2.1')).toBeNull();
    expect(registrableDomain('localhost')).toBeNull();
  });

  it('knows local names', () => {
    for (const name of ['localhost', 'a.localhost', 'printer.local', 'nas.home.arpa', 'x.onion'])
      expect(isLocalName(name)).toBe(true);
    expect(isLocalName('local.example.com')).toBe(false);
  });
});

describe('what may be asked', () => {
  it.each([
    ['https://rdap.example.net/', null],
    ['http://rdap.example.net/', /http: is not asked/],
    ['https://10.0.0.1/', /private/],
    ['https://[::1]/', /loopback/],
    ['https://[::ffff:10.0.0.1]/', /private/],
    ['https://[64:ff9b::a00:1]/', /private/],
    ['https://2130706433/', /loopback/],
    ['https://0x7f.1/', /loopback/],
    ['https://169.254.169.254/latest/', /link-local/],
    ['https://router/', /local name/],
    ['https://metadata.internal/', /local name/],
    ['https://user@rdap.example.net/', /user name/],
    ['ftp://rdap.example.net/', /ftp: is not asked/],
    ['javascript:alert(1)', /javascript: is not asked/],
    ['nonsense', /not a URL/],
  ])('%s', (url, reason) => {
    const refused = refusal(url, false);
    if (reason === null) expect(refused).toBeNull();
    else expect(refused).toMatch(reason);
  });

  it('lets a test network be asked, and still no other scheme', () => {
    expect(refusal('http://127.0.0.1:8080/', true)).toBeNull();
    expect(refusal('ftp://127.0.0.1/', true)).toMatch(/ftp/);
  });
});
