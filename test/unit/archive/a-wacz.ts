import { writeWacz } from '../../../utils/bundle/archive/wacz.ts';
import { waczSink } from '../../../utils/bundle/archive/zip-sink.ts';
import { makeSigningKey, signBytes } from '../../../utils/integrity/signing-key.ts';
import { BodyStore, exchangeOf } from './samples.ts';

export const WRITTEN_AT = '2026-11-21T10:01:00.000Z';

/** A small page archive as a capture makes it, signed or not. */
export async function aWacz(isSigned = true): Promise<Blob> {
  const store = new BodyStore();
  const body = await store.keep('<p>one</p>');
  const url = 'https://a.example/';
  const key = await makeSigningKey(() => new Date(WRITTEN_AT), 'P-384');
  const made = await writeWacz(
    {
      software: 'Prima Facie 0.1.0',
      createdAt: WRITTEN_AT,
      title: 'One',
      description: 'Recorded capture',
      pages: [{ url, at: WRITTEN_AT, title: 'One' }],
      exchanges: [exchangeOf({ url, body: { ...body, form: 'decoded' } })],
      resources: [],
    },
    {
      readBody: store.read,
      zip: waczSink,
      ...(isSigned ? { sign: (bytes) => signBytes(key, bytes) } : {}),
    },
  );
  if (!made.ok) throw new Error(made.failure.detail);
  return made.value.blob;
}
