import { ELEMENTS } from '../../case/regime.ts';
import type { ElementName, RegimeElement, Severity } from '../../case/regime.ts';
import { TOOL_RULES } from '../../i18n/catalog/tool-rules.ts';
import type { ToolRule } from '../../i18n/catalog/tool-rules.ts';

/** When the sources in the records were read. */
export const CHECKED_ON = '2026-11-21';

/** The model form of the National Copyright Administration of China, whose starred fields platforms check. */
export const MODEL_FORM = '国家版权局《要求删除或断开链接侵权网络内容的通知》示范格式';

/**
 * What this house asks for under every law, because a notice without it was refused somewhere or cannot be proven
 * later. A regime that asks for the same element by its own text replaces the citation and may raise the severity.
 */
const HOUSE: Readonly<Record<ElementName, { severity: Severity; rule: ToolRule } | null>> = {
  notifier: { severity: 'block', rule: 'rule-ali-a' },
  contact: { severity: 'block', rule: 'rule-ali-a' },
  identity: null,
  holder: { severity: 'block', rule: 'rule-ali-a' },
  authority: { severity: 'block', rule: 'rule-agency' },
  work: { severity: 'block', rule: 'rule-ali-b' },
  right: { severity: 'warn', rule: 'rule-ali-b' },
  description: { severity: 'block', rule: 'rule-ali-b' },
  address: { severity: 'block', rule: 'rule-ali-b' },
  'proof-title': { severity: 'block', rule: 'rule-ali-c' },
  'proof-capture': { severity: 'block', rule: 'rule-ali-c' },
  reason: { severity: 'block', rule: 'rule-ali-d' },
  measure: { severity: 'block', rule: 'rule-ali-measure' },
  channel: { severity: 'block', rule: 'rule-ali-channel' },
  language: { severity: 'warn', rule: 'rule-readable' },
  signature: { severity: 'block', rule: 'rule-signed' },
  duplicate: { severity: 'block', rule: 'rule-duplicate' },
};

/** The house's elements with a regime's own citations and severities laid over them, in the order of the rules. */
export function elements(
  own: Readonly<Partial<Record<ElementName, string | RegimeElement>>>,
): RegimeElement[] {
  return ELEMENTS.flatMap((element): RegimeElement[] => {
    const mine = own[element];
    if (typeof mine === 'string') return [{ element, severity: atLeastBlock(element), citation: mine }];
    if (mine !== undefined) return [mine];
    const house = HOUSE[element];
    if (house === null) return [];
    return [{ element, severity: house.severity, citation: TOOL_RULES[house.rule].en }];
  });
}

/** An element that a statute names blocks, except the language, which no statute here makes a condition. */
function atLeastBlock(element: ElementName): Severity {
  return element === 'language' ? 'warn' : 'block';
}
