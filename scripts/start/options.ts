import path from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserKind } from '../setup/find-browser.ts';

/** What `npm start` was asked to do. */
export interface StartOptions {
  /** Undefined: the bundled sample site. */
  readonly url?: string;
  readonly browser: BrowserKind;
  readonly out: string;
  /** Whether a window is to be shown. */
  readonly headless: boolean;
}

export const USAGE = `Usage: npm start [-- URL] [--browser chromium|firefox] [--out DIR] [--headless]

Without URL: the bundled sample site. Without a display, or with --headless: captures, exports to DIR (out), verifies.`;

/** Whether windows can be shown here; only on Linux can that be told from the environment. */
export function hasDisplay(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
}

/** Parses the arguments. @throws with a sentence that says what was not understood. */
export function readStartOptions(args: readonly string[]): StartOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { browser: { type: 'string' }, out: { type: 'string' }, headless: { type: 'boolean' } },
  });
  const [url, ...more] = positionals;
  const browser = values.browser ?? 'chromium';
  if (browser !== 'chromium' && browser !== 'firefox') {
    throw new Error(`--browser is chromium or firefox, not '${browser}'.`);
  }
  if (more.length > 0) throw new Error('npm start takes one URL; for more there is npm run capture.');
  return {
    browser,
    out: path.resolve(values.out ?? 'out'),
    headless: values.headless ?? !hasDisplay(process.platform, process.env),
    ...(url === undefined ? {} : { url }),
  };
}
