import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../scripts/capture/run.ts';
import { run } from '../../scripts/support/process.ts';
import { inProject } from '../../scripts/support/root.ts';
import { prepareNotices } from '../../utils/notice/prepare/index.ts';
import { startSampleSite, type SampleSite } from '../fixtures/site/server.ts';
import { readJson, scratch, unpack, verify } from './support/bundle.ts';
import { BROWSERS } from './support/driver.ts';
import { noticeCase } from './support/notice-case.ts';

/** Lookups off: nothing of a test leaves this machine. */
const SETTINGS = { allowPrivateAddresses: true, lookups: 'off', scrollPassMs: 5_000 } as const;
const UNCONFIRMED = [
  'us-512.statement-good-faith',
  'us-512.statement-accuracy',
  'us-512.statement-authority',
  'us-512.statement-exceptions',
  'us-512.signature',
];

let site: SampleSite;
let folder: string;
beforeAll(async () => {
  site = await startSampleSite();
  folder = await scratch();
  await writeFile(path.join(folder, 'settings.json'), JSON.stringify(SETTINGS));
});
afterAll(() => site.close());

async function captureInto(name: string, file: unknown, browser: string, ...urls: readonly string[]) {
  const given = path.join(folder, `${name}-${browser}.json`);
  await writeFile(given, JSON.stringify(file));
  const fixed = ['--settings', path.join(folder, 'settings.json'), '--out', folder, '--browser', browser];
  const script = inProject('scripts', 'capture.ts');
  const ended = await run(process.execPath, [script, ...urls, '--case', given, ...fixed]);
  const answer = JSON.parse(ended.stdout.trimEnd().split('\n').at(-1) ?? '') as Answer;
  expect(ended.code, ended.stderr).toBe(0);
  const bag = await unpack(answer.bundle ?? '');
  const verified = await verify(answer.bundle ?? '');
  expect(verified.code, verified.stdout).toBe(0);
  return { notices: answer.notices, back: await readJson(bag, 'data', 'case.json') };
}

describe.each(BROWSERS)('npm run capture -- --case in %s', (browser) => {
  it('says that an item nobody captured blocks the notice, and gives the case back as it came', async () => {
    const file = noticeCase(site);
    const { notices, back } = await captureInto('one', file, browser, site.url('cdn-cloudflare'));
    const missing = ['us-512.proof-capture', ...UNCONFIRMED];
    expect(notices).toEqual([{ provider: 'Harbour Hosting', regime: 'us-512', ready: false, missing }]);
    expect(back).toEqual(file);
  });

  it('lacks only what a person must do once every page is captured, with the drafts the file had', async () => {
    const plain = noticeCase(site);
    let next = 50;
    const newId = () => `3b241101-e2bb-4255-8caf-4136c566a9${next++}`;
    const drafts = prepareNotices(plain, [], {}, { newId, now: '2026-11-21T10:00:00.000Z' });
    expect(drafts).toHaveLength(1);
    const file = { ...plain, drafts };
    const urls = [site.url('cdn-cloudflare'), site.url('film')];
    const { notices, back } = await captureInto('two', file, browser, ...urls);
    expect(notices).toEqual([
      { provider: 'Harbour Hosting', regime: 'us-512', ready: false, missing: UNCONFIRMED },
    ]);
    expect(back).toEqual(file);
  });
});
