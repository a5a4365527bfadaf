import type { Circumstances } from '../case/capture-document.ts';
import { browser, isFirefox } from './browser.ts';

/** Name and version out of a Chromium user agent; more telling brands first. */
const BRANDS: readonly (readonly [RegExp, string])[] = [
  [/Edg\/([\d.]+)/, 'Microsoft Edge'],
  [/OPR\/([\d.]+)/, 'Opera'],
  [/HeadlessChrome\/([\d.]+)/, 'Chromium (headless)'],
  [/Chrome\/([\d.]+)/, 'Chromium'],
];

async function browserOf(): Promise<Circumstances['browser']> {
  if (isFirefox) {
    const { name, version, buildID } = await browser.runtime.getBrowserInfo();
    return { name, version: `${version} (${buildID})` };
  }
  for (const [pattern, name] of BRANDS) {
    const version = pattern.exec(navigator.userAgent)?.[1];
    if (version) return { name, version };
  }
  return { name: 'Chromium', version: 'not available' };
}

/** The surroundings of a capture, as far as an extension can vouch for them. */
export async function readCircumstances(incognito: boolean): Promise<Circumstances> {
  const [browserInfo, platform] = await Promise.all([browserOf(), browser.runtime.getPlatformInfo()]);
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return {
    browser: browserInfo,
    os: `${platform.os} ${platform.arch}`,
    locale,
    languages: navigator.languages,
    timezone: timeZone,
    utcOffsetMinutes: -new Date().getTimezoneOffset() || 0,
    extensionVersion: browser.runtime.getManifest().version,
    incognito,
    proxyObserved: isFirefox
      ? 'none named; Firefox tells the proxy of each request'
      : 'none seen; Chromium does not tell an extension whether a proxy is used',
  };
}
