import { run } from '../support/process.ts';
import { inProject } from '../support/root.ts';
import { say } from '../support/progress.ts';
import { buildFolder } from '../drive/build.ts';

/** Warnings that are known and right to pass over. Anything else fails. */
const EXPECTED_WARNINGS: Readonly<Record<string, string>> = {
  UNSAFE_VAR_ASSIGNMENT: 'Svelte clones its compiled templates by innerHTML; no text of a page gets there',
  DANGEROUS_EVAL:
    'JSZip brings a setImmediate that could take text; it never does, and the CSP would forbid it',
  KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION: 'the extension is for desktop Firefox',
};

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}

/** Checks the Firefox build with Mozilla's own linter, which decides what its add-on site accepts. */
export async function lintAddon(): Promise<boolean> {
  const linter = inProject('node_modules', 'addons-linter', 'bin', 'addons-linter');
  const ended = await run(process.execPath, [linter, '--output', 'json', buildFolder('firefox')]);
  const report = JSON.parse(ended.stdout) as {
    readonly errors: readonly Finding[];
    readonly warnings: readonly Finding[];
  };
  const unexpected = report.warnings.filter((warning) => !(warning.code in EXPECTED_WARNINGS));
  for (const finding of [...report.errors, ...unexpected]) {
    say(`${finding.code} ${finding.file ?? ''}:${finding.line ?? ''} ${finding.message}`);
  }
  say(`${report.errors.length} errors, ${report.warnings.length} warnings (${unexpected.length} unexpected)`);
  return report.errors.length + unexpected.length === 0;
}
