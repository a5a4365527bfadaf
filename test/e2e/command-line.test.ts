import { copyFile, open, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFile } from '../../utils/case/case-file.ts';
import type { CaptureDocument } from '../../utils/case/capture-document.ts';
import { captureUrl } from '../../scripts/capture/capture-url.ts';
import { openSession } from '../../scripts/capture/session.ts';
import type { Answer } from '../../scripts/capture/run.ts';
import { run } from '../../scripts/support/process.ts';
import { inProject } from '../../scripts/support/root.ts';
import { startSampleSite, type SampleSite } from '../fixtures/site/server.ts';
import { digestByTool, manifestHolds, pngSize, readJson, scratch, unpack, verify } from './support/bundle.ts';
import { BROWSERS } from './support/driver.ts';

/** Lookups off: nothing of a test leaves this machine. */
const SETTINGS = { allowPrivateAddresses: true, lookups: 'off', scrollPassMs: 10_000 } as const;

let site: SampleSite;
let folder: string;
let settings: string;
beforeAll(async () => {
  site = await startSampleSite();
  folder = await scratch();
  settings = path.join(folder, 'settings.json');
  await writeFile(settings, JSON.stringify(SETTINGS));
});
afterAll(() => site.close());

/** A case as a person entered it elsewhere: its title document is named, and not on this machine. */
function caseFile(): CaseFile {
  const id = '3b241101-e2bb-4255-8caf-4136c566a962';
  const at = '2026-11-21T10:00:00.000Z';
  return {
    schema: 'prima-facie/case/1',
    case: { id, title: 'Tidewrack', status: 'open', createdAt: at, updatedAt: at },
    parties: [
      {
        id: '9b241101-e2bb-4255-8caf-4136c566a963',
        caseId: id,
        role: 'right-holder',
        kind: 'organisation',
        legalName: 'Lantern Press 灯社',
        address: '1 Quay',
        country: 'JP',
        phone: '+81 3 0000 0000',
        email: 'rights@lantern.example',
        authority: 'owner',
      },
    ],
    works: [
      {
        id: '8b241101-e2bb-4255-8caf-4136c566a964',
        caseId: id,
        title: 'The Lantern Keeper',
        kind: 'comic',
        author: 'A. Author',
        rightsClaimed: ['reproduction'],
        authorisedUrls: ['https://lantern.example/keeper'],
        titleDocuments: [
          {
            digest: `sha256:${'ab'.repeat(32)}`,
            name: 'deed.pdf',
            kind: 'contract',
            addedAt: at,
          },
        ],
      },
    ],
    items: [],
    request: { reason: 'not authorised' },
  };
}

/** `npm run capture`, without npm around it. */
async function capture(
  ...args: readonly string[]
): Promise<{ code: number; answer: Answer; progress: string }> {
  const script = inProject('scripts', 'capture.ts');
  const ended = await run(process.execPath, [script, ...args, '--settings', settings, '--out', folder]);
  const last = ended.stdout.trimEnd().split('\n').at(-1) ?? '';
  return { code: ended.code, answer: JSON.parse(last) as Answer, progress: ended.stderr };
}

describe.each(BROWSERS)('npm run capture in %s', (browser) => {
  let bundle: string;
  let bag: string;
  let answer: Answer;

  it('captures every URL it can into one bundle and says what became of each', async () => {
    const list = path.join(folder, `${browser}.txt`);
    await writeFile(list, `# more\n${site.url('redirected')}\n`);
    const dead = 'http://127.0.0.1:9/';
    const result = await capture(site.url('film'), dead, '--list', list, '--browser', browser);
    expect(result.code, result.progress).toBe(1);
    answer = result.answer;
    expect(answer.captures.map(({ url }) => url)).toEqual([site.url('film'), dead, site.url('redirected')]);
    expect(answer.captures[0]).toMatchObject({ state: 'complete', finalUrl: site.url('film') });
    expect(answer.captures[1]).toMatchObject({ state: 'failed', dir: null, digest: null });
    expect(answer.captures[2]).toMatchObject({ state: 'complete', finalUrl: site.url('series') });
    expect(result.progress).toContain('[2/3]');
    expect((await readdir(folder)).filter((name) => name.startsWith('.run-'))).toEqual([]);
    bundle = answer.bundle ?? '';
    bag = await unpack(bundle);
  });

  it('leaves a bundle that sha256sum and our verifier call whole', async () => {
    expect(await manifestHolds(bag, 'manifest-sha256.txt')).toBe(true);
    expect(await manifestHolds(bag, 'tagmanifest-sha256.txt')).toBe(true);
    const verified = await verify(bundle);
    expect(verified.code, verified.stdout).toBe(0);
  });

  it('names the folder and the digest of each capture', async () => {
    for (const { dir, digest } of answer.captures) {
      if (dir === null) continue;
      expect(await digestByTool(path.join(bag, dir, 'capture.json'))).toBe(digest);
    }
    const redirected = await readJson<CaptureDocument>(bag, answer.captures[2]?.dir ?? '', 'capture.json');
    expect(redirected.urlTyped).toBe(site.url('redirected'));
    expect(redirected.redirects.map(({ status }) => status).slice(0, 2)).toEqual([302, 301]);
  });

  it('takes the viewport at the size of the window, and every original byte for byte', async () => {
    const dir = path.join(bag, answer.captures[0]?.dir ?? '');
    const document = await readJson<CaptureDocument>(dir, 'capture.json');
    const ratio = document.page?.devicePixelRatio ?? Number.NaN;
    expect(await pngSize(path.join(dir, 'shots', 'viewport.png'))).toEqual({
      width: Math.round((document.page?.viewport.width ?? 0) * ratio),
      height: Math.round((document.page?.viewport.height ?? 0) * ratio),
    });
    expect(document.artifacts.length).toBeGreaterThan(5);
    for (const artifact of document.artifacts) {
      expect(await digestByTool(path.join(dir, artifact.path)), artifact.path).toBe(artifact.digest);
    }
  });

  it('does not verify once a byte has changed', async () => {
    const tampered = path.join(folder, `tampered-${browser}.zip`);
    await copyFile(bundle, tampered);
    const file = await open(tampered, 'r+');
    const { size } = await file.stat();
    const at = Math.floor(size / 2);
    const { buffer } = await file.read(new Uint8Array(1), 0, 1, at);
    await file.write(Uint8Array.of((buffer[0] ?? 0) ^ 1), 0, 1, at);
    await file.close();
    expect((await verify(tampered)).code).toBe(1);
  });

  it('captures into a case file, and gives it back as it came', async () => {
    const file = caseFile();
    const given = path.join(folder, `case-${browser}.json`);
    await writeFile(given, JSON.stringify(file));
    const result = await capture(site.url('film'), '--case', given, '--browser', browser);
    expect(result.code, result.progress).toBe(0);
    const held = await unpack(result.answer.bundle ?? '');
    expect(await readJson(held, 'data', 'case.json')).toEqual(file);
    expect(await readJson(held, 'data', 'documents', 'not-held.json')).toHaveLength(1);
    const verified = await verify(result.answer.bundle ?? '');
    expect(verified.code, verified.stdout).toBe(0);
  });

  it('goes on in the same case after the browser was killed', async () => {
    const options = { urls: [], browser, out: folder, record: false, timeoutMs: 60_000, settings: SETTINGS };
    const session = openSession(options, await scratch());
    const request = { record: false, timeoutMs: 60_000 };
    const first = await session.driver();
    const before = await captureUrl(first, { ...request, url: site.url('film'), caseId: undefined });
    first.browser.process()?.kill('SIGKILL');
    await expect.poll(() => first.isAlive(), { timeout: 60_000 }).toBe(false);
    const second = await session.driver();
    const after = await captureUrl(second, { ...request, url: site.url('series'), caseId: before.caseId });
    const zip = await second.exportCase(after.caseId ?? '');
    const kept = await unpack(zip);
    const verified = await verify(zip);
    await session.close();
    expect(session.restarts()).toBe(1);
    expect(after.caseId).toBe(before.caseId);
    expect(verified.code, verified.stdout).toBe(0);
    expect(await digestByTool(path.join(kept, before.outcome.dir ?? '', 'capture.json'))).toBe(
      before.outcome.digest,
    );
  });
});
