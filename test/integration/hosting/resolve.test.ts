import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeClock } from '../../../utils/case/clock.ts';
import type { HostingSummary, Recipient } from '../../../utils/case/hosting.ts';
import type { NetworkLog } from '../../../utils/case/network.ts';
import { observationArtifacts } from '../../../utils/hosting/artifacts.ts';
import { memoryCache, type LookupCache } from '../../../utils/hosting/environment.ts';
import { resolveHosting } from '../../../utils/hosting/resolve.ts';
import { httpDateReading } from '../../../utils/integrity/timestamp/clock.ts';
import { testEnvironment } from '../../fixtures/network/environment.ts';
import { startTestNetwork, type TestNetwork } from '../../fixtures/network/test-network.ts';
import { visit } from '../../fixtures/network/visit.ts';
import { lyingZone } from '../../fixtures/network/zone.ts';

let net: TestNetwork;
const signal = new AbortController().signal;

beforeAll(async () => {
  net = await startTestNetwork();
});
afterAll(() => net.close());

describe('the whole way, over real connections', () => {
  it('finds edge, media host, DNS and registrar of a proxied film page, and the order of notices', async () => {
    const log = await visit(net, 'https://film.pirate.test/watch', ['https://cdn.media.test/film.mp4']);
    const { summary, observations } = await resolveHosting(
      { log, itemUrls: [] },
      testEnvironment(net),
      signal,
    );
    expect(shown(summary)).toEqual([
      'edge Cloudflare confirmed film.pirate.test',
      'media-host bunny.net probable cdn.media.test',
      'media-host CDN77 (Datacamp) probable cdn.media.test',
      'dns Cloudflare probable pirate.test',
      'registrar Example Registrar Inc. probable pirate.test',
      'dns media.test probable media.test',
    ]);
    expect(summary.recipients.map(({ provider, role }) => `${role} ${provider}`)).toEqual([
      'media-host bunny.net',
      'media-host CDN77 (Datacamp)',
      'edge Cloudflare',
      'registrar Example Registrar Inc.',
    ]);
    const [media, network, edge, registrar] = summary.recipients;
    expect(media?.why).toContain('Quote cdn-pullzone: 4711');
    expect(media?.alternatives).toEqual([]);
    expect(network?.alternatives.map(({ address }) => address)).toEqual(['abuse@datacamp.test']);
    expect(edge?.channel).toMatchObject({ kind: 'form', designated: true, origin: 'bundled' });
    expect(edge?.why).toContain('Who hosts behind Cloudflare is not public');
    expect(registrar?.channel?.address).toBe('abuse@registrar.test');
    expect(summary.origins.find(({ host }) => host === 'film.pirate.test')).toMatchObject({
      state: 'not-publicly-determinable',
      ask: 'Cloudflare',
    });
    expect(summary.roles[0]).toMatchObject({
      address: '127.0.0.11',
      addressSource: 'connection',
      asn: 13335,
    });
    expect(observations.length).toBeGreaterThan(20);
  });

  it('reads the clock of each resolver that answers now, by which a wrong one of ours shows', async () => {
    const log = await visit(net, 'https://film.pirate.test/watch', []);
    const slow = 9_000;
    const cache = memoryCache();
    const env = { ...testEnvironment(net), cache, now: () => new Date(Date.now() - slow) };
    const { clocks } = await resolveHosting({ log, itemUrls: [] }, env, signal);
    const hosts = env.settings.dohUrls.map((url) => new URL(url).host);
    expect([...clocks.keys()].toSorted()).toEqual([...new Set(hosts)].toSorted());
    const readings = [...clocks].map(([host, { date, sentAt, headersMs }]) =>
      httpDateReading(`resolver:${host}`, date, { sentAt, roundTripMs: headersMs }),
    );
    for (const reading of readings) {
      // A Date has whole seconds.
      expect(Math.abs((reading?.offsetMs ?? 0) - slow)).toBeLessThanOrEqual(
        600 + (reading?.roundTripMs ?? 0),
      );
    }
    expect(judgeClock(readings.flatMap((one) => one ?? [])).state).toBe('off');
    // What is answered out of the cache says nothing of the clock now.
    expect((await resolveHosting({ log, itemUrls: [] }, env, signal)).clocks.size).toBe(0);
  });

  it('lists mail servers as leads, and never as recipients', async () => {
    const log = await visit(net, 'https://film.pirate.test/');
    const { summary } = await resolveHosting({ log, itemUrls: [] }, testEnvironment(net), signal);
    const leads = summary.origins[0]?.leads.map(({ kind, value }) => `${kind} ${value}`);
    expect(leads).toEqual(['mx mail.pirate.test', 'spf 198.51.100.7']);
    expect(JSON.stringify(summary.recipients)).not.toMatch(/198\.51\.100\.7|mail\.pirate/);
  });

  it('names the direct host by registry and network, and asks each resolver in its own form', async () => {
    const log = await visit(net, 'https://direct.test/');
    const { summary } = await resolveHosting({ log, itemUrls: [] }, testEnvironment(net), signal);
    expect(shown(summary)).toContain('content-host Hetzner probable direct.test');
    const [first] = summary.recipients;
    expect(first).toMatchObject({ providerId: 'hetzner', behaviour: 'customer-deadline' });
    expect(first?.alternatives.map(({ address }) => address)).toContain('abuse@hetzner-network.test');
    expect(summary.origins[0]?.state).toBe('direct');
    expect(net.dnsLog).toContain('json direct.test A');
    expect(net.secondDnsLog).toContain('wire direct.test A');
    expect(warnings(summary)).not.toContain('resolvers-disagree');
  });

  it('follows a registry’s redirect and takes the contact under the registrant', async () => {
    const log = await visit(net, 'https://static.pirate.test/');
    const { summary, observations } = await resolveHosting(
      { log, itemUrls: [] },
      testEnvironment(net),
      signal,
    );
    const [first] = summary.recipients;
    expect(first).toMatchObject({ provider: 'Small Host BV', class: 'unclassified', role: 'content-host' });
    expect(first?.channel).toMatchObject({
      address: 'abuse@smallhost.test',
      origin: 'rdap',
      designated: false,
    });
    expect(observations.find(({ kind }) => kind === 'rdap-ip')?.hops).toHaveLength(2);
  });

  it('goes on to the network and to Abusix where the registry names no contact', async () => {
    const log = await visit(net, 'https://plain.test/');
    const { summary } = await resolveHosting({ log, itemUrls: [] }, testEnvironment(net), signal);
    expect(summary.recipients[0]?.channel).toMatchObject({
      address: 'abuse@plain-network.test',
      origin: 'dns',
    });
    expect(net.rdapLog).toContain('autnum/64497');
  });

  it.each([
    ['is broken', 500, 'recipient-no-channel-incomplete'],
    ['knows nothing of the address', 404, 'recipient-no-channel'],
  ])(
    'where the registry %s: asks the network and Abusix, and says no more than was read',
    async (_what, status, note) => {
      const log = await visit(net, 'https://static.pirate.test/');
      const fetchOf: typeof fetch = (url, init) =>
        String(url).includes('/ip/') ? Promise.resolve(new Response('{}', { status })) : fetch(url, init);
      net.rdapLog.length = 0;
      const env = testEnvironment(net, { fetch: fetchOf });
      const { summary } = await resolveHosting({ log, itemUrls: [] }, env, signal);
      const [first] = summary.recipients;
      expect(first).toMatchObject({ providerId: 'as64496', channel: null });
      expect(first?.notes?.map(({ id }) => id)).toEqual([note]);
      expect(net.rdapLog).toContain('autnum/64496');
    },
  );

  it('gives items on another host their own place before the page', async () => {
    const log = await visit(net, 'https://direct.test/');
    const itemUrls = ['https://static.pirate.test/poster.jpg', 'https://direct.test/a.jpg'];
    const { summary } = await resolveHosting({ log, itemUrls }, testEnvironment(net), signal);
    expect(summary.recipients.map(({ provider }) => provider).slice(0, 2)).toEqual([
      'Small Host BV',
      'Hetzner',
    ]);
  });

  it('keeps every answer as it came', async () => {
    const log = await visit(net, 'https://film.pirate.test/');
    const { observations } = await resolveHosting({ log, itemUrls: [] }, testEnvironment(net), signal);
    const drafts = observationArtifacts(observations);
    const paths = drafts.map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)]);
    expect(paths).toEqual(expect.arrayContaining(['net/dns.json', 'net/lookups.json']));
    const ip = drafts.find(({ path }) => path.endsWith('-ip.json'));
    expect(new TextDecoder().decode(ip?.bytes as Uint8Array)).toContain('abuse@cloudflare-network.test');
    for (const one of observations.filter(({ failure }) => failure === undefined))
      expect(one.raw).not.toBeNull();
  });
});

describe('what it must withstand', () => {
  it.each([
    ['limited.test', /HTTP 429/, true],
    ['looping.test', /redirect loop/, false],
    ['endless.test', /more than 5 redirects/, false],
    ['huge.test', /longer than 1048576 bytes/, false],
    ['never.test', /no answer within/, true],
    ['trickle.test', /no answer within/, true],
    ['referral.test', /referral refused: ftp:/, false],
  ])('RDAP of %s: pending, with the reason', async (host, reason, retryable) => {
    const started = performance.now();
    const env = testEnvironment(net, { limits: { requestMs: 700 } });
    const { summary } = await resolveHosting(
      { log: empty(), pageUrl: `https://${host}/`, itemUrls: [] },
      env,
      signal,
    );
    const pending = summary.pending.find(({ kind }) => kind.startsWith('rdap'));
    expect(pending).toMatchObject({ reason: expect.stringMatching(reason), retryable });
    expect(pending?.retryAt === undefined).toBe(!retryable);
    expect(summary.state).toBe('partial');
    expect(performance.now() - started).toBeLessThan(6000);
  });

  it('waits as long as a registry asks, for other names too', async () => {
    const env = testEnvironment(net);
    const input = { log: empty(), pageUrl: 'https://limited.test/', itemUrls: [] };
    const { summary } = await resolveHosting(input, env, signal);
    const wait = Date.parse(summary.pending[0]?.retryAt ?? '') - Date.now();
    expect(wait).toBeGreaterThan(110_000);
    const asked = net.rdapLog.length;
    const again = await resolveHosting({ ...input, pageUrl: 'https://direct.test/' }, env, signal);
    expect(net.rdapLog).toHaveLength(asked);
    expect(again.summary.pending.some(({ reason }) => reason.includes('asked to wait'))).toBe(true);
  });

  it.each([['html.test'], ['deep.test'], ['badcard.test'], ['absent.test']])(
    'RDAP of %s: an observation that says so, nothing invented',
    async (host) => {
      const input = { log: empty(), pageUrl: `https://${host}/`, itemUrls: [] };
      const { summary, observations } = await resolveHosting(input, testEnvironment(net), signal);
      expect(summary.roles.filter(({ role }) => role === 'registrar')).toEqual([]);
      expect(summary.recipients).toEqual([]);
      expect(observations.some(({ kind }) => kind === 'rdap-domain')).toBe(true);
    },
  );

  it.each([
    ['servfail.test', /SERVFAIL/],
    ['truncated.test', /truncated/],
    ['garbage.test', /either form/],
    ['http500.test', /HTTP 500/],
    ['slow.test', /no answer within/],
  ])('DNS of %s: pending, with the reason', async (host, reason) => {
    const env = testEnvironment(net, { limits: { requestMs: 500 } });
    const { summary } = await resolveHosting(
      { log: empty(), pageUrl: `https://${host}/`, itemUrls: [] },
      env,
      signal,
    );
    expect(summary.pending.some((one) => one.kind === 'dns' && reason.test(one.reason))).toBe(true);
  });

  it('ends on a wire message whose name points at itself', async () => {
    const env = testEnvironment(net, { limits: { requestMs: 500 } });
    const { summary } = await resolveHosting(
      { log: empty(), pageUrl: 'https://pointer.test/', itemUrls: [] },
      env,
      signal,
    );
    expect(summary.pending.some(({ kind }) => kind === 'dns')).toBe(true);
  });

  it('a login page instead of JSON: asks again in wire form and understands', async () => {
    const input = { log: empty(), pageUrl: 'https://html.test/', itemUrls: [] };
    const { observations } = await resolveHosting(input, testEnvironment(net), signal);
    const dns = observations.filter(({ question }) => question === 'html.test A');
    expect(dns.some(({ failure }) => failure?.includes('asked again'))).toBe(true);
    expect(
      dns.some(({ mediaType, parsed }) => mediaType === 'application/dns-message' && parsed !== null),
    ).toBe(true);
  });

  it('an alias loop and 200 addresses end quickly, bounded', async () => {
    for (const host of ['loop.test', 'many.test']) {
      const input = { log: empty(), pageUrl: `https://${host}/`, itemUrls: [] };
      const { summary } = await resolveHosting(input, testEnvironment(net), signal);
      expect(summary.origins).toHaveLength(1);
    }
  });

  it('a name that does not exist is an answer, not a failure', async () => {
    const input = { log: empty(), pageUrl: 'https://nowhere.absent.test/', itemUrls: [] };
    const { summary, observations } = await resolveHosting(input, testEnvironment(net), signal);
    expect(summary.pending).toEqual([]);
    expect(summary.state).toBe('complete');
    expect(observations.some(({ parsed }) => (parsed as { rcode?: number } | null)?.rcode === 3)).toBe(true);
  });

  it('says when a resolver lies or the connection went elsewhere', async () => {
    const lying = await startTestNetwork({ secondZone: (zone) => lyingZone(zone, 'direct.test') });
    try {
      const log = await visit(lying, 'https://direct.test/');
      const first = await resolveHosting({ log, itemUrls: [] }, testEnvironment(lying), signal);
      expect(warnings(first.summary)).toContain('resolvers-disagree');
      const main = log.mainResponse;
      if (!main) throw new Error('no response');
      const elsewhere = { ...log, mainResponse: { ...main, ip: '127.0.0.99' } };
      const second = await resolveHosting({ log: elsewhere, itemUrls: [] }, testEnvironment(lying), signal);
      expect(warnings(second.summary)).toContain('address-not-resolved');
    } finally {
      await lying.close();
    }
  });

  it('asks once, however many captures of one site run at the same time', async () => {
    const env = testEnvironment(net);
    const log = await visit(net, 'https://direct.test/');
    const before = net.rdapLog.length;
    const results = await Promise.all(
      Array.from({ length: 10 }, () => resolveHosting({ log, itemUrls: [] }, env, signal)),
    );
    expect(net.rdapLog.slice(before).filter((path) => path === 'ip/127.0.0.13')).toHaveLength(1);
    expect(env.fetched).toHaveLength(new Set(env.fetched).size);
    for (const { summary } of results) expect(summary.recipients[0]?.providerId).toBe('hetzner');
  });

  it('asks once where captures overlap and the store is slow: no gap between an answer and its being kept', async () => {
    const kept = memoryCache();
    const slow = async <T>(work: () => Promise<T>): Promise<T> => {
      await sleep(25);
      const done = await work();
      await sleep(25);
      return done;
    };
    const cache: LookupCache = {
      get: (key) => slow(() => kept.get(key)),
      put: (answer) => slow(() => kept.put(answer)),
      list: (prefix) => slow(() => kept.list(prefix)),
    };
    const env = testEnvironment(net, { cache });
    // One site of each kind of answer: with contacts, without any, with a registry that says 404, a resolver of one form.
    const logs = await Promise.all(
      ['direct.test', 'plain.test', 'static.pirate.test'].map((host) => visit(net, `https://${host}/`)),
    );
    await Promise.all(
      Array.from({ length: 24 }, async (_, at) => {
        await sleep(at * 11);
        const log = logs[at % logs.length];
        if (log) await resolveHosting({ log, itemUrls: [] }, env, signal);
      }),
    );
    const repeated = env.fetched.filter((one, at) => env.fetched.indexOf(one) !== at);
    expect(env.fetched.length).toBeGreaterThan(20);
    expect(repeated).toEqual([]);
  });

  it('does not ask again for what is not registered or cannot be read, one capture after the other', async () => {
    for (const host of ['html.test', 'absent.test', 'badcard.test']) {
      const env = testEnvironment(net);
      const input = { log: empty(), pageUrl: `https://${host}/`, itemUrls: [] };
      for (let round = 0; round < 3; round += 1) await resolveHosting(input, env, signal);
      const registry = env.fetched.filter((url) => url.includes('/domain/'));
      expect(registry).toHaveLength(1);
    }
  });

  it('asks anew where the user wants to know what is true now, and keeps the answer', async () => {
    const env = testEnvironment(net);
    const log = await visit(net, 'https://direct.test/');
    await resolveHosting({ log, itemUrls: [] }, env, signal);
    const count = env.fetched.length;
    await sleep(5);
    const anew = { ...env, notBefore: Date.now() };
    const { observations } = await resolveHosting({ log, itemUrls: [] }, anew, signal);
    expect(env.fetched.length).toBeGreaterThan(count);
    expect(observations.every(({ cached }) => cached === undefined)).toBe(true);
    const after = env.fetched.length;
    await resolveHosting({ log, itemUrls: [] }, env, signal);
    expect(env.fetched).toHaveLength(after);
  });

  it('uses a day-old answer again and says that it is one', async () => {
    const env = testEnvironment(net);
    const log = await visit(net, 'https://direct.test/');
    await resolveHosting({ log, itemUrls: [] }, env, signal);
    const count = env.fetched.length;
    const { observations } = await resolveHosting({ log, itemUrls: [] }, env, signal);
    expect(env.fetched).toHaveLength(count);
    expect(observations.every(({ cached }) => cached === true)).toBe(true);
    const tomorrow = { ...env, now: () => new Date(Date.now() + 90_000_000) };
    const later = await resolveHosting({ log, itemUrls: [] }, tomorrow, signal);
    expect(later.observations.some(({ cached }) => cached === undefined)).toBe(true);
  });

  it('offline: everything is pending with a time, tries are counted, the connection is classified all the same', async () => {
    const env = testEnvironment(net, { fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
    const log = await visit(net, 'https://film.pirate.test/');
    const first = await resolveHosting({ log, itemUrls: [] }, env, signal);
    expect(first.summary.state).toBe('partial');
    expect(shown(first.summary)).toEqual(['edge Cloudflare claimed film.pirate.test']);
    expect(first.summary.recipients).toEqual([]);
    expect(
      first.summary.pending.every(({ retryAt, attempts }) => retryAt !== undefined && attempts === 1),
    ).toBe(true);
    const second = await resolveHosting({ log, itemUrls: [], earlier: first.summary.pending }, env, signal);
    expect(second.summary.pending.every(({ attempts }) => attempts === 2)).toBe(true);
  });

  it('never takes longer than its time for all lookups', async () => {
    const env = testEnvironment(net, { fetch: () => new Promise(() => undefined), limits: { totalMs: 300 } });
    const log = await visit(net, 'https://film.pirate.test/');
    const started = performance.now();
    const { summary } = await resolveHosting({ log, itemUrls: [] }, env, signal);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(summary.pending.length).toBeGreaterThan(0);
  });

  it('stops when the capture is cancelled', async () => {
    const controller = new AbortController();
    const log = await visit(net, 'https://film.pirate.test/');
    const env = testEnvironment(net, { fetch: () => new Promise(() => undefined) });
    setTimeout(() => controller.abort(), 50);
    const { summary } = await resolveHosting({ log, itemUrls: [] }, env, controller.signal);
    expect(summary.pending.every(({ retryable }) => retryable)).toBe(true);
  });

  it('asks nobody about private addresses and local names, nor when lookups are off', async () => {
    const log = await visit(net, 'https://film.pirate.test/');
    const on = testEnvironment(net);
    const strict = {
      ...on,
      settings: { ...on.settings, allowPrivateAddresses: false, rdapBootstrapUrl: '' },
    };
    const { summary } = await resolveHosting({ log, itemUrls: [] }, strict, signal);
    expect(on.fetched).toEqual([]);
    expect(warnings(summary)).toContain('private-address');
    for (const lookups of ['off', 'ask'] as const) {
      const env = { ...on, settings: { ...on.settings, lookups } };
      const result = await resolveHosting({ log, itemUrls: [] }, env, signal);
      expect(result.summary.state).toBe('off');
      expect(on.fetched).toEqual([]);
    }
  });

  it('takes Firefox’s own resolver as a further observation', async () => {
    const env = testEnvironment(net, {
      resolveWithBrowser: () =>
        Promise.resolve({ addresses: ['127.0.0.13'], canonicalName: 'real.example.' }),
    });
    const log = await visit(net, 'https://direct.test/');
    const { observations } = await resolveHosting({ log, itemUrls: [] }, env, signal);
    expect(observations.some(({ source, raw }) => source === 'browser' && raw !== null)).toBe(true);
  });

  it('lets the user’s own entry outrank the bundled one, and says so', async () => {
    const env = testEnvironment(net, {
      overrides: [
        {
          id: 'hetzner',
          channels: [
            {
              kind: 'email',
              address: 'me@hetzner.example',
              languages: ['de'],
              attachments: true,
              designated: true,
              source: 'their letter',
              checkedOn: '2026-11-20',
            },
          ],
          source: 'their letter',
          checkedOn: '2026-11-20',
        },
      ],
    });
    const log = await visit(net, 'https://direct.test/');
    const { summary } = await resolveHosting({ log, itemUrls: [] }, env, signal);
    const first: Recipient | undefined = summary.recipients[0];
    expect(first?.channel).toMatchObject({ address: 'me@hetzner.example', origin: 'user' });
    expect(first?.why).toContain('outranks the bundled one');
  });
});

function shown({ roles }: HostingSummary): string[] {
  return roles.map(({ role, provider, confidence, host }) => `${role} ${provider} ${confidence} ${host}`);
}

function warnings(summary: HostingSummary): string[] {
  return summary.warnings.map(({ id }) => id);
}

function empty(): NetworkLog {
  return {
    schema: 'prima-facie/network-log/1',
    tabId: 1,
    hops: [],
    mainResponse: null,
    notObserved: 'before-extension',
    requests: [],
    dropped: 0,
  };
}
