import { decode, encode } from 'fast-png';
import type { Party } from '../../../utils/case/dispute.ts';
import { WHOLE_PAGE, type Redaction, type RedactionTarget } from '../../../utils/case/redaction.ts';
import { nextEntry } from '../../../utils/integrity/custody-chain.ts';
import { aWacz } from '../archive/a-wacz.ts';
import { caseFile, CASE_ID, testSource, type TestSource } from './support.ts';

export const NAME = 'Tarō Yamada';
export const ACCOUNT = 'moon_fan77';
export const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
export const FACE = [201, 11, 83] as const;
export const ID = '00000000-0000-4000-8000-000000000001';

/** A picture whose face is of a colour that stands nowhere else. */
export function picture(
  width: number,
  height: number,
  face: { x: number; y: number; width: number; height: number },
) {
  const data = new Uint8Array(width * height * 3).fill(240);
  for (let y = face.y; y < face.y + face.height; y += 1)
    for (let x = face.x; x < face.x + face.width; x += 1) data.set(FACE, (y * width + x) * 3);
  return new Uint8Array(encode({ width, height, data, channels: 3 }));
}

export function showsFace(bytes: Uint8Array): boolean {
  const { data, channels } = decode(bytes);
  for (let at = 0; at < data.length; at += channels)
    if (FACE.every((value, channel) => data[at + channel] === value)) return true;
  return false;
}

const URL_OF_PAGE = `https://pirate.example/u/${ACCOUNT}/1?access_token=${TOKEN}`;
export const about = { box: { x: 0, y: 0, width: 40, height: 100 }, scale: 2, width: 80, height: 200 };
export const face = { x: 20, y: 60, width: 20, height: 30 };

export function redaction(target: RedactionTarget, number: number): Redaction {
  const createdAt = '2026-11-21T09:30:00.000Z';
  const id = `00000000-0000-4000-b000-${String(number).padStart(12, '0')}`;
  return {
    id,
    caseId: CASE_ID,
    createdAt,
    actor: 'A. Tester',
    reason: 'a private person',
    salt: '00'.repeat(16),
    target,
  };
}

const FACTS = {
  salt: 'c3'.repeat(16),
  schema: 'prima-facie/page-facts/1',
  text: `uploaded by ${NAME}`,
  meta: [{ name: 'author', content: NAME }],
  jsonLd: [`{"author":"Tar\\u014d Yamada"}`],
  resources: [
    { kind: 'image', url: 'https://img.example/face.png', box: { x: 10, y: 30, width: 10, height: 15 } },
    {
      kind: 'image',
      url: 'https://img.example/page.png',
      box: { x: 0, y: 80, width: 10, height: 15 },
      text: NAME,
    },
  ],
};

export async function aCase(targets: readonly RedactionTarget[]): Promise<TestSource> {
  const files = {
    'shots/viewport.png': picture(80, 100, face),
    'tiles/000.png': picture(80, 200, face),
    'items/01.png': picture(40, 60, { x: 0, y: 0, width: 20, height: 30 }),
    'facts.json': JSON.stringify(FACTS),
    'net/requests.json': JSON.stringify({
      schema: 'prima-facie/network-log/1',
      hops: [],
      mainResponse: null,
      requests: [{ url: URL_OF_PAGE, type: 'image', status: 200, ip: null, startedAt: '' }],
      dropped: 0,
    }),
    'net/tls.json': JSON.stringify({ host: 'pirate.example' }),
    'page.html': `<p>by Tar&#333; <b>Yamada</b></p>`,
    'page.mhtml': `by Tar=C5=8D Yamada`,
    // Unsigned, since a signature is another one each time.
    'page.wacz': await aWacz(false),
  };
  const party: Party = {
    id: ID,
    caseId: CASE_ID,
    role: 'right-holder',
    kind: 'person',
    legalName: 'Sora Ishii',
    address: '1 Hidden Lane',
    country: 'JP',
    phone: '+81-3-1234-5678',
    email: 's@x.example',
    authority: 'owner',
    identityReference: 'passport TK1',
  };
  const file = caseFile({
    parties: [party],
    items: [
      {
        id: ID,
        caseId: CASE_ID,
        captureIds: [ID],
        pageUrl: URL_OF_PAGE,
        urls: [`https://img.example/${encodeURIComponent(NAME)}.png`],
        description: `copy by ${NAME.toUpperCase()}`,
        mode: 'full-copy',
        account: ACCOUNT,
        foundAt: '2026-11-21T09:00:00.000Z',
        observations: [],
        mark: { box: about.box, cropPath: 'items/01.png' },
      },
    ],
    case: { ...caseFile().case, notes: 'settle for 5,000' },
  });
  const source = await testSource([{ url: URL_OF_PAGE, title: `Moon by ${NAME}`, files }], file);
  const [captured] = source.all;
  if (!captured) throw new Error('no capture');
  const placed = captured.entries.map((entry) => {
    if (entry.path.startsWith('tiles/')) return { ...entry, about };
    if (entry.path.startsWith('items/'))
      return { ...entry, about: { scale: 2, box: { x: 10, y: 30, width: 20, height: 30 } } };
    return entry.path.endsWith('.json') ? { ...entry, mediaType: 'application/json' } : entry;
  });
  source.all[0] = { ...captured, entries: placed };
  const redactions = targets.map((target, index) => redaction(target, index + 1));
  for (const { createdAt, actor } of redactions)
    source.log.push(
      await nextEntry(
        source.log.at(-1) ?? null,
        { at: createdAt, actor, action: 'redacted', objectSha256: null },
        'bb'.repeat(16),
      ),
    );
  return Object.assign(source, { redactions });
}

export const HIDDEN: RedactionTarget[] = [
  { kind: 'area', captureId: ID, picture: WHOLE_PAGE, box: { x: 10, y: 30, width: 10, height: 15 } },
  { kind: 'text', text: NAME },
  { kind: 'text', text: ACCOUNT },
];
