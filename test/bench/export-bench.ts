import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { openDriver } from '../../scripts/drive/driver.ts';
import { exportByButton } from '../../scripts/drive/export.ts';
import type { BrowserKind } from '../../scripts/setup/find-browser.ts';
import { run } from '../../scripts/support/process.ts';
import { inProject } from '../../scripts/support/root.ts';
import { bigCase } from './big-case.ts';
import { median, ms, timed, type Bench, type BenchContext, type Measurement } from './bench.ts';
import { peakOfExtensionProcess } from './peak-memory.ts';
import { trustCost } from './trust-cost.ts';

const EXPORT_LIMIT = 1.2;
const VERIFY_LIMIT = 1.5;
const MEMORY_LIMIT = 300 * 1024 * 1024;
/** 1 GB in 40 files. */
const FILES = { count: 40, bytes: 25_000_000 };
const EXPORT_TIMEOUT_MS = 10 * 60_000;
const LONGEST_RUNS = 5;

/** Writing and checking a bundle of 1 GB against the tools everybody has (issue 5). */
export const exportBench: Bench = {
  name: 'export',
  about: 'exporting 1 GB: at most 1.2 × `zip -0 -r` and sha256sum; verifying: at most 1.5 × `sha256sum -c`',
  async run(context) {
    const measured: Measurement[] = [];
    for (const kind of context.browsers) measured.push(...(await benchBrowser(kind, context)));
    return measured;
  },
};

async function benchBrowser(kind: BrowserKind, context: BenchContext): Promise<Measurement[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'prima-facie-bench-'));
  const driver = await openDriver({ browser: kind, folder, settings: { lookups: 'off' } });
  try {
    const caseId = await bigCase(driver, context, FILES);
    const page = await driver.extensionPage(`dashboard.html#/case/${caseId}/export`);
    const runs = Math.min(context.runs, LONGEST_RUNS);
    // The limit is on writing the bag; printing the report takes its second whatever the size.
    if (kind === 'chromium') {
      await page.waitForSelector('[data-testid=export-pdf]');
      await page.$eval('[data-testid=export-pdf]', (box) => (box as HTMLElement).click());
    }
    const exports: number[] = [];
    const native: number[] = [];
    const verifying: number[] = [];
    const summing: number[] = [];
    for (let at = 0; at < runs; at += 1) {
      context.say(`  run ${at + 1} of ${runs} in ${kind}`);
      const bundle = await exportTimed(page, exports);
      await compare(bundle, { native, verifying, summing });
      await rm(bundle);
    }
    return [
      ratioOf(`export, 1 GB (${kind})`, exports, native, EXPORT_LIMIT),
      ratioOf(`verify, 1 GB (command line, bundle from ${kind})`, verifying, summing, VERIFY_LIMIT),
      await trustCost(kind, median(exports), runs),
      ...memoryOf(kind, folder),
    ];
  } finally {
    await driver.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function exportTimed(page: Page, times: number[]): Promise<string> {
  const began = performance.now();
  const [file = ''] = await exportByButton(page, EXPORT_TIMEOUT_MS);
  times.push(performance.now() - began);
  const { size } = await stat(file);
  if (size < FILES.count * FILES.bytes) throw new Error(`The bundle has only ${size} bytes.`);
  return file;
}

/** The same files by native tools, and our verifier against `sha256sum -c`. */
async function compare(
  bundle: string,
  times: { readonly native: number[]; readonly verifying: number[]; readonly summing: number[] },
): Promise<void> {
  const folder = await mkdtemp(path.join(path.dirname(bundle), 'native-'));
  try {
    await must('unzip', ['-q', bundle, '-d', folder], folder);
    const [top = ''] = await readdir(folder);
    const zip = () => must('zip', ['-0', '-q', '-r', 'native.zip', top], folder);
    const sum = () => must('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], path.join(folder, top));
    const summed = await timed(sum);
    times.summing.push(summed);
    times.native.push((await timed(zip)) + summed);
    const script = inProject('scripts', 'verify.ts');
    times.verifying.push(await timed(() => run(process.execPath, [script, bundle])));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function must(program: string, args: readonly string[], cwd: string): Promise<void> {
  const ended = await run(program, args, { cwd });
  if (ended.code !== 0) throw new Error(`${program}: ${ended.stderr || ended.stdout}`);
}

function ratioOf(
  what: string,
  ours: readonly number[],
  theirs: readonly number[],
  limit: number,
): Measurement {
  const [mine, other] = [median(ours), median(theirs)];
  return { what, ours: ms(mine), theirs: ms(other), value: mine / other, limit, want: 'at most' };
}

function memoryOf(kind: BrowserKind, folder: string): Measurement[] {
  const peak = kind === 'chromium' ? peakOfExtensionProcess(path.join(folder, 'profile')) : null;
  if (peak === null) return [];
  const megabytes = Math.round(peak / 1024 / 1024);
  return [
    {
      what: `peak memory of the extension's process, export of 1 GB (${kind})`,
      ours: `${megabytes} MB`,
      theirs: '–',
      value: megabytes,
      limit: MEMORY_LIMIT / 1024 / 1024,
      want: 'at most',
    },
  ];
}
