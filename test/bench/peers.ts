import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'puppeteer-core';
import { ensureBrowser } from '../../scripts/setup/install-browser.ts';
import { timed } from './bench.ts';

const run = promisify(execFile);
/** What it is compared with; its own dependencies are two small packages. */
export const SINGLE_FILE = 'single-file-cli@2.0.83';

/**
 * Fetches `single-file-cli` from the package registry, once per machine. It is no dependency of the product: nothing
 * of it is built in or shipped.
 * @throws where the registry cannot be had
 */
export async function singleFile(): Promise<(url: string) => Promise<number>> {
  const folder = path.join(tmpdir(), `prima-facie-${SINGLE_FILE}`);
  const script = path.join(folder, 'node_modules/single-file-cli/single-file-node.js');
  if (!existsSync(script)) {
    await run('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, SINGLE_FILE]);
  }
  const browser = await ensureBrowser('chromium');
  const inSandbox = process.getuid?.() !== 0;
  return async (url) => {
    const output = path.join(folder, 'page.html');
    await rm(output, { force: true });
    const options = [
      `--browser-executable-path=${browser}`,
      ...(inSandbox ? [] : ['--browser-arg=--no-sandbox']),
    ];
    const took = await timed(() => run(process.execPath, [script, url, output, ...options]));
    // It ends without an error where it has written nothing.
    if ((await stat(output)).size < 1_000) throw new Error(`${SINGLE_FILE} wrote no page`);
    return took;
  };
}

/** Pictures of the viewport from top to bottom, as quickly as two a second allow, and nothing else done with them. */
export async function stitch(control: Page, page: Page): Promise<void> {
  const { height, viewport } = await page.evaluate(() => ({
    height: document.documentElement.scrollHeight,
    viewport: innerHeight,
  }));
  for (let top = 0; top < height; top += viewport) {
    await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top);
    const taken = timed(() =>
      control.evaluate(async () => {
        const { tabs } = (globalThis as unknown as ExtensionScope).chrome;
        await tabs.captureVisibleTab({ format: 'png' });
      }),
    );
    const rest = 500 - (await taken);
    if (rest > 0 && top + viewport < height) await new Promise((resolve) => setTimeout(resolve, rest));
  }
}

/** What evaluated code of an extension page sees. */
interface ExtensionScope {
  readonly chrome: { readonly tabs: { captureVisibleTab(options: object): Promise<string> } };
}
