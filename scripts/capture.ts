import { readOptions, USAGE, UsageError } from './capture/options.ts';
import { runCapture } from './capture/run.ts';
import { NoBrowserError } from './setup/install-browser.ts';
import { say } from './support/progress.ts';

let stopAsked = false;
process.on('SIGINT', () => {
  if (stopAsked) process.exit(130);
  stopAsked = true;
  say('Stopping after this page; what was captured will be exported. Ctrl-C again: stop at once.');
});

try {
  const { answer, exitCode } = await runCapture(readOptions(process.argv.slice(2)), () => stopAsked);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
  process.exitCode = exitCode;
} catch (error) {
  say(error instanceof UsageError ? `${error.message}\n\n${USAGE}` : messageOf(error));
  process.stdout.write(`${JSON.stringify({ bundle: null, captures: [], notices: [] })}\n`);
  process.exitCode = 1;
}

/** Expected errors by their sentence, bugs with their stack. */
function messageOf(error: unknown): string {
  if (error instanceof NoBrowserError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
