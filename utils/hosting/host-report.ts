import { takesWriting } from './observe/rdap-contacts.ts';
import type { ContactSearch } from '../case/hosting.ts';
import { isLocalName, isPublicAddress, parseAddress, type Address } from './address.ts';
import { classifyHost, type Found } from './classify.ts';
import type { HostingEnvironment } from './environment.ts';
import { isBlockOf } from './holder.ts';
import { normalise } from './host-name.ts';
import type { Bootstrap } from './observe/bootstrap.ts';
import { askBrowser, askResolver, resolutionOf, type Resolution } from './observe/dns.ts';
import type { Ledger } from './observe/ledger.ts';
import { abusixContact, abusixName, namesOfAddress, type AddressNames } from './observe/names.ts';
import { lookUpAddress, lookUpNumber, type Registration } from './observe/rdap.ts';
import type { Subject } from './subjects.ts';

/** All that is known of one host after the lookups. */
export interface HostReport {
  readonly subject: Subject;
  readonly resolutions: readonly Resolution[];
  readonly cnames: readonly string[];
  /** Observed on the connection, else resolved. */
  readonly address: Address | null;
  readonly addressSource: 'connection' | 'dns' | null;
  readonly names: AddressNames | null;
  /** The registry's most specific network. */
  readonly network: Registration | null;
  /** The announcing network's own registration: asked where the block names no contact, or another holder. */
  readonly number: Registration | null;
  /** Abuse address of Abusix's list: asked where no registry names one. */
  readonly abusix: string | null;
  readonly contactSearch: Extract<ContactSearch, 'complete' | 'incomplete' | 'not-made'>;
  readonly found: readonly Found[];
}

/** Whether anybody may be asked about a name. */
export function mayAskName(host: string, env: HostingEnvironment): boolean {
  return env.settings.allowPrivateAddresses || (!isLocalName(host) && host.includes('.'));
}

/** Whether anybody may be asked about an address. */
export function mayAskAddress(address: Address, env: HostingEnvironment): boolean {
  return env.settings.allowPrivateAddresses || isPublicAddress(address.text);
}

/** What the connection alone tells: no lookup. */
export function reportWithoutLookups(subject: Subject): HostReport {
  const address = addressOf(subject, []);
  return classified({
    subject,
    resolutions: [],
    cnames: [],
    address,
    addressSource: address ? 'connection' : null,
    names: null,
    network: null,
    number: null,
    abusix: null,
    contactSearch: 'not-made',
  });
}

/** Looks a host up: both resolvers and the browser's, then its address in registry and routing tables. */
export async function reportOn(
  subject: Subject,
  ledger: Ledger,
  env: HostingEnvironment,
  bootstrap: Bootstrap,
): Promise<HostReport> {
  const resolvers = env.settings.dohUrls.slice(0, 3);
  const resolutions = await resolve(subject, ledger, env, resolvers);
  const address = addressOf(subject, resolutions);
  const base = {
    subject,
    resolutions,
    cnames: [...new Set(resolutions.flatMap((one) => one.cnames))].slice(0, 32),
    address,
    addressSource: address ? (subject.observed || subject.isAddress ? 'connection' : 'dns') : null,
  } as const;
  const unasked = { names: null, network: null, number: null, abusix: null } as const;
  if (!address || !mayAskAddress(address, env))
    return classified({ ...base, ...unasked, contactSearch: 'not-made' });
  const [names, network] = await Promise.all([
    namesOfAddress(ledger, resolvers, address),
    lookUpAddress(ledger, env, bootstrap, address),
  ]);
  const [announced] = names.networks;
  const bare = !network?.contacts.some(takesWriting);
  const another = network !== null && announced !== undefined && !isBlockOf(network, [announced.name]);
  const number =
    announced && (bare || another) ? await lookUpNumber(ledger, env, bootstrap, announced.asn) : null;
  const lacking = bare && !number?.contacts.some(takesWriting);
  const abusix = lacking ? await abusixContact(ledger, resolvers, address) : null;
  const complete =
    !lacking || (announced !== undefined && wasAnswered(ledger, address, announced.asn, resolvers.length));
  const contactSearch = complete ? 'complete' : 'incomplete';
  return classified({ ...base, names, network, number, abusix, contactSearch });
}

/** Whether registry of the address, registry of the network and Abusix all gave an answer, be it that there is none. */
function wasAnswered(ledger: Ledger, address: Address, asn: number, resolvers: number): boolean {
  const asked = new Set([address.text, `AS${asn}`]);
  const silent = ledger.pending.filter(({ question }) => question.startsWith(abusixName(address)));
  return (
    !ledger.withoutRegistry.some((question) => asked.has(question)) &&
    !ledger.pending.some(({ kind, question }) => kind.startsWith('rdap') && asked.has(question)) &&
    silent.length < Math.max(1, resolvers)
  );
}

async function resolve(
  { host, isAddress }: Subject,
  ledger: Ledger,
  env: HostingEnvironment,
  resolvers: readonly string[],
): Promise<Resolution[]> {
  if (isAddress || !mayAskName(host, env)) return [];
  const asked = resolvers.map(async (resolver) => {
    const answers = await Promise.all([
      askResolver(ledger, resolver, host, 'A'),
      askResolver(ledger, resolver, host, 'AAAA'),
    ]);
    return answers.some((answer) => answer !== null) ? resolutionOf(resolver, host, answers) : null;
  });
  const all = await Promise.all([...asked, askBrowser(ledger, env, host)]);
  return all.filter((one) => one !== null);
}

function addressOf(subject: Subject, resolutions: readonly Resolution[]): Address | null {
  const text = subject.observed ?? (subject.isAddress ? subject.host : undefined);
  if (text !== undefined) return parseAddress(text);
  for (const { addresses } of resolutions) {
    const parsed = addresses.map(parseAddress).find((one) => one !== null);
    if (parsed) return parsed;
  }
  return null;
}

/** The report with what the rules find in it. */
export function classified(report: Omit<HostReport, 'found'>): HostReport {
  const { subject, address, cnames, names } = report;
  const found = classifyHost({
    host: subject.host,
    address: address?.text ?? null,
    addressSource: report.addressSource,
    fromCache: subject.fromCache,
    cnames,
    asns: names?.networks.map(({ asn }) => asn) ?? [],
    ptr: names?.ptr.map(normalise) ?? [],
    headers: subject.headers,
  });
  return { ...report, found };
}
