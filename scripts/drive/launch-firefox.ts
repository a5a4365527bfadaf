import { launch as launchBrowser } from 'puppeteer-core';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { applyHostRules, hostRulePreferences } from './firefox-system.ts';
import type { Launched, LaunchOptions } from './launch.ts';

/** The extension's internal address in every profile made here: known beforehand, and the same after a crash. */
const INTERNAL_UUID = '7a1d0f5e-3c52-4b0e-9c7e-5d2f8a64b913';

function extensionId(folder: string): string {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as {
    readonly browser_specific_settings?: { readonly gecko?: { readonly id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${folder} is not a build for Firefox.`);
  return id;
}

function preferencesFor(options: LaunchOptions): Record<string, string | number | boolean> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId(options.extension)]: INTERNAL_UUID }),
    // A temporary add-on is removed when Firefox ends; the case it holds must outlive a crash.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'browser.download.dir': options.downloads,
    'browser.download.folderList': 2,
    'browser.download.useDownloadDir': true,
    'browser.download.alwaysOpenPanel': false,
    // Lookups by the system's resolver, as the host rules expect.
    'network.trr.mode': 5,
    'network.http.http3.enable': false,
    ...(options.proxy ? proxyPreferences(options.proxy, options.bypass ?? []) : {}),
    ...(options.devicePixelRatio ? { 'layout.css.devPixelsPerPx': String(options.devicePixelRatio) } : {}),
    ...(options.hostRules ? hostRulePreferences(options.hostRules) : {}),
  };
}

function proxyPreferences(proxy: string, bypass: readonly string[]): Record<string, string | number> {
  const { hostname, port } = new URL(`http://${proxy}`);
  return {
    'network.proxy.type': 1,
    'network.proxy.http': hostname,
    'network.proxy.http_port': Number(port),
    'network.proxy.ssl': hostname,
    'network.proxy.ssl_port': Number(port),
    'network.proxy.no_proxies_on': bypass.map((host) => host.replace(/^\*/, '')).join(', '),
  };
}

/** Starts Firefox with the extension as a temporary add-on. Such add-ons get their host permissions at once. */
export async function launchFirefox(options: LaunchOptions): Promise<Launched> {
  const { width, height } = options.window ?? { width: 1280, height: 900 };
  const browser = await launchBrowser({
    browser: 'firefox',
    executablePath: options.executable,
    headless: options.headless,
    userDataDir: options.profile,
    defaultViewport: null,
    args: ['--remote-allow-system-access', `--width=${width}`, `--height=${height}`, ...(options.args ?? [])],
    extraPrefsFirefox: preferencesFor(options),
    protocolTimeout: 600_000,
    handleSIGINT: false,
  });
  try {
    if (options.hostRules) await applyHostRules(browser, options.hostRules);
    await browser.installExtension(options.extension);
    return { browser, origin: `moz-extension://${INTERNAL_UUID}` };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
