import { existsSync } from 'node:fs';
import { run } from '../support/process.ts';
import { say, stage } from '../support/progress.ts';
import { findBrowser, type BrowserKind } from './find-browser.ts';

/** Debian and Ubuntu, where apt can install as root without a question. */
export function canUseApt(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs Debian packages; true where apt-get says that it did. */
export async function aptInstall(packages: readonly string[]): Promise<boolean> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = () =>
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env });
  await run('apt-get', ['update', '-q'], { env });
  const first = await install();
  if (first.code === 0) return true;
  say(first.stderr.trim());
  return false;
}

const COMMANDS: Record<BrowserKind, Partial<Record<NodeJS.Platform, string>>> = {
  chromium: {
    darwin: 'brew install --cask google-chrome',
    win32: 'winget install Google.Chrome',
    linux: 'sudo apt-get install chromium   (or: dnf install chromium, pacman -S chromium)',
  },
  firefox: {
    darwin: 'brew install --cask firefox',
    win32: 'winget install Mozilla.Firefox',
    linux: 'sudo apt-get install firefox-esr   (or: dnf install firefox, pacman -S firefox)',
  },
};

const APT: Record<BrowserKind, readonly string[]> = { chromium: ['chromium'], firefox: ['firefox-esr'] };

/** A browser could not be had; the message says how to get it. */
export class NoBrowserError extends Error {
  constructor(kind: BrowserKind) {
    const name = kind === 'chromium' ? 'Chrome, Chromium or Edge' : 'Firefox';
    const variable = kind === 'chromium' ? 'CHROME_PATH' : 'FIREFOX_PATH';
    const command = COMMANDS[kind][process.platform] ?? `install ${name}`;
    super(`No ${name} was found. Install it:\n  ${command}\nor set ${variable} to its program file.`);
    this.name = 'NoBrowserError';
  }
}

/**
 * Path of a browser, installed first where that needs no question (Debian and Ubuntu as root).
 * @throws {NoBrowserError} with the one command to run, everywhere else.
 */
export async function ensureBrowser(kind: BrowserKind): Promise<string> {
  const found = findBrowser(kind);
  if (found) return found;
  if (canUseApt()) {
    await stage(`setup: installing ${APT[kind].join(' ')} (apt-get)`, () => aptInstall(APT[kind]));
    const installed = findBrowser(kind);
    if (installed) return installed;
  }
  throw new NoBrowserError(kind);
}
