import type { Contact, HostingSummary } from '../../../utils/case/hosting.ts';
import { parseAddress } from '../../../utils/hosting/address.ts';
import { directoryWith } from '../../../utils/hosting/directory/directory.ts';
import { classified, type HostReport } from '../../../utils/hosting/host-report.ts';
import type { Registration } from '../../../utils/hosting/observe/rdap.ts';
import { originOf } from '../../../utils/hosting/origins.ts';
import { recipientsOf } from '../../../utils/hosting/recipients.ts';
import { hostRoles } from '../../../utils/hosting/roles.ts';
import type { Subject } from '../../../utils/hosting/subjects.ts';
import type { NetworkRequest } from '../../../utils/case/network.ts';
import { logOf } from './logs.ts';

/** All that is known of one host, as a test writes it. */
export interface Known {
  readonly host?: string;
  readonly serves?: Subject['serves'];
  /** The address of the connection. */
  readonly ip?: string;
  /** The address that was only looked up. */
  readonly resolved?: string;
  /** `number name`. */
  readonly as?: readonly string[];
  readonly cname?: readonly string[];
  readonly ptr?: readonly string[];
  readonly headers?: readonly string[];
  readonly fromCache?: boolean;
  /** Holder of the block, and its abuse boxes. */
  readonly block?: readonly [holder: string, ...boxes: string[]];
  /** Holder of the network's number, and its abuse boxes. */
  readonly number?: readonly [holder: string, ...boxes: string[]];
  readonly abusix?: string;
  readonly search?: HostReport['contactSearch'];
  readonly requests?: readonly NetworkRequest[];
}

/** Roles, origin and recipients of one host, without any lookup. */
export function judged(known: Known): Pick<HostingSummary, 'roles' | 'origins' | 'recipients'> {
  const directory = directoryWith();
  const report = reportOf(known);
  const roles = hostRoles(report, directory);
  const origins = [originOf(report, roles, null, logOf(null, known.requests ?? []))];
  return { roles, origins, recipients: recipientsOf({ roles, origins }, directory) };
}

/** The report that the findings are made of. */
export function reportOf(known: Known): HostReport {
  const { host = 'pirate.example', serves = ['page'], ip = null, resolved = null, fromCache = false } = known;
  const address = parseAddress(ip ?? resolved ?? '');
  const networks = (known.as ?? []).map((text) => {
    const [asn = '0', ...name] = text.split(' ');
    return { asn: Number(asn), name: name.join(' '), prefix: `${address?.text ?? ''}/24`, country: '' };
  });
  const headers = (known.headers ?? []).map((line) => ({
    name: line.split(':', 1)[0] ?? '',
    value: line.slice(line.indexOf(':') + 1).trim(),
  }));
  const subject: Subject = {
    host,
    isAddress: false,
    serves,
    observed: ip,
    headers,
    fromCache,
    bytes: 0,
    itemUrls: [],
    disguised: false,
  };
  return classified({
    subject,
    resolutions: [],
    cnames: known.cname ?? [],
    address,
    addressSource: ip ? 'connection' : resolved ? 'dns' : null,
    names: known.as || known.ptr ? { ptr: known.ptr ?? [], networks } : null,
    network: known.block ? registrationOf('ip network 203.0.113.0/24', known.block) : null,
    number: known.number ? registrationOf(`AS${networks[0]?.asn ?? 0}`, known.number) : null,
    abusix: known.abusix ?? null,
    contactSearch: known.search ?? 'complete',
  });
}

function registrationOf(about: string, [holder, ...boxes]: readonly [string, ...string[]]): Registration {
  const source = 'https://registry.example/rdap';
  const contacts = boxes.map((email): Contact => ({
    email,
    roles: ['abuse'],
    origin: 'rdap',
    source,
    about,
  }));
  return {
    holder,
    about,
    handle: 'NET-1',
    country: '',
    contacts,
    remarks: [],
    source,
    at: '2026-11-22T00:00:00Z',
  };
}
