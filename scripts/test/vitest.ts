import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../support/root.ts';
import { runTool } from './stage.ts';

/** Tests of one or more runs. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** A line for each failed test: its file, name and the first line of what went wrong. */
  readonly failures: readonly string[];
}

/** One test of the report. */
interface Assertion {
  readonly status: string;
  readonly fullName: string;
  readonly failureMessages: readonly string[];
}

/** The part of vitest's JSON report used here. */
interface Report {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly Assertion[];
  }[];
}

/** Where and why, in one line short enough for the end of a log. */
function failureLine(file: string, test: string, message: string): string {
  const [reason = ''] = message.split('\n');
  return `${path.relative(inProject(), file)} > ${test}: ${reason.slice(0, 300)}`;
}

/** Counts a report; a file that could not even be loaded is one failed test. */
function tallyOf(report: Report): Tally {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failures = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map((test) => failureLine(name, test.fullName, test.failureMessages[0] ?? '')),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    failures: [...failures, ...broken.map((file) => failureLine(file.name, 'the whole file', file.message))],
  };
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
    const failure = `vitest left no report for ${projects.join(', ')}: it crashed, or was ended out of time`;
    return { passed: 0, failed: 1, failures: [failure], ok: false };
  }
  const tally = tallyOf(JSON.parse(readFileSync(file, 'utf8')) as Report);
  return { ...tally, ok: ok && tally.failed === 0 };
}
