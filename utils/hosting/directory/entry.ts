import type { Channel, ChannelKind, Provider, ProviderBehaviour, ProviderClass } from '../../case/hosting.ts';

/** Where a fact about a channel was read; `never` as date: from common knowledge, to be checked before use. */
const SOURCES = {
  docs: ["the provider's own pages", '2026-11-21'],
  notices: ["the provider's own form or terms", '2026-11-21'],
  memory: ['common knowledge', 'never'],
} as const;

/** A channel as a line: kind, address, source; then what is known of it. */
export type ChannelLine = readonly [
  kind: ChannelKind,
  address: string,
  source: keyof typeof SOURCES,
  more?: {
    readonly languages?: readonly string[];
    readonly attachments?: boolean;
    readonly limits?: string;
    readonly designated?: boolean;
  },
];

/** A provider as a line: id, name, class, family, behaviour, channels, note. */
export type ProviderLine = readonly [
  id: string,
  name: string,
  providerClass: ProviderClass,
  family: string,
  behaviour: ProviderBehaviour,
  channels: readonly ChannelLine[],
  note?: string,
];

function channelFrom([kind, address, source, more = {}]: ChannelLine): Channel {
  const [where, checkedOn] = SOURCES[source];
  return {
    kind,
    address,
    languages: more.languages ?? [],
    attachments: more.attachments ?? null,
    ...(more.limits === undefined ? {} : { limits: more.limits }),
    designated: more.designated ?? false,
    origin: 'bundled',
    source: where,
    checkedOn,
  };
}

/** Completes the lines of the bundled directory. */
export function providersFrom(lines: readonly ProviderLine[]): Provider[] {
  return lines.map(([id, name, providerClass, family, behaviour, channels, note]) => ({
    id,
    name,
    class: providerClass,
    family,
    behaviour,
    ...(note === undefined ? {} : { note }),
    channels: channels.map(channelFrom),
    origin: 'bundled',
    source: 'bundled directory',
    checkedOn: '2026-11-21',
  }));
}
