import { run } from '../support/process.ts';
import { say, stage } from '../support/progress.ts';
import { aptInstall, canUseApt } from '../setup/install-browser.ts';

/** Programs the tests compare ours against, and the Debian packages they come in. */
const TOOLS: readonly { readonly program: string; readonly aptPackage: string }[] = [
  { program: 'openssl', aptPackage: 'openssl' },
  { program: 'zip', aptPackage: 'zip' },
  { program: 'unzip', aptPackage: 'unzip' },
  { program: 'sha256sum', aptPackage: 'coreutils' },
  { program: 'xmllint', aptPackage: 'libxml2-utils' },
  { program: 'certutil', aptPackage: 'libnss3-tools' },
  { program: 'pdftotext', aptPackage: 'poppler-utils' },
  { program: 'age', aptPackage: 'age' },
];

/** Fonts without which pages in Chinese and Japanese show boxes. */
const FONT = { family: 'Noto Sans CJK SC', aptPackage: 'fonts-noto-cjk' };

async function isMissing(program: string): Promise<boolean> {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  return (await run(finder, [program])).code !== 0;
}

async function missingPackages(): Promise<string[]> {
  const missing: string[] = [];
  for (const tool of TOOLS) if (await isMissing(tool.program)) missing.push(tool.aptPackage);
  const fonts = await run('fc-list', [FONT.family]);
  if (process.platform === 'linux' && fonts.stdout.trim() === '') missing.push(FONT.aptPackage);
  return missing;
}

/**
 * Installs, on Debian and Ubuntu as root, what the tests need besides the browsers; elsewhere says what is missing.
 * The tests that need a missing program fail and name it, so nothing is decided here.
 */
export async function ensureTools(): Promise<void> {
  const missing = await missingPackages();
  if (missing.length === 0) return;
  if (!canUseApt()) {
    say(`Missing: ${missing.join(' ')}. On Debian: sudo apt-get install ${missing.join(' ')}`);
    return;
  }
  await stage(`setup: installing ${missing.join(' ')} (apt-get)`, () => aptInstall(missing));
}
