import path from 'node:path';

/** Absolute path of the project's folder. */
export const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** An absolute path inside the project. */
export function inProject(...parts: readonly string[]): string {
  return path.join(ROOT, ...parts);
}
