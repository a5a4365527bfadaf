import type { NoticeDraft } from './notice.ts';
import type { Regime, RegimeStatement } from './regime.ts';

/** Whether a draft or notice takes an earlier one back. A letter taken back stays a letter. */
export function takesBack({ kind, retracts }: Pick<NoticeDraft, 'kind' | 'retracts'>): boolean {
  return kind === 'retraction' || retracts !== undefined;
}

/** What decides which statements a notice makes. */
type Asked = Pick<NoticeDraft, 'kind' | 'retracts' | 'measures' | 'provider'>;

/**
 * The statements of the law that a notice makes. A letter stands outside the procedure of the law, and whoever takes
 * something back claims nothing: neither makes any.
 */
export function statementsAsked(notice: Asked, regime: Pick<Regime, 'statements'>): RegimeStatement[] {
  if (notice.kind === 'letter' || takesBack(notice)) return [];
  return regime.statements.filter((statement) => belongs(statement, notice));
}

/** Whether a statement belongs to a recipient of this class and to what is asked of it. */
export function belongs({ when }: RegimeStatement, { measures, provider }: Omit<Asked, 'kind'>): boolean {
  return (
    when === undefined || (when.classes.includes(provider.serviceClass) && measures.includes(when.measure))
  );
}
