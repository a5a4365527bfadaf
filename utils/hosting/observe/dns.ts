import { canonicalAddress } from '../address.ts';
import type { HostingEnvironment } from '../environment.ts';
import { parseJsonAnswer, type DnsAnswer, type DnsRecord, type RecordType } from './dns-answer.ts';
import { parseWireAnswer, wireQuery } from './dns-wire.ts';
import type { Ledger, LookupAnswer, LookupQuestion } from './ledger.ts';

/** A resolver's answer to one question. */
export interface Resolved extends DnsAnswer {
  readonly resolver: string;
  readonly name: string;
  readonly type: RecordType;
  readonly at: string;
}

/** Addresses and aliases of a host, as one resolver gives them. */
export interface Resolution {
  readonly resolver: string;
  readonly addresses: readonly string[];
  readonly cnames: readonly string[];
  /** The alias chain turned back on itself, or was longer than 16. */
  readonly loop: boolean;
  /** RCODE of the A question; null where neither A nor AAAA was answered. */
  readonly rcode: number | null;
  /** Addresses beyond the bound, counted. */
  readonly dropped: number;
}

const JSON_TYPE = 'application/dns-json';
const WIRE_TYPE = 'application/dns-message';
/** Statuses by which a resolver says that it does not know the JSON form. */
const TURNED_DOWN = new Set([400, 404, 405, 406, 415]);
const SERVFAIL = 2;
const HOUR_MS = 3_600_000;
const MAXIMUM_ALIASES = 16;
const MAXIMUM_ADDRESSES = 64;

/** Asks one resolver one question: JSON first, the wire form where that is not understood. Null: no answer. */
export async function askResolver(
  ledger: Ledger,
  resolver: string,
  name: string,
  type: RecordType,
): Promise<Resolved | null> {
  if (ledger.wireOnly.has(resolver)) return askWire(ledger, resolver, name, type);
  const json = questionFor(resolver, name, type, JSON_TYPE);
  if (json === null) return null;
  const first = await ledger.ask({ ...json, hasFallback: true });
  const parsed = parsedAs(JSON_TYPE, first.body);
  if (parsed) return accept(ledger, json, first, parsed, resolver, name, type);
  // No connection at all will not mend by another form; an answer that is not JSON may.
  if (first.status === 0) return null;
  if (TURNED_DOWN.has(first.status)) ledger.wireOnly.add(resolver);
  ledger.understood(first, null, 'not an answer in JSON; asked again in wire form');
  return askWire(ledger, resolver, name, type);
}

async function askWire(
  ledger: Ledger,
  resolver: string,
  name: string,
  type: RecordType,
): Promise<Resolved | null> {
  const wire = questionFor(resolver, name, type, WIRE_TYPE);
  if (wire === null) return null;
  const answer = await ledger.ask(wire);
  if (!answer.body) return null;
  const parsed = parsedAs(WIRE_TYPE, answer.body);
  if (parsed) return accept(ledger, wire, answer, parsed, resolver, name, type);
  ledger.understood(answer, null, 'not an answer in wire form');
  ledger.postpone(wire, 'the answer could not be read in either form', false);
  return null;
}

function accept(
  ledger: Ledger,
  question: LookupQuestion,
  answer: LookupAnswer,
  parsed: DnsAnswer,
  resolver: string,
  name: string,
  type: RecordType,
): Resolved | null {
  if (parsed.truncated) {
    ledger.understood(answer, parsed, 'truncated');
    ledger.postpone(question, 'the answer was truncated', true);
    return null;
  }
  if (parsed.rcode === SERVFAIL) {
    ledger.understood(answer, parsed, 'SERVFAIL');
    ledger.postpone(question, 'the resolver could not resolve the name (SERVFAIL)', true);
    return null;
  }
  ledger.understood(answer, parsed);
  return { ...parsed, resolver, name, type, at: answer.at };
}

function questionFor(resolver: string, name: string, type: RecordType, form: string): LookupQuestion | null {
  if (!URL.canParse(resolver)) return null;
  const url = new URL(resolver);
  if (form === JSON_TYPE) {
    url.searchParams.set('name', name);
    url.searchParams.set('type', type);
  } else {
    // Google's JSON and wire forms stand at different paths.
    url.pathname = url.pathname.replace(/\/resolve$/, '/dns-query');
    url.searchParams.set('dns', wireQuery(name, type));
  }
  const question = `${name} ${type}`;
  return {
    kind: 'dns',
    question,
    source: resolver,
    url: url.href,
    accept: form,
    keeping: ({ status, ok, body }) => {
      // That a resolver does not know the JSON form is worth knowing too, by a background that was restarted as well.
      if (form === JSON_TYPE && TURNED_DOWN.has(status)) return { ms: HOUR_MS };
      const parsed = ok ? parsedAs(form, body) : null;
      return parsed && !parsed.truncated && parsed.rcode !== SERVFAIL ? { ms: HOUR_MS } : null;
    },
  };
}

function parsedAs(form: string, body: Uint8Array | null): DnsAnswer | null {
  if (!body) return null;
  return form === JSON_TYPE ? parseJsonAnswer(new TextDecoder().decode(body)) : parseWireAnswer(body);
}

/** Addresses and alias chain of a host out of the A and AAAA answers; records off the chain are not believed. */
export function resolutionOf(
  resolver: string,
  host: string,
  answers: readonly (Resolved | null)[],
): Resolution {
  const given = answers.filter((answer) => answer !== null);
  const records = given.flatMap((answer) => answer.records);
  const { chain, loop } = aliasChain(host, records);
  const names = new Set([host, ...chain]);
  const addresses = [
    ...new Set(
      records
        .filter(({ type, name }) => (type === 'A' || type === 'AAAA') && names.has(name))
        // What is no address is nobody's answer, and is not shown as one.
        .flatMap(({ data }) => canonicalAddress(data) ?? []),
    ),
  ];
  return {
    resolver,
    addresses: addresses.slice(0, MAXIMUM_ADDRESSES),
    cnames: chain,
    loop,
    rcode: given[0]?.rcode ?? null,
    dropped:
      Math.max(0, addresses.length - MAXIMUM_ADDRESSES) + given.reduce((sum, one) => sum + one.dropped, 0),
  };
}

function aliasChain(host: string, records: readonly DnsRecord[]): { chain: string[]; loop: boolean } {
  const next = new Map(records.filter(({ type }) => type === 'CNAME').map(({ name, data }) => [name, data]));
  const chain: string[] = [];
  for (let name = next.get(host); name !== undefined; name = next.get(name)) {
    if (name === host || chain.includes(name) || chain.length >= MAXIMUM_ALIASES)
      return { chain, loop: true };
    chain.push(name);
  }
  return { chain, loop: false };
}

/** Firefox's own resolver, as an observation beside the others. */
export async function askBrowser(
  ledger: Ledger,
  env: HostingEnvironment,
  host: string,
): Promise<Resolution | null> {
  if (!env.resolveWithBrowser) return null;
  const started = env.monotonicNow();
  const common = {
    kind: 'dns' as const,
    source: 'browser',
    question: `${host} A AAAA`,
    mediaType: 'application/json',
  };
  try {
    const resolution = await env.resolveWithBrowser(host);
    const raw = new TextEncoder().encode(JSON.stringify(resolution));
    const at = env.now().toISOString();
    const durationMs = Math.round(env.monotonicNow() - started);
    ledger.add({ ...common, at, durationMs, status: 0, raw, parsed: resolution });
    const name = resolution.canonicalName?.toLowerCase().replace(/\.$/, '');
    const cnames = name !== undefined && name !== host ? [name] : [];
    return {
      resolver: 'browser',
      addresses: resolution.addresses
        .slice(0, MAXIMUM_ADDRESSES)
        .flatMap((one) => canonicalAddress(one) ?? []),
      cnames,
      loop: false,
      rcode: 0,
      dropped: 0,
    };
  } catch (error) {
    const at = env.now().toISOString();
    const durationMs = Math.round(env.monotonicNow() - started);
    ledger.add({ ...common, at, durationMs, status: 0, raw: null, parsed: null, failure: String(error) });
    return null;
  }
}
