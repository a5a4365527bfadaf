import type { Page } from 'puppeteer-core';

/** Opened raw: a bench must not depend on the code it measures. */
const DATABASE = 'prima-facie';

/**
 * Adds files of random bytes to a capture, straight into the extension's database, with digest and CRC-32 as a
 * capture would have kept them. Random bytes, since nothing on the way may be spared by compressing.
 */
export async function fillCapture(
  page: Page,
  captureId: string,
  files: { readonly count: number; readonly bytes: number },
): Promise<void> {
  for (let at = 0; at < files.count; at += 1) {
    await page.evaluate(addFile, { database: DATABASE, captureId, index: 10_000 + at, bytes: files.bytes });
  }
}

/** Runs in a page of the extension. */
async function addFile(file: {
  readonly database: string;
  readonly captureId: string;
  readonly index: number;
  readonly bytes: number;
}): Promise<void> {
  const content = new Uint8Array(file.bytes);
  for (let at = 0; at < content.length; at += 65_536) {
    crypto.getRandomValues(content.subarray(at, Math.min(at + 65_536, content.length)));
  }
  const table = Uint32Array.from({ length: 256 }, (_, value) => {
    let rest = value;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
    return rest;
  });
  let crc = 0xffffffff;
  for (const byte of content) crc = (table[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  const digest = `sha256:${[...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  const fingerprint = { digest, crc32: (crc ^ 0xffffffff) >>> 0, size: content.length };
  const mediaType = 'application/octet-stream';
  const entry = {
    ...fingerprint,
    captureId: file.captureId,
    index: file.index,
    // Where files stand that came after `capture.json`, which does not name them.
    path: `later/bench/${file.index}.bin`,
    mediaType,
    role: 'original',
    step: 'bench',
    takenAt: new Date().toISOString(),
  };
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(file.database);
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
  });
  await new Promise<void>((resolve, reject) => {
    const change = db.transaction(['artifacts', 'artifactEntries'], 'readwrite');
    change.objectStore('artifacts').put({ ...fingerprint, mediaType, blob: new Blob([content]) });
    change.objectStore('artifactEntries').put(entry);
    change.addEventListener('complete', () => resolve());
    change.addEventListener('error', () => reject(change.error ?? new Error('not stored')));
  });
  db.close();
}
