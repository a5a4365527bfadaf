import type { NoticeChannel, NoticeProvider } from '../case/notice.ts';
import type { RegimeId, ServiceClass } from '../case/regime.ts';
import type { Id, Instant } from '../case/values.ts';
import { directoryWith, type ProviderOverride } from '../hosting/directory/directory.ts';
import { recipientsOf } from '../hosting/recipients.ts';
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
    const capturedAt = captures.find((capture) => capture.id === id)?.startedAt;
    const claimed = roles.filter(({ confidence }) => confidence === 'claimed');
    const taken = claimed.map((role) => ({ ...role, confidence: 'probable' as const }));
    for (const recipient of recipientsOf({ roles: taken, origins }, directory)) {
      const why = claimed.find(({ providerId }) => providerId === recipient.providerId)?.why;
      found.set(recipient.providerId, {
        ...noticeProvider(recipient, capturedAt),
        classBasis: why ?? recipient.why,
      });
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

/** A recipient as the user named it. */
export function typedProvider(
  name: string,
  address: string,
  serviceClass: ServiceClass,
  at: Instant,
  regime: RegimeId | null = null,
): NoticeProvider {
  const slug = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return {
    id: `user:${slug}`,
    name,
    serviceClass,
    classBasis: NAMED_BY_USER,
    regimes: regime === null ? [] : [regime],
    channels: address === '' ? [] : [typedChannel(address, at)],
  };
}

/** Keeps a recipient of the user's with the case. */
export async function keepProvider(store: Store, caseId: Id, provider: NoticeProvider): Promise<void> {
  await store.db.noticeProviders.put({ ...provider, caseId });
}
