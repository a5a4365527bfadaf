import { expect, it } from 'vitest';
import type { Exchange } from '../../../utils/case/exchange.ts';
import { certificateFiles } from '../../../utils/capture/tls-files.ts';
import { pemOf } from '../../../utils/integrity/pem.ts';

const chain = (...ders: number[]) => ders.map((one) => pemOf('CERTIFICATE', Uint8Array.of(one)));
const exchange = (url: string, chainPem?: readonly string[]): Exchange => ({
  id: url,
  url,
  method: 'GET',
  type: 'image',
  startedAt: '2026-11-21T10:00:00.000Z',
  requestHeaders: [],
  response: { status: 200, statusText: 'OK', headers: [], headersForm: 'raw', mediaType: 'image/png' },
  ip: null,
  protocol: 'h2',
  security: chainPem ? { protocol: 'TLS 1.3', cipher: 'x', chainPem } : null,
  fromCache: 'no',
  body: null,
});

it('keeps every certificate a host showed, once, and names the hosts that showed none', async () => {
  const { files, missing } = await certificateFiles([
    exchange('https://cdn.test/1', chain(1, 9)),
    exchange('https://cdn.test/2', chain(1, 9)),
    exchange('https://cdn.test/3', chain(2, 9)),
    exchange('https://site.test/', chain(3)),
    exchange('https://bare.test/'),
    exchange('http://plain.test/'),
  ]);
  expect(files.map(({ about }) => about?.['host'])).toEqual(['cdn.test', 'cdn.test', 'site.test']);
  expect(new Set(files.map(({ path }) => path)).size).toBe(3);
  expect(files[0]?.path).toMatch(/^net\/tls\/cdn\.test-[0-9a-f]{16}\.pem$/);
  expect(files[0]?.bytes).toBe(chain(1, 9).join(''));
  expect(missing).toEqual(['not available: the browser gave no certificate chain of bare.test']);
});

it('says so where nothing came over TLS', async () => {
  const { files, missing } = await certificateFiles([exchange('http://plain.test/')]);
  expect([files, missing]).toEqual([[], ['not available: no response of this load came over TLS']]);
});
