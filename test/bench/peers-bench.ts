import { setTimeout as sleep } from 'node:timers/promises';
import { openDriver, type Driver } from '../../scripts/drive/driver.ts';
import { startSampleSite, type SampleSite } from '../fixtures/site/server.ts';
import { median, ms, type Bench, type BenchContext, type Measurement, timed } from './bench.ts';
import { captureOnce } from './capture-once.ts';
import { SINGLE_FILE, singleFile, stitch } from './peers.ts';

const LIMIT = 5;
/** The others take tens of seconds: each is measured so often at most. */
const MOST_RUNS = 3;
/** Between two captures: `captureVisibleTab` may be called twice a second. */
const PACE_MS = 1_100;

/** What a user would pick instead, on pages over 5,000 px (issue 3). */
export const peersBench: Bench = {
  name: 'peers',
  about: `on pages over 5,000 px: at least 5 × faster than ${SINGLE_FILE} and than scroll-and-stitch`,
  async run(context) {
    if (!context.browsers.includes('chromium')) return [];
    const site = await startSampleSite();
    const driver = await openDriver({
      browser: 'chromium',
      settings: { scrollPass: false, lookups: 'off', allowPrivateAddresses: true },
    });
    try {
      return [
        ...(await against(driver, { name: 'reader', url: site.kindUrl('smooth') }, context)),
        ...(await against(driver, { name: 'chapter', url: site.url('chapter') }, context)),
      ];
    } finally {
      await driver.close();
      await site.close();
    }
  },
};

async function against(
  driver: Driver,
  { name, url }: { readonly name: string; readonly url: SampleSite['origins']['pages'] },
  { runs, say }: BenchContext,
): Promise<Measurement[]> {
  const control = await driver.extensionPage('options.html');
  const page = await driver.newPage();
  await page.goto(url, { waitUntil: 'load' });
  await page.bringToFront();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const cli = await singleFile().catch((error: unknown) => {
    say(`  ${SINGLE_FILE} is not available: ${String(error).split('\n')[0]}`);
    return null;
  });
  const times = { ours: [] as number[], stitched: [] as number[], cli: [] as number[] };
  await captureOnce(driver, driver.tabIdOf(page));
  for (let run = 0; run < Math.min(runs, MOST_RUNS); run += 1) {
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await sleep(PACE_MS);
    times.ours.push((await captureOnce(driver, driver.tabIdOf(page))).local);
    await sleep(PACE_MS);
    times.stitched.push(await timed(() => stitch(control, page)));
    if (cli) times.cli.push(await cli(url));
  }
  say(`  ${name}: ${times.ours.length} each`);
  await page.close();
  await control.close();
  const rowOf = (peer: string, theirs: readonly number[], note: string): Measurement[] =>
    theirs.length === 0
      ? []
      : [
          {
            what: `capture against ${peer}, ${name} ${height.toLocaleString('en')} px (chromium)`,
            ours: ms(median(times.ours)),
            theirs: ms(median(theirs)),
            value: median(theirs) / median(times.ours),
            limit: LIMIT,
            want: 'at least',
            note,
          },
        ];
  return [
    ...rowOf('scroll-and-stitch', times.stitched, 'its pictures alone, at the pace the browser allows'),
    ...rowOf(SINGLE_FILE, times.cli, 'the whole command as a user gives it, start of its browser included'),
  ];
}
