import type { Finding, NoticeContent, Readiness } from '../../case/notice.ts';
import { statementsAsked, takesBack } from '../../case/notice-kind.ts';
import { channelRule } from './channel.ts';
import { exceptionsRule, signatureRule, statementsRule } from './confirmations.ts';
import type { Rule, RuleContext } from './context.ts';
import { duplicateRule } from './duplicate.ts';
import { captureRule, titleRule } from './evidence.ts';
import { addressRule, descriptionRule, rightRule, workRule } from './items.ts';
import { authorityRule, contactRule, holderRule, identityRule, notifierRule } from './parties.ts';
import { languageRule, measureRule, reasonRule } from './request.ts';

/** The rules of a notice, in the order in which a person fills it in. */
const NOTICE_RULES: readonly Rule[] = [
  notifierRule,
  contactRule,
  identityRule,
  holderRule,
  authorityRule,
  workRule,
  rightRule,
  descriptionRule,
  addressRule,
  titleRule,
  captureRule,
  reasonRule,
  measureRule,
  channelRule,
  languageRule,
  statementsRule,
  exceptionsRule,
  signatureRule,
  duplicateRule,
];

/** Taking a notice back needs no proof: only who, why, where to and a signature. */
const RETRACTION_RULES: readonly Rule[] = [
  notifierRule,
  contactRule,
  reasonRule,
  channelRule,
  languageRule,
  signatureRule,
];

/** A letter stands outside the procedure of the law, so it needs the law's elements but not its statements. */
const LETTER_RULES: readonly Rule[] = NOTICE_RULES.filter((rule) => rule !== statementsRule);

function rulesFor(content: NoticeContent): readonly Rule[] {
  if (takesBack(content)) return RETRACTION_RULES;
  return content.kind === 'letter' ? LETTER_RULES : NOTICE_RULES;
}

/** Says what a notice still lacks. Pure and synchronous; never says that a notice is valid. */
export function evaluate(context: RuleContext): Readiness {
  const { regime } = context.content;
  const findings = rulesFor(context.content).flatMap((rule) => rule(context));
  const blocking = findings.filter((finding) => finding.severity === 'block');
  const missing = [...new Set(blocking.map((finding) => finding.id))];
  const total = countBlocking(context);
  return {
    regime: regime.id,
    state: stateOf(blocking),
    missing,
    findings,
    done: total - missing.length,
    total,
  };
}

function stateOf(blocking: readonly Finding[]): Readiness['state'] {
  if (blocking.length === 0) return 'ready';
  return blocking.some((finding) => finding.kind === 'machine') ? 'missing' : 'to-confirm';
}

/** How many rules of this notice can block: the full length of the meter. */
function countBlocking({ content }: RuleContext): number {
  if (takesBack(content)) return RETRACTION_RULES.length - 1;
  const { regime } = content;
  const elements = regime.elements.filter((one) => one.severity === 'block').length;
  const statements = statementsAsked(content, regime).filter((one) => one.severity === 'block').length;
  return elements + statements + (regime.exceptions.length > 0 ? 1 : 0);
}
