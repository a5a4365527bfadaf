import { describe, expect, it } from 'vitest';
import type { NetworkLog } from '../../../utils/case/network.ts';
import { withServerAddressesOnly } from '../../../utils/hosting/proxied.ts';
import { redactLog } from '../../../utils/capture/redact-log.ts';

const LOG: NetworkLog = {
  schema: 'prima-facie/network-log/1',
  tabId: 1,
  hops: [
    {
      url: 'https://a.test/in?session=s3cr3t&chapter=4',
      method: 'GET',
      status: 302,
      location: 'https://a.test/read?token=abcdef',
      ip: '192.0.2.1',
      fromCache: false,
      at: '2026-11-21T10:00:00.000Z',
      source: 'server',
    },
  ],
  mainResponse: null,
  requests: [
    {
      url: 'https://cdn.test/1.jpg?X-Amz-Signature=feedface&w=800',
      method: 'GET',
      type: 'image',
      frameId: 0,
      parentFrameId: -1,
      status: 200,
      ip: '192.0.2.2',
      fromCache: false,
      startedAt: '2026-11-21T10:00:00.000Z',
      bytes: 10,
      headers: [{ name: 'Authorization', value: 'Bearer topsecret' }],
    },
  ],
  dropped: 0,
};

describe('redactLog', () => {
  it('leaves secrets out, keeps the rest, and says what was left out', () => {
    const redacted = redactLog(LOG);
    expect(JSON.stringify(redacted)).not.toMatch(/s3cr3t|abcdef|feedface|topsecret/);
    expect(redacted.hops[0]?.url).toContain('chapter=4');
    expect(redacted.requests[0]?.url).toContain('w=800');
    expect(redacted.secretsOmitted.map(({ name }) => name.toLowerCase())).toEqual(
      expect.arrayContaining(['session', 'token', 'x-amz-signature', 'authorization']),
    );
  });

  it('says of a proxy that it was one, and not where', () => {
    const page = 'https://www.pirate-library.net/';
    const at = '2026-11-21T10:00:00.000Z';
    const main = {
      url: page,
      status: 200,
      statusLine: '',
      headers: [],
      ip: '10.9.8.7',
      fromCache: false,
      at,
    };
    const seen = withServerAddressesOnly({
      ...LOG,
      hops: [
        { url: page, method: 'GET', status: 200, ip: '10.9.8.7', fromCache: false, at, source: 'server' },
      ],
      mainResponse: main,
      requests: LOG.requests.map((one) => ({ ...one, url: `${page}1.jpg`, ip: '10.9.8.7' })),
    });
    expect(seen.proxy?.address).toBe('10.9.8.7');
    const text = JSON.stringify(redactLog(seen));
    expect(text).not.toContain('10.9.8.7');
    expect(redactLog(seen)).toMatchObject({
      proxy: { known: 'local-address' },
      hops: [{ ip: null, proxy: expect.any(String) }],
      mainResponse: { ip: null, proxy: expect.any(String) },
      requests: [{ ip: null, proxy: expect.any(String) }],
    });
  });
});
