/**
 * Serves the sample site until Ctrl-C: `node scripts/site.ts [--port N]`. With `--port` the hosts get N, N + 1 … in
 * the order of `HOSTS`, so that addresses stay the same from run to run.
 */
import { parseArgs } from 'node:util';
import { HOST_NAMES, HOSTS } from '../test/fixtures/site/hosts.ts';
import { PAGE_NAMES } from '../test/fixtures/site/page-list.ts';
import { startSampleSite } from '../test/fixtures/site/server.ts';

const { values } = parseArgs({ options: { port: { type: 'string' } } });
const first = values.port === undefined ? null : Number(values.port);
if (first !== null && !(first >= 1024 && first + HOST_NAMES.length <= 65_536)) {
  console.error(`--port must be a number from 1024 to ${65_536 - HOST_NAMES.length}, not ${values.port}`);
  process.exit(2);
}
const ports = Object.fromEntries(HOST_NAMES.map((host, index) => [host, first === null ? 0 : first + index]));
const site = await startSampleSite({ ports });

for (const host of HOST_NAMES) console.log(`${site.origins[host].padEnd(24)} ${HOSTS[host].what}`);
console.log();
for (const name of PAGE_NAMES) console.log(`${name.padEnd(22)} ${site.url(name)}`);
console.log('\nCtrl-C ends it.');

const stop = async (): Promise<void> => {
  await site.close();
  process.exit(0);
};
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());
