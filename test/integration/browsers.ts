import { existsSync } from 'node:fs';
import { launch, type Browser } from 'puppeteer-core';

const PATHS = {
  chrome: [
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  firefox: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
} as const;
const CHOICE = { chrome: 'PRIMA_FACIE_CHROMIUM', firefox: 'PRIMA_FACIE_FIREFOX' } as const;

/** The program to start: the one the environment names, else the first that is there; null where none is. */
export function findBrowser(kind: 'chrome' | 'firefox'): string | null {
  return process.env[CHOICE[kind]] ?? PATHS[kind].find((path) => existsSync(path)) ?? null;
}

/**
 * Starts a browser without a window. Throws where there is none: a test that did not run must not look green.
 * @param scheme what Firefox tells pages by `prefers-color-scheme`; Chromium is asked per page
 */
export function openBrowser(
  kind: 'chrome' | 'firefox',
  scheme: 'light' | 'dark' = 'light',
): Promise<Browser> {
  const executablePath = findBrowser(kind);
  if (!executablePath) throw new Error(`No ${kind} found. Set ${CHOICE[kind]} to its path.`);
  const args = kind === 'chrome' ? ['--no-sandbox'] : [];
  const extraPrefsFirefox = { 'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1 };
  return launch({ browser: kind, executablePath, headless: true, args, extraPrefsFirefox });
}
