import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOptions, UsageError } from '../../../scripts/capture/options.ts';
import { exitCodeOf } from '../../../scripts/capture/outcome.ts';
import { addressesOf, parseUrlList } from '../../../scripts/capture/url-list.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'prima-facie-options-'));
function file(name: string, text: string): string {
  const place = path.join(folder, name);
  writeFileSync(place, text);
  return place;
}

describe('readOptions', () => {
  it('takes URLs from the arguments and from a list, in this order', () => {
    const list = file(
      'list.txt',
      '\uFEFF# pirate sites\r\nhttp://b.example/?q=1#x\r\n\r\n  c.example/y  \r\n',
    );
    const options = readOptions(['http://a.example/', '--list', list, '--browser', 'firefox']);
    expect(options.urls).toEqual(['http://a.example/', 'http://b.example/?q=1#x', 'c.example/y']);
    expect(options).toMatchObject({ browser: 'firefox', record: false, timeoutMs: 300_000 });
  });

  it('takes how the bundle is cut and closed, and keeps no passphrase', () => {
    const key = `age1${'q'.repeat(58)}`;
    const cut = ['--volume-size', '20', '--encrypt-to', key, '--case-uco'];
    expect(readOptions(['http://a.example/', ...cut]).wishes).toEqual({
      volumeMegabytes: 20,
      recipients: [key],
      caseUco: true,
    });
    const secret = file('passphrase.txt', 'correct horse battery\n');
    const options = readOptions(['http://a.example/', '--passphrase-file', secret]);
    expect(options).toMatchObject({ wishes: {}, passphraseFile: secret });
    expect(JSON.stringify(options)).not.toContain('correct horse');
    for (const wrong of [
      ['--volume-size', '1'],
      ['--encrypt-to', 'mei@example.org'],
      ['--passphrase-file', file('short.txt', 'short')],
      ['--passphrase-file', secret, '--encrypt-to', key],
    ]) {
      expect(() => readOptions(['http://a.example/', ...wrong])).toThrow(UsageError);
    }
  });

  it('reads the files it is given', () => {
    const settings = file('settings.json', '{"allowPrivateAddresses": true}');
    const options = readOptions(['http://a.example/', '--settings', settings, '--timeout', '1.5']);
    expect(options).toMatchObject({ settings: { allowPrivateAddresses: true }, timeoutMs: 1500 });
  });

  it.each([
    ['{"dohUrls": ["https://doh.example/"]}', 'on'],
    ['{"rdapBootstrapUrl": "https://rdap.example/"}', 'on'],
    ['{"dohUrls": ["https://doh.example/"], "lookups": "off"}', 'off'],
    ['{"operatorName": "Mei"}', undefined],
  ])('takes %s for lookups %s, since nobody can be asked', (text, lookups) => {
    const { settings } = readOptions(['http://a.example/', '--settings', file('lookups.json', text)]);
    expect(settings?.lookups).toBe(lookups);
  });

  it.each([
    [[], 'No URL'],
    [['http://a.example/', '--browser', 'lynx'], 'lynx'],
    [['http://a.example/', '--timeout', '0'], '--timeout'],
    [['http://a.example/', '--timeout', 'soon'], '--timeout'],
    [['http://a.example/', '--nonsense'], '--nonsense'],
    [['--list', path.join(folder, 'missing.txt')], '--list'],
    [['http://a.example/', '--settings', file('broken.json', '{')], 'not JSON'],
    [['http://a.example/', '--settings', file('array.json', '[]')], 'not a JSON object'],
    [['http://a.example/', '--resume', folder], '--resume'],
  ])('refuses %j and names what is wrong', (args, words) => {
    expect(() => readOptions(args)).toThrow(UsageError);
    expect(() => readOptions(args)).toThrow(words);
  });
});

describe('addressesOf', () => {
  it.each([
    ['https://a.example/x', ['https://a.example/x']],
    ['a.example/x', ['https://a.example/x', 'http://a.example/x']],
    ['a.example:8080/x', ['https://a.example:8080/x', 'http://a.example:8080/x']],
    ['localhost:8080', ['https://localhost:8080', 'http://localhost:8080']],
    ['about:blank', ['about:blank']],
    ['two words', []],
    ['https://', []],
  ])('of %j is %j', (typed, addresses) => {
    expect(addressesOf(typed)).toEqual(addresses);
  });
});

describe('parseUrlList', () => {
  it('keeps every line, repeated ones too', () => {
    expect(parseUrlList('a\nb\na')).toEqual(['a', 'b', 'a']);
  });
});

describe('exitCodeOf', () => {
  const of = (...states: ('complete' | 'partial' | 'failed')[]) => states.map((state) => ({ state }));
  it.each([
    [of('complete', 'complete'), '/b.zip', 0],
    [of('complete', 'partial'), '/b.zip', 3],
    [of('complete', 'partial', 'failed'), '/b.zip', 1],
    [of('complete'), null, 1],
    [[], '/b.zip', 1],
  ] as const)('of %j with bundle %s is %d', (outcomes, bundle, code) => {
    expect(exitCodeOf(outcomes, bundle)).toBe(code);
  });
});
