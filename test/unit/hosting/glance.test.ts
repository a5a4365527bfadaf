import { describe, expect, it } from 'vitest';
import { glance } from '../../../utils/hosting/glance.ts';
import { planLookups } from '../../../utils/hosting/plan.ts';
import { subjectsOf, whoMatters } from '../../../utils/hosting/subjects.ts';
import { HOSTING_CATALOG } from '../../../utils/i18n/catalog/hosting.ts';
import { translator } from '../../../utils/i18n/translate.ts';
import { logOf, requestOf } from './logs.ts';

/** The sentences as a reader sees them. */
function spoken(log: ReturnType<typeof logOf>, language: 'en' | 'zh-CN' | 'ja' = 'en'): string[] {
  const translate = translator(HOSTING_CATALOG, language);
  return glance(log).map(({ key, parameters, confidence }) =>
    translate(key, {
      ...parameters,
      ...(confidence ? { confidence: translate(`confidence-${confidence}`) } : {}),
    }),
  );
}

const media = (host: string, change = {}) =>
  requestOf(`https://${host}/a.mp4`, { type: 'media', bytes: 9_000_000, ...change });

describe('glance', () => {
  it('says what stands in front, and that the host behind is not public', () => {
    const log = logOf({ ip: '104.16.1.1', headers: ['cf-ray: x'] }, [
      media('vz-1.b-cdn.net', { ip: '203.0.113.4' }),
    ]);
    expect(spoken(log)).toEqual([
      'This page comes through Cloudflare (confirmed). Who hosts it behind Cloudflare is not public.',
      'The media comes from vz-1.b-cdn.net: bunny.net (probable).',
    ]);
  });

  it.each([
    [
      { ip: '203.0.113.4', headers: ['cf-ray: x'] },
      'A header says this page comes through Cloudflare; nothing confirms it.',
    ],
    [
      { ip: '203.0.113.4', headers: ['server: AmazonS3'] },
      'A header says Amazon S3 keeps this page; nothing confirms it.',
    ],
    [{ ip: '8.8.4.4' }, 'This page comes straight from Google Cloud (probable).'],
    [{ ip: '93.184.216.34' }, 'This page comes from 93.184.216.34. Whose network that is takes a look-up.'],
    [
      { ip: '192.168.1.5' },
      'This page comes from 192.168.1.5, an address of a local network. No public record tells who runs it.',
    ],
    [
      { ip: '104.16.1.1', fromCache: true },
      'This page came out of the browser’s cache. Reload it to see the server.',
    ],
    [
      { url: 'https://huggingface.co/x', ip: '13.32.1.1' },
      'This page is on Hugging Face (probable): the platform itself takes notices.',
    ],
    [
      { url: 'https://x.workers.dev/', ip: '104.16.1.1', headers: ['cf-ray: x'] },
      'This page comes straight from Cloudflare (hosted) (confirmed).',
    ],
    [
      { url: 'https://pirate.github.io/', ip: '151.101.1.1', headers: ['x-served-by: cache-fra-1'] },
      'This page is kept by GitHub Pages (probable) and comes through Fastly.',
    ],
    [null, 'How this page arrived was not seen. Reload it to see the server.'],
  ])('%j', (page, sentence) => {
    expect(spoken(logOf(page))[0]).toBe(sentence);
  });

  it('says when the site’s own service worker made the page', () => {
    expect(spoken({ ...logOf(null), notObserved: 'service-worker' })[0]).toMatch(/service worker/);
  });

  it('speaks every language of the interface', () => {
    const log = logOf({ ip: '104.16.1.1', headers: ['cf-ray: x'] });
    expect(spoken(log, 'zh-CN')[0]).toContain('经由 Cloudflare 提供（已确认）');
    expect(spoken(log, 'ja')[0]).toContain('Cloudflare を経由しています（確認済み）');
  });

  it('leaves no place of any text unfilled', () => {
    for (const message of Object.values(HOSTING_CATALOG)) {
      const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();
      const inEnglish = [...new Set(places(message.en))];
      expect([...new Set(places(message['zh-CN']))]).toEqual(inEnglish);
      expect([...new Set(places(message.ja))]).toEqual(inEnglish);
    }
  });
});

describe('subjectsOf', () => {
  const hosts = (log: ReturnType<typeof logOf>, items: string[] = []) =>
    subjectsOf(log, items).map(({ host, serves }) => `${host} ${serves.join('+')}`);

  it('takes the page, items and media, each host once', () => {
    const log = logOf({}, [
      media('cdn.example'),
      requestOf('https://ads.example/x.js'),
      media('film.example'),
    ]);
    expect(
      hosts(log, ['https://film.example/a', 'https://img.example/b.jpg', 'https://cdn.example/film.mp4']),
    ).toEqual(['film.example page+item+media', 'img.example item', 'cdn.example item+media']);
  });

  it('ranks media hosts by bytes and keeps the largest four', () => {
    const requests = [1, 2, 3, 4, 5, 6].map((at) => media(`m${at}.example`, { bytes: at * 1000 }));
    expect(hosts(logOf({}, requests)).slice(1)).toEqual(
      ['m6', 'm5', 'm4', 'm3'].map((name) => `${name}.example media`),
    );
  });

  it('puts what is streamed, and what came in its frame, before larger advertisements, and says who was left out', () => {
    const ads = [1, 2, 3, 4, 5, 6].map((at) =>
      media(`ad${at}.example`, { bytes: at * 1_000_000, frameId: 7 }),
    );
    const list = requestOf('https://list.example/m.m3u8', { frameId: 3 });
    const poster = media('player.example', { bytes: 10, frameId: 3 });
    const { subjects, leftOut } = whoMatters(logOf({}, [...ads, poster, list]), []);
    expect(subjects.map(({ host }) => host)).toEqual([
      'film.example',
      'list.example',
      'player.example',
      'ad6.example',
      'ad5.example',
    ]);
    expect(leftOut).toEqual(['ad4.example', 'ad3.example', 'ad2.example', 'ad1.example']);
  });

  it('names no address of media where none was seen', () => {
    const log = logOf({ ip: '93.184.216.34' }, [media('cdn.example', { fromCache: true, ip: null })]);
    expect(spoken(log)[1]).toBe(
      'The media comes from cdn.example. From which address was not seen: a look-up tells where the name points.',
    );
  });

  it('keeps every host of a marked item, whose media takes nobody’s place', () => {
    const items = Array.from({ length: 30 }, (_, at) => `https://item${at}.example/film.mp4`);
    const requests = [
      ...items.map((url) => requestOf(url, { bytes: 10 })),
      media('m.example'),
      media('n.example'),
    ];
    const { subjects, leftOut } = whoMatters(logOf({}, requests), items);
    expect(subjects).toHaveLength(33);
    expect(leftOut).toEqual([]);
    const many = Array.from({ length: 50 }, (_, at) => `https://item${at}.example/`);
    expect(whoMatters(logOf({}), many).leftOut).toHaveLength(10);
  });

  it.each([
    ['application/vnd.apple.mpegurl', 'https://h.example/x'],
    ['application/dash+xml', 'https://h.example/x'],
    ['video/mp2t', 'https://h.example/x'],
    ['', 'https://h.example/seg-1.ts?token=1'],
    ['application/octet-stream', 'https://h.example/seg.m4s'],
  ])('knows media by type %s or name %s', (mediaType, url) => {
    expect(hosts(logOf({}, [requestOf(url, { mediaType })]))).toContain('h.example media');
  });

  it('flags repeated large files under another name, and only those', () => {
    const png = (at: number, bytes: number) =>
      requestOf(`https://seg.example/${at}.png`, { mediaType: 'image/png', bytes });
    const many = Array.from({ length: 8 }, (_, at) => png(at, 900_000));
    const [, masked] = subjectsOf(logOf({}, many), []);
    expect(masked).toMatchObject({ host: 'seg.example', disguised: true, serves: ['media'] });
    expect(hosts(logOf({}, many.slice(0, 3)))).toEqual(['film.example page']);
    expect(
      hosts(
        logOf(
          {},
          Array.from({ length: 50 }, (_, at) => png(at, 2_000)),
        ),
      ),
    ).toEqual(['film.example page']);
  });

  it('does not believe the address of a cached response', () => {
    const [page] = subjectsOf(logOf({ ip: '104.16.1.1', fromCache: true }), []);
    expect(page).toMatchObject({ observed: null, fromCache: true });
  });

  it('takes the address from another request to the same host where the page had none', () => {
    const log = logOf({ ip: null }, [requestOf('https://film.example/app.js', { ip: '104.16.1.1' })]);
    expect(subjectsOf(log, [])[0]?.observed).toBe('104.16.1.1');
  });

  it('leaves out failed media and URLs that name no server', () => {
    const log = logOf({}, [
      media('gone.example', { status: 404 }),
      media('err.example', { error: 'net::ERR' }),
      requestOf('blob:https://x/1', { type: 'media' }),
    ]);
    expect(hosts(log, ['data:video/mp4;base64,AA', 'not a url'])).toEqual(['film.example page']);
  });

  it('sums up 5,000 requests by their hosts', () => {
    const requests = Array.from({ length: 5000 }, (_, at) =>
      requestOf(`https://h${at % 60}.example/${at}.js`, { bytes: 10 }),
    );
    expect(subjectsOf(logOf({}, requests), []).length).toBeGreaterThan(0);
  });
});

describe('planLookups', () => {
  const settings = {
    dohUrls: ['https://cloudflare-dns.com/dns-query'],
    rdapBootstrapUrl: '',
    allowPrivateAddresses: false,
  };

  it('names who would be asked, and what they would learn', () => {
    const log = logOf({ url: 'https://www.pirate.to/x', ip: '104.16.1.1' });
    expect(planLookups(log, [], settings)).toEqual([
      { key: 'lookup-resolver', who: 'cloudflare-dns.com', what: ['www.pirate.to', '104.16.1.1'] },
      { key: 'lookup-through-resolver', who: 'Team Cymru, Abusix', what: ['www.pirate.to', '104.16.1.1'] },
      { key: 'lookup-registry', who: 'rdap.arin.net', what: ['104.16.1.1'] },
      { key: 'lookup-registry', who: 'rdap.tonicregistry.to', what: ['pirate.to'] },
      { key: 'lookup-number-registries', who: '', what: ['www.pirate.to', '104.16.1.1'] },
      { key: 'lookup-registrar', who: '', what: ['pirate.to'] },
      { key: 'lookup-bootstrap', who: 'data.iana.org', what: [] },
    ]);
  });

  it('names the list that the user chose, whose registries nobody knows before it is read', () => {
    const log = logOf({ url: 'https://www.pirate.to/x', ip: '104.16.1.1' });
    const chosen = { ...settings, rdapBootstrapUrl: 'https://registries.example/rdap/' };
    expect(planLookups(log, [], chosen).slice(2)).toEqual([
      { key: 'lookup-registries-of', who: 'registries.example', what: ['www.pirate.to', '104.16.1.1'] },
    ]);
  });

  it('has a sentence for everybody it names, in every language', () => {
    const log = logOf({ url: 'https://www.pirate.to/x', ip: '104.16.1.1' });
    for (const { key } of planLookups(log, [], settings))
      expect(Object.keys(HOSTING_CATALOG[key])).toEqual(['en', 'zh-CN', 'ja']);
  });

  it('plans nothing for local names and private addresses', () => {
    expect(planLookups(logOf({ url: 'https://printer.local/', ip: '192.168.1.9' }), [], settings)).toEqual(
      [],
    );
  });
});
