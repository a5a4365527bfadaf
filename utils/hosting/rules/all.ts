import { RANGE_SETS } from '../data/ranges.ts';
import { RuleIndex } from '../rule-index.ts';
import { ASIAN_EDGE_RULES } from './asian-edges.ts';
import { EDGE_RULES } from './edges.ts';
import { HOST_RULES } from './hosts.ts';
import type { Rule } from './rule.ts';

/** The whole rule table. */
export const RULES: readonly Rule[] = [...EDGE_RULES, ...ASIAN_EDGE_RULES, ...HOST_RULES];

let index: RuleIndex | undefined;

/** The bundled rules, arranged on first use: a worker that never looks anyone up never pays for it. */
export function ruleIndex(): RuleIndex {
  index ??= new RuleIndex(RULES, RANGE_SETS);
  return index;
}

/**
 * Names, in lower case, of the response headers that tell who serves something. The request log keeps these, and
 * no others, for sub-resources. `set-cookie` is wanted for its names only: its values are secrets.
 */
export function signatureHeaders(): ReadonlySet<string> {
  return new Set([...ruleIndex().headerNames, 'server', 'via', 'set-cookie']);
}
