import { describe, expect, it } from 'vitest';
import type { CaptureDocument } from '../../../utils/case/capture-document.ts';
import type { PageFacts } from '../../../utils/case/facts.ts';
import { FailureError } from '../../../utils/case/result.ts';
import { checkCapturable } from '../../../utils/capture/capturable.ts';
import { parseFacts } from '../../../utils/capture/page-facts.ts';
import { pngSize } from '../../../utils/capture/png.ts';
import type { PixelMethod, TabPort } from '../../../utils/capture/ports.ts';
import { CAPTURE_STEPS } from '../../../utils/capture/steps/index.ts';
import { isOfBox, tileBoxes } from '../../../utils/capture/take-tiles.ts';
import { FACTS, runSteps } from './support.ts';
import { method, png, refuses, SCROLLED, tab } from './tab-support.ts';

const documentOf = ({ drafts }: Awaited<ReturnType<typeof runSteps>>) =>
  JSON.parse(drafts.at(-1)?.bytes as string) as CaptureDocument;
const run = (change: Partial<TabPort> = {}) => runSteps(CAPTURE_STEPS, undefined, undefined, tab(change));

describe('the steps of a capture', () => {
  it('take everything in order and name it in capture.json', async () => {
    const { outcome, saved, drafts } = await run();
    expect(outcome.state).toBe('complete');
    expect(saved.at(-1)).toBe('capture.json');
    const document = JSON.parse(drafts.at(-1)?.bytes as string) as CaptureDocument;
    expect(document.artifacts.map(({ path }) => path).toSorted()).toEqual(saved.slice(0, -1).toSorted());
    expect(document).toMatchObject({ state: 'complete', mainResponseNotObserved: 'before-extension' });
    expect(document.notCaptured).toContainEqual({ what: 'main-response', why: expect.any(String) as string });
  });

  it('take the page in tiles of 8,192 CSS pixels, and always close the session', async () => {
    const log: string[] = [];
    const { outcome } = await run({ pixelMethods: [method('debugger', 20_000, log)] });
    expect(log).toEqual(['shot 0', 'shot 8192', 'shot 16384', 'close']);
    const tiles = outcome.artifacts.filter(({ step }) => step === 'whole-page');
    expect(tiles.map(({ about }) => about?.['height'])).toEqual([16384, 16384, 7232]);
  });

  it('try the next method when one is refused, and say which and why', async () => {
    const { outcome } = await run({ pixelMethods: [refuses, method('scroll-and-stitch', 100)] });
    const tile = outcome.artifacts.find(({ step }) => step === 'whole-page');
    expect(tile).toMatchObject({
      method: 'scroll-and-stitch',
      about: { failedBefore: ['debugger: debugger-forbidden policy'] },
    });
  });

  it('record every change of the page, and whether it was undone', async () => {
    const { drafts } = await run({
      scrollThrough: () => Promise.resolve({ ...SCROLLED, after: { x: 0, y: 0 }, stopped: 'time' as const }),
    });
    const changes = drafts.find(({ path }) => path === 'changes.json')?.bytes as string;
    expect(JSON.parse(changes)).toMatchObject({ changes: [{ what: 'scroll-position', undone: false }] });
  });

  it('take an element that scrolls by itself to its full height, and scroll it back', async () => {
    const tops: number[] = [];
    const { outcome, drafts } = await run({
      // It grows when it is scrolled through, and its header stays in view.
      loadInner: () => Promise.resolve(1_000),
      hideStuck: () => Promise.resolve({ count: 1, names: ['header.bar'] }),
      showStuck: () => Promise.resolve(9),
      innerScrollers: () =>
        Promise.resolve([
          {
            index: 0,
            name: 'div#reader',
            box: { x: 10, y: 100, width: 400, height: 300 },
            scrollHeight: 700,
            scrollTop: 50,
          },
        ]),
      scrollInner: (_index, top) => {
        tops.push(top);
        return Promise.resolve(Math.min(top, 400));
      },
    });
    expect(tops).toEqual([0, 300, 600, 900, 50]);
    const pieces = outcome.artifacts.filter(({ step }) => step === 'inner-scroll');
    expect(pieces.map(({ about }) => about?.['scrollTop'])).toEqual([0, 300, 400, 400]);
    const changes = drafts.find(({ path }) => path === 'changes.json')?.bytes as string;
    expect(changes).toContain('scroll-position of div#reader');
    expect(changes).toContain('header.bar');
  });

  it('do not take another page for this one when the browser tells of a navigation late', async () => {
    let mark = 1;
    const { outcome } = await run({
      documentMark: () => Promise.resolve(mark),
      scrollThrough: () => {
        mark = 2;
        return Promise.resolve(SCROLLED);
      },
    });
    expect(outcome).toMatchObject({ state: 'partial', failure: { code: 'page-changed' } });
    expect(outcome.artifacts.map(({ step }) => step)).not.toContain('whole-page');
  });

  it('let nothing of another page into the records of this one', async () => {
    let mark = 1;
    const { outcome, drafts } = await run({
      documentMark: () => Promise.resolve(mark),
      html: () => {
        mark = 2;
        return Promise.resolve([
          { frameId: 0, url: 'http://other.test/login', html: '<p>Other</p>' } as never,
        ]);
      },
    });
    expect(outcome).toMatchObject({ state: 'partial', failure: { code: 'page-changed' } });
    expect(outcome.findings.frames).toBeUndefined();
    expect(outcome.notCaptured).toContainEqual({
      what: 'page.html',
      why: 'kept, but disputed: the tab showed another page by the time it was taken',
    });
    const document = JSON.parse(drafts.find(({ path }) => path === 'capture.json')?.bytes as string);
    expect(JSON.stringify({ ...document, artifacts: [] })).not.toContain('other.test');
  });

  it('say that the page gave itself another address, and what was taken after that', async () => {
    let ended = 0;
    const at = '2026-11-21T10:00:00.500Z';
    const ran = await run({
      watchAddress: () => ({
        changes: () => [{ at, url: 'http://site.test/2', by: 'history' }],
        end: () => {
          ended += 1;
        },
      }),
    });
    expect(ended).toBe(1);
    expect(documentOf(ran).addressChanges).toEqual([{ at, url: 'http://site.test/2', by: 'history' }]);
    expect(documentOf(ran).notCaptured).toContainEqual({
      what: 'one address for all',
      why: expect.stringMatching(/taken after that: .*shots\/viewport\.png/) as string,
    });
  });

  it("say that the debugger's bar made the viewport lower", async () => {
    const plain = method('debugger', 100);
    const barred = {
      ...plain,
      open: async (signal: AbortSignal) => ({ ...(await plain.open(signal)), viewportHeight: 760 }),
    };
    const { drafts } = await run({ pixelMethods: [barred] });
    const changes = drafts.find(({ path }) => path === 'changes.json')?.bytes as string;
    expect(JSON.parse(changes)).toMatchObject({
      changes: [{}, { what: 'height of the viewport', before: 800, after: 760 }],
    });
  });

  it('say that the page was scrolled where the pass was broken off', async () => {
    const { drafts } = await run({ scrollThrough: () => Promise.reject(new FailureError('timeout')) });
    const changes = drafts.find(({ path }) => path === 'changes.json')?.bytes as string;
    expect(changes).toContain('the pass was broken off');
  });

  it('go on by the next method when one breaks off, and keep its tiles', async () => {
    const breaks = method('debugger', 20_000);
    const { saved } = await run({
      pixelMethods: [
        {
          ...breaks,
          open: async (signal) => {
            const session = await breaks.open(signal);
            return {
              ...session,
              shot: (box, stop) =>
                box.y > 0 ? Promise.reject(new FailureError('debugger-detached')) : session.shot(box, stop),
            };
          },
        },
        method('scroll-and-stitch', 100),
      ],
    });
    expect(saved.filter((path) => path.startsWith('tiles'))).toEqual([
      'tiles/000.png',
      'tiles-scroll-and-stitch/000.png',
    ]);
  });

  it('go on by the next method where a picture is not as large as its part of the page', async () => {
    const small = method('debugger', 20_000);
    const { saved, outcome } = await run({
      pixelMethods: [
        {
          ...small,
          open: async (signal) => ({
            ...(await small.open(signal)),
            shot: (box) => Promise.resolve({ bytes: png(1000, 20), box }),
          }),
        },
        method('scroll-and-stitch', 100),
      ],
    });
    expect(saved.filter((path) => path.startsWith('tiles'))).toEqual(['tiles/000.png']);
    const { about, method: by } = outcome.artifacts.find(({ path }) => path === 'tiles/000.png') ?? {};
    expect(by).toBe('scroll-and-stitch');
    expect(about?.['failedBefore']).toEqual([
      'debugger: browser-refused tile 0 is 1000 × 20 for 1000 × 8192 CSS pixels at 2',
    ]);
  });

  it('take what a page grew by while it was taken, and say that one goes on which grows for ever', async () => {
    const grows = (heights: number[]): PixelMethod => {
      const plain = method('debugger', 8_192);
      return {
        ...plain,
        open: async (signal) => ({
          ...(await plain.open(signal)),
          measure: () => Promise.resolve({ width: 1000, height: heights.shift() ?? 0 }),
        }),
      };
    };
    const once = await run({ pixelMethods: [grows([9_000, 9_000])] });
    const boxes = once.outcome.artifacts
      .filter(({ step }) => step === 'whole-page')
      .map(({ about }) => about?.['box']);
    expect(boxes).toMatchObject([{ y: 0 }, { y: 8_192, height: 808 }]);
    expect(once.outcome.findings.truncated).toBe(false);
    const ever = await run({ pixelMethods: [grows([9_000, 10_000, 11_000])] });
    expect(ever.saved.filter((path) => path.startsWith('tiles/'))).toHaveLength(3);
    expect(ever.outcome.notCaptured).toContainEqual({
      what: 'whole-page.below',
      why: 'the page goes on to 11000 px',
    });
    expect(documentOf(ever)).toMatchObject({ truncated: true });
  });

  it.each(['time', 'height'] as const)(
    'say that the page may go on where the scroll pass was stopped by %s',
    async (stopped) => {
      const ran = await run({ scrollThrough: () => Promise.resolve({ ...SCROLLED, stopped }) });
      expect(documentOf(ran)).toMatchObject({ truncated: true });
    },
  );

  it('are partial with a rendering alone, and say why there is no screenshot', async () => {
    const { outcome, saved } = await run({
      pixelMethods: [refuses, { ...method('html2canvas', 100), kind: 'rendering' }],
    });
    expect(saved).toContain('tiles/000.png');
    expect(outcome.state).toBe('partial');
    expect(outcome.notCaptured).toContainEqual({
      what: 'whole-page',
      why: expect.stringContaining('no screenshot; debugger: debugger-forbidden') as string,
    });
  });

  it('are partial without the whole page', async () => {
    const { outcome } = await run({ pixelMethods: [refuses] });
    expect(outcome.state).toBe('partial');
    expect(outcome.notCaptured.map(({ what }) => what)).toContain('whole-page');
  });

  it('refuse an empty picture instead of storing it', async () => {
    const { outcome } = await run({
      viewport: () => Promise.resolve({ bytes: new Uint8Array(0), method: 'captureVisibleTab' }),
    });
    expect(outcome).toMatchObject({ state: 'failed', failure: { code: 'browser-refused' } });
  });

  it('refuse facts that a page has tampered with', async () => {
    const { outcome } = await run({ probe: () => Promise.resolve({ ...FACTS, extra: '<script>' }) });
    expect(outcome).toMatchObject({ state: 'failed', failure: { code: 'probe-failed' } });
  });
});

describe('parseFacts', () => {
  it.each([
    ['null', null],
    ['a text', 'facts'],
    ['a title beyond the bound', { ...FACTS, title: 'x'.repeat(10_001) }],
    ['a number that is none', { ...FACTS, devicePixelRatio: Number.NaN }],
    ['a kind nobody knows', { ...FACTS, resources: [{ kind: 'x', url: '', box: null }] }],
    [
      'too many resources',
      { ...FACTS, resources: Array.from({ length: 20_001 }, () => ({ kind: 'link', url: '', box: null })) },
    ],
  ])('refuses %s', (_, value) => {
    expect(parseFacts(value)).toMatchObject({ ok: false, failure: { code: 'probe-failed' } });
  });

  it('reads again what a capture keeps in facts.json', async () => {
    const { drafts } = await run();
    const kept = JSON.parse(drafts.find(({ path }) => path === 'facts.json')?.bytes as string) as PageFacts;
    expect(kept.salt).toMatch(/^[0-9a-f]{32}$/);
    expect(parseFacts(kept)).toEqual({ ok: true, value: kept });
  });
});

describe('checkCapturable', () => {
  it.each([
    ['https://site.test/x', undefined, null],
    ['http://127.0.0.1:8080/', 'text/html; charset=utf-8', null],
    ['about:blank', undefined, 'no-page'],
    ['', undefined, 'no-page'],
    ['about:config', undefined, 'browser-page'],
    ['chrome://settings/', undefined, 'browser-page'],
    ['view-source:https://site.test/', undefined, 'browser-page'],
    ['chrome-extension://abc/page.html', undefined, 'extension-page'],
    ['moz-extension://abc/page.html', undefined, 'extension-page'],
    ['https://chromewebstore.google.com/detail/x', undefined, 'store'],
    ['https://chrome.google.com/webstore/detail/x', undefined, 'store'],
    ['https://addons.mozilla.org/en-US/', undefined, 'store'],
    ['https://site.test/a.pdf', 'application/pdf', 'pdf-viewer'],
  ])('%s (%s): %s', (url, contentType, reason) => {
    const checked = checkCapturable(url, contentType);
    expect(checked.ok ? null : checked.failure.detail).toBe(reason);
  });
});

describe('pngSize', () => {
  it('reads the size, and takes nothing that is no PNG', () => {
    expect(pngSize(png(3, 70_000))).toEqual({ width: 3, height: 70_000 });
    expect(pngSize(new Uint8Array(10))).toBeNull();
    expect(pngSize(new TextEncoder().encode('x'.repeat(50)))).toBeNull();
  });
});

describe('tileBoxes', () => {
  it('covers a page exactly, without overlap', () => {
    for (const height of [1, 8191, 8192, 8193, 70_001]) {
      const boxes = tileBoxes({ width: 5, height }, 8192, 16_384);
      expect(boxes.reduce((sum, box) => sum + box.height, 0)).toBe(height);
      boxes.reduce((y, box) => (expect(box.y).toBe(y), y + box.height), 0);
    }
  });

  it('divides a wide page too', () => {
    const boxes = tileBoxes({ width: 30_000, height: 900 }, 8192, 16_384);
    expect(boxes.map(({ x, y, width, height }) => [x, y, width, height])).toEqual([
      [0, 0, 16_384, 900],
      [16_384, 0, 13_616, 900],
    ]);
  });
});

describe('isOfBox', () => {
  const box = { x: 0, y: 0, width: 1000, height: 8192 };

  it('takes what the browser rounds, and no picture that was cut or shrunk', () => {
    expect(isOfBox({ width: 2000, height: 16_384 }, box, { scale: 2 })).toBe(true);
    expect(isOfBox({ width: 2001, height: 16_383 }, box, { scale: 2 })).toBe(true);
    expect(isOfBox({ width: 1000, height: 20 }, box, { scale: 2 })).toBe(false);
    expect(isOfBox({ width: 2000, height: 16_381 }, box, { scale: 2 })).toBe(false);
    expect(isOfBox({ width: 2060, height: 16_384 }, box, { scale: 2 })).toBe(false);
  });

  it('takes a picture of the viewport with its scrollbars, and none that is smaller', () => {
    const view = { scale: 1, scrollbars: 32 };
    expect(isOfBox({ width: 1015, height: 8192 }, box, view)).toBe(true);
    expect(isOfBox({ width: 985, height: 8192 }, box, view)).toBe(false);
  });
});
