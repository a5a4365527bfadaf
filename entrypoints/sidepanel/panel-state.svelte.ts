import { caseTitleFor } from '../../utils/case/case-title.ts';
import { failureOf, type Failure } from '../../utils/case/result.ts';
import type { GlanceSentence } from '../../utils/hosting/glance.ts';
import type { PlannedLookup } from '../../utils/hosting/plan.ts';
import type { Send } from '../../utils/messaging/protocol.ts';
import type { Store } from '../../utils/store/store.ts';
import { createCase } from '../../utils/platform/case-actions.ts';

/** What the panel remembers while it is open. */
export class PanelState {
  /** Id of the chosen case, or `new`; null until the user chose. */
  choice: string | null = $state(null);
  newTitle = $state('');
  /** The capture whose progress and result show. */
  followed: string | null = $state(null);
  failure: Failure | null = $state.raw(null);
  lowSpace: { readonly free: number; readonly needed: number } | null = $state.raw(null);
  starting = $state(false);
  cancelling = $state(false);
  /** Whether the next capture may look up who serves the page, where the settings say `ask`. */
  lookUpOnce = $state(false);
  lookingUp = $state(false);

  /** What is marked on the page in front; null where nothing was begun there. */
  marks: { readonly marking: boolean; readonly count: number } | null = $state.raw(null);

  readonly #store: Store;
  readonly #send: Send;

  constructor({ store, send }: { store: Store; send: Send }) {
    this.#store = store;
    this.#send = send;
  }

  /** Shows this capture from now on. */
  follow(captureId: string): void {
    if (this.followed === captureId) return;
    this.followed = captureId;
    this.cancelling = false;
    this.failure = null;
  }

  /** Compares the free space with the limit, so that the refusal comes before the work. */
  async checkSpace(): Promise<void> {
    const [{ quota, usage }, { minimumFreeBytes }] = await Promise.all([
      navigator.storage.estimate(),
      this.#store.settings.read(),
    ]);
    const free = quota === undefined || usage === undefined ? null : quota - usage;
    this.lowSpace = free !== null && free < minimumFreeBytes ? { free, needed: minimumFreeBytes } : null;
  }

  /** Who serves a tab's page, as far as it was seen; nothing where the background gives no answer. */
  async glance(tabId: number): Promise<readonly GlanceSentence[]> {
    const answer = await this.#send({ verb: 'glance-page', tabId });
    return answer.ok ? answer.value : [];
  }

  /** Who would be asked about a tab's page; nobody where the background gives no answer. */
  async planLookups(tabId: number): Promise<readonly PlannedLookup[]> {
    const answer = await this.#send({ verb: 'plan-lookups', tabId });
    return answer.ok ? answer.value : [];
  }

  /** Lets the user mark items on a tab's page. */
  async mark(tabId: number): Promise<void> {
    this.failure = null;
    const answer = await this.#send({ verb: 'mark-items', tabId });
    if (answer.ok) await this.lookAtMarks(tabId);
    else this.failure = answer.failure;
  }

  /** Reads what is marked on a tab's page; a page that cannot be marked has nothing marked. */
  async lookAtMarks(tabId: number): Promise<void> {
    const answer = await this.#send({ verb: 'read-marks', tabId });
    const { marking, count } = answer.ok ? answer.value : { marking: false, count: 0 };
    this.marks = marking || count > 0 ? { marking, count } : null;
  }

  /** Starts a capture of a tab into a case, which it makes first where the choice is `new`. */
  async capture(
    page: { readonly id: number; readonly url: string },
    choice: string,
    record = false,
  ): Promise<void> {
    this.starting = true;
    this.failure = null;
    try {
      const caseId = choice === 'new' ? await this.#newCase(page.url) : choice;
      const answer = await this.#send({
        verb: 'start-capture',
        tabId: page.id,
        trigger: 'panel',
        caseId,
        record,
        ...(this.lookUpOnce ? { lookups: 'on' as const } : {}),
      });
      if (!answer.ok) this.failure = answer.failure;
      else {
        this.follow(answer.value.captureId);
        this.choice = answer.value.caseId;
        this.newTitle = '';
        this.lookUpOnce = false;
      }
    } catch (error) {
      this.failure = failureOf(error, 'storage-failed');
    } finally {
      this.starting = false;
    }
  }

  /** The user's answer to whether lookups may be made. */
  async answerLookups(answer: 'once' | 'always' | 'never' | 'undo'): Promise<void> {
    this.lookUpOnce = answer === 'once';
    if (answer === 'once' || answer === 'undo') return;
    const change = { lookups: answer === 'always' ? 'on' : 'off' };
    const changed = await this.#send({ verb: 'change-settings', change });
    if (!changed.ok) this.failure = changed.failure;
  }

  /** Looks up (again) who serves a capture. */
  async lookUp(captureId: string): Promise<void> {
    this.lookingUp = true;
    const answer = await this.#send({ verb: 'look-up-hosting', captureId });
    this.lookingUp = false;
    if (!answer.ok) this.failure = answer.failure;
  }

  /** Stops the running capture; what it took stays. */
  async cancel(): Promise<void> {
    if (!this.followed) return;
    this.cancelling = true;
    const answer = await this.#send({ verb: 'cancel-capture', captureId: this.followed });
    if (!answer.ok) {
      this.cancelling = false;
      // It ended in the meantime: that is no failure.
      if (answer.failure.code !== 'not-found') this.failure = answer.failure;
    }
  }

  async #newCase(url: string): Promise<string> {
    const title = this.newTitle.trim() || caseTitleFor(url, new Date());
    return (await createCase(this.#store, title)).id;
  }
}
