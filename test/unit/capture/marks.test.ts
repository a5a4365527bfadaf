import { describe, expect, it } from 'vitest';
import type { ArtifactEntry } from '../../../utils/case/artifact.ts';
import type { Mark } from '../../../utils/case/mark.ts';
import { planCrop, tilesOf, type Tile } from '../../../utils/capture/crops.ts';
import { itemOf, parseFinished, parsePlaces, placeNow } from '../../../utils/capture/marks.ts';
import type { TabPort } from '../../../utils/capture/ports.ts';
import type { Step } from '../../../utils/capture/step.ts';
import { itemsStep } from '../../../utils/capture/steps/items.ts';
import { marksStep } from '../../../utils/capture/steps/marks.ts';
import { CAPTURE, runSteps } from './support.ts';

const BOX = { x: 10, y: 95, width: 30, height: 20 };
const MARK: Mark = {
  key: 0,
  kind: 'image',
  urls: ['https://pirate.example/1.png', 'https://pirate.example/read/1'],
  box: BOX,
  text: 'Page 1',
  markedAt: '2026-11-21T10:00:00.000Z',
};

describe('parseFinished', () => {
  it('takes what the picker gives', () => {
    const answer = { shown: true, marks: [MARK] };
    expect(parseFinished(answer)).toEqual({ ok: true, value: answer });
  });

  it.each([
    ['nothing', null],
    ['a mark too many', { shown: true, marks: Array.from({ length: 201 }, () => MARK) }],
    ['an address that is a script', { shown: true, marks: [{ ...MARK, urls: ['javascript:alert(1)'] }] }],
    [
      '21 addresses',
      { shown: true, marks: [{ ...MARK, urls: Array.from({ length: 21 }, () => MARK.urls[0]) }] },
    ],
    ['a box without end', { shown: true, marks: [{ ...MARK, box: { ...BOX, width: Infinity } }] }],
    ['a box of less than nothing', { shown: true, marks: [{ ...MARK, box: { ...BOX, height: -1 } }] }],
    ['a text too long', { shown: true, marks: [{ ...MARK, text: 'x'.repeat(301) }] }],
    ['a kind there is not', { shown: true, marks: [{ ...MARK, kind: 'script' }] }],
    ['a field more', { shown: true, marks: [{ ...MARK, html: '<img>' }] }],
  ])('refuses %s', (_, answer) => {
    expect(parseFinished(answer)).toMatchObject({ ok: false, failure: { code: 'invalid-data' } });
  });
});

describe('placeNow', () => {
  const moved = { x: 10, y: 700, width: 30, height: 20 };
  const facts = { resources: [{ kind: 'image', url: MARK.urls[0] ?? '', box: moved }] } as const;

  it('prefers what the element says now, then the element with its address, then the place it had', () => {
    expect(placeNow(MARK, parsePlaces([{ key: 0, box: BOX }]), facts)).toEqual(BOX);
    expect(placeNow(MARK, parsePlaces('rubbish'), facts)).toEqual(moved);
    expect(placeNow(MARK, new Map(), undefined)).toEqual(BOX);
  });

  it('never moves a region to a thing that has the same address', () => {
    expect(placeNow({ ...MARK, kind: 'region' }, new Map(), facts)).toEqual(BOX);
  });
});

const tile = (y: number, scale = 1, height = 100): Tile => ({
  path: `tiles/00${y / height}.png`,
  digest: `sha256:${'0'.repeat(64)}`,
  box: { x: 0, y, width: 200, height },
  scale,
  width: 200 * scale,
  height: height * scale,
});

describe('planCrop', () => {
  it('cuts across a seam without a gap or an overlap', () => {
    expect(planCrop([tile(0), tile(100)], BOX)).toEqual({
      width: 30,
      height: 20,
      pieces: [
        { tile: tile(0), sourceX: 10, sourceY: 95, width: 30, height: 5, x: 0, y: 0 },
        { tile: tile(100), sourceX: 10, sourceY: 0, width: 30, height: 15, x: 0, y: 5 },
      ],
    });
  });

  it('covers every pixel that a box between pixels touches', () => {
    const plan = planCrop([tile(0, 1.25)], { x: 10.5, y: 10.5, width: 10, height: 10 });
    expect(plan).toMatchObject({ width: 13, height: 13, pieces: [{ sourceX: 13, sourceY: 13 }] });
  });

  it('stays on the page, and cuts nothing where no tile is', () => {
    expect(planCrop([tile(0)], { x: -50, y: 50, width: 400, height: 400 })).toMatchObject({
      width: 200,
      height: 50,
    });
    expect(planCrop([tile(0)], { x: 0, y: 500, width: 10, height: 10 })).toBeNull();
    expect(planCrop([], BOX)).toBeNull();
  });
});

describe('tilesOf', () => {
  const entry = (path: string) => ({ ...tile(0), about: tile(0), path }) as unknown as ArtifactEntry;
  it('takes the tiles of the method that was begun last', () => {
    const paths = ['shots/viewport.png', 'tiles/000.png', 'tiles-captureTab/000.png', 'inner/000.png'];
    expect(tilesOf(paths.map(entry)).map(({ path }) => path)).toEqual(['tiles-captureTab/000.png']);
  });
});

describe('the steps', () => {
  const tiles: Step = {
    id: 'whole-page',
    required: false,
    timeoutMs: 1_000,
    async *run() {
      const { box, scale, width, height } = tile(0, 1, 200);
      const about = { box, scale, width, height };
      yield { path: 'tiles/000.png', mediaType: 'image/png', bytes: 'tile', role: 'original', about };
    },
  };
  const tab = (more: Partial<NonNullable<TabPort['marks']>> = {}): TabPort =>
    ({
      documentMark: () => Promise.resolve(1),
      marks: {
        finish: () =>
          Promise.resolve({ shown: true, marks: [MARK, { ...MARK, key: 1, box: { ...BOX, y: 900 } }] }),
        boxes: () => Promise.resolve([]),
        clear: () => Promise.resolve(),
        crop: () => Promise.resolve(new Uint8Array([1])),
        ...more,
      },
    }) as Partial<TabPort> as TabPort;
  const signal = () => new AbortController().signal;
  const stored = () => Promise.resolve();

  it('make items with their pictures, and say which has none', async () => {
    const { outcome, drafts } = await runSteps([marksStep, tiles, itemsStep], signal(), stored, tab());
    expect(outcome.state).toBe('complete');
    expect(outcome.findings.changes).toMatchObject([{ step: 'marks', undone: true }]);
    expect(drafts.find(({ path }) => path === 'items/01.png')).toMatchObject({
      role: 'derived',
      derivedFrom: ['tiles/000.png'],
    });
    expect(outcome.findings.items).toHaveLength(2);
    expect(outcome.findings.items?.[0]).toMatchObject({
      captureIds: [CAPTURE.id],
      description: 'Page 1',
      urls: MARK.urls,
      mark: { cropPath: 'items/01.png' },
    });
    expect(outcome.notCaptured.map(({ what }) => what)).toEqual(['items/02.png']);
  });

  it('keep the marks of a capture that was cancelled', async () => {
    const stop = new AbortController();
    const cancelled: Step = {
      ...tiles,
      async *run() {
        stop.abort(new Error('cancelled'));
        yield* [];
      },
    };
    const { outcome } = await runSteps([marksStep, cancelled, itemsStep], stop.signal, stored, tab());
    expect(outcome.findings.items).toHaveLength(2);
  });

  it('do nothing in a tab without marks', async () => {
    const { outcome } = await runSteps([marksStep, tiles, itemsStep]);
    expect([outcome.state, outcome.findings.items, outcome.notCaptured]).toEqual(['complete', undefined, []]);
  });
});

describe('itemOf', () => {
  const item = { ...MARK, id: CAPTURE.id };
  it('names an item by its text, else by the file, else by the page', () => {
    const name = (more: object) => itemOf({ ...item, ...more }, CAPTURE, CAPTURE.urlFinal).description;
    expect([name({}), name({ text: '' }), name({ text: '', urls: [] })]).toEqual(['Page 1', '1.png', 'Site']);
  });
});
