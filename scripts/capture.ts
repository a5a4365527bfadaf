import { readOptions, USAGE, UsageError } from './capture/options.ts';
import { runCapture, type Answer } from './capture/run.ts';
import { NoBrowserError } from './setup/install-browser.ts';
import { say } from './support/progress.ts';

/** `npm run capture`; the contract is in `USAGE`. */
const NOTHING: Answer = { bundle: null, captures: [], notices: [] };

let stopAsked = false;
process.on('SIGINT', () => {
  if (stopAsked) process.exit(130);
  stopAsked = true;
  say('Stopping after this page; what was captured will be exported. Ctrl-C again: stop at once.');
});

/** Expected errors by their sentence, bugs with their stack. */
function messageOf(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\n\n${USAGE}`;
  if (error instanceof NoBrowserError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function main(args: readonly string[]): Promise<number> {
  try {
    const { answer, exitCode } = await runCapture(readOptions(args), () => stopAsked);
    process.stdout.write(`${JSON.stringify(answer)}\n`);
    return exitCode;
  } catch (error) {
    say(messageOf(error));
    process.stdout.write(`${JSON.stringify(NOTHING)}\n`);
    return 1;
  }
}

const args = process.argv.slice(2);
if (args.includes('--help')) process.stdout.write(`${USAGE}\n`);
else process.exitCode = await main(args);
