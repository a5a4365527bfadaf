import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launch as launchBrowser } from 'puppeteer-core';
import type { Launched, LaunchOptions } from './launch.ts';

/**
 * Download settings as the settings page would store them. The debugger's own `Browser.setDownloadBehavior` gives
 * files of `downloads.download` a random name, and download protection waits for a server that may not answer.
 */
function writePreferences(profile: string, downloads: string): void {
  const file = path.join(profile, 'Default', 'Preferences');
  mkdirSync(path.dirname(file), { recursive: true });
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, object>) : {};
  const preferences = {
    ...before,
    download: { ...before['download'], default_directory: downloads, prompt_for_download: false },
    safebrowsing: { ...before['safebrowsing'], enabled: false },
  };
  writeFileSync(file, JSON.stringify(preferences));
}

/** Arguments besides puppeteer's own. */
function argumentsFor(options: LaunchOptions): string[] {
  const { width, height } = options.window ?? { width: 1280, height: 900 };
  return [
    `--window-size=${width},${height}`,
    '--disable-quic',
    '--disable-component-update',
    // The debugger's bar would change the viewport while a capture runs.
    '--silent-debugger-extension-api',
    // Chromium refuses its sandbox to root; anybody else keeps it.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(options.hostRules ? [`--host-resolver-rules=${options.hostRules}`] : []),
    ...(options.proxy ? [`--proxy-server=${options.proxy}`] : []),
    ...(options.bypass ? [`--proxy-bypass-list=${options.bypass.join(';')}`] : []),
    ...(options.devicePixelRatio ? [`--force-device-scale-factor=${options.devicePixelRatio}`] : []),
    ...(options.args ?? []),
  ];
}

/** Starts Chromium, Chrome or Edge with the unpacked extension. */
export async function launchChromium(options: LaunchOptions): Promise<Launched> {
  writePreferences(options.profile, options.downloads);
  const browser = await launchBrowser({
    browser: 'chrome',
    executablePath: options.executable,
    headless: options.headless,
    userDataDir: options.profile,
    // Extensions can be installed over a pipe only; branded Chrome has no other way left.
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    args: argumentsFor(options),
    // A capture of a heavy page may hold a call for minutes.
    protocolTimeout: 600_000,
    handleSIGINT: false,
  });
  try {
    const id = await browser.installExtension(options.extension);
    return { browser, origin: `chrome-extension://${id}` };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
