import * as v from 'valibot';
import type { Capture } from '../case/capture.ts';
import type { HostingSummary } from '../case/hosting.ts';
import type { Result } from '../case/result.ts';
import type { Settings } from '../case/settings.ts';
import type { Id } from '../case/values.ts';
import type { GlanceSentence } from '../hosting/glance.ts';
import type { PlannedLookup } from '../hosting/plan.ts';

const id = v.pipe(v.string(), v.uuid());
const tab = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * Requests from our own pages to the background, `verb-noun`. JSON only: ids, never blobs.
 * Reads need no message: pages watch the store by `liveQuery`.
 */
export const REQUEST_SCHEMAS = {
  /** Captures a tab into a case (the case last used, or a new one, where none is named). */
  'start-capture': v.object({
    verb: v.literal('start-capture'),
    tabId: tab,
    caseId: v.optional(id),
    trigger: v.picklist(['panel', 'command-line', 're-check']),
    /** Load the page anew and keep every response's real bytes. */
    record: v.optional(v.boolean()),
    /** The user's answer for this capture, where the settings say `ask`; without one nobody is asked. */
    lookups: v.optional(v.picklist(['on', 'off'])),
  }),
  /**
   * Asks again who serves what an ended capture shows, from its own network log. Adds files to the capture; its row
   * and `capture.json` stay as they are.
   */
  'look-up-hosting': v.object({ verb: v.literal('look-up-hosting'), captureId: id }),
  /** Asks for a timestamp over an ended capture that has none, or asks again at once where one is waited for. */
  'stamp-capture': v.object({ verb: v.literal('stamp-capture'), captureId: id }),
  /** Who would be asked about a tab's page, and about what; asks nobody. */
  'plan-lookups': v.object({ verb: v.literal('plan-lookups'), tabId: tab }),
  'cancel-capture': v.object({ verb: v.literal('cancel-capture'), captureId: id }),
  /** Waits until a capture has ended, or `waitMs` has passed, and returns its row. */
  'await-capture': v.object({
    verb: v.literal('await-capture'),
    captureId: id,
    waitMs: v.pipe(v.number(), v.minValue(0), v.maxValue(25_000)),
  }),
  /** What this browser's own connections say about who serves a tab's page; nobody is asked. */
  'glance-page': v.object({ verb: v.literal('glance-page'), tabId: tab }),
  /** Lets the user mark infringing items in a tab, or go on marking. */
  'mark-items': v.object({ verb: v.literal('mark-items'), tabId: tab }),
  /** Whether the user is marking in a tab, and how many things are marked. */
  'read-marks': v.object({ verb: v.literal('read-marks'), tabId: tab }),
  /** The vault was opened, turned on or off: the background goes on with what waited for that. */
  'tend-vault': v.object({ verb: v.literal('tend-vault') }),
  'change-settings': v.object({
    verb: v.literal('change-settings'),
    change: v.record(v.string(), v.unknown()),
  }),
  /** Stores a case file (see `CaseFile`), checked by its schema: whole or not at all. */
  'import-case': v.object({ verb: v.literal('import-case'), file: v.unknown() }),
  /** Drafts the notices of a case, one for each recipient of its captures, and says what each lacks. */
  'prepare-notices': v.object({ verb: v.literal('prepare-notices'), caseId: id }),
} as const;

/** A request's verb. */
export type Verb = keyof typeof REQUEST_SCHEMAS;

/** A request by its verb. */
export type Request<V extends Verb = Verb> = v.InferOutput<(typeof REQUEST_SCHEMAS)[V]>;

/** What a notice still lacks, in short. `missing`: ids of the readiness rules that block it. */
export interface NoticeSummary {
  readonly provider: string;
  readonly regime: string;
  readonly ready: boolean;
  readonly missing: readonly string[];
}

/** What each request is answered with. */
export interface Responses {
  'start-capture': { readonly captureId: Id; readonly caseId: Id };
  'look-up-hosting': { readonly path: string; readonly state: HostingSummary['state'] };
  'stamp-capture': null;
  'plan-lookups': readonly PlannedLookup[];
  'cancel-capture': null;
  'await-capture': Capture;
  'glance-page': readonly GlanceSentence[];
  'mark-items': null;
  'read-marks': { readonly marking: boolean; readonly count: number };
  'tend-vault': null;
  'change-settings': Settings;
  'import-case': { readonly caseId: Id };
  'prepare-notices': { readonly notices: readonly NoticeSummary[] };
}

/** Sends a request and returns its answer. */
export type Send = <V extends Verb>(request: Extract<Request, { verb: V }>) => Promise<Result<Responses[V]>>;
