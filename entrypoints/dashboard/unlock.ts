import { succeed, type Result } from '../../utils/case/result.ts';
import type { AgeKey } from '../../utils/integrity/age.ts';
import { decryptBlob, isAgeFile } from '../../utils/integrity/encrypt-blob.ts';

/** Those of the files that are encrypted. */
export async function lockedFiles(files: readonly File[]): Promise<File[]> {
  const locked = await Promise.all(files.map((file) => isAgeFile(file)));
  return files.filter((_, index) => locked[index]);
}

/** Opens those that are encrypted, with a passphrase or a secret key; the others stay as they are. */
export async function unlockFiles(
  files: readonly File[],
  key: string,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (done: number, total: number) => void },
): Promise<Result<File[]>> {
  const opener: AgeKey = /^AGE-SECRET-KEY-/i.test(key)
    ? { kind: 'identity', identity: key }
    : { kind: 'passphrase', passphrase: key };
  const locked = new Set(await lockedFiles(files));
  const total = [...locked].reduce((sum, { size }) => sum + size, 0);
  const opened: File[] = [];
  let done = 0;
  onProgress(0, total);
  for (const file of files) {
    if (!locked.has(file)) {
      opened.push(file);
      continue;
    }
    const plain = await decryptBlob(file, opener, {
      signal,
      onBytes: (bytes) => onProgress((done += bytes), total),
    });
    if (!plain.ok) return plain;
    opened.push(new File([plain.value], file.name.replace(/\.age$/i, '')));
  }
  return succeed(opened);
}
