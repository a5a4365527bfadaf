import type { Driver } from '../../scripts/drive/driver.ts';
import { startSampleSite } from '../fixtures/site/server.ts';
import type { BenchContext } from './bench.ts';
import { fillCapture } from './fill-store.ts';

/** A case with one real capture, filled up with files of random bytes; returns its id. */
export async function bigCase(
  driver: Driver,
  context: BenchContext,
  files: { readonly count: number; readonly bytes: number },
): Promise<string> {
  const site = await startSampleSite();
  try {
    const page = await driver.newPage();
    await page.goto(site.url('series'), { waitUntil: 'load' });
    const tabId = driver.tabIdOf(page);
    const started = await driver.send({ verb: 'start-capture', tabId, trigger: 'command-line' });
    if (!started.ok) throw new Error(`${started.failure.code} ${started.failure.detail}`);
    const { captureId, caseId } = started.value;
    const ended = await driver.send({ verb: 'await-capture', captureId, waitMs: 25_000 });
    if (!ended.ok) throw new Error(`${ended.failure.code} ${ended.failure.detail}`);
    context.say(`  filling a case with ${(files.count * files.bytes) / 1e9} GB in ${driver.kind}`);
    const filler = await driver.extensionPage('options.html');
    await fillCapture(filler, captureId, files);
    await filler.close();
    await page.close();
    return caseId;
  } finally {
    await site.close();
  }
}
