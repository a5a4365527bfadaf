import { describe, expect, it } from 'vitest';
import { foldEvents } from '../../../utils/hosting/fold-events.ts';
import { keepHeaders, type RequestEvent } from '../../../utils/hosting/request-events.ts';
import { NO_TAB, requestLog, type SessionStorage } from '../../../utils/hosting/request-log.ts';

const request = (id: string, at: number, url: string, type = 'image', initiator?: string): RequestEvent => ({
  kind: 'request',
  id,
  at,
  url,
  method: 'GET',
  type,
  frameId: 0,
  parentFrameId: -1,
  ...(initiator ? { initiator } : {}),
});
const redirect = (
  id: string,
  at: number,
  url: string,
  location: string,
  ip: string | null,
): RequestEvent => ({
  kind: 'redirect',
  id,
  at,
  url,
  location,
  status: ip ? 302 : 307,
  statusLine: ip ? 'HTTP/1.1 302 Found' : 'HTTP/1.1 307 Internal Redirect',
  ip,
  fromCache: false,
});
const completed = (
  id: string,
  at: number,
  url: string,
  headers: { name: string; value: string }[] = [],
): RequestEvent => ({
  kind: 'completed',
  id,
  at,
  url,
  status: 200,
  statusLine: 'HTTP/1.1 200 OK',
  ip: '192.0.2.1',
  fromCache: false,
  headers: keepHeaders(headers),
});
const committed = (at: number, url: string, qualifiers: string[] = []): RequestEvent => ({
  kind: 'committed',
  at,
  url,
  transition: 'link',
  qualifiers,
});

const PAGE: RequestEvent[] = [
  request('1', 10, 'http://a.test/', 'main_frame'),
  redirect('1', 11, 'http://a.test/', 'https://a.test/', null),
  request('1', 12, 'https://a.test/', 'main_frame'),
  redirect('1', 13, 'https://a.test/', 'https://b.test/x', '192.0.2.7'),
  request('1', 14, 'https://b.test/x', 'main_frame'),
  completed('1', 20, 'https://b.test/x', [{ name: 'Content-Type', value: 'text/html' }]),
  committed(21, 'https://b.test/x#top'),
  request('2', 22, 'https://cdn.test/1.png'),
  completed('2', 30, 'https://cdn.test/1.png', [
    { name: 'content-type', value: 'image/png; x=y' },
    { name: 'content-range', value: 'bytes 0-9/1234' },
  ]),
  request('3', 23, 'https://cdn.test/2.png'),
  { kind: 'failed', id: '3', at: 31, error: 'net::ERR_FAILED' },
];

describe('foldEvents', () => {
  it('gives a page restored from history nothing of the page between', () => {
    const there = [
      request('1', 10, 'https://a.test/', 'main_frame'),
      completed('1', 20, 'https://a.test/'),
      committed(21, 'https://a.test/'),
      request('2', 30, 'https://b.test/', 'main_frame'),
      completed('2', 40, 'https://b.test/'),
      committed(41, 'https://b.test/'),
      request('3', 45, 'https://media.b.test/seg.ts', 'media'),
      completed('3', 50, 'https://media.b.test/seg.ts'),
    ];
    const back = foldEvents(7, [...there, committed(60, 'https://a.test/', ['forward_back'])], [], 0);
    expect(back).toMatchObject({ mainResponse: null, requests: [], notObserved: 'restored-from-history' });
    // A reload that a worker answers has no response of its own either.
    const again = foldEvents(7, [...there.slice(0, 3), committed(60, 'https://a.test/')], [], 0);
    expect(again.mainResponse).toBeNull();
  });

  it.each([
    ['by its id in Chromium', { documentId: 'old', initiator: 'https://b.test' }, { documentId: 'new' }],
    ['by its address in Firefox', { initiator: 'https://b.test/before' }, {}],
    ['by its origin', { initiator: 'https://before.test' }, {}],
  ])('leaves out what the page before asked for until the commit, known %s', (_, asker, ofCommit) => {
    const end = completed('1', 40, 'https://b.test/x');
    const old = { ...request('2', 22, 'https://old.test/seg.ts', 'media'), ...asker } as RequestEvent;
    const early = {
      ...request('3', 23, 'https://cdn.test/early.css'),
      initiator: 'https://b.test/x',
      ...('documentId' in asker ? { documentId: 'new' } : {}),
    } as RequestEvent;
    const events: RequestEvent[] = [
      request('1', 10, 'https://b.test/x', 'main_frame'),
      { ...end, kind: 'started', at: 20 } as RequestEvent,
      old,
      early,
      { ...committed(25, 'https://b.test/x'), ...ofCommit } as RequestEvent,
      end,
    ];
    expect(foldEvents(7, events, [], 0).requests.map(({ url }) => url)).toEqual([
      'https://cdn.test/early.css',
    ]);
  });

  it('takes what a document asked for while it was still coming', () => {
    const end = completed('1', 40, 'https://b.test/x');
    const streamed: RequestEvent[] = [
      request('1', 10, 'https://b.test/x', 'main_frame'),
      request('0', 15, 'https://before.test/of-the-page-before.png'),
      { ...end, kind: 'started', at: 20 } as RequestEvent,
      committed(21, 'https://b.test/x'),
      request('2', 25, 'https://cdn.test/film.mp4', 'media'),
      completed('2', 30, 'https://cdn.test/film.mp4'),
      end,
    ];
    expect(foldEvents(7, streamed, [], 0).requests.map(({ url }) => url)).toEqual([
      'https://cdn.test/film.mp4',
    ]);
  });

  it('tells the way to the document, hop by hop', () => {
    const log = foldEvents(7, PAGE, [], 0);
    expect(log.hops.map(({ url, location, ip, source }) => [url, location, ip, source])).toEqual([
      ['http://a.test/', 'https://a.test/', null, 'browser'],
      ['https://a.test/', 'https://b.test/x', '192.0.2.7', 'server'],
      ['https://b.test/x', undefined, '192.0.2.1', 'server'],
    ]);
    expect(log.mainResponse).toMatchObject({ status: 200, ip: '192.0.2.1' });
    expect(log.notObserved).toBeUndefined();
  });

  it('lists sub-resources with type and size, and those that failed', () => {
    const { requests } = foldEvents(7, PAGE, [], 0);
    expect(requests).toMatchObject([
      { url: 'https://cdn.test/1.png', mediaType: 'image/png', bytes: 1234, durationMs: 8 },
      { url: 'https://cdn.test/2.png', error: 'net::ERR_FAILED', ip: null },
    ]);
  });

  it('shows only the document now in the tab', () => {
    const log = foldEvents(
      7,
      [
        ...PAGE,
        request('9', 100, 'https://c.test/', 'main_frame'),
        completed('9', 110, 'https://c.test/'),
        committed(111, 'https://c.test/'),
      ],
      [],
      0,
    );
    expect(log.hops.map(({ url }) => url)).toEqual(['https://c.test/']);
    expect(log.requests).toEqual([]);
  });

  it('does not take a download or a failed navigation for the document', () => {
    const log = foldEvents(
      7,
      [
        ...PAGE,
        request('9', 100, 'https://c.test/file.zip', 'main_frame'),
        completed('9', 110, 'https://c.test/file.zip'),
      ],
      [],
      0,
    );
    expect(log.mainResponse?.url).toBe('https://b.test/x');
  });

  it('keeps the page that sent the reader on by a script', () => {
    const log = foldEvents(
      7,
      [
        ...PAGE,
        request('9', 100, 'https://c.test/', 'main_frame'),
        completed('9', 110, 'https://c.test/'),
        committed(111, 'https://c.test/', ['client_redirect']),
      ],
      [],
      0,
    );
    expect(log.hops.at(-2)).toMatchObject({
      url: 'https://b.test/x',
      location: 'https://c.test/',
      source: 'browser',
    });
  });

  it.each([
    ['before-extension', [], []],
    ['no-network', [committed(1, 'about:srcdoc')], []],
    ['restored-from-history', [committed(1, 'https://a.test/', ['forward_back'])], []],
    ['not-seen', [committed(1, 'https://a.test/')], []],
    [
      'service-worker',
      [committed(1, 'https://a.test/')],
      [request('5', 2, 'https://a.test/x', 'xmlhttprequest', 'https://a.test/sw.js')],
    ],
  ] as const)('says %s where the connection was not seen', (why, events, worker) => {
    const log = foldEvents(7, events, worker, 0);
    expect(log).toMatchObject({ hops: [], mainResponse: null, notObserved: why });
  });

  it('knows a worker by what it fetched to make the document of, before there was one', () => {
    const fetched = [
      request('5', 90, 'https://a.test/page', 'other', 'https://a.test'),
      completed('5', 95, 'https://a.test/page'),
      request('6', 91, 'https://elsewhere.test/', 'other', 'https://a.test'),
      completed('6', 96, 'https://elsewhere.test/'),
    ];
    const log = foldEvents(7, [committed(100, 'https://a.test/page#x')], fetched, 0);
    expect(log.notObserved).toBe('service-worker');
    expect(log.requests.map(({ url }) => url)).toEqual(['https://a.test/page']);
    const ours = [
      request('5', 90, 'https://a.test/page', 'xmlhttprequest', 'chrome-extension://prima'),
      completed('5', 95, 'https://a.test/page'),
    ];
    expect(foldEvents(7, [committed(100, 'https://a.test/page')], ours, 0).notObserved).toBe('not-seen');
  });

  it('knows a worker by Firefox’s redirect to itself, and by a reload that asked nobody', () => {
    const self = redirect('1', 11, 'https://a.test/', 'https://a.test/', null);
    const handed: RequestEvent[] = [
      request('1', 10, 'https://a.test/', 'main_frame'),
      { ...self, kind: 'redirect', status: 0, statusLine: '' } as RequestEvent,
      committed(20, 'https://a.test/'),
    ];
    expect(foldEvents(7, handed, [], 0).notObserved).toBe('service-worker');
    const reload = { ...committed(20, 'https://a.test/'), transition: 'reload' } as RequestEvent;
    expect(foldEvents(7, [reload], [], 0).notObserved).toBe('service-worker');
  });

  // Node has no QUIC server to load a page from, so this is the entry as the browsers were seen to give it: an address
  // as ever, and a status line of HTTP/1.1 in Chromium, of HTTP/3.0 in Firefox.
  it.each(['HTTP/1.1 200', 'HTTP/3.0 200 OK'])('takes a page by HTTP/3 as any other: %s', (statusLine) => {
    const log = foldEvents(
      7,
      [
        request('1', 10, 'https://a.test/', 'main_frame'),
        {
          ...completed('1', 20, 'https://a.test/', [{ name: 'alt-svc', value: 'h3=":443"' }]),
          statusLine,
        } as RequestEvent,
        committed(21, 'https://a.test/'),
      ],
      [],
      0,
    );
    expect(log.mainResponse).toMatchObject({ ip: '192.0.2.1', statusLine });
  });

  it('joins requests of the page’s service worker by origin', () => {
    const log = foldEvents(
      7,
      [committed(1, 'https://a.test/')],
      [
        request('5', 2, 'https://cdn.test/x', 'xmlhttprequest', 'https://a.test'),
        request('6', 3, 'https://cdn.test/y', 'xmlhttprequest', 'https://other.test'),
      ],
      0,
    );
    expect(log.requests).toMatchObject([{ url: 'https://cdn.test/x', fromServiceWorker: true }]);
  });
});

describe('keepHeaders', () => {
  it('marks a value that it cuts, and says how many headers came after the last it keeps', () => {
    const many = Array.from({ length: 130 }, (_, n) => ({
      name: `x-${n}`,
      value: 'v'.repeat(n === 3 ? 5_000 : 1),
    }));
    const kept = keepHeaders(many);
    expect(kept).toHaveLength(100);
    expect(kept[3]).toEqual({ name: 'x-3', value: 'v'.repeat(2_000), cut: 5_000 });
    expect(kept.at(-1)).toEqual({ name: 'x-99', value: 'v', further: 30 });
  });

  it('keeps no secret, but says that it was there, and names of cookies', () => {
    expect(
      keepHeaders([
        { name: 'Set-Cookie', value: '__ddg1=secret; Path=/\nsession=abc' },
        { name: 'Authorization', value: 'Bearer x' },
        { name: 'Server', value: 'nginx' },
      ]),
    ).toEqual([
      { name: 'Set-Cookie', value: '__ddg1=, session=', omitted: true },
      { name: 'Authorization', value: '', omitted: true },
      { name: 'Server', value: 'nginx' },
    ]);
  });
});

function memory(): SessionStorage & { items: Record<string, unknown> } {
  const items: Record<string, unknown> = {};
  return {
    items,
    get: () => Promise.resolve(structuredClone(items)),
    set: (added) => Promise.resolve(void Object.assign(items, structuredClone(added))),
    remove: (keys) => {
      for (const key of keys) delete items[key];
      return Promise.resolve();
    },
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
const soon = (task: () => void) => setTimeout(task, 0);

describe('requestLog', () => {
  it('survives the worker: a new one reads what the old one wrote', async () => {
    const storage = memory();
    const first = requestLog(storage, soon);
    for (const event of PAGE) first.append(7, event);
    for (let index = 0; index < 700; index += 1) {
      first.append(7, request(`x${index}`, 40 + index, `https://cdn.test/${index}`));
    }
    await settle();
    const second = requestLog(storage, soon);
    second.append(7, request('late', 2_000, 'https://cdn.test/late'));
    const log = await second.read(7);
    expect(log.hops).toHaveLength(3);
    expect(log.requests).toHaveLength(703);
    expect(log.requests.at(-1)?.url).toBe('https://cdn.test/late');
  });

  it('counts what is beyond its bound instead of growing', async () => {
    const log = requestLog(memory(), soon);
    for (const event of PAGE) log.append(7, event);
    for (let index = 0; index < 20_000; index += 1)
      log.append(7, request(`x${index}`, 40 + index, 'https://a.test/'));
    const read = await log.read(7);
    expect(read.requests.length + read.dropped).toBe(20_002);
    expect(read.requests.length).toBeLessThan(16_000);
  });

  it('lets no page keep the next one out of the log', async () => {
    const log = requestLog(memory(), soon);
    for (const event of PAGE) log.append(7, event);
    for (let index = 0; index < 20_000; index += 1)
      log.append(7, request(`x${index}`, 40 + index, 'https://a.test/'));
    log.append(7, request('n', 30_000, 'https://next.test/', 'main_frame'));
    log.append(7, completed('n', 30_010, 'https://next.test/'));
    log.append(7, committed(30_020, 'https://next.test/'));
    log.append(7, request('p', 30_030, 'https://cdn.test/next.png'));
    const read = await log.read(7);
    expect(read).toMatchObject({ mainResponse: { url: 'https://next.test/' }, dropped: 0 });
    expect(read.requests.map(({ url }) => url)).toEqual(['https://cdn.test/next.png']);
  });

  it('keeps a log that session storage cannot hold, and makes room by the tabs longest without events', async () => {
    const storage = memory();
    const small: SessionStorage = {
      ...storage,
      set: (added) => {
        const size = JSON.stringify({ ...storage.items, ...added }).length;
        return size > 150_000 ? Promise.reject(new Error('quota exceeded')) : storage.set(added);
      },
    };
    const log = requestLog(small, soon);
    for (const tabId of [6, 7]) {
      for (const event of PAGE) log.append(tabId, event);
      for (let index = 0; index < 700; index += 1) {
        log.append(tabId, request(`x${index}`, tabId * 1_000 + index, `https://cdn.test/${index}`));
      }
      await settle();
    }
    const stored = (tabId: number) =>
      Object.keys(storage.items).filter((key) => key.startsWith(`request-log:${tabId}:`));
    expect([stored(6), stored(7).length > 1]).toEqual([[], true]);
    for (let index = 0; index < 3_000; index += 1) {
      log.append(7, request(`y${index}`, 9_000 + index, `https://cdn.test/y${index}`));
    }
    await settle();
    expect((await log.read(6)).requests).toHaveLength(702);
    expect((await log.read(7)).requests).toHaveLength(3_702);
  });

  it('looks at events when somebody reads, and hands on which servers have answered', async () => {
    const log = requestLog(memory(), (task) => void task);
    const looked: string[] = [];
    for (const event of PAGE) log.append(7, event);
    log.append(7, (seen) => {
      looked.push([...seen].join());
      seen.add('https://cdn.test');
      return request('a', 50, 'https://cdn.test/a');
    });
    log.append(7, (seen) => {
      looked.push([...seen].join());
      return request('b', 51, 'https://cdn.test/b');
    });
    expect(looked).toEqual([]);
    expect((await log.read(7)).requests).toHaveLength(4);
    expect(looked).toEqual(['', 'https://cdn.test']);
  });

  it('goes with the tab', async () => {
    const storage = memory();
    const log = requestLog(storage, soon);
    for (const event of PAGE) log.append(7, event);
    await settle();
    expect(Object.keys(storage.items)).not.toEqual([]);
    log.forget(7);
    await settle();
    expect(Object.keys(storage.items)).toEqual([]);
    expect((await log.read(7)).notObserved).toBe('before-extension');
  });

  it('lets go of documents before the last', async () => {
    const log = requestLog(memory(), soon);
    for (let page = 0; page < 40; page += 1) {
      const at = page * 10_000;
      log.append(7, request(`m${page}`, at, `https://a.test/${page}`, 'main_frame'));
      log.append(7, completed(`m${page}`, at + 1, `https://a.test/${page}`));
      log.append(7, committed(at + 2, `https://a.test/${page}`));
      for (let index = 0; index < 900; index += 1) {
        log.append(7, request(`${page}-${index}`, at + 3, 'https://cdn.test/'));
      }
    }
    const read = await log.read(7);
    expect(read.dropped).toBe(0);
    expect(read.requests).toHaveLength(900);
  });

  it('keeps what service workers ask for apart from tabs', async () => {
    const log = requestLog(memory(), soon);
    log.append(7, committed(1, 'https://a.test/'));
    log.append(NO_TAB, request('5', 2, 'https://cdn.test/x', 'xmlhttprequest', 'https://a.test/sw.js'));
    expect((await log.read(7)).requests).toHaveLength(1);
  });

  it('goes on in memory when session storage is full', async () => {
    const full: SessionStorage = { ...memory(), set: () => Promise.reject(new Error('quota')) };
    const log = requestLog(full, soon);
    for (const event of PAGE) log.append(7, event);
    await settle();
    expect((await log.read(7)).hops).toHaveLength(3);
  });
});

describe('lastExchange', () => {
  it('takes no answer of before it was asked', async () => {
    const none: SessionStorage = {
      get: () => Promise.resolve({}),
      set: () => Promise.resolve(),
      remove: () => Promise.resolve(),
    };
    const log = requestLog(none, () => undefined);
    const url = 'http://site.test/';
    log.append(NO_TAB, request('1', 1_000, url));
    log.append(NO_TAB, completed('1', 1_100, url));
    expect(await log.lastExchange(NO_TAB, url, 1_001)).toBeNull();
    expect(await log.lastExchange(NO_TAB, url, 1_000)).toMatchObject({ url });
  });
});
