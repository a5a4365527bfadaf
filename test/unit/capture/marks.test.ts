import { describe, expect, it } from 'vitest';
import type { ArtifactEntry } from '../../../utils/case/artifact.ts';
import type { Mark } from '../../../utils/case/mark.ts';
import { planCrop, tilesOf, type Tile } from '../../../utils/capture/crops.ts';
import type { PageFacts } from '../../../utils/case/facts.ts';
import { markPlaces, placeInTiles, type MarkPlace } from '../../../utils/capture/mark-places.ts';
import { itemOf, parseFinished } from '../../../utils/capture/marks.ts';
import type { TabPort } from '../../../utils/capture/ports.ts';
import type { Step } from '../../../utils/capture/step.ts';
import { itemsStep } from '../../../utils/capture/steps/items.ts';
import { marksStep } from '../../../utils/capture/steps/marks.ts';
import { CAPTURE, FACTS, runSteps } from './support.ts';

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

describe('where a mark was while the tiles were taken', () => {
  const at = (y: number, by: MarkPlace['by'] = 'measured'): MarkPlace => ({ box: { ...BOX, y }, by });

  it('is what its element said right before and right after', () => {
    expect(placeInTiles(MARK, at(95), at(95.4))).toEqual({ box: { ...BOX, y: 95.4 }, placedBy: 'measured' });
    expect(placeInTiles(MARK, at(95), at(95, 'by-address')).placedBy).toBe('by-address');
    expect(placeInTiles(MARK, undefined, at(700)).box.y).toBe(700);
  });

  it('holds both places where it moved a little, and is not cut out where it moved far', () => {
    expect(placeInTiles(MARK, at(95), at(110))).toEqual({
      box: { x: 10, y: 95, width: 30, height: 35 },
      placedBy: 'measured',
      moved: true,
    });
    expect(placeInTiles(MARK, at(95), at(900))).toMatchObject({
      moved: true,
      noCrop: expect.any(String) as string,
    });
  });

  it('is not cut out where the page no longer has it', () => {
    expect(placeInTiles(MARK, undefined, undefined)).toMatchObject({
      box: BOX,
      placedBy: 'as-marked',
      noCrop: expect.stringContaining('no longer') as string,
    });
  });
});

describe('markPlaces', () => {
  const region: Mark = { ...MARK, key: 1, kind: 'region' };
  const places = (boxes: unknown, resources: PageFacts['resources'], missing: string[] = []) =>
    markPlaces({
      findings: { marks: [MARK, region] },
      notCaptured: (what) => missing.push(what),
      tab: {
        probe: () => Promise.resolve({ ...FACTS, resources }),
        marks: { boxes: () => Promise.resolve(boxes) },
      } as unknown as TabPort,
    });
  const same = (y: number) => ({ kind: 'image' as const, url: MARK.urls[0] ?? '', box: { ...BOX, y } });

  it('asks the elements, then the page for the same address, the nearest first, and never so for a region', async () => {
    const measured = [{ key: 0, box: BOX }];
    expect([...(await places(measured, [same(5)]))]).toEqual([[0, { box: BOX, by: 'measured' }]]);
    expect([...(await places([], [same(5_000), same(120)]))]).toEqual([
      [0, { box: { ...BOX, y: 120 }, by: 'by-address' }],
    ]);
    expect([...(await places('rubbish', []))]).toEqual([]);
  });

  it('says so where the page no longer answers', async () => {
    const missing: string[] = [];
    await markPlaces({
      findings: { marks: [MARK] },
      notCaptured: (what) => missing.push(what),
      tab: { marks: { boxes: () => Promise.reject(new Error('gone')) } } as unknown as TabPort,
    });
    expect(missing).toEqual(['items.places']);
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

  it('counts from the left edge of a page that scrolls to the left', () => {
    const plan = planCrop([{ ...tile(0), left: -100 }], { x: -90, y: 10, width: 20, height: 20 });
    expect(plan).toMatchObject({ width: 20, pieces: [{ sourceX: 10 }] });
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
        boxes: () =>
          Promise.resolve([
            { key: 0, box: BOX },
            { key: 1, box: { ...BOX, y: 900 } },
          ]),
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

  it('keep all items where the picture of one cannot be cut out', async () => {
    let cut = 0;
    const crop = () =>
      (cut += 1) === 1 ? Promise.reject(new Error('no canvas')) : Promise.resolve(new Uint8Array([1]));
    const boxes = () => Promise.resolve([0, 1].map((key) => ({ key, box: BOX })));
    const { outcome, saved } = await runSteps(
      [marksStep, tiles, itemsStep],
      signal(),
      stored,
      tab({ crop, boxes }),
    );
    expect(outcome.findings.items).toHaveLength(2);
    expect(saved).toContain('items/02.png');
    expect(outcome.notCaptured).toContainEqual({
      what: 'items/01.png',
      why: 'browser-refused: Error: no canvas',
    });
  });

  it('cut nothing out of where a mark was once, when the page no longer has it', async () => {
    const { outcome, saved } = await runSteps([marksStep, tiles, itemsStep], signal(), stored, {
      ...tab({ boxes: () => Promise.resolve([]) }),
      probe: () => Promise.resolve(FACTS),
    });
    expect(saved).toEqual(['tiles/000.png']);
    expect(outcome.findings.capturedItems?.map(({ placedBy }) => placedBy)).toEqual([
      'as-marked',
      'as-marked',
    ]);
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
