import { ELEMENTS } from '../../case/regime.ts';
import type { ElementName, RegimeElement, Severity } from '../../case/regime.ts';

/** When the sources in the records were read. */
export const CHECKED_ON = '2026-11-21';

const ALI = 'Ali Cloud (Beijing IP Court, 2019)';

/**
 * What this house asks for under every law, because a notice without it was refused somewhere or cannot be proven
 * later. A regime that asks for the same element by its own text replaces the citation and may raise the severity.
 */
const HOUSE: Readonly<Record<ElementName, { severity: Severity; citation: string } | null>> = {
  notifier: { severity: 'block', citation: `${ALI}, requirement A` },
  contact: { severity: 'block', citation: `${ALI}, requirement A` },
  identity: null,
  holder: { severity: 'block', citation: `${ALI}, requirement A` },
  authority: { severity: 'block', citation: 'Agency must be shown by a power of attorney' },
  work: { severity: 'block', citation: `${ALI}, requirement B` },
  right: { severity: 'warn', citation: `${ALI}, requirement B` },
  description: { severity: 'block', citation: `${ALI}, requirement B` },
  address: { severity: 'block', citation: `${ALI}, requirement B` },
  'proof-title': { severity: 'block', citation: `${ALI}, requirement C` },
  'proof-capture': { severity: 'block', citation: `${ALI}, requirement C` },
  reason: { severity: 'block', citation: `${ALI}, requirement D` },
  measure: { severity: 'block', citation: `${ALI}, requirement D and proportionality of the measure` },
  channel: { severity: 'block', citation: `${ALI}: an appropriate channel, which a support ticket is not` },
  language: { severity: 'warn', citation: 'A notice the recipient cannot read is answered late' },
  signature: { severity: 'block', citation: 'A notice is signed by the person who answers for it' },
  duplicate: { severity: 'block', citation: 'One live notice for each recipient and address' },
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
    return house === null ? [] : [{ element, ...house }];
  });
}

/** An element that a statute names blocks, except the language, which no statute here makes a condition. */
function atLeastBlock(element: ElementName): Severity {
  return element === 'language' ? 'warn' : 'block';
}
