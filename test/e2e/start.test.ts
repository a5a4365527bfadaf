import { describe, expect, it } from 'vitest';
import type { Answer } from '../../scripts/capture/run.ts';
import { hasDisplay } from '../../scripts/start/options.ts';
import { run } from '../../scripts/support/process.ts';
import { inProject } from '../../scripts/support/root.ts';
import { manifestHolds, scratch, unpack } from './support/bundle.ts';
import { BROWSERS } from './support/driver.ts';

describe.each(BROWSERS)('npm start without a display, with %s', (browser) => {
  it('leaves a bundle of the sample site, has it verified, and says what to do with it', async () => {
    const out = await scratch();
    const script = inProject('scripts', 'start.ts');
    const args = [script, '--headless', '--browser', browser, '--out', out];
    const ended = await run(process.execPath, args, { timeoutMs: 280_000 });
    expect(ended.code, ended.stderr).toBe(0);
    const [answer = '', ...verdict] = ended.stdout.split('\n');
    const { bundle, captures } = JSON.parse(answer) as Answer;
    expect(captures.map(({ state }) => state)).toEqual(['complete', 'complete', 'complete', 'complete']);
    expect(verdict.join('\n')).toContain('This bundle is whole');
    expect(ended.stderr).toContain(`npm run verify -- ${bundle}`);
    expect(await manifestHolds(await unpack(bundle ?? ''), 'manifest-sha256.txt')).toBe(true);
  });
});

describe('hasDisplay', () => {
  it.each([
    ['linux', {}, false],
    ['linux', { DISPLAY: '' }, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['darwin', {}, true],
    ['win32', {}, true],
  ] as const)('on %s with %j is %s', (platform, env, expected) => {
    expect(hasDisplay(platform, env)).toBe(expected);
  });
});
