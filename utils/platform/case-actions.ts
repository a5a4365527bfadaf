import { actorOf, type CustodyAction } from '../case/custody.ts';
import type { Case } from '../case/dispute.ts';
import { succeed, type Result } from '../case/result.ts';
import type { Id } from '../case/values.ts';
import type { Store } from '../store/store.ts';

/** What may be changed about a case. */
export type CaseChange = Partial<Pick<Case, 'title' | 'status' | 'captureLocation' | 'notes' | 'documents'>>;

/** Makes a case and begins its custody log. */
export async function createCase(store: Store, title: string): Promise<Case> {
  const created = await store.cases.create(title.slice(0, 200));
  await record(store, created.id, 'case-created', { title: created.title });
  return created;
}

/** Changes a case and says so in its custody log. */
export async function changeCase(store: Store, id: Id, change: CaseChange): Promise<Result<Case>> {
  const changed = await store.cases.change(id, change);
  if (changed.ok) await record(store, id, 'case-changed', { fields: Object.keys(change).join(',') });
  return changed;
}

/** Appends an entry about something done in a page of ours, under the operator's name. */
export async function record(
  store: Store,
  caseId: Id,
  action: CustodyAction,
  note: Readonly<Record<string, string | number | boolean | null>>,
  objectSha256: string | null = null,
): Promise<Result<null>> {
  const { operatorName } = await store.settings.read();
  await store.custody.append(caseId, {
    at: new Date().toISOString(),
    actor: actorOf(operatorName),
    action,
    objectSha256,
    note,
  });
  return succeed(null);
}
