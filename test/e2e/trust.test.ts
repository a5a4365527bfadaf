import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArtifactEntry } from '../../utils/case/artifact.ts';
import type { Capture } from '../../utils/case/capture.ts';
import { startSampleSite, type SampleSite } from '../fixtures/site/server.ts';
import { failingChecks } from '../fixtures/bag/check-by-tools.ts';
import { startTsa, type Tsa } from '../fixtures/tsa/start-tsa.ts';
import { enterPassphrase, storedBytes, turnOnByHand } from './support/at-rest.ts';
import { BROWSERS, openDriver, type Driver } from './support/driver.ts';
import { chooseByHand, dataOf, deleteByHand, enter, importByHand, press } from './support/imports.ts';
import { capture, open, sha256sum, unzip, type UnzippedBundle } from './support/capture.ts';

/** Checks by tools that are none of ours: coreutils and openssl against a real authority on loopback. */
describe.each(BROWSERS)('signature and trusted time in %s', (kind) => {
  let site: SampleSite;
  let tsa: Tsa;
  let driver: Driver;
  let taken: Capture;
  let bundle: UnzippedBundle;

  beforeAll(async () => {
    [site, tsa] = await Promise.all([startSampleSite(), startTsa({ intermediate: true })]);
    driver = await openDriver({
      browser: kind,
      settings: { operatorName: 'Mei Tanaka', tsaUrls: [tsa.url], tsaRootPem: tsa.rootPem },
    });
    const page = await open(driver, site.url('film'));
    taken = await capture(driver, page);
    await page.close();
    await stamped(driver, taken);
    bundle = unzip(await driver.exportCase(taken.caseId));
  });

  afterAll(async () => {
    await driver?.close();
    await site?.close();
    await tsa?.close();
  });

  const tool = (program: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: bundle.root, encoding: 'utf8' });
    return { status, said: stdout + stderr };
  };
  const stampVerify = (data: string, response: string) =>
    tool('openssl', 'ts', '-verify', '-data', data, '-in', response, '-CAfile', 'attest/tsa-chain.pem');
  const verify = (zip: string, ...args: string[]) => {
    const said = spawnSync('node', ['scripts/run.mjs', 'verify', ...args, '--json', zip], {
      encoding: 'utf8',
    });
    const line = said.stdout.trim().split('\n').at(-1) ?? '{}';
    const report = JSON.parse(line) as {
      verdict: string;
      findings: { code: string }[];
      proven: { key: string }[];
    };
    return { status: said.status, ...report };
  };

  const rootFile = (): string => {
    const file = path.join(bundle.root, '..', 'root.pem');
    writeFileSync(file, tsa.rootPem);
    return file;
  };

  it('lists every file so that sha256sum agrees', () => {
    expect(sha256sum(bundle, 'manifest-sha256.txt')).toContain('capture.json.tsr: OK');
    expect(sha256sum(bundle, 'tagmanifest-sha256.txt')).not.toContain('attest/');
    expect(failingChecks(bundle.root)).toEqual([]);
  });

  it('is signed so that openssl verifies it, by the key the bag names', () => {
    const signature = 'attest/tagmanifest-sha256.txt.sig';
    const args = ['-verify', 'attest/signer.pem', '-signature', signature, 'tagmanifest-sha256.txt'];
    expect(tool('openssl', 'dgst', '-sha256', ...args)).toEqual({ status: 0, said: 'Verified OK\n' });
    const digest = tool('sh', '-c', 'openssl pkey -pubin -in attest/signer.pem -outform DER | sha256sum');
    const info = bundle.read('bag-info.txt').toString('utf8');
    expect(info).toContain(`Prima-Facie-Signer: ${digest.said.slice(0, 64)}\n`);
    expect(bundle.read('data/report.html').toString('utf8')).toContain(digest.said.slice(0, 64));
  });

  it('is stamped, and so is the capture, so that openssl verifies both', () => {
    const document = path.join(bundle.folderOf(taken.id), 'capture.json');
    expect(stampVerify('tagmanifest-sha256.txt', 'attest/tagmanifest-sha256.txt.tsr')).toMatchObject({
      status: 0,
    });
    expect(stampVerify(document, `${document}.tsr`)).toMatchObject({ status: 0 });
    expect(stampVerify('bagit.txt', `${document}.tsr`).status).not.toBe(0);
    expect(tsa.requestedAt.length).toBe(2);
  });

  it('records the stamp in the custody log, and the clock in the capture', () => {
    const log = bundle.read('data/custody.jsonl').toString('utf8').trim().split('\n');
    const entries = log.map((line) => JSON.parse(line) as { action: string; note?: Record<string, unknown> });
    expect(entries.filter(({ action }) => action === 'time-stamped')).toMatchObject([
      { note: { captureId: taken.id, authority: tsa.url } },
    ]);
    const [reading] = bundle.document(taken.id).clock;
    expect(reading?.source).toMatch(/^http-date:/);
    expect(Math.abs(reading?.offsetMs ?? Infinity)).toBeLessThan(10_000);
  });

  it('verifies with the authority’s root, and without it says that the authority is unknown', () => {
    const known = verify(bundle.zip, '--tsa-root', rootFile());
    expect(known).toMatchObject({ status: 0, verdict: 'whole', findings: [] });
    expect(known.proven.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['proven-signature', 'proven-time', 'proven-capture-times']),
    );
    const unknown = verify(bundle.zip);
    expect(new Set(unknown.findings.map(({ code }) => code))).toEqual(new Set(['timestamp-unknown-root']));
    expect(unknown.proven.map(({ key }) => key)).not.toContain('proven-time');
  });

  it('is refused once signature, key or stamp is changed or taken away', () => {
    const folder = path.join(bundle.root, '..', 'changed');
    const packed = (change: (attest: string) => void) => {
      const top = path.basename(bundle.root);
      cpSync(bundle.root, path.join(folder, top), { recursive: true });
      change(path.join(folder, top, 'attest'));
      spawnSync('zip', ['-0', '-q', '-r', 'changed.zip', top], { cwd: folder });
      const { status, findings } = verify(path.join(folder, 'changed.zip'));
      rmSync(folder, { recursive: true });
      return { status, codes: findings.map(({ code }) => code) };
    };
    const sig = 'tagmanifest-sha256.txt.sig';
    const flip = (file: string) => {
      const bytes = readFileSync(file);
      bytes[bytes.length - 5] = (bytes.at(-5) ?? 0) ^ 1;
      writeFileSync(file, bytes);
    };
    expect(packed((attest) => readdirSync(attest))).toMatchObject({ status: 0 });
    const stripped = packed((attest) =>
      [sig, 'signer.pem'].forEach((name) => rmSync(path.join(attest, name))),
    );
    expect(stripped).toMatchObject({ status: 1, codes: expect.arrayContaining(['signature-stripped']) });
    const forged = packed((attest) => flip(path.join(attest, sig)));
    expect(forged).toMatchObject({ status: 1, codes: expect.arrayContaining(['signature-wrong']) });
    const stamp = packed((attest) => flip(path.join(attest, 'tagmanifest-sha256.txt.tsr')));
    expect(stamp).toMatchObject({ status: 1, codes: expect.arrayContaining(['timestamp-wrong']) });
  });

  it('opens as a case on another machine, is refused once changed, and opened then only as broken', async () => {
    const changed = path.join(bundle.root, '..', 'changed.zip');
    const bytes = readFileSync(bundle.zip);
    const at = bytes.indexOf('"urlTyped"');
    bytes[at + 1] = 0x55;
    writeFileSync(changed, bytes);
    const other = await openDriver({
      browser: kind,
      settings: { operatorName: 'B. Ito', tsaRootPem: tsa.rootPem },
    });
    try {
      const refused = await importByHand(other, changed);
      await dataOf(refused, 'import-refused');
      const findings = await refused.$$eval('[data-testid=verify-files] li', (lines) =>
        lines.map((line) => (line as HTMLElement).dataset['code']),
      );
      expect(findings).toContain('file-different');
      await press(refused, 'import-open-broken');
      expect(await dataOf(refused, 'import-done')).toMatchObject({ added: '1', known: '0' });
      await press(refused, 'import-go');
      await dataOf(refused, 'case-broken');
      await dataOf(refused, 'capture-broken');
      await refused.close();
      const marked = verify(await other.exportCase(taken.caseId));
      expect(marked).toMatchObject({ status: 1 });
      expect(marked.findings.map(({ code }) => code)).toContain('import-broken');

      const page = await importByHand(other, bundle.zip);
      // The case is here by now, and the key of the other installation is not known.
      expect(await dataOf(page, 'import-asks')).toMatchObject({ signed: 'true' });
      await press(page, 'import-accept');
      expect(await dataOf(page, 'import-done')).toMatchObject({ case: taken.caseId, added: '1', known: '0' });
      await page.close();
      // The whole bundle has taken the place of the broken one, which the case still says it was made from.
      const mended = verify(await other.exportCase(taken.caseId), '--tsa-root', rootFile());
      expect(mended).toMatchObject({ status: 0, verdict: 'whole' });
      expect(mended.findings.map(({ code }) => code)).toEqual(['import-broken']);
    } finally {
      await other.close();
    }
  });

  it('is cut into volumes for the key of a recipient, which the age tool opens and another machine imports', async () => {
    const folder = path.join(bundle.root, '..', 'volumes');
    mkdirSync(folder);
    const identity = path.join(folder, 'key.txt');
    expect(spawnSync('age-keygen', ['-o', identity]).status).toBe(0);
    const recipient = spawnSync('age-keygen', ['-y', identity], { encoding: 'utf8' }).stdout.trim();
    const page = await open(driver, site.url('film'));
    const second = await capture(driver, page);
    await page.close();
    const wishes = { volumeMegabytes: 2, recipients: [recipient], caseUco: true };
    const locked = await driver.exportFiles(taken.caseId, wishes, folder);
    expect(locked.map((file) => path.basename(file).slice(-22))).toEqual([
      '-volume-1-of-2.zip.age',
      '-volume-2-of-2.zip.age',
    ]);
    const opened = locked.map((file) => {
      const plain = file.replace(/\.age$/, '');
      expect(spawnSync('age', ['-d', '-i', identity, '-o', plain, file]).status).toBe(0);
      return plain;
    });
    for (const file of opened) {
      expect(verify(file, '--tsa-root', rootFile())).toMatchObject({
        status: 0,
        verdict: 'whole',
        findings: [],
      });
    }
    const [one = ''] = opened;
    expect(unzip(one).files).toContain('data/case-uco.jsonld');

    const secret = /AGE-SECRET-KEY-\S+/.exec(readFileSync(identity, 'utf8'))?.[0] ?? '';
    const checked = await chooseByHand(driver, 'verify', ...locked);
    await dataOf(checked, 'import-locked');
    await enter(checked, 'import-key', secret);
    await press(checked, 'import-unlock');
    expect(await dataOf(checked, 'verify-set')).toMatchObject({ set: 'whole' });
    await checked.close();

    const other = await openDriver({ browser: kind, settings: { tsaRootPem: tsa.rootPem } });
    try {
      const alone = await importByHand(other, one);
      await dataOf(alone, 'import-refused');
      await alone.close();
      const both = await importByHand(other, ...locked);
      await dataOf(both, 'import-locked');
      await enter(both, 'import-key', 'not the key at all');
      await press(both, 'import-unlock');
      await both.waitForSelector('[data-testid=field-error]', { timeout: 60_000 });
      await enter(both, 'import-key', secret);
      await press(both, 'import-unlock');
      expect(await dataOf(both, 'import-done')).toMatchObject({ case: second.caseId, added: '2' });
      await both.close();
    } finally {
      await other.close();
    }
  });

  it('is stamped later: taken while no authority could be reached, granted once one can be, and says both times', async () => {
    const change = async (tsaUrls: readonly string[]) => {
      const changed = await driver.send({ verb: 'change-settings', change: { tsaUrls } });
      expect(changed.ok).toBe(true);
    };
    // Nobody listens at this port of loopback: the network is away, the wish for a stamp stays.
    await change(['http://127.0.0.1:9/tsa']);
    const shown = await open(driver, site.url('film'));
    const late = await capture(driver, shown);
    await shown.close();
    const page = await driver.extensionPage(`dashboard.html#/case/${late.caseId}/captures/${late.id}`);
    await dataOf(page, 'stamp-refusal');
    expect(await dataOf(page, 'stamp-note')).toMatchObject({ waiting: 'true' });
    const offline = Date.now();
    // An authority whose clock is an hour ahead of this machine's, as far as its Date says.
    tsa.become({ date: { shiftMs: 3_600_000 } });
    await change([tsa.url]);
    await press(page, 'stamp-now');
    await page.waitForFunction(() => !document.querySelector('[data-testid=stamp-note]'), {
      timeout: 60_000,
    });
    tsa.become({ date: { shiftMs: 0 } });
    await page.close();
    await stamped(driver, late);
    const facts = await driver.extensionPage(`dashboard.html#/case/${late.caseId}/captures/${late.id}/facts`);
    const wantedAt = (await dataOf(facts, 'stamp-wanted'))['at'] ?? '';
    expect((await dataOf(facts, 'clock-off'))['source']).toMatch(/^http-date:/);
    await facts.close();

    const later = unzip(await driver.exportCase(late.caseId));
    const { entries } = later.json<{ entries: ArtifactEntry[] }>(`${later.folderOf(late.id)}/record.json`);
    const { genTime, ...about } = entries.find(({ path: at }) => at === 'capture.json.tsr')?.about ?? {};
    expect(about['wantedAt']).toBe(wantedAt);
    expect(Date.parse(wantedAt)).toBeLessThan(offline);
    expect(Date.parse(String(genTime))).toBeGreaterThanOrEqual(Math.floor(offline / 1000) * 1000);
    const report = later.read('data/report.html').toString('utf8');
    for (const at of [wantedAt, String(genTime)]) expect(report).toContain(at.slice(0, 19));
    expect(report).toMatch(/was 3[56]\d\d\.\d s behind/);
    expect(verify(later.zip, '--tsa-root', rootFile())).toMatchObject({ status: 0, verdict: 'whole' });
  });

  it('gives a deleted capture back, and its bundle then says both', async () => {
    const page = await deleteByHand(driver, taken, 'taken by mistake');
    await page.close();
    const back = await importByHand(driver, bundle.zip);
    expect(await dataOf(back, 'import-done')).toMatchObject({ case: taken.caseId, added: '1', known: '0' });
    await press(back, 'import-go');
    await back.close();
    const again = unzip(await driver.exportCase(taken.caseId));
    const log = again.read('data/custody.jsonl').toString('utf8');
    expect(log).toContain('"reason":"taken by mistake"');
    expect(again.document(taken.id)).toEqual(bundle.document(taken.id));
    expect(verify(again.zip, '--tsa-root', rootFile())).toMatchObject({
      status: 0,
      verdict: 'whole',
      findings: [],
    });
    expect(sha256sum(again, 'manifest-sha256.txt')).toContain('import.json: OK');
  });

  it('lies encrypted on the disk once a passphrase is set: captured, locked, unlocked, exported whole', async () => {
    const passphrase = 'lanterns over water';
    const options = await turnOnByHand(driver, passphrase);
    const shown = await open(driver, site.url('film'));
    const kept = await capture(driver, shown);
    const page = await driver.extensionPage(`dashboard.html#/case/${kept.caseId}/captures/${kept.id}`);
    await dataOf(page, 'viewport-picture');
    const { rows, ...bytes } = await storedBytes(page, ['Tidewrack', 'prima-facie/capture/1', '<html']);
    expect(bytes).toEqual({ sealed: rows, plain: 0 });
    expect(rows).toBeGreaterThan(20);

    await press(options, 'vault-lock');
    await dataOf(page, 'unlock');
    const tabId = driver.tabIdOf(shown);
    const refused = await driver.send({ verb: 'start-capture', tabId, trigger: 'command-line' });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'locked' } });
    await shown.close();
    await enterPassphrase(page, 'lanterns over watre');
    await page.waitForSelector('[data-testid=field-error]', { timeout: 60_000 });
    await enterPassphrase(page, passphrase);
    await page.waitForFunction(() => !document.querySelector('[data-testid=unlock]'), {
      timeout: 60_000,
      polling: 200,
    });
    await Promise.all([page.close(), options.close()]);

    const out = unzip(await driver.exportCase(kept.caseId));
    expect(sha256sum(out, 'manifest-sha256.txt')).toContain('shots/viewport.png: OK');
    expect(verify(out.zip, '--tsa-root', rootFile())).toMatchObject({
      status: 0,
      verdict: 'whole',
      findings: [],
    });
  });
});

/** Waits until the dashboard says that a capture bears a trusted timestamp. */
async function stamped(driver: Driver, { caseId, id }: Capture): Promise<void> {
  const page = await driver.extensionPage(`dashboard.html#/case/${caseId}/captures/${id}/facts`);
  await page.waitForSelector('[data-testid=time-grade][data-grade=tsa]', { timeout: 120_000 });
  await page.close();
}
