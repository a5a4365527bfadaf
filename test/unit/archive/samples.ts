import type { Exchange } from '../../../utils/case/exchange.ts';
import type { Digest } from '../../../utils/case/values.ts';
import { digestOf } from '../../../utils/integrity/digest.ts';

/** Bodies by digest, as the artifact store keeps them. */
export class BodyStore {
  readonly #bodies = new Map<Digest, Blob>();

  async keep(content: string | Uint8Array<ArrayBuffer>): Promise<{ digest: Digest; size: number }> {
    const blob = new Blob([content]);
    const digest = await digestOf(new Uint8Array(await blob.arrayBuffer()));
    this.#bodies.set(digest, blob);
    return { digest, size: blob.size };
  }

  readonly read = async (digest: Digest): Promise<Blob> => {
    const blob = this.#bodies.get(digest);
    if (!blob) throw new Error(`no body ${digest}`);
    return blob;
  };
}

/** An exchange with everything usual; `overrides` change it. */
export function exchangeOf(overrides: Partial<Exchange> & Pick<Exchange, 'url'>): Exchange {
  return {
    id: `1.1:0 ${overrides.url}`,
    method: 'GET',
    type: 'document',
    startedAt: '2026-11-21T10:00:00.123Z',
    durationMs: 12,
    requestHeaders: [{ name: 'Accept', value: '*/*' }],
    response: {
      status: 200,
      statusText: 'OK',
      headers: [{ name: 'Content-Type', value: 'text/html; charset=utf-8' }],
      headersForm: 'raw',
      mediaType: 'text/html',
    },
    ip: '192.0.2.7',
    protocol: 'http/1.1',
    security: null,
    fromCache: 'no',
    body: null,
    ...overrides,
  };
}
