import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import path from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { openDriver, type Driver } from '../../scripts/drive/driver.ts';
import { exportByButton } from '../../scripts/drive/export.ts';
import { bigCase } from './big-case.ts';
import type { Bench, BenchContext, Measurement } from './bench.ts';
import { watchExtensionProcess } from './own-memory.ts';
import { forgetPeaks } from './peak-memory.ts';

const MEGABYTE = 1024 * 1024;
const LIMIT_MB = 300;
/** 2 GB in 80 files. */
const FILES = { count: 80, bytes: 25_000_000 };
const TIMEOUT_MS = 15 * 60_000;

/** Memory of the extension's own process while 2 GB go out, are checked and come in (issue 5). */
export const memoryBench: Bench = {
  name: 'memory',
  about: `export, verification and import of 2 GB: the extension's process stays under ${LIMIT_MB} MB`,
  // Firefox does not name its processes by what runs in them.
  run: async (context) => (context.browsers.includes('chromium') ? benchChromium(context) : []),
};

async function benchChromium(context: BenchContext): Promise<Measurement[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'prima-facie-bench-'));
  try {
    const one = path.join(folder, 'one');
    const caseId = await withDriver(one, (driver) => bigCase(driver, context, FILES));
    // A browser of its own: what filling the case left in the process is not what the export takes.
    const out = await withDriver(one, async (driver, profile) => {
      const page = await driver.extensionPage(`dashboard.html#/case/${caseId}/export`);
      const exporting = await peakOf(context, 'export', profile, async () => {
        const [file = ''] = await exportByButton(page, TIMEOUT_MS);
        return file;
      });
      await page.close();
      const { size } = await stat(exporting.value);
      if (size < FILES.count * FILES.bytes) throw new Error(`The bundle has only ${size} bytes.`);
      const checking = await peakOf(context, 'verification', profile, () =>
        verifyByHand(driver, exporting.value),
      );
      return { bundle: exporting.value, rows: [exporting.row, checking.row] };
    });
    const importing = await withDriver(path.join(folder, 'two'), (driver, profile) =>
      peakOf(context, 'import', profile, () => importByHand(driver, out.bundle)),
    );
    return [...out.rows, importing.row];
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function withDriver<T>(
  folder: string,
  use: (driver: Driver, profile: string) => Promise<T>,
): Promise<T> {
  const driver = await openDriver({ browser: 'chromium', folder, settings: { lookups: 'off' } });
  try {
    return await use(driver, path.join(folder, 'profile'));
  } finally {
    await driver.close();
  }
}

/** The peak while `work` is done, and what it gave. */
async function peakOf<T>(
  context: BenchContext,
  what: string,
  profile: string,
  work: () => Promise<T>,
): Promise<{ readonly row: Measurement; readonly value: T }> {
  forgetPeaks(profile);
  const watched = watchExtensionProcess(profile);
  const value = await work();
  const peak = watched.stop();
  const [megabytes, resident] = [peak?.own, peak?.resident].map((bytes = Number.NaN) =>
    Math.round(bytes / MEGABYTE),
  ) as [number, number];
  context.say(`  ${what}: ${megabytes} MB of its own, ${resident} MB with mapped program files`);
  const row = {
    what: `peak memory of the extension's process, ${what} of 2 GB (chromium)`,
    ours: `${megabytes} MB`,
    theirs: `${resident} MB resident`,
    value: megabytes,
    limit: LIMIT_MB,
    want: 'at most' as const,
  };
  return { row, value };
}

async function choose(page: Page, testid: string, file: string): Promise<void> {
  const input = await page.waitForSelector(`[data-testid=${testid}]`);
  await (input as ElementHandle<HTMLInputElement> | null)?.uploadFile(file);
}

/** Asks again and again: one long question to the browser ends by the protocol's own time-out. */
async function whenThere(page: Page, selector: string): Promise<void> {
  const until = Date.now() + TIMEOUT_MS;
  while (!(await page.$(selector))) {
    if (Date.now() > until) throw new Error(`${selector} is not there after ${TIMEOUT_MS} ms`);
    await sleep(500);
  }
}

async function verifyByHand(driver: Driver, file: string): Promise<void> {
  const page = await driver.extensionPage('dashboard.html#/verify');
  await choose(page, 'verify-input', file);
  await whenThere(page, '[data-testid=verify-verdict][data-verdict=whole]');
  await page.close();
}

async function importByHand(driver: Driver, file: string): Promise<void> {
  const page = await driver.extensionPage('dashboard.html#/import');
  await choose(page, 'import-input', file);
  await whenThere(page, '[data-testid=import-done]');
  await page.close();
}
