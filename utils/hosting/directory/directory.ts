import * as v from 'valibot';
import type { Channel, Provider } from '../../case/hosting.ts';
import { fail, succeed, type Result } from '../../case/result.ts';
import { BUNDLED_PROVIDERS } from './bundled.ts';

/** Everything known about providers: the bundled entries, and the user's, which outrank them and say so. */
export interface Directory {
  readonly get: (id: string) => Provider | undefined;
  readonly all: readonly Provider[];
}

const text = (longest: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest));

const channelSchema = v.strictObject({
  kind: v.picklist(['email', 'form', 'postal', 'fax', 'phone', 'procedure']),
  address: text(500),
  languages: v.optional(v.pipe(v.array(text(35)), v.maxLength(20)), []),
  attachments: v.optional(v.nullable(v.boolean()), null),
  limits: v.optional(text(500)),
  designated: v.optional(v.boolean(), false),
  source: v.optional(text(500), 'entered by the user'),
  checkedOn: v.optional(text(40), 'never'),
});

const providerSchema = v.strictObject({
  id: v.pipe(text(80), v.regex(/^[a-z0-9][a-z0-9:.-]*$/, 'lower-case letters, digits, ":", "." and "-"')),
  name: v.optional(text(200)),
  legalEntity: v.optional(text(300)),
  class: v.optional(
    v.picklist([
      'proxy',
      'shield',
      'cdn',
      'host',
      'iaas',
      'storage',
      'platform',
      'transit',
      'registrar',
      'dns',
      'unclassified',
    ]),
  ),
  family: v.optional(text(80)),
  behaviour: v.optional(
    v.picklist([
      'takes-down',
      'forwards-to-customer',
      'forwards-and-names-host',
      'customer-deadline',
      'acts-as-cache',
      'needs-rights-documents',
      'unknown',
    ]),
  ),
  note: v.optional(text(1000)),
  channels: v.optional(v.pipe(v.array(channelSchema), v.maxLength(20))),
  source: v.optional(text(500), 'entered by the user'),
  checkedOn: v.optional(text(40), 'never'),
});

const fileSchema = v.strictObject({
  schema: v.literal('prima-facie/providers/1'),
  providers: v.pipe(v.array(providerSchema), v.maxLength(2000)),
});

/** One entry of the user's: only `id` is needed; what is left out is taken from the bundled entry. */
export type ProviderOverride = v.InferOutput<typeof providerSchema>;

/** The file in which a user keeps corrections and additions. */
export interface ProviderFile {
  readonly schema: 'prima-facie/providers/1';
  readonly providers: readonly ProviderOverride[];
}

/** Reads a user's directory file (JSON text, at most 2 MB). Every error names its place. */
export function parseProviderFile(json: string): Result<ProviderFile> {
  if (json.length > 2_000_000) return fail('too-large', 'a directory file has at most 2,000,000 characters');
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    return fail('invalid-data', `not JSON: ${String(error)}`);
  }
  const parsed = v.safeParse(fileSchema, data);
  if (parsed.success) return succeed(parsed.output);
  const issues = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'file'}: ${issue.message}`);
  return fail('invalid-data', issues.slice(0, 20).join('; '));
}

/** The directory with a user's entries on top. */
export function directoryWith(overrides: readonly ProviderOverride[] = []): Directory {
  const byId = new Map<string, Provider>(BUNDLED_PROVIDERS.map((provider) => [provider.id, provider]));
  for (const override of overrides) byId.set(override.id, applied(override, byId.get(override.id)));
  return { get: (id) => byId.get(id), all: [...byId.values()] };
}

function applied(override: ProviderOverride, bundled: Provider | undefined): Provider {
  const legalEntity = override.legalEntity ?? bundled?.legalEntity;
  const note = override.note ?? bundled?.note;
  return {
    id: override.id,
    name: override.name ?? bundled?.name ?? override.id,
    ...(legalEntity === undefined ? {} : { legalEntity }),
    class: override.class ?? bundled?.class ?? 'unclassified',
    family: override.family ?? bundled?.family ?? override.id,
    behaviour: override.behaviour ?? bundled?.behaviour ?? 'unknown',
    ...(note === undefined ? {} : { note }),
    channels: override.channels?.map((channel) => channelOf(channel, bundled)) ?? bundled?.channels ?? [],
    origin: 'user',
    source: override.source,
    checkedOn: override.checkedOn,
  };
}

/** A bundled channel that the user's entry repeats as it was, source and date included, is still the bundled one. */
function channelOf(
  { limits, ...channel }: NonNullable<ProviderOverride['channels']>[number],
  bundled: Provider | undefined,
): Channel {
  const own: Channel = { ...channel, ...(limits === undefined ? {} : { limits }), origin: 'user' };
  return bundled?.channels.find((one) => isSame(one, own)) ?? own;
}

function isSame(one: Channel, other: Channel): boolean {
  return (
    one.kind === other.kind &&
    one.address === other.address &&
    one.languages.join(' ') === other.languages.join(' ') &&
    one.attachments === other.attachments &&
    one.limits === other.limits &&
    one.designated === other.designated &&
    one.source === other.source &&
    one.checkedOn === other.checkedOn
  );
}
