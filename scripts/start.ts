import { NoBrowserError } from './setup/install-browser.ts';
import { startHeaded } from './start/headed.ts';
import { startHeadless } from './start/headless.ts';
import { readStartOptions, USAGE, type StartOptions } from './start/options.ts';
import { say } from './support/progress.ts';

/** `npm start`: a browser with the extension on the sample site, or a captured sample where there is no display. */
function optionsOrNull(): StartOptions | null {
  try {
    return readStartOptions(process.argv.slice(2));
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return null;
  }
}

const options = optionsOrNull();
try {
  if (!options) process.exitCode = 1;
  else process.exitCode = await (options.headless ? startHeadless(options) : startHeaded(options));
} catch (error) {
  if (error instanceof NoBrowserError) say(error.message);
  else say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
}
