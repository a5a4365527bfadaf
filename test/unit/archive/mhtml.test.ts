import { describe, expect, it } from 'vitest';
import { listMhtml } from '../../../utils/bundle/archive/mhtml.ts';

const HEAD = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://a.example/page',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related;',
  '\ttype="text/html";',
  '\tboundary="----Multi--x----"',
  '',
  '',
];

function archiveOf(...parts: readonly (readonly string[])[]): string {
  const body = parts.flatMap((part) => ['------Multi--x----', ...part]);
  return [...HEAD, ...body, '------Multi--x------', ''].join('\r\n');
}

const page = [
  'Content-Type: text/html',
  'Content-ID: <frame-1@mhtml.blink>',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Location: https://a.example/page',
  '',
  '<p>=E6=BC=AB</p>=',
  'more',
  'end',
];
const image = [
  'Content-Type: image/png',
  'Content-Transfer-Encoding: base64',
  'Content-Location: https://a.example/1.png',
  '',
  Buffer.alloc(100, 7).toString('base64').slice(0, 76),
  Buffer.alloc(100, 7).toString('base64').slice(76),
];

describe('MHTML', () => {
  it('lists each part with address, type and decoded size', async () => {
    const listing = await listMhtml(
      new Blob([archiveOf(page, image, ['Content-Type: text/css', '', 'a{}'])]),
    );
    expect(listing).toEqual({
      ok: true,
      value: {
        url: 'https://a.example/page',
        truncated: false,
        parts: [
          {
            url: 'https://a.example/page',
            contentId: 'frame-1@mhtml.blink',
            mediaType: 'text/html',
            encoding: 'quoted-printable',
            bytes: Buffer.byteLength('<p>漫</p>more\r\nend'),
          },
          {
            url: 'https://a.example/1.png',
            contentId: null,
            mediaType: 'image/png',
            encoding: 'base64',
            bytes: 100,
          },
          { url: null, contentId: null, mediaType: 'text/css', encoding: 'other', bytes: 3 },
        ],
      },
    });
  });

  it('is bounded, and refuses what is not whole', async () => {
    const two = await listMhtml(new Blob([archiveOf(page, image, image)]), { maximumParts: 2 });
    expect(two).toMatchObject({ ok: true, value: { truncated: true } });
    const cut = archiveOf(page, image).slice(0, -40);
    for (const text of [cut, 'hello', '', `X: ${'y'.repeat(200_000)}`, 'Content-Type: text/html\r\n\r\nhi']) {
      expect(await listMhtml(new Blob([text]))).toMatchObject({
        ok: false,
        failure: { code: 'invalid-data' },
      });
    }
    expect(await listMhtml(new Blob([archiveOf(page)]), { signal: AbortSignal.abort() })).toMatchObject({
      failure: { code: 'cancelled' },
    });
  });

  it('counts a binary part of one long line', async () => {
    const long = ['Content-Type: font/woff2', 'Content-Transfer-Encoding: binary', '', 'z'.repeat(300_000)];
    const listing = await listMhtml(new Blob([archiveOf(long)]));
    expect(listing).toMatchObject({ value: { parts: [{ bytes: 300_000 }] } });
  });
});
