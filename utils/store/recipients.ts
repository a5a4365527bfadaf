import type { NoticeChannel, NoticeProvider } from '../case/notice.ts';
import type { RegimeId, ServiceClass } from '../case/regime.ts';
import type { Id, Instant } from '../case/values.ts';
import { directoryWith, type ProviderOverride } from '../hosting/directory/directory.ts';
import { recipientsOf } from '../hosting/recipients.ts';
import { hostOf } from '../notice/addresses.ts';
import { formBehind, kindOfAddress } from '../notice/forms/recognise.ts';
import { noticeProvider } from '../notice/prepare/recipients.ts';
import type { CaseEvidence } from './case-evidence.ts';
import type { Store } from './store.ts';

/**
 * Providers that only headers speak of. The hosting rules make no recipients of them, since anyone can send such
 * headers; a person who knows the site may choose one, and the reason then says what it rests on.
 */
export function claimedProviders(
  { captures, hosting }: CaseEvidence,
  overrides: readonly ProviderOverride[] = [],
): NoticeProvider[] {
  const directory = directoryWith(overrides);
  const found = new Map<string, NoticeProvider>();
  for (const [id, { roles, origins }] of Object.entries(hosting)) {
    const capture = captures.find((one) => one.id === id);
    const site = capture && hostOf(capture.urlFinal);
    const claimed = roles.filter(({ confidence }) => confidence === 'claimed');
    const taken = claimed.map((role) => ({ ...role, confidence: 'probable' as const }));
    for (const recipient of recipientsOf({ roles: taken, origins }, directory)) {
      const why = claimed.find(({ providerId }) => providerId === recipient.providerId)?.why;
      const provider = { ...noticeProvider(recipient, capture?.startedAt), classBasis: why ?? recipient.why };
      const before = found.get(recipient.providerId);
      found.set(
        recipient.providerId,
        namedFurther(site ? { ...provider, namedFor: [site] } : provider, before),
      );
    }
  }
  return [...found.values()];
}

/** A channel as the user typed it, of the kind its address speaks for. No ticket system is designated for notices. */
export function typedChannel(address: string, at: Instant, designated = false): NoticeChannel {
  const kind = kindOfAddress(address);
  const form = formBehind({ kind, address });
  return {
    kind,
    address,
    languages: [],
    attachments: null,
    designated: designated && kind !== 'support-ticket',
    source: 'typed by the user',
    checkedOn: at.slice(0, 10),
    ...(form === undefined ? {} : { form }),
  };
}

const KIND_STATED = '; kind stated by the user';

/** A channel of the kind the user says it is; its source then says who said so. */
export function channelOfKind(channel: NoticeChannel, kind: NoticeChannel['kind']): NoticeChannel {
  const { form: _form, ...rest } = channel;
  const designated = channel.designated && kind !== 'support-ticket';
  const form = formBehind({ kind, address: channel.address });
  const source = channel.source.replace(KIND_STATED, '');
  return {
    ...rest,
    kind,
    designated,
    source: `${source}${KIND_STATED}`,
    ...(form === undefined ? {} : { form }),
  };
}

/** Why a provider is written to that no lookup found. */
export const NAMED_BY_USER = 'named by the user';

/** A recipient as the user named it; `namedFor`: hosts of the pages it was named for, where that was said. */
export function typedProvider(
  name: string,
  address: string,
  serviceClass: ServiceClass,
  at: Instant,
  regime: RegimeId | null = null,
  namedFor?: readonly string[],
): NoticeProvider {
  const slug = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return {
    id: `user:${slug}`,
    name,
    serviceClass,
    classBasis: NAMED_BY_USER,
    regimes: regime === null ? [] : [regime],
    channels: address === '' ? [] : [typedChannel(address, at)],
    ...(namedFor === undefined ? {} : { namedFor }),
  };
}

/** A recipient with the sites it was named for before as well. */
function namedFurther(provider: NoticeProvider, before: NoticeProvider | undefined): NoticeProvider {
  if (!provider.namedFor || !before?.namedFor) return provider;
  return { ...provider, namedFor: [...new Set([...before.namedFor, ...provider.namedFor])] };
}

/** Keeps a recipient of the user's with the case; named for one site after another, it is named for all of them. */
export async function keepProvider(store: Store, caseId: Id, provider: NoticeProvider): Promise<void> {
  const { noticeProviders } = store.db;
  await store.db.transaction('rw', noticeProviders, async () => {
    const before = await noticeProviders.get([caseId, provider.id]);
    await noticeProviders.put({ ...namedFurther(provider, before), caseId });
  });
}
