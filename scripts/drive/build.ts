import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { run } from '../support/process.ts';
import { stage } from '../support/progress.ts';
import { inProject } from '../support/root.ts';
import type { BrowserKind } from '../setup/find-browser.ts';

/** What a build is made from; anything newer than the build makes it stale. */
const SOURCES = ['entrypoints', 'components', 'utils', 'public', 'package-lock.json', 'wxt.config.ts'];

const TARGETS: Record<BrowserKind, { readonly wxt: string; readonly folder: string }> = {
  chromium: { wxt: 'chrome', folder: 'chrome-mv3' },
  firefox: { wxt: 'firefox', folder: 'firefox-mv3' },
};

/** Newest modification time below a path, folders included so that a deleted file counts; 0 where it is missing. */
function newest(place: string): number {
  if (!existsSync(place)) return 0;
  const status = statSync(place);
  if (!status.isDirectory()) return status.mtimeMs;
  return readdirSync(place).reduce(
    (latest, name) => Math.max(latest, newest(path.join(place, name))),
    status.mtimeMs,
  );
}

/** Absolute path of the folder a browser's build lies in. */
export function buildFolder(kind: BrowserKind): string {
  return inProject('.output', TARGETS[kind].folder);
}

/** Builds the extension for a browser and returns the folder to load. */
export async function build(kind: BrowserKind): Promise<string> {
  await stage(`build: the extension for ${kind}`, async () => {
    const wxt = inProject('node_modules', 'wxt', 'bin', 'wxt.mjs');
    const ended = await run(process.execPath, [wxt, 'build', '-b', TARGETS[kind].wxt], { cwd: inProject() });
    if (ended.code !== 0)
      throw new Error(`The extension could not be built:\n${ended.stdout}${ended.stderr}`);
  });
  return buildFolder(kind);
}

/** Builds only where a source is newer than the last build. */
export async function ensureBuilt(kind: BrowserKind): Promise<string> {
  const manifest = path.join(buildFolder(kind), 'manifest.json');
  const builtAt = existsSync(manifest) ? statSync(manifest).mtimeMs : -1;
  const changedAt = Math.max(...SOURCES.map((source) => newest(inProject(source))));
  return changedAt > builtAt ? build(kind) : buildFolder(kind);
}
