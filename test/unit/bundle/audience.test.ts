import { createHash } from 'node:crypto';
import { decode, encode } from 'fast-png';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import type { CustodyEntry, WithheldEntry } from '../../../utils/case/custody.ts';
import type { Audience } from '../../../utils/case/notice.ts';
import { WHOLE_PAGE, type RedactionsFile, type RedactionTarget } from '../../../utils/case/redaction.ts';
import { CHAIN_START, hashEntry } from '../../../utils/integrity/custody-chain.ts';
import type { VerificationReport } from '../../../utils/bundle/verify/types.ts';
import { isPaintedCopy, paintOver } from '../../../utils/bundle/audience/paint.ts';
import { caseUcoProducer } from '../../../utils/bundle/case-uco.ts';
import { PAYLOAD_PRODUCERS } from '../../../utils/bundle/producers/index.ts';
import { writeBundle } from '../../../utils/bundle/write-bundle.ts';
import { writeVolumes } from '../../../utils/bundle/write-volumes.ts';
import { bytesOf, EXPORTED_AT, testSource, verify, written, type TestSource } from './support.ts';
import {
  ACCOUNT,
  HIDDEN,
  ID,
  NAME,
  TOKEN,
  aCase,
  face,
  picture,
  redaction,
  showsFace,
} from './redacted-case.ts';

async function filesOf(source: TestSource, audience: Audience, payload = PAYLOAD_PRODUCERS) {
  const bundle = await written(source, { audience, payload });
  const zip = await JSZip.loadAsync(await bytesOf(bundle.blob));
  const files = new Map<string, Uint8Array>();
  for (const [name, entry] of Object.entries(zip.files))
    files.set(name.slice(name.indexOf('/') + 1), await entry.async('uint8array'));
  const declaration = JSON.parse(
    new TextDecoder().decode(files.get('data/redactions.json')),
  ) as RedactionsFile;
  return { bundle, files, declaration, report: await verify(bundle.blob) };
}

const CAPTURE = 'data/captures/0001-00000000/';

describe.each(['recipient', 'forward-safe'] as const)('a copy for %s', (audience) => {
  it('holds no redacted text and no redacted pixel anywhere, and verifies whole', async () => {
    const { files, report } = await filesOf(await aCase(HIDDEN), audience);
    expect(report.findings).toEqual([]);
    expect(report.verdict).toBe('whole');
    for (const [path, bytes] of files) {
      const text = new TextDecoder().decode(bytes);
      for (const hidden of [
        NAME,
        'Yamada',
        'YAMADA',
        ACCOUNT,
        'Tar%C5%8D',
        'Tar\\u014d',
        'settle for',
        'passport TK1',
        'c3'.repeat(16),
        'face.png',
      ])
        expect([path, hidden, text.includes(hidden)]).toEqual([path, hidden, false]);
      if (path.endsWith('.png')) expect([path, showsFace(bytes)]).toEqual([path, false]);
    }
  });

  it('keeps every other pixel, links each copy to its original, and names what is left out', async () => {
    const source = await aCase(HIDDEN);
    const { files, declaration } = await filesOf(source, audience);
    const tile = declaration.files.find(({ path }) => path === `${CAPTURE}tiles/000.png`);
    const original = source.all[0]?.entries.find(({ path }) => path === 'tiles/000.png');
    expect(tile).toMatchObject({
      state: 'copy',
      original: { digest: original?.digest },
      areas: [{ x: 19, y: 59, width: 22, height: 32 }],
    });
    const pixels = decode(files.get(`${CAPTURE}tiles/000.png`) ?? new Uint8Array());
    expect([pixels.data[0], pixels.data[(60 * 80 + 25) * 3]]).toEqual([240, 0]);
    const out = declaration.files
      .filter(({ state }) => state === 'left-out')
      .map(({ path }) => path.slice(CAPTURE.length));
    expect(out).toEqual(
      expect.arrayContaining([
        'shots/viewport.png',
        'net/requests.json',
        'page.html',
        'page.mhtml',
        'page.wacz',
      ]),
    );
    expect(out.includes('facts.json')).toBe(audience === 'forward-safe');
    expect(files.has(`${CAPTURE}net/tls.json`)).toBe(true);
  });
});

it('shows a recipient all of a capture in which nothing is hidden, and keeps its digests', async () => {
  const { files, declaration, report } = await filesOf(await aCase([]), 'recipient');
  expect(report.verdict).toBe('whole');
  expect(declaration.files).toEqual([]);
  expect(files.has(`${CAPTURE}page.wacz`)).toBe(true);
  expect(declaration.caseWithheld).toEqual(['case.notes', 'parties.identityReference']);
});

it('lets nobody who knows all the rest find a hidden text by the hash of an entry or of a document', async () => {
  const source = await aCase(HIDDEN);
  const salt = '5a'.repeat(16);
  const { files } = await filesOf(source, 'forward-safe');
  const log = new TextDecoder().decode(files.get('data/custody.jsonl')).trim().split('\n');
  const withheldOnes = log.map((line) => JSON.parse(line) as WithheldEntry);
  for (const [seq, { withheld, hash, ...shown }] of withheldOnes.entries()) {
    const { actor, note, objectSha256 } = source.log[seq] ?? {};
    const guess = {
      ...shown,
      actor: actor ?? '',
      objectSha256: objectSha256 ?? null,
      ...(note ? { note } : {}),
    };
    expect(withheld).toContain('salt');
    expect(await hashEntry(guess)).not.toBe(hash);
  }
  const salted = await testSource([{ document: { salt } }]);
  const copy = await filesOf(salted, 'forward-safe');
  for (const bytes of copy.files.values()) expect(new TextDecoder().decode(bytes)).not.toContain(salt);
});

it('withholds parts of entries of before salts, and says that they had none', async () => {
  const source = await aCase(HIDDEN);
  const old: CustodyEntry[] = [];
  for (const { salt: _salt, hash: _hash, ...entry } of source.log) {
    const plain = { ...entry, prev: old.at(-1)?.hash ?? CHAIN_START };
    old.push({ ...plain, hash: await hashEntry(plain) });
  }
  source.log.splice(0, source.log.length, ...old);
  const { files, report } = await filesOf(source, 'forward-safe');
  expect(report.findings).toEqual([]);
  expect(new TextDecoder().decode(files.get('data/custody.jsonl'))).not.toContain('salt');
});

it.each(['recipient', 'forward-safe'] as const)(
  'hides an account that has the form of an id, and the ASCII form of a host, from %s',
  async (audience) => {
    const account = '7c0ffee0-dead-4bee-8a55-0123456789ab';
    const host = 'xn--mller-petra-thb.example';
    const source = await testSource([
      {
        url: `https://${host}/x`,
        files: { 'net/requests.json': JSON.stringify({ requests: [], account }) },
        document: {
          items: [
            {
              id: ID,
              kind: 'element',
              urls: [],
              box: face,
              text: account,
              markedAt: '2026-11-21T09:00:00.000Z',
            },
          ],
        },
      },
    ]);
    const redactions = [
      redaction({ kind: 'text', text: account }, 1),
      redaction({ kind: 'text', text: 'Müller-Petra' }, 2),
    ];
    const { files, report } = await filesOf(Object.assign(source, { redactions }), audience);
    expect(report.verdict).toBe('whole');
    for (const [path, bytes] of files)
      for (const hidden of [account, 'xn--mller'])
        expect([path, new TextDecoder().decode(bytes).includes(hidden)]).toEqual([path, false]);
  },
);

it.each(['recipient', 'forward-safe'] as const)(
  'hides with an area the addresses and texts of what stands there, in every document for %s',
  async (audience) => {
    const address = 'https://img.example/avatars/jane.png?size=200&v=2';
    const beside = 'https://img.example/avatars/jane.png?size=200&v=21';
    const source = await aCase([HIDDEN[0]].flatMap((one) => one ?? []));
    const [captured] = source.all;
    const box = { x: 10, y: 30, width: 10, height: 15 };
    const facts = {
      schema: 'prima-facie/page-facts/1',
      text: '',
      meta: [],
      jsonLd: [],
      resources: [
        { kind: 'image', url: address, box },
        { kind: 'image', url: beside, box: { x: 0, y: 80, width: 5, height: 5 } },
      ],
    };
    const item = { id: ID, kind: 'image' as const, urls: [address], box, text: 'Jane, 14 Elm Street' };
    const made = await testSource(
      [
        {
          url: captured?.capture.urlFinal ?? '',
          files: {
            'facts.json': JSON.stringify(facts),
            'net/requests.json': JSON.stringify({ requests: [{ url: address }] }),
          },
          document: { items: [{ ...item, markedAt: '2026-11-21T09:00:00.000Z' }] },
        },
      ],
      {
        ...source.caseFile,
        items: source.caseFile.items.map((one) => ({ ...one, urls: [address, beside] })),
      },
    );
    const { files, report } = await filesOf(
      Object.assign(made, { redactions: source.redactions ?? [] }),
      audience,
    );
    expect(report.verdict).toBe('whole');
    for (const [path, bytes] of files) {
      const text = new TextDecoder().decode(bytes).replaceAll('&amp;', '&').replaceAll(beside, '');
      for (const hidden of ['avatars/jane', '14 Elm Street'])
        expect([path, hidden, text.includes(hidden)]).toEqual([path, hidden, false]);
    }
    const urls = new TextDecoder().decode(files.get('data/urls.csv'));
    expect([urls.includes(beside), urls.includes('[redacted]')]).toEqual([true, true]);
  },
);

it('hands on no token, no telephone number, no private address, no operator and no machine', async () => {
  const payload = [...PAYLOAD_PRODUCERS, caseUcoProducer];
  const { files, report } = await filesOf(await aCase([]), 'forward-safe', payload);
  expect([...files.keys()].some((path) => path.endsWith('.jsonld'))).toBe(true);
  expect(report.verdict).toBe('whole');
  for (const [path, bytes] of files) {
    const text = new TextDecoder().decode(bytes);
    for (const secret of [TOKEN, '1234-5678', 'Hidden Lane', 'A. Tester', 'en-GB', 'Europe/Berlin'])
      expect([path, secret, text.includes(secret)]).toEqual([path, secret, false]);
  }
});

it('paints a picture by its own area, lets one through that was looked at, and takes a redaction back', async () => {
  const box = { x: 15, y: 55, width: 30, height: 40 };
  const viewport: RedactionTarget = { kind: 'area', captureId: ID, picture: 'shots/viewport.png', box };
  const first = await filesOf(
    await aCase([viewport, { kind: 'reviewed', captureId: ID, picture: WHOLE_PAGE }]),
    'recipient',
  );
  expect(showsFace(first.files.get(`${CAPTURE}shots/viewport.png`) ?? new Uint8Array())).toBe(false);
  expect(first.declaration.files.some(({ path }) => path.endsWith('tiles/000.png'))).toBe(false);
  const source = await aCase([viewport]);
  const [one] = source.redactions ?? [];
  if (!one) throw new Error('none');
  const back = Object.assign(source, { redactions: [{ ...one, withdrawnAt: '2026-11-21T09:40:00.000Z' }] });
  expect((await filesOf(back, 'recipient')).declaration).toMatchObject({ files: [], redactions: [] });
});

it('finds a declaration that is not true: a copy changed, a file put back, a withheld entry made up', async () => {
  const { bundle } = await filesOf(await aCase(HIDDEN), 'recipient');
  const zip = await JSZip.loadAsync(await bytesOf(bundle.blob));
  const [name] = Object.keys(zip.files).filter((path) => path.endsWith('tiles/000.png'));
  zip.file(name ?? '', picture(80, 200, face));
  const changed = await verify(
    new Blob([await zip.generateAsync({ type: 'arraybuffer', compression: 'STORE' })]),
  );
  expect(changed.findings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['file-different', 'redaction-wrong']),
  );
});

/** A bundle unpacked, changed, its manifests made anew, and packed by another program. */
async function rewritten(
  blob: Blob,
  change: (files: Map<string, string>) => void,
): Promise<VerificationReport> {
  const zip = await JSZip.loadAsync(await bytesOf(blob));
  const texts = ['data/custody.jsonl', 'data/redactions.json', 'bag-info.txt'];
  const top = Object.keys(zip.files)[0]?.split('/')[0] ?? '';
  const files = new Map<string, string>();
  for (const path of texts) files.set(path, (await zip.file(`${top}/${path}`)?.async('string')) ?? '');
  change(files);
  for (const [path, text] of files) zip.file(`${top}/${path}`, text);
  const lines = async (paths: readonly string[]) =>
    (
      await Promise.all(
        paths.map(async (path) => {
          const bytes = (await zip.file(`${top}/${path}`)?.async('uint8array')) ?? new Uint8Array();
          return `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`;
        }),
      )
    ).join('');
  const all = Object.values(zip.files).flatMap(({ dir, name }) => (dir ? [] : [name.slice(top.length + 1)]));
  zip.file(`${top}/manifest-sha256.txt`, await lines(all.filter((path) => path.startsWith('data/'))));
  const tags = all.filter((path) => !path.startsWith('data/') && !path.startsWith('tagmanifest'));
  zip.file(`${top}/tagmanifest-sha256.txt`, await lines(tags));
  return verify(new Blob([await zip.generateAsync({ type: 'arraybuffer', compression: 'STORE' })]));
}

const failures = ({ findings }: VerificationReport) =>
  findings.flatMap(({ severity, code }) => (severity === 'failure' && code !== 'oxum-wrong' ? [code] : []));

const withheld = (files: Map<string, string>, seq: number) => {
  const lines = (files.get('data/custody.jsonl') ?? '').trim().split('\n');
  const { actor: _actor, note: _note, ...rest } = JSON.parse(lines[seq] ?? '') as CustodyEntry;
  lines[seq] = JSON.stringify({ ...rest, withheld: ['actor', 'note'] });
  files.set('data/custody.jsonl', `${lines.join('\n')}\n`);
};

describe('somebody who writes all manifests anew', () => {
  it('cannot withhold an entry of a full bundle, nor one more in a copy than it declares', async () => {
    const full = await written(await aCase(HIDDEN));
    expect(failures(await rewritten(full.blob, () => undefined))).toEqual([]);
    expect(failures(await rewritten(full.blob, (files) => withheld(files, 1)))).toContain('custody-broken');
    const copy = await written(await aCase([]), { audience: 'recipient' });
    expect(failures(await rewritten(copy.blob, (files) => withheld(files, 1)))).toContain('custody-broken');
  });

  it('cannot declare a copy away, nor pass a copy off as a full bundle', async () => {
    const copy = await written(await aCase(HIDDEN), { audience: 'recipient' });
    const undeclared = await rewritten(copy.blob, (files) => {
      const file = JSON.parse(files.get('data/redactions.json') ?? '') as RedactionsFile;
      const kept = file.files.filter(({ path }) => !path.endsWith('tiles/000.png'));
      files.set('data/redactions.json', JSON.stringify({ ...file, files: kept }));
    });
    expect(failures(undeclared)).toContain('capture-artifact');
    const asFull = await rewritten(copy.blob, (files) => {
      const info = files.get('bag-info.txt') ?? '';
      files.set('bag-info.txt', info.replace('Prima-Facie-Audience: recipient\n', ''));
    });
    expect(failures(asFull)).toEqual(expect.arrayContaining(['custody-broken', 'capture-artifact']));
  });
});

it('carries the redactions whole in the full bundle, where the log seals them', async () => {
  const source = await aCase(HIDDEN);
  const { files, report } = await filesOf(source, 'full');
  expect(report.verdict).toBe('whole');
  expect(new TextDecoder().decode(files.get('data/redactions.json'))).toContain(NAME);
});

it('tells a painted copy from one that differs by a single pixel elsewhere', () => {
  const original = picture(80, 100, face);
  const areas = [{ ...face }];
  const painted = paintOver(original, areas);
  if (!painted.ok) throw new Error(painted.failure.detail);
  expect(isPaintedCopy(original, painted.value, areas)).toBe(true);
  expect(isPaintedCopy(original, painted.value, [{ ...face, width: 19 }])).toBe(false);
  const pixels = decode(painted.value);
  pixels.data[0] = 239;
  const altered = new Uint8Array(encode({ ...pixels, channels: 3 }));
  expect(isPaintedCopy(original, altered, areas)).toBe(false);
  expect(paintOver(original.slice(0, 60), areas).ok).toBe(false);
  const endless = { x: 0, y: 0, width: 1e15, height: 1e15 };
  expect(paintOver(original, [endless]).ok).toBe(true);
});

it('ends the export where a hidden text is a word of the report itself', async () => {
  const source = await aCase([{ kind: 'text', text: 'Methodology' }]);
  const options = {
    now: () => EXPORTED_AT,
    version: '0.1.0',
    operator: '',
    language: 'en',
    audience: 'recipient',
  } as const;
  expect(await writeBundle(source, options)).toMatchObject({
    ok: false,
    failure: { code: 'redaction-failed' },
  });
});

it('verifies volume by volume where the copy is cut: each declares what the others hold', async () => {
  const files = () => ({
    'shots/viewport.png': picture(80, 100, face),
    'page.html': `<p>${ACCOUNT}</p>`,
    'net/raw.bin': crypto.getRandomValues(new Uint8Array(60_000)),
  });
  const source = await testSource(Array.from({ length: 40 }, () => ({ files: files() })));
  const redactions = [
    redaction({ kind: 'area', captureId: ID, picture: 'shots/viewport.png', box: face }, 1),
  ];
  const volumes = await writeVolumes(
    Object.assign(source, { redactions }),
    { now: () => EXPORTED_AT, version: '0.1.0', operator: '', language: 'en', audience: 'recipient' },
    2_000_000,
  );
  if (!volumes.ok) throw new Error(volumes.failure.detail);
  expect(volumes.value.bundles.length).toBeGreaterThan(1);
  for (const { blob, fileName } of volumes.value.bundles) {
    expect([fileName, (await verify(blob)).findings]).toEqual([fileName, []]);
    expect(fileName).toContain('-recipient-volume-');
  }
});
