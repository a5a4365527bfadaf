import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../utils/case/settings.ts';
import { memoryCache } from '../../../utils/hosting/environment.ts';
import { ownName } from '../../../utils/hosting/own-name.ts';
import { planLookups } from '../../../utils/hosting/plan.ts';
import { resolveHosting } from '../../../utils/hosting/resolve.ts';
import { logOf } from './logs.ts';

describe('ownName', () => {
  it.each([
    ['www.pirate.example.com', 'example.com'],
    ['pirate.co.uk', 'pirate.co.uk'],
    ['huggingface.co', 'huggingface.co'],
    ['pirate.pages.dev', null],
    ['pages.dev', null],
    ['pirate.github.io', null],
    ['pirate.vercel.app', null],
    ['bucket.s3.amazonaws.com', null],
    ['d111.cloudfront.net', null],
    ['vz-1.b-cdn.net', null],
    ['film.cloudflarestream.com', null],
    ['192.0.2.1', null],
  ])('%s: %s', (host, expected) => {
    expect(ownName(host)).toBe(expected);
  });
});

describe('the registrar of a name that a provider gave out', () => {
  const registry = {
    objectClassName: 'domain',
    entities: [{ roles: ['registrar'], vcardArray: ['vcard', [['fn', {}, 'text', 'MarkMonitor Inc.']]] }],
  };
  const look = async (url: string) => {
    const asked: string[] = [];
    const env = {
      fetch: (one: string) => {
        asked.push(one);
        return Promise.resolve(Response.json(one.includes('name=') ? { Status: 0, Answer: [] } : registry));
      },
      now: () => new Date('2026-11-22T10:00:00Z'),
      monotonicNow: () => 0,
      cache: memoryCache(),
      settings: { ...DEFAULT_SETTINGS, lookups: 'on' as const },
    };
    const log = logOf({ url, ip: '104.16.1.1', headers: ['cf-ray: x'] });
    const { summary } = await resolveHosting({ log, itemUrls: [] }, env, new AbortController().signal);
    return { summary, names: asked.filter((one) => one.includes('/domain/')), log, settings: env.settings };
  };

  it('is not asked for, not planned, no role and no recipient', async () => {
    const { summary, names, log, settings } = await look('https://pirate.pages.dev/');
    expect(names).toEqual([]);
    expect(summary.roles.map(({ role }) => role)).not.toContain('registrar');
    expect(summary.recipients.map(({ role }) => role)).not.toContain('registrar');
    const planned = planLookups(log, [], settings);
    expect(planned.map(({ key }) => key)).not.toContain('lookup-registrar');
    expect(planned.filter(({ key }) => key === 'lookup-registry').flatMap(({ what }) => what)).toEqual([
      '104.16.1.1',
    ]);
  });

  it('is, for a name of the site’s own', async () => {
    const { summary, names } = await look('https://www.pirate.net/');
    expect(names).toHaveLength(1);
    expect(summary.recipients.at(-1)).toMatchObject({ role: 'registrar', provider: 'MarkMonitor Inc.' });
    expect(summary.roles.at(-1)).toMatchObject({ role: 'registrar', host: 'pirate.net' });
  });
});
