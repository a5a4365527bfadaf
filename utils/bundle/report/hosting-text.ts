import { HOSTING_CATALOG } from '../../i18n/catalog/hosting.ts';
import { translator, type Parameters } from '../../i18n/translate.ts';
import type { ReportWriter } from './writer.ts';

type HostingKey = keyof typeof HOSTING_CATALOG & string;

/** A sentence of the hosting catalog; the English one that came with the finding where the catalog has none. */
export function hostingText(w: ReportWriter, id: string, values: Parameters, otherwise: string): string {
  if (!Object.hasOwn(HOSTING_CATALOG, id)) return otherwise;
  return translator(HOSTING_CATALOG, w.language)(id as HostingKey, values);
}
