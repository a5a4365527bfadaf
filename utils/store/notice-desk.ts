import { actorOf } from '../case/custody.ts';
import type { CaseFile } from '../case/case-file.ts';
import type { Notice, NoticeDraft, Readiness } from '../case/notice.ts';
import { fail, succeed, type Result } from '../case/result.ts';
import { hexOf, type Id } from '../case/values.ts';
import { openSigner } from '../integrity/signing-key.ts';
import { checkReadiness, type DraftContext } from '../notice/check.ts';
import { finalise } from '../notice/finalise.ts';
import { captureIdsBehind } from '../notice/lookup.ts';
import { tieItems } from '../notice/prepare/evidence.ts';
import { prepareNotices, USUAL_ROLES, type PrepareOptions } from '../notice/prepare/index.ts';
import { checkRow } from '../notice/row-check.ts';
import { inWritingOrder, mergePrepared } from '../notice/prepare/merge.ts';
import { artifactTables } from './references.ts';
import { caseEvidence, type CaseEvidence } from './case-evidence.ts';
import { webLocks } from './custody-repository.ts';
import type { DraftRow } from './database.ts';
import type { Store } from './store.ts';

/** A case with what its notices stand on. Items are tied to the captures of their pages; the rows are left alone. */
export interface NoticeCase {
  readonly file: CaseFile;
  readonly evidence: CaseEvidence;
  readonly context: DraftContext;
}

/** A draft and what it still lacks. */
export interface CheckedDraft {
  readonly draft: NoticeDraft;
  readonly readiness: Readiness;
}

/** What the desk takes from its surroundings. */
export interface DeskEnvironment {
  readonly now: () => Date;
  readonly newId: () => Id;
}

/**
 * Reads a case for its notices. `file` is what a person entered, with the drafts that nobody has touched yet.
 * `known`: evidence read before, where its mark says that it still stands; reading it again costs a digest a capture.
 */
export async function openNoticeCase(
  store: Store,
  caseId: Id,
  env: Pick<DeskEnvironment, 'now'>,
  known?: CaseEvidence,
): Promise<Result<NoticeCase>> {
  if ((await store.vault.state()) === 'locked') return fail('locked', 'the evidence under the notices');
  const read = await store.cases.caseFile(caseId);
  if (!read.ok) return read;
  const evidence = known ?? (await caseEvidence(store, caseId));
  const drafts = inWritingOrder(await store.db.drafts.where('caseId').equals(caseId).toArray());
  const file = { ...read.value, drafts: drafts.map(withoutMark) };
  return succeed({ file, evidence, context: await contextOf(store, file, evidence, env) });
}

/** One context for showing, signing, checking and finalising: a text signed in another would count as changed. */
async function contextOf(
  store: Pick<Store, 'signingKeys'>,
  file: CaseFile,
  evidence: CaseEvidence,
  env: Pick<DeskEnvironment, 'now'>,
): Promise<DraftContext> {
  // The key is made where there is none: a notice names the key that will sign the bundle, whichever comes first.
  const key = await openSigner(store.signingKeys, env.now).current();
  const notices = file.notices ?? [];
  const finalised = notices.map(({ id, finalisedAt, content }) => ({
    id,
    finalisedAt,
    matterId: content.matterId,
    provider: content.provider,
  }));
  return {
    ...(key.ok ? { keyFingerprint: hexOf(key.value.fingerprint) } : {}),
    sources: { parties: file.parties, works: file.works, items: tieItems(file.items, evidence.captures) },
    captures: evidence.captures,
    matter: [...finalised, ...(file.drafts ?? [])],
    notices,
    deliveries: file.deliveries ?? [],
    rechecks: file.rechecks ?? [],
    now: env.now().toISOString(),
  };
}

/**
 * The drafts of a case with what each lacks. Where the case has none yet they are prepared, one for each recipient,
 * and kept; those stay out of `case.json` until a person changes them, since nobody has entered anything. `again`
 * prepares beside what is there ({@link mergePrepared}).
 */
export async function draftsOf(
  store: Store,
  caseId: Id,
  env: DeskEnvironment,
  options: Omit<PrepareOptions, 'now' | 'newId'> & { readonly again?: true } = {},
): Promise<Result<CheckedDraft[]>> {
  const opened = await openNoticeCase(store, caseId, env);
  if (!opened.ok) return opened;
  const { again, ...prepare } = options;
  if ((opened.value.file.drafts?.length ?? 0) > 0 && again !== true)
    return succeed(await checkedDrafts(opened.value));
  await prepareInto(store, opened.value, env, prepare);
  const prepared = await openNoticeCase(store, caseId, env, opened.value.evidence);
  return prepared.ok ? succeed(await checkedDrafts(prepared.value)) : prepared;
}

/** Each draft of an opened case with what it lacks. `known`: answers for drafts in the same surroundings, by draft. */
export async function checkedDrafts(
  { file, context }: NoticeCase,
  known: ReadonlyMap<string, CheckedDraft> = new Map(),
): Promise<CheckedDraft[]> {
  const checked: CheckedDraft[] = [];
  for (const draft of file.drafts ?? [])
    checked.push(
      known.get(JSON.stringify(draft)) ?? { draft, readiness: await checkReadiness(draft, context) },
    );
  return checked;
}

/**
 * All that a draft's readiness depends on beside the draft itself, as one text: where it is the same, so is the
 * answer. A case of thousands of items is checked in a second; only what a click changed should be checked again.
 */
export function surroundingsOf({ context }: NoticeCase): string {
  const { captures, now, matter, ...rest } = context;
  const linked = matter?.map(({ id, matterId, createdAt, provider: { name, serviceClass } }) => [
    id,
    matterId,
    createdAt,
    name,
    serviceClass,
  ]);
  return JSON.stringify([now.slice(0, 13), linked, captures, rest]);
}

async function prepareInto(
  store: Store,
  { file, evidence }: NoticeCase,
  env: DeskEnvironment,
  prepare: Omit<PrepareOptions, 'now' | 'newId'>,
): Promise<void> {
  const made = prepareNotices(file, evidence.captures, evidence.hosting, {
    ...prepare,
    now: env.now().toISOString(),
    newId: env.newId,
  });
  const { drafts } = store.db;
  await store.db.transaction('rw', drafts, async () => {
    const rows = await drafts.where('caseId').equals(file.case.id).toArray();
    const { keep, drop } = mergePrepared(made, rows, file.notices ?? [], USUAL_ROLES);
    // One recipient was asked for: what was not prepared this time says nothing about the others.
    if (prepare.only === undefined) await drafts.bulkDelete([...drop]);
    await drafts.bulkPut(keep.map((draft) => ({ ...draft, untouched: true as const })));
  });
}

/** Keeps a draft a person has changed. */
export async function saveDraft(store: Store, draft: NoticeDraft): Promise<void> {
  await store.db.drafts.put(draft);
}

/**
 * Changes a draft as it stands in the store, one change after another: two quick clicks never undo each other, as
 * they would if each started from what its page last showed.
 */
export function changeDraft(
  store: Store,
  id: Id,
  change: (current: NoticeDraft) => Result<NoticeDraft> | Promise<Result<NoticeDraft>>,
): Promise<Result<NoticeDraft>> {
  return webLocks(`draft ${id}`, async () => {
    const row = await store.db.drafts.get(id);
    if (!row) return fail('not-found', `draft ${id}`);
    const changed = await change(withoutMark(row));
    // What could not be read back from a bundle is refused here, not when counsel opens it.
    const checked = changed.ok ? checkRow('drafts', changed.value) : changed;
    if (!checked.ok) return checked;
    await saveDraft(store, checked.value);
    return changed;
  });
}

/**
 * Finalises a ready draft: every byte under it is read again, its files are kept as artifacts, and draft, notice and
 * custody entry change places together.
 */
export function finaliseDraft(store: Store, draftId: Id, env: DeskEnvironment): Promise<Result<Notice>> {
  // After every change asked for before, and before any asked for later, which then finds no draft any more.
  return webLocks(`draft ${draftId}`, () => finaliseNow(store, draftId, env));
}

async function finaliseNow(store: Store, draftId: Id, env: DeskEnvironment): Promise<Result<Notice>> {
  const row = await store.db.drafts.get(draftId);
  if (!row) return fail('not-found', `draft ${draftId}`);
  const opened = await openNoticeCase(store, row.caseId, env);
  if (!opened.ok) return opened;
  const { file, context } = opened.value;
  const wanted = new Set(
    context.sources.items.filter(({ id }) => row.itemIds.includes(id)).flatMap(captureIdsBehind),
  );
  const evidence = await caseEvidence(store, row.caseId, 'bytes', wanted);
  const done = await finalise(withoutMark(row), await contextOf(store, file, evidence, env));
  if (!done.ok) return done;
  const { notice, files } = done.value;
  const prepared = await Promise.all(
    files.map(({ text, mediaType }) => {
      const draft = {
        path: '',
        mediaType: `${mediaType};charset=utf-8`,
        bytes: text,
        role: 'original' as const,
      };
      return store.artifacts.prepare(draft);
    }),
  );
  const { operatorName } = await store.settings.read();
  const { db } = store;
  const event = {
    at: notice.finalisedAt,
    actor: actorOf(operatorName),
    action: 'notice-finalised' as const,
    objectSha256: hexOf(notice.contentDigest),
    note: { noticeId: notice.id, provider: notice.content.provider.name, regime: notice.content.regime.id },
  };
  await store.custody.appendWith(
    row.caseId,
    event,
    [...artifactTables(db), db.notices, db.drafts],
    async () => {
      for (const one of prepared) await store.artifacts.keep(one);
      await db.notices.put(notice);
      await db.drafts.delete(draftId);
    },
  );
  return succeed(notice);
}

/** A row of the store as a draft. */
function withoutMark(row: DraftRow): NoticeDraft {
  const { untouched: _untouched, ...draft } = row;
  return draft;
}
