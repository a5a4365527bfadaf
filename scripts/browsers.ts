import { ensureBrowser, NoBrowserError } from './setup/install-browser.ts';
import type { BrowserKind } from './setup/find-browser.ts';
import { say } from './support/progress.ts';

/** `npm run browsers -- [chromium] [firefox]`: finds the browsers, installs them where it may, prints their paths. */
const asked = process.argv.slice(2);
const kinds: readonly BrowserKind[] = (['chromium', 'firefox'] as const).filter(
  (kind) => asked.length === 0 || asked.includes(kind),
);
for (const kind of kinds) {
  try {
    process.stdout.write(`${kind}\t${await ensureBrowser(kind)}\n`);
  } catch (error) {
    if (!(error instanceof NoBrowserError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
