import type { Id } from '../../utils/case/values.ts';

/** Parts of a case, in the order of their tabs. */
export const CASE_TABS = ['captures', 'items', 'works', 'parties', 'notices', 'custody', 'export'] as const;
export type CaseTab = (typeof CASE_TABS)[number];

/** A place in the dashboard. */
export type Route =
  | { readonly page: 'cases' }
  | { readonly page: 'verify' }
  | { readonly page: 'import' }
  | { readonly page: 'case'; readonly caseId: Id; readonly tab: CaseTab; readonly rest: readonly string[] };

/** The place a hash names: `#/case/<id>/captures/<captureId>/network`. What names nothing leads to the list of cases. */
export function routeOf(hash: string): Route {
  const [page, caseId, tab, ...rest] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .filter(Boolean);
  if (page === 'verify' || page === 'import') return { page };
  if (page !== 'case' || !caseId) return { page: 'cases' };
  const known = CASE_TABS.find((one) => one === tab);
  return { page: 'case', caseId, tab: known ?? 'captures', rest: known ? rest : [] };
}
