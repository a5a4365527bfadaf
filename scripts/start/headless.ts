import { spawn } from 'node:child_process';
import { startSampleSite } from '../../test/fixtures/site/server.ts';
import { runCapture } from '../capture/run.ts';
import { inProject } from '../support/root.ts';
import { say } from '../support/progress.ts';
import type { StartOptions } from './options.ts';

/** Time for one page: the chapter of the sample site is 60,000 px tall. */
const TIMEOUT_MS = 180_000;

/** Captures without a window, leaves the bundle in the out folder and verifies it. Returns the exit code. */
export async function startHeadless(options: StartOptions): Promise<number> {
  say('There is no display, so the pages are captured without a window.');
  const site = options.url === undefined ? await startSampleSite() : null;
  try {
    const urls = site
      ? (['front', 'chapter', 'film', 'redirected'] as const).map((page) => site.url(page))
      : [];
    const { answer, exitCode } = await runCapture({
      urls: options.url === undefined ? urls : [options.url],
      browser: options.browser,
      out: options.out,
      record: false,
      timeoutMs: TIMEOUT_MS,
      // The sample site is on this machine; there is nothing to look up about it.
      ...(site ? { settings: { allowPrivateAddresses: true, lookups: 'off' } } : {}),
    });
    process.stdout.write(`${JSON.stringify(answer)}\n`);
    if (answer.bundle === null) return 1;
    const verified = await verify(answer.bundle);
    sayNext(answer.bundle);
    return verified === 0 ? exitCode : verified;
  } finally {
    await site?.close();
  }
}

/** Runs `npm run verify`'s own script. */
function verify(bundle: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inProject('scripts', 'verify.ts'), bundle], { stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function sayNext(bundle: string): void {
  say(`
The bundle is ${bundle}
  look at it   unzip it and open data/report.html in a browser
  check it     npm run verify -- ${bundle}
               or, unzipped, in its folder: sha256sum -c manifest-sha256.txt
  your pages   npm run capture -- https://…`);
}
