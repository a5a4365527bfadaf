import type { Page } from 'puppeteer-core';
import type { Driver } from './driver.ts';
import { dataOf, enter, press } from './imports.ts';

/** What lies in IndexedDB of artifacts and thumbnails, read past the extension's own code. */
export interface StoredBytes {
  readonly rows: number;
  /** Rows whose bytes begin as a sealed artifact does. */
  readonly sealed: number;
  /** Rows whose bytes hold one of the texts, or the signature of a PNG or a JPEG. */
  readonly plain: number;
}

/** Looks at the bytes as they lie in IndexedDB. `page` is a page of the extension. */
export function storedBytes(page: Page, texts: readonly string[]): Promise<StoredBytes> {
  return page.evaluate(async (marks) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('prima-facie');
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error(String(request.error))));
    });
    const all = (table: string) =>
      new Promise<{ blob: Blob }[]>((resolve, reject) => {
        const request = db.transaction(table).objectStore(table).getAll() as IDBRequest<{ blob: Blob }[]>;
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error(String(request.error))));
      });
    const rows = [...(await all('artifacts')), ...(await all('thumbnails'))];
    db.close();
    let sealed = 0;
    let plain = 0;
    for (const { blob } of rows) {
      const text = new TextDecoder('latin1').decode(await blob.arrayBuffer());
      if (text.startsWith('PFS1')) sealed += 1;
      if (
        marks.some((mark) => text.includes(mark)) ||
        text.includes('\u0089PNG\r\n') ||
        text.startsWith('ÿØÿ')
      )
        plain += 1;
    }
    return { rows: rows.length, sealed, plain };
  }, texts);
}

/** Turns encryption on by hand, as the settings ask for it, and waits until everything is sealed. */
export async function turnOnByHand(driver: Driver, passphrase: string): Promise<Page> {
  const page = await driver.extensionPage('options.html');
  await press(page, 'vault-turn-on');
  await enter(page, 'vault-new', passphrase);
  await enter(page, 'vault-again', passphrase);
  await press(page, 'vault-confirm');
  await press(page, 'vault-code-kept');
  await press(page, 'vault-close');
  await dataOf(page, 'vault-done');
  return page;
}

/** Enters a passphrase where a page of ours asks for it. */
export async function enterPassphrase(page: Page, passphrase: string): Promise<void> {
  await enter(page, 'unlock-secret', passphrase);
  await press(page, 'unlock-button');
}
