import { existsSync, readFileSync, rmSync } from 'node:fs';
import { inProject } from '../support/root.ts';
import { say } from '../support/progress.ts';
import { runTool } from './stage.ts';

/** Tests of one or more runs. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** The part of vitest's JSON report used here. */
interface Report {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** Counts a report; a file that could not even be loaded is one failed test. */
function tallyOf(report: Report): Tally {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** Runs projects of vitest.config.ts. A run that leaves no report (crash, out of time) counts as one failed test. */
export async function runVitest(
  projects: readonly string[],
  timeoutMs: number,
): Promise<Tally & { readonly ok: boolean }> {
  const file = inProject('out', `test-${projects.join('-')}.json`);
  rmSync(file, { force: true });
  const ok = await runTool(
    'vitest/vitest.mjs',
    [
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      '--passWithNoTests',
    ],
    // Tests never wait for a person at a terminal, nor colour what goes to a log.
    { timeoutMs, env: { CI: 'true', NO_COLOR: '1' } },
  );
  if (!existsSync(file)) {
    say(`vitest left no report for ${projects.join(', ')}`);
    return { passed: 0, failed: 1, ok: false };
  }
  const tally = tallyOf(JSON.parse(readFileSync(file, 'utf8')) as Report);
  return { ...tally, ok: ok && tally.failed === 0 };
}
