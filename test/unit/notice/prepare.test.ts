import { describe, expect, test } from 'vitest';
import type { CaseFile } from '../../../utils/case/case-file.ts';
import type { Item } from '../../../utils/case/dispute.ts';
import type { NoticeProvider } from '../../../utils/case/notice.ts';
import { noticeAddresses } from '../../../utils/notice/addresses.ts';
import type { Capture } from '../../../utils/case/capture.ts';
import type { HostingSummary, Recipient, RoleFinding } from '../../../utils/case/hosting.ts';
import { checkReadiness } from '../../../utils/notice/check.ts';
import { evidenceOf, tieItems } from '../../../utils/notice/prepare/evidence.ts';
import { prepareNotices } from '../../../utils/notice/prepare/index.ts';
import { regimeOfSeat, serviceClassOf } from '../../../utils/notice/prepare/recipients.ts';
import { capture, CASE_ID, holder, item, NOW, work } from './a-case.ts';

const form = {
  kind: 'form',
  address: 'https://abuse.cloudflare.com/',
  languages: ['en'],
  attachments: false,
  designated: true,
  origin: 'bundled',
  source: 'reference',
  checkedOn: '2026-11-21',
} as const;
const mail = { ...form, kind: 'email', address: 'abuse@hetzner.com' } as const;

const edge: Recipient = {
  provider: 'Cloudflare',
  providerId: 'cloudflare',
  class: 'proxy',
  role: 'edge',
  hosts: ['pirate.example'],
  channel: form,
  alternatives: [],
  why: 'edge',
  reason: { id: 'recipient-edge', values: {} },
  behaviour: 'forwards-and-names-host',
};
const media: Recipient = {
  ...edge,
  provider: 'Hetzner',
  providerId: 'hetzner',
  class: 'host',
  role: 'media-host',
  hosts: ['media.example'],
  channel: mail,
};
const registrar: Recipient = {
  ...edge,
  provider: 'Namecheap',
  providerId: 'namecheap',
  class: 'registrar',
  role: 'registrar',
};
const elsewhere: Recipient = { ...edge, provider: 'Other', providerId: 'other', hosts: ['other.example'] };

const summary = (recipients: readonly Recipient[], roles: readonly RoleFinding[] = []): HostingSummary => ({
  schema: 'prima-facie/hosting/1',
  at: NOW,
  state: 'complete',
  roles,
  origins: [],
  recipients,
  pending: [],
  warnings: [],
  dataDates: {},
});

const film = { ...item, urls: ['https://media.example/7.mp4'] };

const caseFile: CaseFile = {
  schema: 'prima-facie/case/1',
  case: { id: CASE_ID, title: 'Lantern', status: 'open', createdAt: NOW, updatedAt: NOW },
  parties: [holder],
  works: [work],
  items: [film],
  request: { reason: 'No licence was given.' },
};

let count = 0;
const newId = (): string => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`;
const prepare = (recipients: readonly Recipient[], more = {}, file = caseFile) =>
  prepareNotices(file, [capture], { [capture.id]: summary(recipients) }, { newId, now: NOW, ...more });

test('what a registry named at capture was looked at on the day of the capture', () => {
  const named = { ...mail, checkedOn: 'at capture' };
  const [draft] = prepare([{ ...media, channel: named, alternatives: [form] }]);
  expect(draft?.channel?.checkedOn).toBe('2026-11-21');
  expect(draft?.provider.channels.map(({ checkedOn }) => checkedOn)).toEqual(['2026-11-21', '2026-11-21']);
});

describe('linked notices of one matter', () => {
  const drafts = prepare([media, edge, registrar, elsewhere], { search: true, operator: true });

  test('one for each recipient that serves an item, in the order recommended', () => {
    expect(drafts.map((draft) => [draft.provider.id, draft.kind])).toEqual([
      ['hetzner', 'notice'],
      ['cloudflare', 'notice'],
      ['google-search', 'notice'],
      ['operator:pirate.example', 'letter'],
    ]);
    expect(new Set(drafts.map((draft) => draft.matterId)).size).toBe(1);
    expect(new Set(drafts.map((draft) => draft.id)).size).toBe(4);
  });

  test('each with the hosts it serves and the measures of its class', () => {
    expect(drafts.map((draft) => draft.scopeHosts)).toEqual([['media.example'], ['pirate.example'], [], []]);
    expect(drafts.map((draft) => draft.measures)).toEqual([
      ['remove'],
      ['purge-cache', 'forward', 'disclose-host'],
      ['delist'],
      ['cease', 'remove'],
    ]);
  });

  test('under the law of the recipient’s seat, unless the user asks for another', () => {
    expect(drafts.map((draft) => draft.regime)).toEqual(['eu-dsa16', 'us-512', 'us-512', 'us-512']);
    expect(
      prepare([media, edge], { regime: 'cn-civ1195' }).map((draft) => [draft.regime, draft.language]),
    ).toEqual([
      ['cn-civ1195', 'zh-CN'],
      ['cn-civ1195', 'zh-CN'],
    ]);
    const wished = { ...caseFile, request: { regimes: ['cn-reg14', 'us-512'] as const } };
    expect(prepare([media, edge], {}, wished).map((draft) => draft.regime)).toEqual(['eu-dsa16', 'us-512']);
    const china = { ...caseFile, request: { regimes: ['cn-reg14'] as const } };
    expect(prepare([edge], {}, china).map((draft) => draft.regime)).toEqual(['us-512']);
    const alibaba: Recipient = { ...media, provider: 'Alibaba Cloud', providerId: 'alibaba-cloud' };
    const unknown: Recipient = { ...media, provider: 'Harbour', providerId: 'harbour' };
    const both = { ...caseFile, request: { regimes: ['us-512', 'cn-civ1195'] as const } };
    expect(prepare([alibaba, unknown, media], {}, both).map((draft) => draft.regime)).toEqual([
      'cn-civ1195',
      'us-512',
      'eu-dsa16',
    ]);
  });

  test('each text names only its own addresses and mentions the others', async () => {
    const [first, second] = drafts;
    if (!first || !second) throw new Error('two drafts');
    const context = { sources: caseFile, captures: [capture], matter: drafts, now: NOW };
    const readiness = await checkReadiness(second, context);
    expect(readiness.findings.map((finding) => finding.code)).not.toContain('measure-host-unknown');
    expect(readiness.missing.every((id) => /statement|signature/.test(id))).toBe(true);
  });

  test('nothing is confirmed, answered or signed beforehand', () => {
    for (const draft of drafts) {
      expect(draft.statements).toEqual([]);
      expect(draft.exceptions).toEqual([]);
      expect(draft).not.toHaveProperty('signature');
    }
  });

  test('the registrar only when asked for', () => {
    expect(prepare([registrar], { roles: ['registrar'] }).map((draft) => draft.measures)).toEqual([
      ['forward'],
    ]);
  });

  test('a provider the user described outranks the found one', () => {
    const own = { ...(drafts[0]?.provider ?? raise()), serviceClass: 'iaas' as const, channels: [] };
    const [draft] = prepare([media], {}, { ...caseFile, providers: [own] });
    expect(draft).toMatchObject({ provider: { serviceClass: 'iaas' }, channel: null });
  });

  test('a web form whose fields are known is recognised', () => {
    expect(drafts[1]?.channel).toMatchObject({ form: 'cloudflare' });
    expect(drafts[0]?.channel).not.toHaveProperty('form');
  });
});

function raise(): never {
  throw new Error('a draft was expected');
}

test('classes of the hosting rules and what they do for the material', () => {
  const of = (patch: Partial<Recipient>) => serviceClassOf({ ...edge, ...patch });
  expect(of({})).toBe('cache_cdn');
  expect(of({ class: 'iaas' })).toBe('iaas');
  expect(of({ providerId: 'civitai', class: 'platform', role: 'platform' })).toBe('ai_model');
  expect(of({ class: 'unclassified', role: 'content-host' })).toBe('hosting');
  expect(of({ class: 'unclassified', role: 'registrar' })).toBe('dns_registrar');
  expect(of({ class: 'transit' })).toBe('conduit');
});

test('laws of seats', () => {
  expect(regimeOfSeat('CN', 'iaas')).toBe('cn-civ1195');
  expect(regimeOfSeat('CN', 'hosting')).toBe('cn-reg14');
  expect(regimeOfSeat('CN', 'ecommerce')).toBe('cn-ecom42');
  expect(regimeOfSeat('FR', 'hosting')).toBe('eu-dsa16');
  expect(regimeOfSeat('JP', 'hosting')).toBe('jp-ipdpa');
  expect(regimeOfSeat('GB', 'hosting')).toBe('uk-reg22');
  expect(regimeOfSeat('BR', 'hosting')).toBeUndefined();
  expect(regimeOfSeat(undefined, 'hosting')).toBeUndefined();
});

describe('a host the user named', () => {
  const second = {
    ...item,
    id: 'second',
    pageUrl: 'https://siteb.example/read/7',
    urls: ['https://siteb.example/img/7.png'],
  };
  const bullet = (more: Partial<NoticeProvider> = {}): NoticeProvider => ({
    id: 'user:bullethost',
    name: 'BulletHost',
    serviceClass: 'hosting',
    classBasis: 'named by the user',
    regimes: [],
    channels: [],
    ...more,
  });
  const host = { ...media, role: 'content-host', hosts: ['siteb.example'] } as const;
  const two = (more: Partial<NoticeProvider> = {}, first: Item = film): CaseFile => ({
    ...caseFile,
    items: [first, second],
    providers: [bullet(more)],
  });
  const addressesTo = (drafts: ReturnType<typeof prepare>, items: readonly Item[]) =>
    Object.fromEntries(
      drafts.map(({ provider, itemIds, scopeHosts }) => [
        provider.id,
        noticeAddresses({ items: items.filter(({ id }) => itemIds.includes(id)), scopeHosts }),
      ]),
    );

  test('gets the site it was named for, and no other', () => {
    const file = two({ namedFor: ['pirate.example'] });
    expect(addressesTo(prepare([host], {}, file), file.items)).toEqual({
      hetzner: ['https://siteb.example/img/7.png', 'https://siteb.example/read/7'],
      'user:bullethost': ['https://media.example/7.mp4', 'https://pirate.example/read/lantern-keeper/7'],
    });
  });

  test('named for no site, gets none that somebody else was found to host', () => {
    const file = two();
    expect(addressesTo(prepare([host], {}, file), file.items)['user:bullethost']).toEqual([
      'https://media.example/7.mp4',
      'https://pirate.example/read/lantern-keeper/7',
    ]);
    expect(addressesTo(prepare([host, media], {}, file), file.items)['user:bullethost']).toEqual([
      'https://pirate.example/read/lantern-keeper/7',
    ]);
    // Who only passes the material on, or shows it, is not in the host's place.
    const engine = two({ serviceClass: 'search_link' });
    expect(addressesTo(prepare([host], {}, engine), engine.items)['user:bullethost']).toHaveLength(4);
  });

  test('leaves no other site with nobody to write to', () => {
    const file = two({ namedFor: ['pirate.example'] });
    expect(Object.keys(addressesTo(prepare([], {}, file), file.items))).toEqual([
      'host:siteb.example',
      'user:bullethost',
    ]);
  });

  test('is warned of with more than one site, unless it was named for each', async () => {
    const codes = async (file: CaseFile) => {
      const draft = prepare([], {}, file).find(({ provider }) => provider.id === 'user:bullethost');
      if (!draft) return raise();
      const { findings } = await checkReadiness(draft, { sources: file, captures: [capture], now: NOW });
      return findings.filter(({ code }) => code === 'scope-unstated').map(({ parameters }) => parameters);
    };
    expect(await codes(two())).toEqual([{ provider: 'BulletHost', count: 2 }]);
    expect(await codes(two({ namedFor: ['pirate.example', 'siteb.example'] }))).toEqual([]);
    expect(await codes(two({ namedFor: ['pirate.example'] }))).toEqual([]);
  });
});

describe('captures as evidence', () => {
  const row: Capture = {
    id: capture.id,
    caseId: CASE_ID,
    number: 1,
    state: 'complete',
    trigger: 'panel',
    urlTyped: 'http://pirate.example/go',
    urlFinal: capture.urlFinal,
    title: capture.title,
    startedAt: capture.startedAt,
    steps: [],
    notCaptured: [],
  };
  const role = {
    role: 'content-host',
    provider: 'x',
    providerId: 'x',
    class: 'host',
    confidence: 'probable',
    why: '',
    evidence: [],
    asn: null,
    contacts: [],
    serves: ['page'],
  } as const;

  test('only addresses of the browser’s own connections count', () => {
    const roles: RoleFinding[] = [
      { ...role, host: 'pirate.example', address: '203.0.113.9', addressSource: 'connection' },
      { ...role, host: 'media.example', address: '198.51.100.1', addressSource: 'dns' },
    ];
    const evidence = evidenceOf(row, { intact: true, hosting: summary([], roles) });
    expect(evidence).toMatchObject({
      ip: '203.0.113.9',
      hostAddresses: { 'pirate.example': '203.0.113.9' },
      digest: null,
    });
  });

  test('items typed beforehand are tied to the captures of their pages', () => {
    const evidence = [evidenceOf(row, { intact: true })];
    const typed = { ...item, captureIds: [], pageUrl: 'http://pirate.example/go#top' };
    expect(tieItems([typed], evidence)[0]?.captureIds).toEqual([capture.id]);
    expect(tieItems([{ ...typed, pageUrl: 'https://elsewhere.example/' }], evidence)[0]?.captureIds).toEqual(
      [],
    );
    expect(tieItems([{ ...typed, captureIds: ['own'] }], evidence)[0]?.captureIds).toEqual(['own']);
  });
});

describe('where no seat is known', () => {
  const harbour: Recipient = { ...media, provider: 'Harbour', providerId: 'harbour' };
  const prepared = (registrationCountry: string, recipient = harbour) => {
    const finding = { providerId: recipient.providerId, registrationCountry };
    const hosting = { [capture.id]: summary([recipient], [finding as RoleFinding]) };
    const [draft] = prepareNotices(caseFile, [capture], hosting, {
      now: NOW,
      newId: () => crypto.randomUUID(),
    });
    if (!draft) throw new Error('there is a recipient');
    return draft;
  };

  test('the country of registration is kept as a hint, and makes no seat and chooses no law', () => {
    expect(prepared('NL').provider).toMatchObject({ registeredIn: 'NL', regimes: [] });
    expect(prepared('NL').provider).not.toHaveProperty('country');
    expect(prepared('NL').regime).toBe(prepared('US').regime);
    expect(prepared('US', media).provider).toMatchObject({ country: 'DE' });
    expect(prepared('US', media).provider).not.toHaveProperty('registeredIn');
    // What a registry, or an imported bundle, wrote there may be anything.
    for (const odd of ['nl', 'Netherlands', '', ['NL'] as unknown as string])
      expect(prepared(odd).provider).not.toHaveProperty('registeredIn');
  });

  test.each([
    ['NL', 'warn'],
    ['US', 'advise'],
  ] as const)('%s is said with the question whether the law reaches them (%s)', async (country, severity) => {
    const draft = { ...prepared(country), regime: 'us-512' as const };
    const { findings } = await checkReadiness(draft, { sources: caseFile, captures: [capture], now: NOW });
    const seat = findings.filter(({ code }) => code.startsWith('channel-seat'));
    expect(seat).toMatchObject([{ code: 'channel-seat-registered', severity, parameters: { country } }]);
  });
});
