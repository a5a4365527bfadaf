import { mkdtemp, readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../../scripts/support/process.ts';
import { inProject } from '../../../scripts/support/root.ts';

/** A folder of its own for one test's files. */
export function scratch(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'prima-facie-e2e-'));
}

/** Unpacks a bundle with Info-ZIP's `unzip`, not with our own reader; returns the bag's top folder. */
export async function unpack(zip: string): Promise<string> {
  const into = await scratch();
  const ended = await run('unzip', ['-q', zip, '-d', into]);
  if (ended.code !== 0) throw new Error(`unzip ${zip}: ${ended.stderr}`);
  const [top, ...others] = await readdir(into);
  if (!top || others.length > 0) throw new Error(`${zip} has not one top folder`);
  return path.join(into, top);
}

/** Runs coreutils' `sha256sum -c` in the bag; true where every line of the manifest holds. */
export async function manifestHolds(bag: string, manifest: string): Promise<boolean> {
  const { size } = await stat(path.join(bag, manifest));
  const ended = await run('sha256sum', ['-c', '--quiet', '--strict', manifest], { cwd: bag });
  return size > 0 && ended.code === 0;
}

/** Digest of a file by `sha256sum`, as `sha256:<hex>`. */
export async function digestByTool(file: string): Promise<string> {
  const ended = await run('sha256sum', ['-b', file]);
  return `sha256:${ended.stdout.slice(0, 64)}`;
}

/** `npm run verify`, without npm around it. */
export function verify(...args: readonly string[]): ReturnType<typeof run> {
  return run(process.execPath, [inProject('scripts', 'verify.ts'), ...args]);
}

/** Parses a JSON file of the bag. */
export async function readJson<T>(...parts: readonly string[]): Promise<T> {
  return JSON.parse(await readFile(path.join(...parts), 'utf8')) as T;
}

/** Width and height of a PNG from its IHDR chunk (PNG specification, 11.2.1). */
export async function pngSize(file: string): Promise<{ readonly width: number; readonly height: number }> {
  const bytes = await readFile(file);
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error(`${file} is no PNG`);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
