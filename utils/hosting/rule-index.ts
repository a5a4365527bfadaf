import { RangeIndex, type RangeSet } from './ranges.ts';
import type { Rule, RuleKind } from './rules/rule.ts';

/** A rule that fits, and what it fitted: for the sentence of why. */
export interface Match {
  readonly rule: Rule;
  readonly values: Readonly<Record<string, string>>;
}

interface Compiled {
  readonly rule: Rule;
  readonly test: RegExp | null;
}

interface HeaderRules {
  readonly rules: Compiled[];
  /** All patterns at once, for most values fit none of them; null where one rule takes any value. */
  any: RegExp | null;
}

/** All rules, arranged so that one host costs a few map look-ups and one binary search per range list. */
export class RuleIndex {
  readonly #ranges: RangeIndex;
  readonly #bySet = new Map<string, Rule[]>();
  readonly #byAsn = new Map<number, Rule[]>();
  readonly #bySuffix = new Map<RuleKind, Map<string, Rule[]>>();
  readonly #byName = new Map<RuleKind, Compiled[]>();
  readonly #byHeader = new Map<string, HeaderRules>();
  readonly #cookies: Compiled[] = [];
  readonly #anyCookie: RegExp | null;
  /** Providers that publish a list, by family of addresses: `v4 cloudflare`. */
  readonly #listed = new Set<string>();

  constructor(rules: readonly Rule[], sets: readonly RangeSet[]) {
    this.#ranges = new RangeIndex(sets);
    for (const rule of rules) this.#add(rule);
    for (const set of sets) this.#addList(set);
    for (const known of this.#byHeader.values()) known.any = anyOf(known.rules);
    this.#anyCookie = anyOf(this.#cookies);
  }

  /** Names, in lower case, of the headers that any rule looks at. */
  get headerNames(): ReadonlySet<string> {
    return new Set(this.#byHeader.keys());
  }

  /** Every network number that a rule names, with its provider. */
  get numbers(): { readonly provider: string; readonly asn: number }[] {
    return [...this.#byAsn].flatMap(([asn, rules]) => rules.map(({ provider }) => ({ provider, asn })));
  }

  /** Whether a provider publishes the addresses it uses, of the family of this one. */
  lists(provider: string, address: string): boolean {
    return this.#listed.has(`${address.includes(':') ? 'v6' : 'v4'} ${provider}`);
  }

  /** Adds to `found` what fits the address, given in canonical form. */
  address(address: string, found: Match[]): void {
    for (const { set, range } of this.#ranges.find(address)) {
      const values = { address, range, date: set.date };
      for (const rule of this.#bySet.get(set.id) ?? NONE) found.push({ rule, values });
    }
  }

  /** Adds to `found` what fits the number of a network. */
  asn(asn: number, found: Match[]): void {
    for (const rule of this.#byAsn.get(asn) ?? NONE) found.push({ rule, values: { asn: String(asn) } });
  }

  /** Adds to `found` what fits a name (no trailing dot, lower case). */
  name(kind: 'host' | 'cname' | 'ns' | 'ptr', name: string, found: Match[]): void {
    for (const { rule, test } of this.#byName.get(kind) ?? NONE_COMPILED) {
      if (test?.test(name)) found.push({ rule, values: { name } });
    }
    const suffixes = this.#bySuffix.get(kind) ?? NO_RULES;
    for (let at = 0; at >= 0; at = nextLabel(name, at)) {
      for (const rule of suffixes.get(name.slice(at)) ?? NONE) found.push({ rule, values: { name } });
    }
  }

  /** Adds to `found` what fits a response header; of a cookie only the name is looked at. */
  header(name: string, value: string, found: Match[]): void {
    const lower = name.toLowerCase();
    if (lower === 'set-cookie') return this.#cookie(value, found);
    const known = this.#byHeader.get(lower);
    if (!known || (known.any && !known.any.test(value))) return;
    for (const { rule, test } of known.rules) {
      if (!test || test.test(value))
        found.push({ rule, values: { header: lower, value: value.slice(0, 120) } });
    }
  }

  /** One header may name several cookies: by line feeds (Firefox), or by commas where values were left out. */
  #cookie(value: string, found: Match[]): void {
    for (const part of value.split(/[\n,]/, 50)) {
      const cookie = (part.split('=', 1)[0] ?? '').trim();
      if (!this.#anyCookie?.test(cookie)) continue;
      for (const { rule, test } of this.#cookies) {
        if (test?.test(cookie)) found.push({ rule, values: { cookie: cookie.slice(0, 80) } });
      }
    }
  }

  #add(rule: Rule): void {
    if (rule.kind === 'cidr') push(this.#bySet, rule.pattern, rule);
    else if (rule.kind === 'asn') push(this.#byAsn, Number(rule.pattern), rule);
    else if (rule.kind === 'header') this.#addHeader(rule);
    else if (rule.kind === 'cookie') this.#cookies.push({ rule, test: new RegExp(rule.pattern, 'i') });
    else if (rule.pattern.startsWith('~'))
      push(this.#byName, rule.kind, { rule, test: new RegExp(rule.pattern.slice(1)) });
    else push(getOrAdd(this.#bySuffix, rule.kind), rule.pattern, rule);
  }

  #addList({ id, v4, v6 }: RangeSet): void {
    for (const { provider } of this.#bySet.get(id) ?? NONE) {
      if (v4.length > 1) this.#listed.add(`v4 ${provider}`);
      if (v6.length > 1) this.#listed.add(`v6 ${provider}`);
    }
  }

  #addHeader(rule: Rule): void {
    const [name = '', ...rest] = rule.pattern.split(': ');
    const value = rest.join(': ');
    const known = this.#byHeader.get(name) ?? { rules: [], any: null };
    known.rules.push({ rule, test: value ? new RegExp(value, 'i') : null });
    this.#byHeader.set(name, known);
  }
}

/** One expression that fits what any of the rules fits; null where that is everything. */
function anyOf(rules: readonly Compiled[]): RegExp | null {
  const sources = rules.map(({ test }) => test?.source);
  return sources.length > 0 && sources.every((source) => source !== undefined)
    ? new RegExp(sources.map((source) => `(?:${source})`).join('|'), 'i')
    : null;
}

const NONE: readonly Rule[] = [];
const NONE_COMPILED: readonly Compiled[] = [];
const NO_RULES: ReadonlyMap<string, Rule[]> = new Map();

function nextLabel(name: string, at: number): number {
  const dot = name.indexOf('.', at);
  return dot < 0 ? -1 : dot + 1;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function getOrAdd<K>(map: Map<K, Map<string, Rule[]>>, key: K): Map<string, Rule[]> {
  const found = map.get(key);
  if (found) return found;
  const made = new Map<string, Rule[]>();
  map.set(key, made);
  return made;
}
