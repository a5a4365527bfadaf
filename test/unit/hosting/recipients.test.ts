import { describe, expect, it } from 'vitest';
import type { HostingSummary } from '../../../utils/case/hosting.ts';
import { diagramOf } from '../../../utils/hosting/diagram.ts';
import { memoryCache, type HostingEnvironment } from '../../../utils/hosting/environment.ts';
import { resolveHosting, type HostingInput } from '../../../utils/hosting/resolve.ts';
import { logOf, requestOf } from './logs.ts';

/** Classified from the connection alone: no lookups. */
async function offline(input: Partial<HostingInput> & Pick<HostingInput, 'log'>): Promise<HostingSummary> {
  const env: HostingEnvironment = {
    fetch: () => Promise.reject(new Error('nobody may be asked')),
    now: () => new Date('2026-11-21T12:00:00Z'),
    monotonicNow: () => 0,
    cache: memoryCache(),
    settings: { lookups: 'off', dohUrls: [], rdapBootstrapUrl: '', allowPrivateAddresses: false },
  };
  const { summary } = await resolveHosting({ itemUrls: [], ...input }, env, new AbortController().signal);
  return summary;
}

const cloudflare = { ip: '104.16.1.1', headers: ['cf-ray: x', 'server: cloudflare'] };
const video = (host: string, ip: string, headers: { name: string; value: string }[] = []) =>
  requestOf(`https://${host}/film.m3u8`, {
    ip,
    mediaType: 'application/vnd.apple.mpegurl',
    bytes: 5000,
    headers,
  });

type Row = readonly [
  name: string,
  input: Partial<HostingInput> & Pick<HostingInput, 'log'>,
  recipients: readonly string[],
  origin: string,
];

const ROWS: readonly Row[] = [
  ['edge only: the edge', { log: logOf(cloudflare) }, ['edge cloudflare'], 'not-publicly-determinable'],
  ['a forged header: nobody', { log: logOf({ ip: '203.0.113.5', headers: ['cf-ray: x'] }) }, [], 'unknown'],
  [
    'a header that claims a host behind the edge: the edge only',
    { log: logOf({ ...cloudflare, headers: [...cloudflare.headers, 'x-vercel-id: x'] }) },
    ['edge cloudflare'],
    'not-publicly-determinable',
  ],
  [
    'hosted by the edge',
    { log: logOf({ url: 'https://x.workers.dev/', ...cloudflare }) },
    ['content-host cloudflare-hosted'],
    'hosted-by-edge',
  ],
  ['direct', { log: logOf({ ip: '52.4.1.1' }) }, ['content-host aws'], 'direct'],
  [
    'a platform before its network',
    { log: logOf({ url: 'https://huggingface.co/x', ip: '13.32.1.1', headers: ['x-amz-cf-id: x'] }) },
    ['platform hugging-face'],
    'behind-edge',
  ],
  [
    'media elsewhere comes first',
    { log: logOf(cloudflare, [video('v.b-cdn.net', '203.0.113.9')]) },
    ['media-host bunny', 'edge cloudflare'],
    'not-publicly-determinable',
  ],
  [
    'media at the same company: one notice, all hosts',
    { log: logOf(cloudflare, [video('m.example', '104.17.0.1')]) },
    ['edge cloudflare'],
    'not-publicly-determinable',
  ],
  [
    'items elsewhere before the page',
    { log: logOf(cloudflare), itemUrls: ['https://bucket.s3.amazonaws.com/a.zip'] },
    ['content-host aws-s3', 'edge cloudflare'],
    'not-publicly-determinable',
  ],
  [
    'media, then items, then the page',
    {
      log: logOf({ ip: '52.4.1.1' }, [video('v.b-cdn.net', '203.0.113.9')]),
      itemUrls: ['https://x.vercel.app/a'],
    },
    ['media-host bunny', 'content-host vercel', 'content-host aws'],
    'direct',
  ],
  [
    'a video on a platform, embedded elsewhere',
    { log: logOf(cloudflare, [video('r1.googlevideo.com', '203.0.113.9')]) },
    ['platform youtube', 'edge cloudflare'],
    'not-publicly-determinable',
  ],
  [
    'a host in the cloud of another: the nearer first',
    { log: logOf({ url: 'https://x.vercel.app/', ip: '52.4.1.1', headers: ['server: Vercel'] }) },
    ['content-host vercel', 'content-host aws'],
    'direct',
  ],
  ['a private address: nobody', { log: logOf({ ip: '192.168.1.2' }) }, [], 'unknown'],
  ['a page out of the cache: nobody yet', { log: logOf({ ...cloudflare, fromCache: true }) }, [], 'unknown'],
  ['nothing observed: nobody yet', { log: logOf(null), pageUrl: 'https://film.example/' }, [], 'unknown'],
  [
    'nothing observed, but the name tells',
    { log: logOf(null), pageUrl: 'https://film.pages.dev/' },
    ['content-host cloudflare-hosted'],
    'hosted-by-edge',
  ],
];

describe('recipients', () => {
  it.each(ROWS)('%s', async (_name, input, recipients, origin) => {
    const summary = await offline(input);
    expect(summary.recipients.map(({ role, providerId }) => `${role} ${providerId}`)).toEqual(recipients);
    expect(summary.origins[0]?.state).toBe(origin);
    for (const recipient of summary.recipients) {
      expect(recipient.why.length).toBeGreaterThan(20);
      expect(recipient.why).not.toMatch(/[{}]/);
    }
  });

  it('writes to one company once, with every host of it', async () => {
    const summary = await offline({ log: logOf(cloudflare, [video('m.example', '104.17.0.1')]) });
    expect(summary.recipients[0]?.hosts).toEqual(['m.example', 'film.example']);
  });

  it('quotes the customer number that bunny.net asks for', async () => {
    const headers = [{ name: 'cdn-pullzone', value: '123' }];
    const summary = await offline({ log: logOf(cloudflare, [video('v.b-cdn.net', '203.0.113.9', headers)]) });
    expect(summary.recipients[0]?.why).toContain('Quote cdn-pullzone: 123');
    expect(summary.roles.find(({ role }) => role === 'media-host')?.confidence).toBe('confirmed');
  });

  it('never makes a recipient of a lead', async () => {
    const requests = [requestOf('https://old.film.site/x.js', { ip: '198.51.100.9' })];
    const summary = await offline({
      log: logOf({ url: 'https://film.site/watch', ...cloudflare }, requests),
    });
    expect(summary.origins[0]?.leads).toEqual([
      expect.objectContaining({ kind: 'sibling', value: 'old.film.site 198.51.100.9' }),
    ]);
    expect(JSON.stringify(summary.recipients)).not.toContain('198.51.100.9');
  });

  it('says that a lookup was off, and what was seen differently by the verification fetch', async () => {
    const verification = { url: 'https://film.example/blocked', status: 451, ip: '104.16.1.1' };
    const summary = await offline({ log: logOf(cloudflare), verification });
    const texts = Object.fromEntries(summary.warnings.map(({ id, text }) => [id, text]));
    expect(texts['lookups-off']).toMatch(/not allowed/);
    expect(texts['verification-differs']).toMatch(/status 451, not 200; it ended at/);
  });
});

describe('diagramOf', () => {
  it('draws reader, edge, unknown origin and media host', async () => {
    const summary = await offline({ log: logOf(cloudflare, [video('v.b-cdn.net', '203.0.113.9')]) });
    const { nodes, links, width, height } = diagramOf(summary);
    expect(nodes.map(({ kind, title }) => `${kind} ${title}`.trim())).toEqual([
      'reader',
      'edge Cloudflare',
      'unknown-origin',
      'media-host bunny.net',
      'unknown-origin',
    ]);
    expect(links.map(({ dashed }) => dashed)).toEqual([false, true, false, true]);
    for (const node of nodes) {
      expect(node.x + node.width).toBeLessThanOrEqual(width);
      expect(node.y + node.height).toBeLessThanOrEqual(height);
      for (const other of nodes)
        if (other !== node) expect(node.x === other.x && node.y === other.y).toBe(false);
    }
  });

  it('draws the reader alone where nothing is known', async () => {
    const { nodes, links } = diagramOf(await offline({ log: logOf(null) }));
    expect(nodes).toHaveLength(1);
    expect(links).toEqual([]);
  });
});
