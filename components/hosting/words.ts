import type { Confidence, Evidence } from '../../utils/case/hosting.ts';
import type { Language } from '../../utils/case/settings.ts';
import { HOSTING_CATALOG } from '../../utils/i18n/catalog/hosting.ts';
import { translator, type Parameters } from '../../utils/i18n/translate.ts';

type HostingKey = keyof typeof HOSTING_CATALOG & string;

/**
 * A sentence of the hosting catalog in the reader's language.
 * @param otherwise the English sentence that came with it, for an id newer than this catalog.
 */
export function hostingText(
  language: Language,
  id: string,
  values: Parameters = {},
  otherwise: string = id,
): string {
  if (!Object.hasOwn(HOSTING_CATALOG, id)) return otherwise;
  return translator(HOSTING_CATALOG, language)(id as HostingKey, values);
}

/** Reasons of a finding, one sentence each. */
export function reasons(language: Language, evidence: readonly Evidence[]): string[] {
  return evidence.map(({ id, values }) => hostingText(language, id, values));
}

/** How sure a finding is, as a colour. */
export const CONFIDENCE_TONES: Readonly<Record<Confidence, 'good' | 'info' | 'warn'>> = {
  confirmed: 'good',
  probable: 'info',
  claimed: 'warn',
};
