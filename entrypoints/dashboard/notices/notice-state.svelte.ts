import type { Finding } from '../../../utils/case/notice.ts';
import type { Failure } from '../../../utils/case/result.ts';
import type { Id } from '../../../utils/case/values.ts';
import {
  draftsOf,
  openNoticeCase,
  type CheckedDraft,
  type NoticeCase,
} from '../../../utils/store/notice-desk.ts';
import type { Store } from '../../../utils/store/store.ts';

/** A case's notices with what each lacks, as last read. Digests are computed, so this is no live query. */
export interface Opened extends NoticeCase {
  readonly drafts: readonly CheckedDraft[];
}

/** The page's environment. */
export const ENVIRONMENT = { now: () => new Date(), newId: () => crypto.randomUUID() };

/** Reads a case's notices again whenever asked. */
export class NoticeState {
  opened: Opened | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  readonly #store: Store;
  readonly #caseId: Id;
  /** The newest reading wins, however long an older one takes. */
  #asked = 0;

  constructor(store: Store, caseId: Id) {
    this.#store = store;
    this.#caseId = caseId;
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    const existing = await this.#store.db.drafts.where('caseId').equals(this.#caseId).count();
    const checked = existing > 0 ? await draftsOf(this.#store, this.#caseId, ENVIRONMENT) : null;
    const opened = await openNoticeCase(this.#store, this.#caseId, ENVIRONMENT);
    if (asked !== this.#asked) return;
    const failed = checked && !checked.ok ? checked : opened.ok ? null : opened;
    this.failure = failed && !failed.ok ? failed.failure : null;
    if (opened.ok) this.opened = { ...opened.value, drafts: checked?.ok ? checked.value : [] };
  }
}

/** The page that mends a finding, and the field on it. */
export function placeOf(caseId: Id, here: string, { fix }: Finding): string {
  const root = `#/case/${caseId}`;
  switch (fix.place) {
    case 'party':
      return `${root}/parties/${fix.id ?? 'new'}/${fix.field}`;
    case 'work':
      return `${root}/works/${fix.id ?? 'new'}/${fix.field}`;
    case 'item':
      return fix.id ? `${root}/items/${fix.id}/${fix.field}` : `${root}/items/new`;
    case 'capture':
      return fix.id ? `${root}/captures/${fix.id}` : `${root}/captures`;
    case 'notice':
      return here;
  }
}
