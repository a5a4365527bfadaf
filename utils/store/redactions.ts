import { actorOf } from '../case/custody.ts';
import { isRedactable, type Redaction, type RedactionTarget } from '../case/redaction.ts';
import { fail, succeed, type Result } from '../case/result.ts';
import { hexOf, type Id } from '../case/values.ts';
import { freshSalt } from '../integrity/salt.ts';
import { redactionDigest } from '../integrity/redaction-digest.ts';
import type { Store } from './store.ts';

/** What the user says of something to be hidden. */
export interface NewRedaction {
  readonly caseId: Id;
  readonly reason: string;
  readonly target: RedactionTarget;
}

/** What making a redaction takes from its surroundings. */
export interface RedactionEnvironment {
  readonly now: () => Date;
  readonly newId: () => Id;
  readonly random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
}

/** Keeps a redaction and says so in the custody log: both or neither. What is hidden never stands in the log. */
export async function addRedaction(
  store: Store,
  { caseId, reason, target }: NewRedaction,
  env: RedactionEnvironment,
): Promise<Result<Redaction>> {
  const why = reason.trim().slice(0, 500);
  if (why === '') return fail('bad-request', 'a redaction needs a reason');
  if (target.kind === 'text' && !isRedactable(target.text)) return fail('bad-request', 'text');
  const actor = actorOf((await store.settings.read()).operatorName);
  const redaction: Redaction = {
    id: env.newId(),
    caseId,
    createdAt: env.now().toISOString(),
    actor,
    reason: why.toWellFormed(),
    salt: freshSalt(env.random),
    target: target.kind === 'text' ? { ...target, text: target.text.trim().toWellFormed() } : target,
  };
  await store.custody.appendWith(
    caseId,
    await eventOf(redaction, redaction.createdAt, actor, 'made'),
    [store.db.redactions],
    () => store.db.redactions.add(redaction),
  );
  return succeed(redaction);
}

/** Takes a redaction back: the record stays, with the time, and the custody log says so. */
export async function withdrawRedaction(
  store: Store,
  id: Id,
  env: Pick<RedactionEnvironment, 'now'>,
): Promise<Result<Redaction>> {
  const row = await store.db.redactions.get(id);
  if (!row || row.withdrawnAt) return fail('not-found', `redaction ${id}`);
  const at = env.now().toISOString();
  const actor = actorOf((await store.settings.read()).operatorName);
  const changed: Redaction = { ...row, withdrawnAt: at };
  await store.custody.appendWith(
    row.caseId,
    await eventOf(row, at, actor, 'withdrawn'),
    [store.db.redactions],
    () => store.db.redactions.put(changed),
  );
  return succeed(changed);
}

/** All redactions of a case, the oldest first, also those taken back. */
export function redactionsOf(store: Pick<Store, 'db'>, caseId: Id): Promise<Redaction[]> {
  return store.db.redactions.where('caseId').equals(caseId).sortBy('createdAt');
}

async function eventOf(redaction: Redaction, at: string, actor: string, what: 'made' | 'withdrawn') {
  const { id, target, reason } = redaction;
  return {
    at,
    actor,
    action: 'redacted' as const,
    objectSha256: hexOf(await redactionDigest(redaction)),
    note: {
      redactionId: id,
      what,
      kind: target.kind,
      reason,
      ...(target.kind === 'text' ? {} : { captureId: target.captureId, picture: target.picture }),
    },
  };
}
