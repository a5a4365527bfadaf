import { mkdirSync } from 'node:fs';
import { build } from './drive/build.ts';
import { ensureBrowser } from './setup/install-browser.ts';
import { inProject } from './support/root.ts';
import { say, seconds } from './support/progress.ts';
import { lintAddon } from './test/addon-lint.ts';
import { runStage, runTool, type Stage, type StageResult } from './test/stage.ts';
import { ensureTools } from './test/tools.ts';
import { runVitest, type Tally } from './test/vitest.ts';

/** `npm test [-- stage…]`: every check and test, or the stages named. Quick checks first; all run, whatever fails. */
const MINUTE = 60_000;
const tallies: Tally[] = [];

async function tests(projects: readonly string[], timeoutMs: number): Promise<boolean> {
  const result = await runVitest(projects, timeoutMs);
  tallies.push(result);
  return result.ok;
}

const stages: readonly Stage[] = [
  {
    name: 'setup',
    work: async () => {
      for (const kind of ['chromium', 'firefox'] as const) say(`${kind}: ${await ensureBrowser(kind)}`);
      await ensureTools();
      return true;
    },
  },
  { name: 'format', work: () => runTool('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']) },
  { name: 'lint', work: () => runTool('oxlint/bin/oxlint', ['--deny-warnings']) },
  {
    name: 'types',
    work: async () =>
      (await runTool('wxt/bin/wxt.mjs', ['prepare'])) &&
      runTool('svelte-check/bin/svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings']),
  },
  { name: 'unit', work: () => tests(['unit'], 5 * MINUTE) },
  { name: 'components', work: () => tests(['components'], 5 * MINUTE) },
  {
    name: 'build',
    work: async () => {
      await build('chromium');
      await build('firefox');
      return true;
    },
  },
  { name: 'addon-lint', work: lintAddon },
  { name: 'integration', work: () => tests(['integration'], 6 * MINUTE) },
  { name: 'e2e', work: () => tests(['e2e'], 24 * MINUTE) },
];

function report(results: readonly StageResult[]): void {
  say('');
  for (const { name, ok, durationMs } of results) {
    say(`${ok ? 'passed' : 'FAILED'}  ${name.padEnd(12)} ${seconds(durationMs).padStart(8)}`);
  }
  // At the very end, since a log is often cut from its beginning.
  for (const failure of tallies.flatMap(({ failures }) => failures)) say(`FAILED  ${failure}`);
  const counted = new Set(['unit', 'components', 'integration', 'e2e']);
  const otherFailures = results.filter(({ name, ok }) => !ok && !counted.has(name)).length;
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, otherFailures);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
}

mkdirSync(inProject('out'), { recursive: true });
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  say(`There is no stage ${unknown.join(', ')}; there are ${stages.map((stage) => stage.name).join(', ')}.`);
  process.exit(1);
}
const results: StageResult[] = [];
for (const stage of stages) {
  if (asked.length > 0 && !asked.includes(stage.name)) continue;
  results.push(await runStage(stage));
}
report(results);
process.exitCode = results.every((result) => result.ok) ? 0 : 1;
