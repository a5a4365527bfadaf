import type { CaseFile } from '../../../utils/case/case-file.ts';
import type { Item, Party, Work } from '../../../utils/case/dispute.ts';
import type {
  EvidenceCapture,
  NoticeChannel,
  NoticeContent,
  NoticeDraft,
  NoticeProvider,
} from '../../../utils/case/notice.ts';
import type { RegimeId, ServiceClass } from '../../../utils/case/regime.ts';
import type { Digest } from '../../../utils/case/values.ts';
import { buildContent } from '../../../utils/notice/content.ts';
import { measuresFor, REGIMES } from '../../../utils/notice/regimes/index.ts';
import { evaluate } from '../../../utils/notice/rules/index.ts';
import type { RuleContext } from '../../../utils/notice/rules/context.ts';

export const NOW = '2026-11-21T12:00:00.000Z';
export const CASE_ID = '00000000-0000-4000-8000-000000000001';
const DIGEST: Digest = `sha256:${'a1'.repeat(32)}`;

export const holder: Party = {
  id: '00000000-0000-4000-8000-000000000010',
  caseId: CASE_ID,
  role: 'right-holder',
  kind: 'organisation',
  legalName: 'Moonlit Panels Ltd',
  contactName: 'Aiko Stern',
  legalRepresentative: 'Aiko Stern',
  address: '12 Print Row',
  city: 'Leeds',
  postalCode: 'LS1 4AB',
  country: 'GB',
  phone: '+44 113 496 0000',
  email: 'rights@moonlit.example',
  authority: 'owner',
  identityReference: 'Company register no. 01234567, copy on request',
};

export const work: Work = {
  id: '00000000-0000-4000-8000-000000000020',
  caseId: CASE_ID,
  title: 'The Lantern Keeper',
  kind: 'comic',
  author: 'R. Okabe',
  rightsClaimed: ['network-dissemination', 'reproduction'],
  firstPublication: '2024-03-01',
  registrationNumber: 'VA-2-400-100',
  authorisedUrls: ['https://moonlit.example/lantern-keeper'],
  titleDocuments: [
    { digest: DIGEST, name: 'registration.pdf', kind: 'registration-certificate', addedAt: NOW },
  ],
};

export const capture: EvidenceCapture = {
  id: '00000000-0000-4000-8000-000000000030',
  number: 1,
  state: 'complete',
  urlFinal: 'https://pirate.example/read/lantern-keeper/7',
  title: 'The Lantern Keeper 7',
  startedAt: '2026-11-21T09:30:00.000Z',
  digest: `sha256:${'b2'.repeat(32)}`,
  intact: true,
  ip: '203.0.113.9',
};

export const item: Item = {
  id: '00000000-0000-4000-8000-000000000040',
  caseId: CASE_ID,
  workId: work.id,
  captureIds: [capture.id],
  pageUrl: 'https://pirate.example/read/lantern-keeper/7',
  urls: ['https://pirate.example/img/lk/7/001.png'],
  description:
    'All 44 pages of chapter 7 are shown as images in a reader, without advertising of the publisher.',
  right: 'network-dissemination',
  mode: 'full-copy',
  account: 'scan-group-9',
  foundAt: '2026-11-21T09:28:00.000Z',
  observations: [],
};

export const channel: NoticeChannel = {
  kind: 'email',
  address: 'abuse@host.example',
  languages: [],
  attachments: true,
  designated: true,
  source: 'https://host.example/copyright',
  checkedOn: '2026-11-01',
};

export function provider(regime: RegimeId, serviceClass?: ServiceClass): NoticeProvider {
  const { classes, jurisdiction } = REGIMES[regime];
  return {
    id: 'host',
    name: 'Host Ltd',
    serviceClass: serviceClass ?? classes[0] ?? 'hosting',
    classBasis: 'probable: server address in its published range',
    country: jurisdiction === 'EU' ? 'DE' : jurisdiction,
    regimes: [regime],
    channels: [channel],
  };
}

export interface Sample {
  draft: NoticeDraft;
  sources: Pick<CaseFile, 'parties' | 'works' | 'items'>;
  captures: readonly EvidenceCapture[];
  context: Partial<RuleContext>;
  linked?: NoticeContent['linked'];
}

/** A notice under a regime that lacks nothing, to take things away from. */
export function ready(regime: RegimeId): Sample {
  const data = REGIMES[regime];
  const language = data.languages[0] ?? 'en';
  const at = '2026-11-21T11:00:00.000Z';
  const recipient = provider(regime);
  return {
    draft: {
      id: '00000000-0000-4000-8000-000000000050',
      caseId: CASE_ID,
      matterId: '00000000-0000-4000-8000-000000000051',
      version: 1,
      kind: 'notice',
      regime,
      provider: recipient,
      channel,
      language,
      holderId: holder.id,
      notifierId: holder.id,
      itemIds: [item.id],
      reason: 'The holder has granted no licence for this use.',
      measures: measuresFor(data, recipient.serviceClass),
      scopeHosts: [],
      statements: data.statements
        .filter(({ when }) => when === undefined)
        .map(({ name, text }) => ({
          name,
          text: text[language],
          confirmedBy: 'Aiko Stern',
          at,
        })),
      exceptions: data.exceptions.map((id) => ({ id, answer: 'does-not-apply', at })),
      signature: { name: 'Aiko Stern', at: '2026-11-21T11:30:00.000Z', textDigest: DIGEST },
      createdAt: at,
      attachmentBytes: 900_000,
      attached: [DIGEST],
    },
    sources: { parties: [holder], works: [work], items: [item] },
    captures: [capture],
    context: {
      rechecks: [{ id: 'r1', caseId: CASE_ID, itemId: item.id, scheduledAt: '2026-11-28T12:00:00.000Z' }],
    },
  };
}

export function contentOf(sample: Sample): NoticeContent {
  const content = buildContent(sample.draft, sample.sources, { captures: sample.captures });
  return sample.linked ? { ...content, linked: sample.linked } : content;
}

export function check(sample: Sample) {
  return evaluate({
    content: contentOf(sample),
    now: NOW,
    textDigest: null,
    textCharacters: 4000,
    shortenedFields: [],
    emptyFields: [],
    notices: [],
    deliveries: [],
    rechecks: [],
    ...sample.context,
  });
}

/** Changes of a sample, written shortly. */
export const change = {
  draft: (sample: Sample, patch: Partial<NoticeDraft>): Sample => ({
    ...sample,
    draft: { ...sample.draft, ...patch },
  }),
  party: (sample: Sample, patch: Partial<Party>): Sample => ({
    ...sample,
    sources: { ...sample.sources, parties: sample.sources.parties.map((party) => ({ ...party, ...patch })) },
  }),
  work: (sample: Sample, patch: Partial<Work>): Sample => ({
    ...sample,
    sources: { ...sample.sources, works: sample.sources.works.map((one) => ({ ...one, ...patch })) },
  }),
  item: (sample: Sample, patch: Partial<Item>): Sample => ({
    ...sample,
    sources: { ...sample.sources, items: sample.sources.items.map((one) => ({ ...one, ...patch })) },
  }),
  /** The item stands on another page, and was captured there. */
  page: (sample: Sample, pageUrl: string, urls: readonly string[] = []): Sample =>
    change.capture(change.item(sample, { pageUrl, urls }), { urlFinal: pageUrl }),
  capture: (sample: Sample, patch: Partial<EvidenceCapture>): Sample => ({
    ...sample,
    captures: sample.captures.map((one) => ({ ...one, ...patch })),
  }),
  channel: (sample: Sample, patch: Partial<NoticeChannel>): Sample =>
    change.draft(sample, { channel: { ...channel, ...patch } }),
  provider: (sample: Sample, patch: Partial<NoticeProvider>): Sample =>
    change.draft(sample, { provider: { ...sample.draft.provider, ...patch } }),
};

/** Leaves a field out of an object. */
export function without<T extends object, K extends keyof T>(object: T, ...keys: K[]): Omit<T, K> {
  const copy = { ...object };
  for (const key of keys) delete copy[key];
  return copy;
}

/** The same notice, finalised before and still standing. */
export function withLiveNotice(sample: Sample): Sample {
  const { draft } = sample;
  const content = {
    ...without(draft, 'regime', 'id', 'holderId', 'notifierId', 'itemIds', 'createdAt', 'signature'),
    noticeId: 'earlier',
    regime: REGIMES[draft.regime],
    holder,
    notifier: holder,
    works: [work],
    items: sample.sources.items.filter(({ id }) => draft.itemIds.includes(id)),
    captures: sample.captures,
    linked: [],
  };
  const notice = {
    schema: 'prima-facie/notice/1',
    id: 'earlier',
    caseId: draft.caseId,
    finalisedAt: '2026-11-10T10:00:00.000Z',
    content,
    renderings: [],
    notRendered: [],
    contentDigest: `sha256:${'0'.repeat(64)}`,
  } as const;
  return { ...sample, context: { ...sample.context, notices: [notice] } };
}

/** {@link withLiveNotice}, after which the content was restored. */
export function withRestored(sample: Sample): Sample {
  const live = withLiveNotice(sample);
  const delivery = {
    id: 'd',
    caseId: sample.draft.caseId,
    noticeId: 'earlier',
    type: 'restored',
    at: '2026-11-15T00:00:00.000Z',
    channel: 'abuse@host.example',
    proof: [],
  } as const;
  return { ...live, context: { ...live.context, deliveries: [delivery] } };
}
