/**
 * What end-to-end tests drive. `npm test` builds the extension before they start; a test run by hand builds it
 * where a source is newer than the last build.
 */
export { openDriver, type Driver, type DriverOptions } from '../../../scripts/drive/driver.ts';
export { findBrowser, type BrowserKind } from '../../../scripts/setup/find-browser.ts';

import { findBrowser, type BrowserKind } from '../../../scripts/setup/find-browser.ts';

/** The browsers the tests run in: `PRIMA_FACIE_BROWSERS` (`chromium,firefox`), or every one installed. */
export const BROWSERS: readonly BrowserKind[] = (['chromium', 'firefox'] as const).filter((kind) => {
  const asked = process.env['PRIMA_FACIE_BROWSERS'];
  return asked ? asked.split(',').includes(kind) : findBrowser(kind) !== null;
});
