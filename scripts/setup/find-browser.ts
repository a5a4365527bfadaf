import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** The two families of browsers the extension is built for. */
export type BrowserKind = 'chromium' | 'firefox';

/** What {@link findBrowser} looks at, so that tests can give their own. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isExecutable: (file: string) => boolean;
}

/** This machine. */
export const HERE: Surroundings = {
  platform: process.platform,
  env: process.env,
  isExecutable: (file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch (error) {
      return ignoreMissing(error);
    }
  },
};

/** Any error of access() means the same: this file cannot be started. */
function ignoreMissing(_error: unknown): false {
  return false;
}

const OVERRIDES: Record<BrowserKind, string> = { chromium: 'CHROME_PATH', firefox: 'FIREFOX_PATH' };

/** Program names on the PATH, best first. Chromium goes before branded builds: it takes unpacked extensions freely. */
const NAMES: Record<BrowserKind, readonly string[]> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    'msedge',
  ],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
};

const MAC_APPS: Record<BrowserKind, readonly string[]> = {
  chromium: ['Chromium', 'Google Chrome', 'Microsoft Edge'],
  firefox: ['Firefox', 'Firefox Developer Edition'],
};

const WINDOWS_PROGRAMS: Record<BrowserKind, readonly string[]> = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
};

const LINUX_PLACES: Record<BrowserKind, readonly string[]> = {
  chromium: ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'],
  firefox: ['/opt/firefox/firefox', '/usr/lib/firefox/firefox', '/snap/bin/firefox'],
};

function onPath(kind: BrowserKind, { platform, env }: Surroundings): string[] {
  const windows = platform === 'win32';
  const { join, delimiter } = windows ? path.win32 : path.posix;
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(Boolean);
  const names = NAMES[kind].map((name) => (windows ? `${name}.exe` : name));
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function inUsualPlaces(kind: BrowserKind, { platform, env }: Surroundings): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', path.posix.join(env['HOME'] ?? homedir(), 'Applications')];
    return MAC_APPS[kind].flatMap((app) =>
      folders.map((folder) => `${folder}/${app}.app/Contents/MacOS/${app.replace(/^Firefox.*/, 'firefox')}`),
    );
  }
  if (platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => env[name]);
    return WINDOWS_PROGRAMS[kind].flatMap((program) =>
      folders.filter((folder) => folder !== undefined).map((folder) => path.win32.join(folder, program)),
    );
  }
  return [...LINUX_PLACES[kind]];
}

/**
 * Path of an installed browser, or null. `CHROME_PATH` and `FIREFOX_PATH` outrank everything;
 * then the PATH, then the places where installers put it.
 */
export function findBrowser(kind: BrowserKind, surroundings: Surroundings = HERE): string | null {
  const chosen = surroundings.env[OVERRIDES[kind]];
  const places = [
    ...(chosen ? [chosen] : []),
    ...onPath(kind, surroundings),
    ...inUsualPlaces(kind, surroundings),
  ];
  return places.find((file) => surroundings.isExecutable(file)) ?? null;
}
