import type { Finding } from '../../case/notice.ts';
import type { ExceptionId, Regime } from '../../case/regime.ts';
import type { READINESS } from '../../i18n/catalog/readiness.ts';
import { TOOL_RULES } from '../../i18n/catalog/tool-rules.ts';
import type { ToolRule } from '../../i18n/catalog/tool-rules.ts';
import { FORM_LIMITS } from '../forms/limits.ts';
import { MODEL_FORM } from '../regimes/shared.ts';
import type { RuleContext } from './context.ts';

/** What a finding can say: every code has a sentence in the catalog, or it does not compile. */
export type FindingCode = Exclude<keyof typeof READINESS, `state-${string}` | `severity-${string}`>;

/** A rule of this tool, or a citation made from the notice; undefined: that of the element. */
type Source = ToolRule | ((context: RuleContext) => string | undefined);

const FORWARDS: Readonly<Record<string, string>> = {
  CA: 'Copyright Act, s. 41.26(1)(a)',
  CN: '《中华人民共和国民法典》第一千一百九十五条第二款',
};

/** The web form that sets a limit, with the day it was read; without a form it is our own care. */
const ofForm: Source = ({ content: { channel } }) => {
  const limits = channel?.form && FORM_LIMITS[channel.form];
  return limits ? `${limits.source}, ${limits.checkedOn}` : TOOL_RULES['rule-channel'].en;
};

/** Findings that rest on something else than what the law says of their element. */
const BY_CODE: Readonly<Partial<Record<FindingCode, Source>>> = {
  'notifier-no-person': 'rule-person',
  'contact-usual': ({ content: { regime } }) =>
    regime.id === 'us-512' ? undefined : TOOL_RULES['rule-contact-usual'].en,
  'contact-email-malformed': 'rule-contact-usual',
  'identity-document': ({ content: { regime } }) => (regime.identity === 'name' ? MODEL_FORM : undefined),
  'identity-agent': () => MODEL_FORM,
  'holder-cut': 'rule-cut',
  'holder-representative': () => MODEL_FORM,
  'authority-power-each': () => MODEL_FORM,
  'authority-not-owner': 'rule-authority',
  'work-cut': 'rule-cut',
  'work-too-many': ofForm,
  'description-general': 'rule-ali-b',
  'description-vague': 'rule-ali-b',
  'description-private': 'rule-private',
  'reason-private': 'rule-private',
  'scope-unstated': 'rule-scope',
  'capture-changed': 'rule-whole',
  'capture-old': 'rule-fresh',
  'capture-observed': 'rule-whole',
  'recheck-none': ({ content: { regime } }) =>
    regime.id === 'cn-adm2005' ? '《互联网著作权行政保护办法》第十三条' : TOOL_RULES['rule-recheck'].en,
  // Section 41.25(3) says what a notice may not hold, and not that it gives reasons.
  'reason-missing': ({ content: { regime } }) =>
    regime.id === 'ca-41.25' ? TOOL_RULES['rule-ali-d'].en : undefined,
  'measure-server': 'rule-ali-measure',
  'measure-server-unjustified': 'rule-ali-measure',
  'measure-everything': 'rule-ultraman',
  'measure-host-unknown': 'rule-host',
  'measure-cache-origin': () => '17 U.S.C. § 512(b)(2)(E)',
  'measure-forwarding': ({ content: { regime } }) =>
    FORWARDS[regime.jurisdiction] ?? TOOL_RULES['rule-passes-on'].en,
  'channel-ticket': 'rule-ali-channel',
  'channel-unchecked': 'rule-channel',
  'channel-never-checked': 'rule-channel',
  'channel-seat-unknown': 'rule-seat',
  'channel-seat-registered': 'rule-seat',
  'channel-not-us': 'rule-seat',
  'channel-class': ({ content: { regime } }) => regime.law,
  'channel-form-law': ofForm,
  'channel-field-empty': ofForm,
  'channel-shortened': ofForm,
  'channel-attachments': ofForm,
  'channel-oversized': ofForm,
  'channel-publishes': ofForm,
  'regime-unverified': 'rule-unverified',
  'signature-text-changed': 'rule-sign-last',
  'signature-not-last': 'rule-sign-last',
  'signature-another': 'rule-one-person',
  'signature-organisation': 'rule-person',
};

/** The citation of a finding's own, where it has one. */
export function citationFor(code: FindingCode, context: RuleContext): string | undefined {
  const source = BY_CODE[code];
  return typeof source === 'string' ? TOOL_RULES[source].en : source?.(context);
}

const RULE_BY_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries(TOOL_RULES).map(([key, { en }]) => [en, key]),
);

/** A citation as a finding has it: marked where it is a rule of this tool. */
export function cited(citation: string): Pick<Finding, 'citation' | 'rule'> {
  const rule = RULE_BY_WORDS.get(citation);
  return rule === undefined ? { citation } : { citation, rule };
}

const UNVERIFIED = '(unverified)';

/** Where each law keeps its quotations and parodies. */
const QUOTATION: Readonly<Record<string, string>> = {
  EU: 'Directive 2001/29/EC, Art. 5(3)(d) and (k)',
  GB: 'Copyright, Designs and Patents Act 1988, ss. 30(1ZA) and 30A',
  JP: '著作権法第32条',
  CA: 'Copyright Act, ss. 29–29.2',
  NZ: 'Copyright Act 1994, s. 42',
  IN: `Copyright Act, 1957, s. 52(1)(a) ${UNVERIFIED}`,
  KR: `Copyright Act (Korea), Arts 28 and 35-5 ${UNVERIFIED}`,
};

/** The article an exception stands in; what is asked under every law alike is a rule of this tool. */
export function exceptionCitation(id: ExceptionId, { jurisdiction }: Pick<Regime, 'jurisdiction'>): string {
  if (id === 'fair-use') return '17 U.S.C. § 107';
  if (id === 'cn-art-24') return '《中华人民共和国著作权法》第二十四条';
  const quotation = id === 'quotation-parody' ? QUOTATION[jurisdiction] : undefined;
  return quotation ?? TOOL_RULES['rule-exceptions'].en;
}
