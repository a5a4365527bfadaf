import { parseArgs } from 'node:util';
import { keepsLimit, type Measurement } from '../test/bench/bench.ts';
import { BENCHES } from '../test/bench/index.ts';
import { ensureBuilt } from './drive/build.ts';
import type { BrowserKind } from './setup/find-browser.ts';
import { say, stage } from './support/progress.ts';

/** `npm run bench`: ratios against the limits the product has set itself, in one run on one machine. */
const USAGE = `Usage: npm run bench [-- NAME...] [--browser chromium|firefox]... [--runs N] [--strict]

${BENCHES.map(({ name, about }) => `  ${name.padEnd(10)} ${about}`).join('\n')}

With --strict the exit code is 1 where a limit is missed. Machines differ: read the ratios, not the times.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: 'string', multiple: true },
    runs: { type: 'string' },
    strict: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

function textOf(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2);
}

/** The table, with columns as wide as they must be. */
function tableOf(rows: readonly Measurement[]): string {
  const cells = [
    ['what', 'ours', 'theirs', 'value', 'limit', ''],
    ...rows.map((row) => [
      row.what,
      row.ours,
      row.theirs,
      textOf(row.value),
      `${row.want} ${textOf(row.limit)}`,
      keepsLimit(row) ? 'kept' : 'MISSED',
    ]),
  ];
  const widths = cells[0]?.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0))) ?? [];
  return cells
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const known = new Set(BENCHES.map(({ name }) => name));
const browsers = (values.browser ?? ['chromium', 'firefox']) as BrowserKind[];
const runs = Number(values.runs ?? '5');
const understood =
  positionals.every((name) => known.has(name)) &&
  browsers.every((name) => name === 'chromium' || name === 'firefox') &&
  Number.isInteger(runs) &&
  runs > 0;

if (values.help || !understood) {
  say(USAGE);
  process.exitCode = values.help ? 0 : 1;
} else {
  for (const kind of browsers) await ensureBuilt(kind);
  const rows: Measurement[] = [];
  let broken = 0;
  for (const bench of BENCHES) {
    if (positionals.length > 0 && !positionals.includes(bench.name)) continue;
    try {
      rows.push(...(await stage(`bench: ${bench.name}`, () => bench.run({ browsers, runs, say }))));
    } catch (error) {
      broken += 1;
      say(`bench: ${bench.name} could not be run: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  process.stdout.write(`${tableOf(rows)}\n`);
  for (const { what, note } of rows) if (note) process.stdout.write(`${what}: ${note}\n`);
  const missed = rows.filter((row) => !keepsLimit(row)).length;
  say(`${rows.length - missed} kept, ${missed} missed, ${broken} could not be run; medians of ${runs}`);
  process.exitCode = broken > 0 || (values.strict && missed > 0) ? 1 : 0;
}
