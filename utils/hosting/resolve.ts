import type { HostingSummary, NetworkObservation, PendingLookup, RoleFinding } from '../case/hosting.ts';
import type { NetworkLog } from '../case/network.ts';
import { BOOTSTRAP_DATES } from './data/bootstrap.ts';
import { RANGE_SETS } from './data/ranges.ts';
import { directoryWith } from './directory/directory.ts';
import { domainRoles, reportOnDomain, type DomainReport } from './domain-report.ts';
import type { HostingEnvironment } from './environment.ts';
import { registrableDomain } from './host-name.ts';
import { reportOn, reportWithoutLookups, type HostReport } from './host-report.ts';
import { bundledBootstrap, type Bootstrap } from './observe/bootstrap.ts';
import type { ServerClock } from './observe/bounded-fetch.ts';
import { Ledger } from './observe/ledger.ts';
import { currentBootstrap, refreshBootstrap } from './observe/registry-of-registries.ts';
import { originOf } from './origins.ts';
import { scheduled } from './queue.ts';
import { recipientsOf } from './recipients.ts';
import { hostRoles } from './roles.ts';
import { networksInDoubt, type Announced } from './same-network.ts';
import { whoMatters, type Subject, type Subjects } from './subjects.ts';
import {
  leftOutWarnings,
  lookupWarnings,
  verificationWarnings,
  warningsFor,
  type Verification,
} from './warnings.ts';

/** What a capture knows when hosting is asked. */
export interface HostingInput {
  readonly log: NetworkLog;
  /** Address of the page, where the log has no main response. */
  readonly pageUrl?: string;
  /** URLs of the infringing items on the page. */
  readonly itemUrls: readonly string[];
  readonly verification?: Verification;
  /** `pending` of the last round, for 'look up again': tries are counted on. */
  readonly earlier?: readonly Pick<PendingLookup, 'id' | 'attempts'>[];
}

/** The findings, and every answer they rest on. */
export interface HostingResult {
  readonly summary: HostingSummary;
  readonly observations: readonly NetworkObservation[];
  /** Clocks of the resolvers that were asked, by host: readings for whoever judges this machine's clock. */
  readonly clocks: ReadonlyMap<string, ServerClock>;
}

/**
 * Who serves the page, its items and its media, and whom to write to. Looks up only where `lookups` is `on`; without
 * it, and without the network, what the connections show is classified all the same. Never throws, and ends within
 * the environment's `totalMs` (or when `signal` fires), with the rest pending.
 */
export async function resolveHosting(
  input: HostingInput,
  env: HostingEnvironment,
  signal: AbortSignal,
): Promise<HostingResult> {
  const { subjects, leftOut } = whoMatters(input.log, input.itemUrls, input.pageUrl);
  const ledger = new Ledger(env, signal);
  const reports =
    env.settings.lookups === 'on'
      ? await lookUp(subjects, input.verification, ledger, env)
      : {
          hosts: subjects.map(reportWithoutLookups),
          domains: [],
          networks: [],
          bootstrap: bundledBootstrap(),
        };
  const overrides = env.overrides ?? (await env.loadOverrides?.()) ?? [];
  return {
    summary: summarise(input, { ...env, overrides }, ledger, { ...reports, leftOut }),
    observations: ledger.observations,
    clocks: ledger.clocks,
  };
}

interface Reports {
  readonly hosts: readonly HostReport[];
  readonly domains: readonly DomainReport[];
  /** Networks of all addresses that had to be compared. */
  readonly networks: readonly Announced[];
  /** The list of registries that was gone by. */
  readonly bootstrap: Bootstrap;
}

async function lookUp(
  subjects: readonly Subject[],
  verification: Verification | undefined,
  ledger: Ledger,
  env: HostingEnvironment,
): Promise<Reports> {
  const bootstrap = await currentBootstrap(env, ledger.signal);
  const domains = new Map<string, Subject>();
  for (const subject of subjects) {
    const domain = subject.isAddress ? null : registrableDomain(subject.host);
    if (domain !== null && !domains.has(domain)) domains.set(domain, subject);
  }
  const [hosts, found] = await Promise.all([
    Promise.all(subjects.map((subject) => reportOn(subject, ledger, env, bootstrap))),
    Promise.all(
      [...domains.values()].map(({ host, serves }) => reportOnDomain(host, serves, ledger, env, bootstrap)),
    ),
  ]);
  const networks = await networksInDoubt(hosts, verification?.ip ? [verification.ip] : [], ledger, env);
  // A registry answered, so there is a network: the list of registries is renewed for the next capture.
  const online = ledger.observations.some(({ kind, status }) => kind.startsWith('rdap') && status > 0);
  if (online) await refreshBootstrap(env, ledger.signal);
  return { hosts, domains: found.filter((one) => one !== null), networks, bootstrap };
}

function summarise(
  input: HostingInput,
  env: HostingEnvironment,
  ledger: Ledger,
  reports: Reports & Pick<Subjects, 'leftOut'>,
): HostingSummary {
  const directory = directoryWith(env.overrides);
  const roles: RoleFinding[] = [
    ...reports.hosts.flatMap((report) => hostRoles(report, directory)),
    ...reports.domains.flatMap((report) => domainRoles(report, directory)),
  ];
  const domainOf = (host: string) =>
    reports.domains.find(({ domain }) => domain === registrableDomain(host)) ?? null;
  const origins = reports.hosts.map((report) =>
    originOf(report, roles, domainOf(report.subject.host), input.log),
  );
  const pending = scheduled(ledger.pending, input.earlier ?? [], env.now());
  const state = env.settings.lookups !== 'on' ? 'off' : pending.length > 0 ? 'partial' : 'complete';
  const page = reports.hosts.find(({ subject }) => subject.serves.includes('page'));
  const host = page?.subject.host ?? reports.hosts[0]?.subject.host ?? '';
  return {
    schema: 'prima-facie/hosting/1',
    at: env.now().toISOString(),
    state,
    roles,
    origins,
    recipients: recipientsOf({ roles, origins }, directory),
    pending,
    warnings: [
      ...warningsFor(reports.hosts, input.log, directory, reports.networks),
      ...verificationWarnings(page, input.log, input.verification, reports.networks),
      ...leftOutWarnings(host, reports.leftOut),
      ...lookupWarnings(host, state, pending, ledger.withoutRegistry),
    ],
    dataDates: dataDates(reports.bootstrap),
  };
}

function dataDates(bootstrap: Bootstrap): Record<string, string> {
  const ranges = RANGE_SETS.map(({ id, date }) => [`ranges-${id}`, date] as const);
  const registries =
    bootstrap === bundledBootstrap()
      ? Object.entries(BOOTSTRAP_DATES).map(([kind, date]) => [`rdap-${kind}`, date] as const)
      : [['rdap-fetched', bootstrap.date] as const];
  return Object.fromEntries([...ranges, ...registries]);
}
