import { describe, expect, it } from 'vitest';
import { findBrowser, type Surroundings } from '../../../scripts/setup/find-browser.ts';

function machine(
  platform: NodeJS.Platform,
  env: Record<string, string>,
  programs: readonly string[],
): Surroundings {
  return { platform, env, isExecutable: (file) => programs.includes(file) };
}

describe('findBrowser', () => {
  it.each([
    ['linux', { PATH: '/usr/local/bin:/usr/bin' }, '/usr/bin/chromium', 'chromium'],
    ['linux', { PATH: '/usr/bin' }, '/usr/bin/google-chrome-stable', 'chromium'],
    ['linux', { PATH: '/usr/bin' }, '/usr/bin/firefox-esr', 'firefox'],
    ['linux', {}, '/snap/bin/firefox', 'firefox'],
    ['darwin', {}, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'chromium'],
    ['darwin', { HOME: '/Users/a' }, '/Users/a/Applications/Firefox.app/Contents/MacOS/firefox', 'firefox'],
    ['win32', { PROGRAMFILES: 'C:\\P' }, 'C:\\P\\Google\\Chrome\\Application\\chrome.exe', 'chromium'],
    ['win32', { LOCALAPPDATA: 'C:\\L' }, 'C:\\L\\Chromium\\Application\\chrome.exe', 'chromium'],
    ['win32', { Path: 'C:\\a;C:\\b' }, 'C:\\b\\firefox.exe', 'firefox'],
  ] as const)('on %s with %j finds %s', (platform, env, program, kind) => {
    expect(findBrowser(kind, machine(platform, env, [program]))).toBe(program);
  });

  it('lets CHROME_PATH outrank what is installed', () => {
    const env = { PATH: '/usr/bin', CHROME_PATH: '/opt/mine/chrome' };
    expect(findBrowser('chromium', machine('linux', env, ['/usr/bin/chromium', '/opt/mine/chrome']))).toBe(
      '/opt/mine/chrome',
    );
  });

  it('prefers Chromium to branded builds', () => {
    const programs = ['/usr/bin/google-chrome', '/usr/bin/chromium'];
    expect(findBrowser('chromium', machine('linux', { PATH: '/usr/bin' }, programs))).toBe(
      '/usr/bin/chromium',
    );
  });

  it('says null where there is none', () => {
    expect(findBrowser('firefox', machine('linux', { PATH: '/usr/bin' }, ['/usr/bin/chromium']))).toBeNull();
  });
});
