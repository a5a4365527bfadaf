import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blobSource,
  digestOf,
  fingerprintBytes,
  fingerprintSource,
  type ByteSource,
} from '../../../utils/integrity/digest.ts';

const sha256 = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

describe('digests', () => {
  it('gives the vectors of FIPS 180-4', async () => {
    expect(await digestOf('')).toBe(
      'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(await digestOf('abc')).toBe(
      'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('agrees with the digest and CRC of Node for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (input) => {
        const bytes = new Uint8Array(input);
        const expected = { digest: sha256(bytes), crc32: crc32(bytes), size: bytes.byteLength };
        expect(await fingerprintBytes(bytes)).toEqual(expected);
        expect(await fingerprintSource(blobSource(new Blob([bytes])))).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it.each([32 * 1024 * 1024, 32 * 1024 * 1024 + 1, 41 * 1024 * 1024])(
    'reads %i bytes whole or in chunks, tells progress and never holds more than 32 MiB',
    async (size) => {
      const bytes = Buffer.alloc(size, 'prima facie ');
      const reads: number[] = [];
      const source: ByteSource = {
        size,
        read: async (start, end) => {
          reads.push(end - start);
          return new Uint8Array(bytes.subarray(start, end));
        },
      };
      let told = 0;
      const fingerprint = await fingerprintSource(source, { onBytes: (count) => (told += count) });
      expect(fingerprint).toEqual({ digest: sha256(bytes), crc32: crc32(bytes), size });
      expect(told).toBe(size);
      const most = size > 32 * 1024 * 1024 ? 8 : 32;
      expect(Math.max(...reads)).toBeLessThanOrEqual(most * 1024 * 1024);
    },
  );

  it('does not mix two fingerprints that are computed at once', async () => {
    const inputs = Array.from({ length: 20 }, (_, index) => new Uint8Array(index * 1000).fill(index));
    const results = await Promise.all(inputs.map((bytes) => fingerprintBytes(bytes)));
    expect(results.map((result) => result.crc32)).toEqual(inputs.map((bytes) => crc32(bytes)));
  });

  it('stops when told to', async () => {
    const source: ByteSource = {
      size: 100 * 1024 * 1024,
      read: async (start, end) => new Uint8Array(end - start),
    };
    const stop = new AbortController();
    const reading = fingerprintSource(source, { signal: stop.signal, onBytes: () => stop.abort() });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });
});
