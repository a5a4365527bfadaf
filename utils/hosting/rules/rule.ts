import type { ServerRole } from '../../case/hosting.ts';

/** What a rule looks at. */
export type RuleKind = 'cidr' | 'asn' | 'cname' | 'ns' | 'header' | 'cookie' | 'host' | 'ptr';

/**
 * `decides`: enough for a finding of its kind (network fact or header). `supports`: shared with others or weak;
 * counts only beside a deciding rule of the same provider.
 */
export type Strength = 'decides' | 'supports';

/**
 * One sign by which a provider is known. `pattern` by kind: `cidr` id of a range set; `asn` the number; `cname`,
 * `ns`, `host`, `ptr` a domain suffix, or `~` and a regular expression over the name; `header` a lower-case name,
 * optionally `: ` and a regular expression over the value (case-insensitive); `cookie` a regular expression over
 * the cookie's name.
 */
export interface Rule {
  readonly id: string;
  readonly provider: string;
  readonly role: ServerRole;
  readonly kind: RuleKind;
  readonly pattern: string;
  readonly strength: Strength;
  readonly why: string;
  readonly source: string;
  readonly checkedOn: string;
}

/** A rule as a line of the table: provider, role, kind, pattern, strength, source. */
export type RuleLine = readonly [
  provider: string,
  role: ServerRole,
  kind: RuleKind,
  pattern: string,
  strength: Strength,
  source: string,
];

const WHY: Record<RuleKind, string> = {
  cidr: 'the address is in a range the provider publishes',
  asn: 'the address is announced by a network of the provider',
  cname: 'the host name is an alias (CNAME) for a name of the provider',
  ns: 'the domain is delegated to name servers of the provider',
  header: 'the response carried a header the provider sets',
  cookie: 'the response set a cookie the provider sets',
  host: 'the host name belongs to the provider',
  ptr: 'the address has a reverse name of the provider',
};

/** Where facts were read, and when; `never` for what nobody has checked. */
export const RULE_SOURCES: Readonly<Record<string, readonly [where: string, checkedOn: string]>> = {
  list: ['range list published by the provider; date in `data/ranges.ts`', '2026-08-22'],
  docs: ['public documentation of the provider', '2026-11-21'],
  ran: ['seen in responses', '2026-11-21'],
  registry: ['registry of autonomous systems (RIR)', '2026-11-21'],
  cdncheck: ['projectdiscovery/cdncheck, common CNAME suffixes (MIT)', '2026-08-16'],
  findcdn: ['cisagov/findcdn, CNAME suffixes (CC0)', '2026-11-21'],
  wafw00f: ['wafw00f, headers and cookies (BSD)', '2026-11-21'],
  memory: ['common knowledge, to be checked', 'never'],
};

/** Completes the lines of a table. */
export function rulesFrom(lines: readonly RuleLine[]): Rule[] {
  return lines.map(([provider, role, kind, pattern, strength, source]) => {
    const [where, checkedOn] = RULE_SOURCES[source] ?? ['unknown', 'unknown'];
    const id = `${provider}/${role}/${kind}/${pattern}`;
    return { id, provider, role, kind, pattern, strength, why: WHY[kind], source: where, checkedOn };
  });
}
