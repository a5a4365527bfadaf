import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RECORDED_STEPS } from '../../../utils/capture/steps/index.ts';
import { PAGE_KINDS } from '../../fixtures/pages/kinds.ts';

const text = readFileSync(new URL('../../../docs/capture.md', import.meta.url), 'utf8');

describe('docs/capture.md', () => {
  it('lists every step, in the order they run', () => {
    const listed = [...text.matchAll(/^\| `([a-z-]+)` +\|[^|]+\| (?:yes|no)/gm)].map(([, id]) => id);
    expect(listed).toEqual(RECORDED_STEPS.map(({ id }) => id));
  });

  it('has a row for every kind of page that is tested', () => {
    for (const { id } of PAGE_KINDS) expect(text).toContain(`| \`${id}\``);
  });
});
