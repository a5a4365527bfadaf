import type { Item } from '../../case/dispute.ts';
import type { HostingSummary } from '../../case/hosting.ts';
import type { Id } from '../../case/values.ts';
import { hostOf } from '../addresses.ts';
import { GOOGLE_SEARCH, siteOperator } from './others.ts';

/** Somebody who can be written to beside those who serve the material. Never written to unless asked for. */
export interface FurtherRecipient {
  readonly kind: 'search' | 'registrar' | 'operator';
  readonly providerId: string;
  readonly name: string;
}

/** Most sites offered a letter each: more are better written to from their own cases. */
const MOST_SITES = 20;

/**
 * Who else a case can write to: a search engine, the registrars found, the sites themselves. What is written to
 * already (`known`, provider ids) is left out.
 */
export function furtherRecipients(
  items: readonly Item[],
  hosting: Readonly<Record<Id, HostingSummary>>,
  known: ReadonlySet<string>,
): FurtherRecipient[] {
  if (items.length === 0) return [];
  const registrars = Object.values(hosting)
    .flatMap(({ recipients }) => recipients)
    .filter(({ role }) => role === 'registrar')
    .map(({ providerId, provider }) => ({ kind: 'registrar' as const, providerId, name: provider }));
  const hosts = [...new Set(items.map(({ pageUrl }) => hostOf(pageUrl)))].filter((host) => host !== null);
  const operators = hosts
    .slice(0, MOST_SITES)
    .map((host) => ({ kind: 'operator' as const, providerId: siteOperator(host).id, name: host }));
  const search = { kind: 'search' as const, providerId: GOOGLE_SEARCH.id, name: GOOGLE_SEARCH.name };
  const all: FurtherRecipient[] = [search, ...registrars, ...operators];
  const once = new Map(all.map((one) => [one.providerId, one]));
  return [...once.values()].filter(({ providerId }) => !known.has(providerId));
}
