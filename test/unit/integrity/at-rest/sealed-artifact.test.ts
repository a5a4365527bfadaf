import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  artifactKey,
  CHUNK_OCTETS,
  isSealed,
  openArtifact,
  sealArtifact,
  sealedSize,
} from '../../../../utils/integrity/at-rest/sealed-artifact.ts';
import { concatBytes, type Bytes } from '../../../../utils/integrity/bytes.ts';
import { blobSource, digestOf, fingerprintSource } from '../../../../utils/integrity/digest.ts';

const random = (octets: number) => crypto.getRandomValues(new Uint8Array(octets));
const KEY = await artifactKey(random(32));

function patterned(size: number): Bytes {
  return new Uint8Array(size).map((_, index) => (index * 31 + (index >> 8)) & 0xff);
}

async function sealed(plain: Bytes, key = KEY) {
  const digest = await digestOf(plain);
  const blob = await sealArtifact(key, digest, blobSource(new Blob([plain])), random);
  return { digest, bytes: new Uint8Array(await blob.arrayBuffer()) };
}

const open = (digest: `sha256:${string}`, bytes: Bytes, key = KEY) =>
  openArtifact(key, digest, blobSource(new Blob([bytes])));

async function everything(digest: `sha256:${string}`, bytes: Bytes, key = KEY): Promise<Bytes> {
  const source = await open(digest, bytes, key);
  return source.read(0, source.size);
}

describe('artifacts at rest', () => {
  it.each([0, 1, CHUNK_OCTETS - 1, CHUNK_OCTETS, CHUNK_OCTETS + 1, 18 * CHUNK_OCTETS + 5])(
    'come back as they were: %i bytes',
    async (size) => {
      const plain = patterned(size);
      const { digest, bytes } = await sealed(plain);
      expect(bytes.byteLength).toBe(sealedSize(size));
      expect([isSealed(bytes), isSealed(plain)]).toEqual([true, false]);
      const source = await open(digest, bytes);
      expect((await fingerprintSource(source)).digest).toBe(digest);
    },
  );

  it('can be read by any range', async () => {
    const plain = patterned(2 * CHUNK_OCTETS + 77);
    const { digest, bytes } = await sealed(plain);
    const source = await open(digest, bytes);
    const near = fc.constantFrom(0, 1, CHUNK_OCTETS - 1, CHUNK_OCTETS, CHUNK_OCTETS + 1, plain.byteLength);
    const place = fc.oneof(near, fc.nat(plain.byteLength));
    await fc.assert(
      fc.asyncProperty(place, place, async (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const read = await source.read(start, end);
        expect(Buffer.from(read).equals(plain.subarray(start, end))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('show nothing of their content, and never twice the same', async () => {
    const plain = new Uint8Array(5000).fill(0x41);
    const [a, b] = await Promise.all([sealed(plain), sealed(plain)]);
    expect(Buffer.from(a.bytes).includes('AAAA')).toBe(false);
    expect(Buffer.from(a.bytes).equals(b.bytes)).toBe(false);
  });

  it('any byte changed is found', async () => {
    const { digest, bytes } = await sealed(patterned(200));
    for (let at = 0; at < bytes.byteLength; at += 1) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x80;
      await expect(everything(digest, changed)).rejects.toMatchObject({
        failure: { code: 'digest-mismatch' },
      });
    }
  });

  it('chunks swapped, left out or cut off, another digest and another key are found', async () => {
    const plain = patterned(3 * CHUNK_OCTETS);
    const { digest, bytes } = await sealed(plain);
    const part = (from: number, to?: number) => bytes.subarray(from, to);
    const stride = CHUNK_OCTETS + 16;
    const head = part(0, 28);
    const [one, two, three] = [
      part(28, 28 + stride),
      part(28 + stride, 28 + 2 * stride),
      part(28 + 2 * stride),
    ] as const;
    const shorter = new Uint8Array(head);
    new DataView(shorter.buffer).setBigUint64(20, BigInt(2 * CHUNK_OCTETS));
    const other = await digestOf('other');
    const stranger = await artifactKey(random(32));
    const wrongs = [
      () => everything(digest, concatBytes(head, two, one, three)),
      () => everything(digest, concatBytes(head, one, three)),
      () => everything(digest, concatBytes(shorter, one, two)),
      () => everything(digest, concatBytes(head, one, two)),
      () => everything(digest, concatBytes(head, one, two, three, three)),
      () => everything(digest, new Uint8Array(10)),
      () => everything(other, bytes),
      () => everything(digest, bytes, stranger),
    ];
    for (const wrong of wrongs) {
      await expect(wrong()).rejects.toMatchObject({ failure: { code: 'digest-mismatch' } });
    }
  });

  it('an empty artifact is checked as well', async () => {
    const { digest, bytes } = await sealed(new Uint8Array());
    await expect(open(digest, bytes, await artifactKey(random(32)))).rejects.toMatchObject({
      failure: { code: 'digest-mismatch' },
    });
  });
});
