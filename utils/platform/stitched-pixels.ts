import type { Box } from '../case/facts.ts';
import { FailureError } from '../case/result.ts';
import { hideFixed, placeNow, scrollToPlace, showFixed } from '../capture/injected/fixed-elements.ts';
import { measurePage, type PageMeasure } from '../capture/injected/measure-page.ts';
import type { PixelMethod, PixelSession, SessionChange } from '../capture/ports.ts';
import type { TabDebugger } from './debugger-session.ts';
import { callInTab } from './run-in-tab.ts';
import { visiblePicture } from './visible-tab.ts';

/** No system's scrollbar is wider, in CSS pixels, at any zoom that people read at. */
const SCROLLBARS = 32;
/** A page may scroll itself (snap, a late picture) between being scrolled and being pictured. */
const ATTEMPTS = 3;

/** One page that is stitched, and what was done to it so far. */
interface Stitch {
  readonly tabId: number;
  readonly held: TabDebugger | null;
  readonly measure: PageMeasure;
  readonly changes: SessionChange[];
}

/**
 * Where nothing else works: scroll the page and picture what is in view, at the pace the browser allows (two a
 * second). Elements that stay in view are hidden once they have been pictured, so that they appear once, and put back.
 * What is visible alone is pictured, so the page goes from its left edge to its right one in rows.
 */
export function stitchedPixels(tabId: number, held: TabDebugger | null): PixelMethod {
  return {
    id: 'scroll-and-stitch',
    kind: 'screenshot',
    touchesPage: true,
    async open(): Promise<PixelSession> {
      const measure = await callInTab(tabId, measurePage);
      const changes: SessionChange[] = [];
      const { width, height, left, viewport, scale } = measure;
      return {
        page: { width, height },
        scale,
        left,
        tileHeight: viewport.height,
        tileWidth: viewport.width,
        scrollbars: SCROLLBARS,
        changes,
        measure: () => callInTab(tabId, measurePage),
        shot: (box, signal) => shotAt({ tabId, held, measure, changes }, box, signal),
        close: () => putBack(tabId, measure, changes),
      };
    },
  };
}

async function shotAt(stitch: Stitch, box: Box, signal: AbortSignal) {
  const { tabId, measure } = stitch;
  const { left, viewport } = measure;
  const { bytes, at } = await stillPicture(stitch, box, signal);
  if (measure.height > viewport.height || measure.width > viewport.width) {
    const hidden = await callInTab(tabId, hideFixed);
    if (hidden.count > 0) {
      stitch.changes.push({
        at: new Date().toISOString(),
        what: 'style of elements that stay in view',
        before: 'visible',
        after: { visibility: 'hidden', ...hidden },
        why: 'they would appear in every piece',
        undone: true,
      });
    }
  }
  return { bytes, box: { x: at.x - left, y: at.y, width: viewport.width, height: viewport.height } };
}

/** Scrolls to a part of the page and pictures it; the page must stand still meanwhile, so that its place is known. */
async function stillPicture({ tabId, held, measure, changes }: Stitch, box: Box, signal: AbortSignal) {
  const asked = { x: box.x + measure.left, y: box.y };
  for (let attempt = 1; ; attempt += 1) {
    const at = await callInTab(tabId, scrollToPlace, asked.x, asked.y);
    changes.push({
      at: new Date().toISOString(),
      what: 'scroll-position',
      before: changes.at(-1)?.after ?? measure.scroll,
      after: at,
      why: 'the picture shows only what is in view',
      undone: true,
    });
    const { bytes } = await visiblePicture(tabId, held, signal);
    const after = await callInTab(tabId, placeNow);
    const stood = after.x === at.x && after.y === at.y;
    const leavesGap = at.x > asked.x || at.y > asked.y;
    if (stood && (!leavesGap || attempt === ATTEMPTS)) return { bytes, at };
    if (attempt === ATTEMPTS) throw new FailureError('browser-refused', 'the page keeps scrolling by itself');
  }
}

/** Leaves the page as it was found. A tab that is gone or blocked has nothing to restore. */
async function putBack(tabId: number, { scroll }: PageMeasure, changes: SessionChange[]): Promise<void> {
  try {
    await callInTab(tabId, showFixed);
    const at = await callInTab(tabId, scrollToPlace, scroll.x, scroll.y);
    if (at.x === scroll.x && at.y === scroll.y) return;
  } catch {
    // Said in the record below: nothing else can be done about a page that no longer answers.
  }
  for (const [index, change] of changes.entries()) changes[index] = { ...change, undone: false };
}
