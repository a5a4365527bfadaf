import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../utils/case/settings.ts';
import { memoryCache } from '../../../utils/hosting/environment.ts';
import { resolveHosting } from '../../../utils/hosting/resolve.ts';
import { logOf, requestOf } from './logs.ts';

const RESOLVERS = ['https://one.example.org/dns-query', 'https://two.example.org/dns-query'];
const registry = { objectClassName: 'domain', handle: 'X' };
const empty = { Status: 0, Answer: [] };

/** Looks a page up; `answer` may stand in for a reply, else resolvers and registries know nothing. */
async function look(
  answer: (url: URL) => Response | null,
  requests = [] as ReturnType<typeof requestOf>[],
  { ip = '88.198.1.1', cache = memoryCache() } = {},
) {
  const env = {
    fetch: (text: string) => {
      const url = new URL(text);
      const plain = url.searchParams.has('name') ? empty : registry;
      return Promise.resolve(answer(url) ?? Response.json(plain));
    },
    now: () => new Date('2026-11-22T10:00:00Z'),
    monotonicNow: () => 0,
    cache,
    settings: { ...DEFAULT_SETTINGS, lookups: 'on' as const, dohUrls: RESOLVERS },
  };
  const log = logOf({ url: 'https://www.pirate.net/', ip }, requests);
  const { summary, observations } = await resolveHosting(
    { log, itemUrls: [] },
    env,
    new AbortController().signal,
  );
  const warnings = Object.fromEntries(summary.warnings.map(({ id, values }) => [id, values]));
  return { summary, observations, warnings };
}

describe('what is still open', () => {
  it('is nothing where a second resolver answered, though the failure stays on record', async () => {
    const { summary, observations } = await look((url) =>
      url.host === 'one.example.org' && url.searchParams.get('name')?.startsWith('www.') !== true
        ? new Response('', { status: 503 })
        : null,
    );
    expect(summary.pending).toEqual([]);
    expect(summary.state).toBe('complete');
    expect(observations.some(({ status, failure }) => status === 503 && failure !== undefined)).toBe(true);
  });

  it('stays open where the host’s own addresses are missing from one of the two', async () => {
    const { summary, warnings } = await look((url) =>
      url.host === 'one.example.org' ? new Response('', { status: 503 }) : null,
    );
    expect(summary.pending.map(({ question }) => question).toSorted()).toEqual([
      'www.pirate.net A',
      'www.pirate.net AAAA',
    ]);
    expect(warnings['lookups-incomplete']).toEqual({ count: '2' });
    expect(warnings).not.toHaveProperty('lookups-given-up');
  });

  it('tells what will be tried again from what will not', async () => {
    const { summary, warnings } = await look((url) => {
      if (url.pathname.includes('/domain/'))
        return Response.json({
          ...registry,
          links: [{ rel: 'related', type: 'application/rdap+json', href: 'http://192.168.1.1/domain/x' }],
        });
      return url.pathname.includes('/ip/') ? new Response('', { status: 503 }) : null;
    });
    expect(summary.state).toBe('partial');
    expect(warnings['lookups-incomplete']).toEqual({ count: '1' });
    expect(warnings['lookups-given-up']).toEqual({ count: '1' });
  });

  it('asks of each address, where the answer for another is of a block that may hold smaller ones', async () => {
    const block = (prefix: string, length: number, mail: string) =>
      Response.json({
        objectClassName: 'ip network',
        handle: prefix,
        cidr0_cidrs: [{ v4prefix: prefix, length }],
        entities: [{ roles: ['abuse'], vcardArray: ['vcard', [['email', {}, 'text', mail]]] }],
      });
    const cache = memoryCache();
    const registries = (url: URL) => {
      if (url.pathname.endsWith('/ip/88.198.1.1')) return block('88.198.1.0', 24, 'abuse@wide.net');
      if (url.pathname.endsWith('/ip/88.198.1.9')) return block('88.198.1.8', 29, 'abuse@narrow.net');
      return url.pathname.includes('/ip/') ? new Response('', { status: 503 }) : null;
    };
    const contactsAt = async (ip: string) => {
      const { summary } = await look(registries, [], { ip, cache });
      return JSON.stringify(summary.roles.flatMap(({ contacts }) => contacts.map(({ email }) => email)));
    };
    expect(await contactsAt('88.198.1.1')).toContain('abuse@wide.net');
    expect(await contactsAt('88.198.1.9')).toContain('abuse@narrow.net');
    // A block as small as what one customer is given answers for its other addresses.
    expect(await contactsAt('88.198.1.10')).toContain('abuse@narrow.net');
  });

  it('names hosts for which there was no room', async () => {
    const ads = Array.from({ length: 6 }, (_, at) =>
      requestOf(`https://ad${at}.pirate-ads.net/x.mp4`, { mediaType: 'video/mp4', bytes: at }),
    );
    const { warnings } = await look(() => null, ads);
    expect(warnings['hosts-left-out']).toEqual({
      count: '2',
      hosts: 'ad1.pirate-ads.net, ad0.pirate-ads.net',
    });
  });
});
