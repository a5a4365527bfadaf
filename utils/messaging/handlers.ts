import { actorOf } from '../case/custody.ts';
import * as v from 'valibot';
import { fail, failureOf, succeed, type Result } from '../case/result.ts';
import type { Settings } from '../case/settings.ts';
import type { CaptureService } from '../capture/capture-service.ts';
import type { LookUpService } from '../capture/look-up-again.ts';
import { parseMarkingState } from '../capture/marks.ts';
import { directoryWith } from '../hosting/directory/directory.ts';
import { glance } from '../hosting/glance.ts';
import { planLookups } from '../hosting/plan.ts';
import type { RequestLog } from '../hosting/request-log.ts';
import { rootsFromPem } from '../integrity/timestamp/roots.ts';
import { checkCaseFile } from '../notice/case-file-schema.ts';
import { wantStamp } from '../store/stamps.ts';
import { draftsOf } from '../store/notice-desk.ts';
import type { Store } from '../store/store.ts';
import type { Handlers } from './router.ts';

const strings = v.pipe(v.array(v.pipe(v.string(), v.maxLength(2000))), v.maxLength(20));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

function isWebUrl(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

/** What may be changed, each with its bounds. */
const settingsSchema = v.partial(
  v.strictObject({
    operatorName: v.pipe(v.string(), v.maxLength(200)),
    language: v.picklist(['auto', 'en', 'zh-CN', 'ja']),
    currentCaseId: v.pipe(v.string(), v.maxLength(64)),
    minimumFreeBytes: count,
    maximumPageHeight: v.pipe(v.number(), v.integer(), v.minValue(1_000), v.maxValue(2_000_000)),
    scrollPass: v.boolean(),
    scrollPassMs: v.pipe(v.number(), v.integer(), v.minValue(1_000), v.maxValue(600_000)),
    lookups: v.picklist(['off', 'on', 'ask']),
    dohUrls: strings,
    rdapBootstrapUrl: v.pipe(v.string(), v.maxLength(2000)),
    tsaUrls: v.pipe(
      strings,
      v.check((urls) => urls.every(isWebUrl), 'an address is not http or https'),
    ),
    tsaRootPem: v.pipe(
      v.string(),
      v.maxLength(200_000),
      v.check((pem) => rootsFromPem(pem).ok, 'no root certificate in PEM form'),
    ),
    allowPrivateAddresses: v.boolean(),
    maximumBodyBytes: count,
    recordMedia: v.boolean(),
    lockAfterMs: v.pipe(v.number(), v.integer(), v.minValue(60_000), v.maxValue(24 * 3_600_000)),
    preCheck: v.nullable(
      v.strictObject({
        statedAt: v.pipe(v.string(), v.isoTimestamp()),
        profile: v.picklist(['clean', 'everyday', 'not-sure']),
        otherExtensions: v.picklist(['none', 'some', 'not-sure']),
        proxy: v.picklist(['none', 'used', 'not-sure']),
        timeZone: v.picklist(['right', 'wrong', 'not-sure']),
        remarks: v.pipe(v.string(), v.maxLength(2000)),
      }),
    ),
  }) satisfies v.GenericSchema<unknown, Settings>,
);

/** Parses a change of settings; unknown names and values out of bounds are refused with the name. */
export function parseSettingsChange(change: unknown): Result<Partial<Settings>> {
  const parsed = v.safeParse(settingsSchema, change);
  if (parsed.success) return succeed(parsed.output as Partial<Settings>);
  const [issue] = parsed.issues;
  return fail('invalid-data', `${v.getDotPath(issue) ?? 'settings'}: ${issue.message}`);
}

/** What the background knows of tabs besides their captures. */
export interface TabKnowledge {
  readonly log: Pick<RequestLog, 'read'>;
  readonly lookUps: Pick<LookUpService, 'lookUp'>;
  /** Address of the page in a tab: what the log has not seen is served by somebody all the same. */
  readonly urlOf: (tabId: number) => Promise<string | undefined>;
  /** Shows the marking overlay in a tab, in the user's language. */
  readonly startMarking: (tabId: number, settings: Settings) => Promise<void>;
  /** What a tab answers about its marks; not yet parsed. */
  readonly marksIn: (tabId: number) => Promise<unknown>;
  /** Told after settings have changed or a stamp was wanted: what waits for an authority may now be asked for. */
  readonly onSettings?: () => void;
  /** Told after a page opened the vault, or turned it on or off. */
  readonly onVault?: () => void;
}

/** The background's answers, around the capture service and the store. */
export function handlers(captures: CaptureService, store: Store, tabs: TabKnowledge): Handlers {
  return {
    'start-capture': ({ tabId, trigger, caseId, record, lookups }) =>
      captures.start({ tabId, trigger, caseId, record, lookups }),
    'look-up-hosting': ({ captureId }) => tabs.lookUps.lookUp(captureId, 'user'),
    async 'stamp-capture'({ captureId }) {
      const wanted = await wantStamp(store, captureId, new Date());
      if (wanted.ok) tabs.onSettings?.();
      return wanted;
    },
    async 'plan-lookups'({ tabId }) {
      const [log, settings, url] = await Promise.all([
        tabs.log.read(tabId),
        store.settings.read(),
        tabs.urlOf(tabId),
      ]);
      return succeed(planLookups(log, [], settings, url));
    },
    'cancel-capture': ({ captureId }) => Promise.resolve(captures.cancel(captureId)),
    'await-capture': ({ captureId, waitMs }) => captures.ended(captureId, waitMs),
    async 'glance-page'({ tabId }) {
      const [log, overrides] = await Promise.all([
        tabs.log.read(tabId),
        store.db.providerOverrides.toArray(),
      ]);
      return succeed(glance(log, directoryWith(overrides)));
    },
    async 'mark-items'({ tabId }) {
      // The overlay must be in no picture, and it is taken off the page once, when the capture begins.
      if (captures.isRunning(tabId)) return fail('busy', `tab ${tabId} is being captured`);
      try {
        await tabs.startMarking(tabId, await store.settings.read());
        return succeed(null);
      } catch (error) {
        return { ok: false, failure: failureOf(error, 'blocked-page') };
      }
    },
    async 'read-marks'({ tabId }) {
      try {
        return parseMarkingState(await tabs.marksIn(tabId));
      } catch (error) {
        return { ok: false, failure: failureOf(error, 'blocked-page') };
      }
    },
    'tend-vault': () => {
      tabs.onVault?.();
      return Promise.resolve(succeed(null));
    },
    async 'change-settings'({ change }) {
      const parsed = parseSettingsChange(change);
      if (!parsed.ok) return parsed;
      const changed = await store.settings.change(parsed.value);
      tabs.onSettings?.();
      // The idle time may be another one.
      tabs.onVault?.();
      return succeed(changed);
    },
    async 'import-case'({ file }) {
      const parsed = checkCaseFile(file);
      if (!parsed.ok) return parsed;
      const caseId = parsed.value.case.id;
      const known = await store.cases.get(caseId);
      await store.cases.putCaseFile(parsed.value);
      const { operatorName } = await store.settings.change({ currentCaseId: caseId });
      await store.custody.append(caseId, {
        at: new Date().toISOString(),
        actor: actorOf(operatorName),
        action: known ? 'case-changed' : 'case-created',
        objectSha256: null,
        note: { caseId, by: 'case file' },
      });
      return succeed({ caseId });
    },
    async 'prepare-notices'({ caseId }) {
      const env = { now: () => new Date(), newId: () => crypto.randomUUID() };
      const checked = await draftsOf(store, caseId, env);
      if (!checked.ok) return checked;
      const notices = checked.value.map(({ draft, readiness }) => ({
        provider: draft.provider.name,
        regime: draft.regime,
        ready: readiness.state === 'ready',
        missing: readiness.missing,
      }));
      return succeed({ notices });
    },
  };
}
