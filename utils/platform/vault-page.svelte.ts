import { liveQuery } from 'dexie';
import { fail, failureOf, type Failure, type Result } from '../case/result.ts';
import { makePassphrase } from '../integrity/age.ts';
import type { Bytes } from '../integrity/bytes.ts';
import type { Send } from '../messaging/protocol.ts';
import type { Store } from '../store/store.ts';
import type { VaultState } from '../store/vault-access.ts';
import { vaultDesk, type VaultDesk } from '../store/vault-desk.ts';
import { reopened } from './live.svelte.ts';
import { onKeyChange } from './session-key.ts';

/** Uses of a page are noted no more often than this, in milliseconds. */
const TOUCH_MS = 20_000;

const random = (octets: number): Bytes => crypto.getRandomValues(new Uint8Array(octets));

/** The vault as a page of ours shows it. */
export class VaultPage {
  /** Null while it is not known yet. */
  state: VaultState | null = $state(null);
  busy = $state(false);
  /** Why the last try to unlock failed. */
  failure: Failure | null = $state.raw(null);

  readonly #store: Store;
  readonly #send: Send;
  readonly #desk: VaultDesk;
  #touchedAt = 0;

  constructor(store: Store, send: Send) {
    this.#store = store;
    this.#send = send;
    this.#desk = vaultDesk(store, { now: () => new Date(), newId: () => crypto.randomUUID(), random });
  }

  /** Follows the vault, and tells the lock that somebody is here. Returns the end of it. */
  watch(): () => void {
    const look = () => void this.#look();
    const record = liveQuery(() => this.#store.vault.records.read()).subscribe({ next: look, error: look });
    const unlisten = onKeyChange(look);
    const used = () => this.#touch();
    addEventListener('pointerdown', used, true);
    addEventListener('keydown', used, true);
    return () => {
      record.unsubscribe();
      unlisten();
      removeEventListener('pointerdown', used, true);
      removeEventListener('keydown', used, true);
    };
  }

  async unlock(secret: string): Promise<void> {
    const answer = await this.#work(() => this.#desk.unlock(secret));
    this.failure = answer.ok ? null : answer.failure;
  }

  /** By the user's hand. What this page still shows goes with the page. */
  async lock(): Promise<void> {
    await this.#desk.lock();
    location.reload();
  }

  readonly suggest = (): string => makePassphrase(random);
  readonly turnOn = (passphrase: string) => this.#work(() => this.#desk.turnOn(passphrase));
  readonly change = (from: string, to: string) => this.#work(() => this.#desk.change(from, to));
  /** Only the new passphrase ends the change; the old one opens, but is not what was asked for. */
  readonly finishChange = (secret: string): Promise<Result<unknown>> =>
    this.#work(async () => {
      const opened = await this.#desk.unlock(secret);
      return opened.ok && opened.value.changePending ? fail('rejected', 'the old passphrase') : opened;
    });
  readonly cancelChange = (secret: string) => this.#work(() => this.#desk.cancelChange(secret));
  readonly renewRecovery = (secret: string) => this.#work(() => this.#desk.renewRecovery(secret));
  readonly turnOff = (secret: string) => this.#work(() => this.#desk.turnOff(secret));

  /** The key is computed on purpose slowly, and in this thread: the page shows first that it works. */
  async #work<T>(task: () => Promise<Result<T>>): Promise<Result<T>> {
    this.busy = true;
    await new Promise((shown) => setTimeout(shown, 50));
    try {
      const answer = await task();
      if (answer.ok) void this.#send({ verb: 'tend-vault' });
      await this.#look();
      return answer;
    } catch (error) {
      return { ok: false, failure: failureOf(error, 'storage-failed') };
    } finally {
      this.busy = false;
    }
  }

  async #look(): Promise<void> {
    const before = this.state;
    this.state = await this.#store.vault.state();
    if (before === 'locked' && this.state !== 'locked') reopened.count += 1;
  }

  #touch(): void {
    if (this.state !== 'open' || Date.now() - this.#touchedAt < TOUCH_MS) return;
    this.#touchedAt = Date.now();
    void this.#store.vault.lock.touch();
  }
}
