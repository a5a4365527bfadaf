import { describe, expect, it } from 'vitest';
import { classifyHost, classifyNameServers } from '../../../utils/hosting/classify.ts';
import { BUNDLED_PROVIDERS } from '../../../utils/hosting/directory/bundled.ts';
import { evidenceOf, whySentence } from '../../../utils/hosting/explain.ts';
import { RULES } from '../../../utils/hosting/rules/all.ts';
import { CLASSIFY_CASES, hostFacts } from './classify-cases.ts';

const byId = new Map(BUNDLED_PROVIDERS.map((provider) => [provider.id, provider]));

describe('classifyHost', () => {
  it.each(CLASSIFY_CASES)('%s', (_name, facts, expected) => {
    const found = classifyHost(hostFacts(facts));
    const shown = found.map(({ providerId, role, confidence }) => `${providerId} ${role} ${confidence}`);
    expect(shown).toEqual(expected);
  });

  it('holds at least 120 cases', () => {
    expect(CLASSIFY_CASES.length).toBeGreaterThanOrEqual(120);
  });

  it('never makes more than a claim of headers alone, whatever they say', () => {
    for (const rule of RULES.filter(({ kind }) => kind === 'header' || kind === 'cookie')) {
      const headers = RULES.filter((other) => other.provider === rule.provider).flatMap(headersFor);
      const found = classifyHost({ host: 'site.example', address: '203.0.113.1', headers });
      for (const one of found) expect([rule.id, one.confidence]).toEqual([rule.id, 'claimed']);
    }
  });

  it('makes no more than a claim of headers in another’s network, whatever the reverse name says', () => {
    const names = RULES.filter(({ kind, pattern }) => kind === 'ptr' && !pattern.startsWith('~'));
    for (const rule of RULES.filter(({ kind }) => kind === 'header' || kind === 'cookie')) {
      const headers = RULES.filter((other) => other.provider === rule.provider).flatMap(headersFor);
      const ptr = names.map(({ pattern }) => `a1.${pattern}`);
      const facts = { host: 'site.example', address: '203.0.113.1', asns: [60404], ptr, headers };
      const found = classifyHost(facts);
      expect(found.find(({ providerId }) => providerId === 'liteserver')?.confidence).toBe('probable');
      for (const one of found.filter(({ providerId }) => providerId !== 'liteserver'))
        expect([rule.id, one.confidence]).toEqual([rule.id, 'claimed']);
    }
  });

  it('says why, with range, date and header', () => {
    const [found] = classifyHost(
      hostFacts({ ip: '104.16.1.1', headers: ['cf-ray: 8f', 'server: cloudflare'] }),
    );
    if (!found) throw new Error('nothing found');
    expect(whySentence({ name: 'Cloudflare' }, found.confidence, evidenceOf(found))).toMatch(
      /^Cloudflare \(confirmed\): its address 104\.16\.1\.1 is in the published range 104\.\d+\.0\.0\/\d+ \(list of 2026-\d\d-\d\d\); the response carried cf-ray: 8f; the response carried server: cloudflare\.$/,
    );
  });

  it('warns that headers can be forged', () => {
    const [found] = classifyHost(hostFacts({ headers: ['cf-ray: 8f'] }));
    expect(found && evidenceOf(found).at(-1)?.id).toBe('evidence-headers-only');
  });
});

describe('classifyNameServers', () => {
  it.each([
    ['ada.ns.cloudflare.com', 'cloudflare'],
    ['ns-1234.awsdns-12.co.uk', 'aws'],
    ['ns1-05.azure-dns.com', 'azure'],
    ['ns-cloud-b1.googledomains.com', 'google-cloud'],
    ['dns1.registrar-servers.com', 'namecheap'],
    ['ns1.dns-parking.com', 'hostinger'],
    ['you.njalla.no', 'njalla'],
    ['helium.ns.hetzner.de', 'hetzner'],
    ['dns11.hichina.com', 'alibaba-cloud'],
  ])('%s is run by %s', (name, provider) => {
    const [found] = classifyNameServers([name]);
    expect(found).toMatchObject({ providerId: provider, role: 'dns', confidence: 'probable' });
  });

  it('says nothing of a name server nobody knows', () => {
    expect(classifyNameServers(['ns1.my-own-server.example', 'ns.cloudflare.com.evil.example'])).toEqual([]);
  });
});

describe('the rule table', () => {
  it('names no rule twice, and only providers of the directory', () => {
    const ids = RULES.map((rule) => rule.id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(RULES.filter((rule) => !byId.has(rule.provider)).map((rule) => rule.provider)).toEqual([]);
  });

  it('gives source and date for every rule', () => {
    for (const rule of RULES) {
      expect(rule.source).not.toBe('unknown');
      const unchecked = rule.source.startsWith('common knowledge');
      expect(rule.checkedOn).toMatch(unchecked ? /^never$/ : /^\d{4}-\d\d-\d\d$/);
    }
  });

  it('knows at least 45 providers', () => {
    expect(new Set(RULES.map((rule) => rule.provider)).size).toBeGreaterThanOrEqual(45);
  });
});

/** A header that satisfies a header rule: only rules whose pattern can be read backwards. */
function headersFor(rule: { kind: string; pattern: string }): { name: string; value: string }[] {
  if (rule.kind === 'cookie')
    return [{ name: 'set-cookie', value: 'incap_ses_1=, __ddg1=, __cf_bm=, __jsluid_s=' }];
  if (rule.kind !== 'header') return [];
  const [name = '', pattern = ''] = rule.pattern.split(': ');
  return [{ name, value: pattern.replaceAll(/[\^$\\]/g, '').replace('.+', 'x') }];
}
