import type { Channel, HostingSummary, ProviderClass, Recipient, ServerRole } from '../../case/hosting.ts';
import type { NoticeChannel, NoticeProvider } from '../../case/notice.ts';
import { REGIME_IDS } from '../../case/regime.ts';
import type { RegimeId, ServiceClass } from '../../case/regime.ts';
import type { Instant } from '../../case/values.ts';
import { formBehind } from '../forms/recognise.ts';
import { REGIMES } from '../regimes/index.ts';

/** Platforms on which people share models; the measures differ from those of other hosts. */
const AI_PLATFORMS = new Set(['civitai', 'hugging-face']);

const BY_CLASS: Readonly<Record<Exclude<ProviderClass, 'unclassified'>, ServiceClass>> = {
  proxy: 'cache_cdn',
  shield: 'cache_cdn',
  cdn: 'cache_cdn',
  host: 'hosting',
  storage: 'hosting',
  platform: 'hosting',
  iaas: 'iaas',
  transit: 'conduit',
  registrar: 'dns_registrar',
  dns: 'dns_registrar',
};

const BY_ROLE: Readonly<Record<ServerRole, ServiceClass>> = {
  edge: 'cache_cdn',
  'content-host': 'hosting',
  'media-host': 'hosting',
  platform: 'hosting',
  dns: 'dns_registrar',
  registrar: 'dns_registrar',
};

/** What a provider does for the material, from what the hosting rules found. The user may set another. */
export function serviceClassOf(recipient: Pick<Recipient, 'providerId' | 'class' | 'role'>): ServiceClass {
  if (AI_PLATFORMS.has(recipient.providerId)) return 'ai_model';
  if (recipient.role === 'registrar' || recipient.role === 'dns') return 'dns_registrar';
  return recipient.class === 'unclassified' ? BY_ROLE[recipient.role] : BY_CLASS[recipient.class];
}

/** Seats of providers whose own pages name one law to write under. Others: not known here. */
const SEATS: readonly (readonly [prefix: string, country: string])[] = [
  ['cloudflare', 'US'],
  ['cloudfront', 'US'],
  ['aws', 'US'],
  ['fastly', 'US'],
  ['akamai', 'US'],
  ['github', 'US'],
  ['google', 'US'],
  ['youtube', 'US'],
  ['civitai', 'US'],
  ['hugging-face', 'US'],
  ['digitalocean', 'US'],
  ['alibaba', 'CN'],
  ['tencent', 'CN'],
  ['huawei', 'CN'],
  ['bilibili', 'CN'],
  ['hetzner', 'DE'],
  ['contabo', 'DE'],
  ['ovh', 'FR'],
  ['leaseweb', 'NL'],
];

/** ISO 3166-1 alpha-2 of a provider's seat; undefined where it is not known. */
export function seatOf(providerId: string): string | undefined {
  return SEATS.find(([prefix]) => providerId.startsWith(prefix))?.[1];
}

const EU = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '),
);

/** The law of a seat under which a provider of a class is written to; undefined where none is known. */
export function regimeOfSeat(country: string | undefined, serviceClass: ServiceClass): RegimeId | undefined {
  if (country === undefined) return undefined;
  const jurisdiction = EU.has(country) ? 'EU' : country;
  const there = REGIME_IDS.filter((id) => REGIMES[id].jurisdiction === jurisdiction);
  return there.find((id) => REGIMES[id].classes.includes(serviceClass)) ?? there[0];
}

/**
 * A channel as notices use it; a web form whose fields are known gets their id, as does mail that is read as one. What
 * a registry named `at capture` was looked at on the day of that capture, in UTC.
 */
export function noticeChannel(channel: Channel, capturedAt?: Instant): NoticeChannel {
  const { kind, address, languages, attachments, designated, source, checkedOn } = channel;
  const form = formBehind(channel);
  return {
    kind,
    address,
    languages,
    attachments,
    designated,
    source,
    checkedOn: checkedOn === 'at capture' && capturedAt !== undefined ? utcDay(capturedAt) : checkedOn,
    ...(form === undefined ? {} : { form }),
  };
}

function utcDay(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Where the hosting rules found a recipient's addresses registered; kept only where its seat is not known. */
export function registrationOf(recipient: Recipient, roles: HostingSummary['roles']): string | undefined {
  const mine = roles.filter(({ providerId }) => providerId === recipient.providerId);
  const country = mine.find(({ registrationCountry }) => registrationCountry)?.registrationCountry;
  // An imported bundle may hold anything there.
  const written: unknown = country;
  return typeof written === 'string' && /^[A-Z]{2}$/.test(written) ? written : undefined;
}

/** A recipient of the hosting rules as notices see it; `capturedAt`: start of the capture it was found with. */
export function noticeProvider(
  recipient: Recipient,
  capturedAt?: Instant,
  registeredIn?: string,
): NoticeProvider {
  const serviceClass = serviceClassOf(recipient);
  const country = seatOf(recipient.providerId);
  const regime = regimeOfSeat(country, serviceClass);
  const channels = [...(recipient.channel ? [recipient.channel] : []), ...recipient.alternatives];
  return {
    id: recipient.providerId,
    name: recipient.provider,
    serviceClass,
    classBasis: recipient.why,
    role: recipient.role,
    ...(country === undefined ? {} : { country }),
    ...(country === undefined && registeredIn !== undefined ? { registeredIn } : {}),
    regimes: regime === undefined ? [] : [regime],
    channels: channels.map((channel) => noticeChannel(channel, capturedAt)),
  };
}
