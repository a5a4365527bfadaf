import { expect, test } from 'vitest';
import type { HostingSummary, RoleFinding } from '../../../utils/case/hosting.ts';
import { hostingHtml } from '../../../utils/bundle/report/capture-hosting.ts';
import { reportWriter } from '../../../utils/bundle/report/writer.ts';

const finding: RoleFinding = {
  role: 'edge',
  provider: 'Example <Edge> Delivery Network of Great Length Ltd.',
  providerId: 'example',
  class: 'proxy',
  confidence: 'confirmed',
  why: 'x',
  evidence: [
    { id: 'evidence-cidr', values: { address: '192.0.2.1', range: '192.0.2.0/24', date: '2026-10-01' } },
  ],
  host: 'pirate.example',
  address: '192.0.2.1',
  addressSource: 'connection',
  asn: 64496,
  registrationCountry: 'US',
  contacts: [],
  serves: ['page'],
};

const summary: HostingSummary = {
  schema: 'prima-facie/hosting/1',
  at: '2026-11-21T09:00:00.000Z',
  state: 'partial',
  roles: [finding],
  origins: [{ host: 'pirate.example', state: 'not-publicly-determinable', ask: 'Example', leads: [] }],
  recipients: [],
  pending: [],
  warnings: [{ id: 'lookups-off', host: 'pirate.example', values: {}, text: 'x' }],
  dataDates: {},
};

test.each(['en', 'zh-CN', 'ja'] as const)(
  'in %s: roles with reasons, a drawing that fits its boxes, hidden origin',
  (language) => {
    const { markup } = hostingHtml(summary, reportWriter(language));
    expect(markup).toContain('192.0.2.0/24');
    expect(markup).toContain('Example &lt;Edge&gt;');
    expect(markup).not.toContain('<Edge>');
    expect(markup).toContain('class="unknown-origin"');
    const width = (text: string) =>
      [...text.replaceAll(/&\w+;/g, 'x')].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 0);
    const texts = [...markup.matchAll(/<text[^>]*class="(title|small)"[^>]*>([^<]*)</g)];
    expect(texts.length).toBeGreaterThan(5);
    for (const [, kind, text = ''] of texts)
      expect(width(text), text).toBeLessThanOrEqual(kind === 'title' ? 22 : 27);
    expect(texts.some(([, , text = '']) => /(registered:|登记地|登録国) US$/.test(text))).toBe(true);
    expect(markup).not.toMatch(/\{\w+\}/);
  },
);

test('without findings there is no drawing, and the state says why', () => {
  const { markup } = hostingHtml({ ...summary, roles: [], origins: [], state: 'off' }, reportWriter('en'));
  expect(markup).not.toContain('<svg');
  expect(markup).toContain('Not looked up');
});
