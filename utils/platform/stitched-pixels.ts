import type { Box } from '../case/facts.ts';
import { hideFixed, scrollToPlace, showFixed } from '../capture/injected/fixed-elements.ts';
import { measurePage, type PageMeasure } from '../capture/injected/measure-page.ts';
import type { PixelMethod, PixelSession, SessionChange } from '../capture/ports.ts';
import type { TabDebugger } from './debugger-session.ts';
import { callInTab } from './run-in-tab.ts';
import { visiblePicture } from './visible-tab.ts';

/** No system's scrollbar is wider, in CSS pixels, at any zoom that people read at. */
const SCROLLBARS = 32;

/**
 * Where nothing else works: scroll the page and picture what is in view, at the pace the browser allows (two a
 * second). Elements that stay in view are hidden after the first picture, so that they appear once, and put back.
 */
export function stitchedPixels(tabId: number, held: TabDebugger | null): PixelMethod {
  return {
    id: 'scroll-and-stitch',
    kind: 'screenshot',
    touchesPage: true,
    async open(): Promise<PixelSession> {
      const measure = await callInTab(tabId, measurePage);
      const changes: SessionChange[] = [];
      return {
        page: { width: measure.viewport.width, height: measure.height },
        scale: measure.scale,
        tileHeight: measure.viewport.height,
        scrollbars: SCROLLBARS,
        changes,
        shot: (box, signal) => shotAt({ tabId, held }, box, measure, changes, signal),
        close: () => putBack(tabId, measure, changes),
      };
    },
  };
}

async function shotAt(
  { tabId, held }: { readonly tabId: number; readonly held: TabDebugger | null },
  box: Box,
  measure: PageMeasure,
  changes: SessionChange[],
  signal: AbortSignal,
) {
  const at = await callInTab(tabId, scrollToPlace, 0, box.y);
  changes.push({
    at: new Date().toISOString(),
    what: 'scroll-position',
    before: changes.at(-1)?.after ?? measure.scroll,
    after: at,
    why: 'the picture shows only what is in view',
    undone: true,
  });
  const { bytes } = await visiblePicture(tabId, held, signal);
  if (box.y === 0 && measure.height > measure.viewport.height) {
    const hidden = await callInTab(tabId, hideFixed);
    if (hidden.count > 0) {
      changes.push({
        at: new Date().toISOString(),
        what: 'style of elements that stay in view',
        before: 'visible',
        after: { visibility: 'hidden', ...hidden },
        why: 'they would appear in every piece',
        undone: true,
      });
    }
  }
  return { bytes, box: { x: at.x, y: at.y, width: measure.viewport.width, height: measure.viewport.height } };
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
