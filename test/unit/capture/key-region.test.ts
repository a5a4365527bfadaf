import { expect, it } from 'vitest';
import { keyRegion } from '../../../utils/capture/injected/picker/key-region.ts';
import { pickerWords } from '../../../utils/platform/picker-words.ts';

const VIEWPORT = { width: 1280, height: 800 };

it('draws a region by arrow keys, and tells where and how large it is', () => {
  const region = keyRegion({ x: 100.4, y: 50 }, pickerWords('en'), VIEWPORT);
  expect(region.text()).toContain('now at 100, 50');
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) expect(region.move(key, false)).toBe(true);
  expect(region.move('ArrowLeft', true)).toBe(true);
  expect(region.move('a', false)).toBe(false);
  expect(region.enter()).toBeNull();
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowDown']) region.move(key, false);
  expect(region.text()).toContain('32 × 16 at 99, 66');
  expect(region.enter()).toEqual({ x: 99, y: 66, width: 32, height: 16 });
});

it('stays in the viewport', () => {
  const region = keyRegion({ x: 5_000, y: -3 }, pickerWords('ja'), VIEWPORT);
  region.move('ArrowUp', false);
  region.enter();
  for (let n = 0; n < 100; n += 1) region.move('ArrowDown', false);
  region.move('ArrowLeft', false);
  expect(region.enter()).toEqual({ x: 1_264, y: 0, width: 16, height: 800 });
});
