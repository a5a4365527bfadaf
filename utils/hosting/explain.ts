import type { Confidence, Evidence, Provider } from '../case/hosting.ts';
import { HOSTING_CATALOG } from '../i18n/catalog/hosting.ts';
import { translator } from '../i18n/translate.ts';
import type { Found } from './classify.ts';
import type { Match } from './rule-index.ts';

type HostingKey = keyof typeof HOSTING_CATALOG & string;

/** Characters of a header's value that are shown. */
const LONGEST_VALUE = 60;

const english = translator(HOSTING_CATALOG, 'en');

/** The reasons for a finding, one of each kind and pattern, in the order: name, address, network, headers. */
export function evidenceOf(found: Found): Evidence[] {
  const seen = new Set<string>();
  const evidence = found.matches
    .filter(({ rule, values }) => {
      const key = `${rule.kind} ${Object.values(values).join(' ')}`;
      return !seen.has(key) && seen.add(key);
    })
    .map(evidenceFrom);
  return found.confidence === 'claimed'
    ? [...evidence, { id: 'evidence-headers-only', values: {} }]
    : evidence;
}

/** `Cloudflare (confirmed): its address … is in …; the response carried cf-ray: 8f00-FRA.` */
export function whySentence(
  provider: Pick<Provider, 'name'>,
  confidence: Confidence,
  evidence: readonly Evidence[],
): string {
  const reasons = evidence.map((one) => english(one.id as HostingKey, one.values));
  return `${provider.name} (${english(`confidence-${confidence}`)}): ${reasons.join('; ')}.`;
}

/** The English text of one catalog entry. */
export function englishText(id: HostingKey, values: Readonly<Record<string, string>> = {}): string {
  return english(id, values);
}

function evidenceFrom({ rule, values }: Match): Evidence {
  const { header, value } = values;
  // `server: cloudflare` says more than `server`.
  const shown =
    header !== undefined && value ? { ...values, header: `${header}: ${shortened(value)}` } : values;
  if (rule.kind === 'asn') return numberEvidence(rule, values);
  return { id: `evidence-${rule.kind}`, values: shown, ruleId: rule.id };
}

/** Numbers change hands, so it is said when this one was last seen to be the provider's. */
function numberEvidence({ id, checkedOn }: Match['rule'], values: Match['values']): Evidence {
  return checkedOn === 'never'
    ? { id: 'evidence-unchecked-asn', values, ruleId: id }
    : { id: 'evidence-dated-asn', values: { ...values, date: checkedOn }, ruleId: id };
}

function shortened(value: string): string {
  return value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
}
