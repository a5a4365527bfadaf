import type { Finding } from '../../../utils/case/notice.ts';
import type { Failure } from '../../../utils/case/result.ts';
import type { Id } from '../../../utils/case/values.ts';
import { evidenceMark, type CaseEvidence } from '../../../utils/store/case-evidence.ts';
import {
  checkedDrafts,
  openNoticeCase,
  surroundingsOf,
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
  /** Reading evidence costs a digest a capture: it is kept until its mark changes. Finalising reads every byte anew. */
  #evidence: { readonly mark: string; readonly value: CaseEvidence } | null = null;

  /** Readiness as last computed, to be used again for drafts that did not change. */
  #checked: { readonly surroundings: string; readonly drafts: ReadonlyMap<string, CheckedDraft> } = {
    surroundings: '',
    drafts: new Map(),
  };

  constructor(store: Store, caseId: Id) {
    this.#store = store;
    this.#caseId = caseId;
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    const mark = await evidenceMark(this.#store, this.#caseId);
    const known = this.#evidence?.mark === mark ? this.#evidence.value : undefined;
    const opened = await openNoticeCase(this.#store, this.#caseId, ENVIRONMENT, known);
    if (asked !== this.#asked) return;
    this.failure = opened.ok ? null : opened.failure;
    if (!opened.ok) return;
    this.#evidence = { mark, value: opened.value.evidence };
    const surroundings = surroundingsOf(opened.value);
    const same = this.#checked.surroundings === surroundings ? this.#checked.drafts : new Map();
    const drafts = await checkedDrafts(opened.value, same);
    if (asked !== this.#asked) return;
    const byText = new Map(drafts.map((checked) => [JSON.stringify(checked.draft), checked]));
    this.#checked = { surroundings, drafts: byText };
    this.opened = { ...opened.value, drafts };
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
