import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planVolumes, volumeInfo, type VolumeEntry } from '../../../utils/bundle/plan-volumes.ts';

const MB = 1_000_000;
const SHARED: readonly VolumeEntry[] = [
  { path: 'data/case.json', size: 1000 },
  { path: 'data/custody.jsonl', size: 5000 },
];

function capture(number: number, ...sizes: readonly number[]): VolumeEntry[] {
  const folder = `data/captures/${String(number).padStart(4, '0')}-0badc0de/`;
  return sizes.map((size, index) => ({ path: `${folder}file-${index}.bin`, size }));
}

describe('volumes', () => {
  it('cut between captures, in order, with the case in each', () => {
    const entries = [...SHARED, ...capture(1, 6 * MB, MB), ...capture(2, 5 * MB), ...capture(3, 12 * MB)];
    const { volumes, tooLarge } = planVolumes(entries, 20 * MB);
    expect(tooLarge).toEqual([]);
    expect(volumes.map(({ number, entries: files }) => [number, files.length])).toEqual([
      [1, 5],
      [2, 3],
    ]);
    for (const volume of volumes) {
      expect(volume.entries.slice(0, 2)).toEqual(SHARED);
      expect(volume.bytes).toBeLessThanOrEqual(20 * MB);
    }
  });

  it('name a capture that is too large alone, and keep it whole', () => {
    const entries = [...SHARED, ...capture(1, MB), ...capture(2, 15 * MB, 15 * MB), ...capture(3, MB)];
    const { volumes, tooLarge } = planVolumes(entries, 20 * MB);
    expect(tooLarge).toEqual(['data/captures/0002-0badc0de/']);
    expect(volumes.map((volume) => volume.exceeds)).toEqual([false, true, false]);
  });

  it('are one where all fits, and one for a case without captures', () => {
    expect(planVolumes([...SHARED, ...capture(1, MB)], 20 * MB).volumes).toHaveLength(1);
    expect(planVolumes(SHARED, 20 * MB).volumes).toHaveLength(1);
  });

  it('hold every file: captures once and whole, shared files everywhere, and never more than the size', () => {
    const sizes = fc.array(fc.array(fc.integer({ min: 0, max: 8 * MB }), { minLength: 1, maxLength: 5 }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(sizes, fc.integer({ min: MB, max: 30 * MB }), (cases, maxBytes) => {
        const files = cases.flatMap((one, index) => capture(index + 1, ...one));
        const { volumes, tooLarge } = planVolumes([...SHARED, ...files], maxBytes);
        const placed = volumes.flatMap((volume) => volume.entries.slice(SHARED.length));
        expect(placed).toEqual(files);
        for (const volume of volumes) {
          const folders = new Set(volume.entries.slice(SHARED.length).map(({ path }) => path.split('/')[2]));
          expect(volume.entries.slice(0, SHARED.length)).toEqual(SHARED);
          if (volume.bytes > maxBytes) expect(folders.size).toBe(1);
          expect(volume.exceeds).toBe(volume.bytes > maxBytes);
        }
        expect(tooLarge).toHaveLength(volumes.filter((volume) => volume.exceeds).length);
      }),
    );
  });

  it('say which of how many they are, in the words of BagIt', () => {
    expect(volumeInfo('case-1b9d6bcd-20261121T101500Z', 2, 3)).toEqual([
      ['Bag-Group-Identifier', 'case-1b9d6bcd-20261121T101500Z'],
      ['Bag-Count', '2 of 3'],
    ]);
  });
});
