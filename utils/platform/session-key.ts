import type { OpenKeyPort } from '../integrity/at-rest/idle-lock.ts';
import type { Bytes } from '../integrity/bytes.ts';
import { openStore, type Store } from '../store/store.ts';
import { browser } from './browser.ts';

const KEY = 'vault-key';
const USED_AT = 'vault-used-at';

/**
 * The opened vault's key in the extension's session storage: memory of the browser that only our own pages and the
 * background can read (content scripts cannot), shared by them, and gone when the browser ends. Its last use has a
 * key of its own, so that one noted after a lock does not bring the vault's key back.
 */
export const sessionKey: OpenKeyPort = {
  async get() {
    const held = await browser.storage.session.get([KEY, USED_AT]);
    const { [KEY]: key, [USED_AT]: usedAt } = held as Record<string, unknown>;
    if (!isStoredKey(key) || typeof usedAt !== 'string') return null;
    return { vaultId: key.vaultId, dataKey: decoded(key.dataKey), usedAt };
  },
  set: (vaultId, dataKey, usedAt) =>
    browser.storage.session.set({ [KEY]: { vaultId, dataKey: encoded(dataKey) }, [USED_AT]: usedAt }),
  touch: (usedAt) => browser.storage.session.set({ [USED_AT]: usedAt }),
  clear: () => browser.storage.session.remove([KEY, USED_AT]),
};

/** Calls back when the vault was opened or locked, by whichever page. Returns the end of it. */
export function onKeyChange(changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'session' && KEY in changes) changed();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Opens the store as every page of ours and the background do: with one key for all of them. */
export function openSharedStore(): Store {
  return openStore({ openKey: sessionKey });
}

function isStoredKey(value: unknown): value is { readonly vaultId: string; readonly dataKey: string } {
  const { vaultId, dataKey } = (value ?? {}) as { vaultId?: unknown; dataKey?: unknown };
  return typeof vaultId === 'string' && typeof dataKey === 'string';
}

/** Session storage keeps JSON. */
function encoded(bytes: Bytes): string {
  return btoa(String.fromCharCode(...bytes));
}

function decoded(text: string): Bytes {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
