import type { CaseFile } from '../../case/case-file.ts';
import type { Item, Party } from '../../case/dispute.ts';
import type { HostingSummary, Recipient, ServerRole } from '../../case/hosting.ts';
import type { EvidenceCapture, NoticeDraft, NoticeProvider } from '../../case/notice.ts';
import type { RegimeId } from '../../case/regime.ts';
import type { Language } from '../../case/settings.ts';
import type { Id, Instant } from '../../case/values.ts';
import { addressesOf, hostOf } from '../addresses.ts';
import { measuresFor, REGIMES } from '../regimes/index.ts';
import { tieItems } from './evidence.ts';
import { namedTargets } from './named.ts';
import { GOOGLE_SEARCH, siteOperator, unknownHost } from './others.ts';
import { noticeProvider, registrationOf } from './recipients.ts';

/** How notices are prepared. Functions of the environment come in as parameters. */
export interface PrepareOptions {
  readonly newId: () => Id;
  readonly now: Instant;
  /** Items to write about; absent: all of the case. */
  readonly itemIds?: readonly Id[];
  /** Overrides what the case file asks for. */
  readonly regime?: RegimeId;
  readonly language?: Language;
  /** Roles written to; absent: all but DNS and registrar. */
  readonly roles?: readonly ServerRole[];
  /** Also ask the search engine to delist. */
  readonly search?: boolean;
  /** Also a letter to the site operator or uploader. */
  readonly operator?: boolean;
  /** Only this recipient, by its provider id; the options above must lead to it. */
  readonly only?: string;
}

/** Roles that are written to without being asked for. */
export const USUAL_ROLES: readonly ServerRole[] = ['platform', 'media-host', 'content-host', 'edge'];

/**
 * The linked notices of one matter: one draft for each recipient, in the order the hosting rules recommend, each with
 * the items and hosts that recipient serves and the measures that fit its class. `hosting` is by capture id. Nothing
 * is confirmed or signed; a recipient that serves none of the items gets no draft. Recipients the user described
 * get one as well ({@link namedTargets}); for items with nobody to write to, the host as such stands there to be named.
 */
export function prepareNotices(
  caseFile: CaseFile,
  captures: readonly EvidenceCapture[],
  hosting: Readonly<Record<Id, HostingSummary>>,
  options: PrepareOptions,
): NoticeDraft[] {
  const items = wantedItems(caseFile, captures, options);
  const matterId = options.newId();
  const found = recipientsFor(items, { captures, hosting }, options.roles ?? USUAL_ROLES).map(
    ({ provider, hosts, mine }) => ({
      provider: caseFile.providers?.find((own) => own.id === provider.id) ?? provider,
      hosts,
      mine,
      kind: 'notice' as const,
    }),
  );
  const named = namedTargets(caseFile, items, found);
  const serving = [...found, ...named].filter(({ kind }) => kind === 'notice');
  const served = new Set(serving.flatMap(({ mine }) => mine));
  const targets = [
    ...unknownTargets(items.filter((item) => !served.has(item))),
    ...found,
    ...named,
    ...(options.search && items.length > 0
      ? [{ provider: GOOGLE_SEARCH, hosts: [], mine: items, kind: 'notice' as const }]
      : []),
    ...(options.operator ? operatorTargets(caseFile, items) : []),
  ];
  const { only } = options;
  const wanted = only === undefined ? targets : targets.filter(({ provider }) => provider.id === only);
  return wanted.map(({ provider, hosts, mine, kind }) =>
    draftFor(caseFile, options, { matterId, provider, hosts, items: mine, kind }),
  );
}

function wantedItems(
  caseFile: CaseFile,
  captures: readonly EvidenceCapture[],
  options: PrepareOptions,
): readonly Item[] {
  const { itemIds } = options;
  return tieItems(caseFile.items, captures).filter(
    (item) => itemIds === undefined || itemIds.includes(item.id),
  );
}

interface Addressed {
  readonly provider: NoticeProvider;
  readonly hosts: readonly string[];
  readonly mine: readonly Item[];
}

/** What the hosting rules found, by capture id, and the captures it was found with. */
interface Evidence {
  readonly captures: readonly EvidenceCapture[];
  readonly hosting: Readonly<Record<Id, HostingSummary>>;
}

interface Found {
  readonly recipient: Recipient;
  readonly capturedAt: Instant | undefined;
  readonly registeredIn: string | undefined;
}

/** Recipients of all captures under the items, each once, with the hosts it serves and the items that lie there. */
function recipientsFor(
  items: readonly Item[],
  { captures, hosting }: Evidence,
  roles: readonly ServerRole[],
): Addressed[] {
  const captureIds = new Set(items.flatMap((item) => item.captureIds));
  const found = [...captureIds]
    .flatMap((id) =>
      (hosting[id]?.recipients ?? []).map((recipient) => ({
        recipient,
        capturedAt: captures.find((capture) => capture.id === id)?.startedAt,
        registeredIn: registrationOf(recipient, hosting[id]?.roles ?? []),
      })),
    )
    .filter(({ recipient }) => roles.includes(recipient.role));
  const byProvider = Map.groupBy(found, ({ recipient }) => recipient.providerId);
  return [...byProvider.values()].flatMap((group) => addressed(group, items));
}

function addressed(group: readonly Found[], items: readonly Item[]): Addressed[] {
  const [first] = group;
  if (!first) return [];
  const hosts = [...new Set(group.flatMap(({ recipient }) => recipient.hosts))];
  const mine = items.filter((item) => addressesOf(item, hosts).length > 0);
  if (mine.length === 0) return [];
  const registeredIn = group.find((one) => one.registeredIn !== undefined)?.registeredIn;
  return [{ provider: noticeProvider(first.recipient, first.capturedAt, registeredIn), hosts, mine }];
}

function unknownTargets(items: readonly Item[]) {
  const byHost = Map.groupBy(items, (item) => hostOf(item.pageUrl) ?? item.pageUrl);
  return [...byHost].map(([host, mine]) => ({
    provider: unknownHost(host),
    hosts: [],
    mine,
    kind: 'notice' as const,
  }));
}

function operatorTargets(caseFile: CaseFile, items: readonly Item[]) {
  const bySite = Map.groupBy(items, (item) => hostOf(item.pageUrl) ?? item.pageUrl);
  return [...bySite].map(([host, mine]) => {
    const operator = siteOperator(host);
    const own = caseFile.providers?.find(({ id }) => id === operator.id);
    return { provider: own ?? operator, hosts: [], mine, kind: 'letter' as const };
  });
}

interface Draftable {
  readonly matterId: Id;
  readonly provider: NoticeProvider;
  readonly hosts: readonly string[];
  readonly items: readonly Item[];
  readonly kind: NoticeDraft['kind'];
}

function draftFor(caseFile: CaseFile, options: PrepareOptions, what: Draftable): NoticeDraft {
  const { provider, hosts, items, kind, matterId } = what;
  const { request } = caseFile;
  const regime = options.regime ?? chooseRegime(provider, request?.regimes ?? []);
  const [notifier, holder] = senders(caseFile);
  return {
    id: options.newId(),
    caseId: caseFile.case.id,
    matterId,
    version: 1,
    kind,
    regime,
    provider,
    channel: provider.channels[0] ?? null,
    language: options.language ?? request?.language ?? REGIMES[regime].languages[0] ?? 'en',
    holderId: holder?.id ?? null,
    notifierId: notifier?.id ?? null,
    itemIds: items.map((item) => item.id),
    reason: request?.reason ?? '',
    measures: measuresFor(REGIMES[regime], provider.serviceClass),
    scopeHosts: hosts,
    statements: [],
    exceptions: [],
    createdAt: options.now,
  };
}

/** A law asked for that is of the recipient's seat; else that of its seat; else one asked for that covers its class. */
function chooseRegime(
  { regimes: [seat], serviceClass }: NoticeProvider,
  wanted: readonly RegimeId[],
): RegimeId {
  const covers = (id: RegimeId) => REGIMES[id].classes.includes(serviceClass);
  const there = wanted.filter((id) => seat && REGIMES[id].jurisdiction === REGIMES[seat].jurisdiction);
  return there.find(covers) ?? seat ?? wanted.find(covers) ?? wanted[0] ?? 'us-512';
}

/** Who writes, and for whom: as the case says, else the first notifier or agent and the first holder. */
function senders({ parties, request }: CaseFile): [Party | undefined, Party | undefined] {
  const named = (id: Id | undefined) => parties.find((party) => party.id === id);
  const holder = named(request?.holderId) ?? parties.find((party) => party.role === 'right-holder');
  const writer = parties.find((party) => party.role === 'notifier' || party.role === 'agent');
  return [named(request?.notifierId) ?? writer ?? holder, holder ?? writer];
}
