import type { Box } from '../case/facts.ts';
import { FailureError } from '../case/result.ts';
import { measurePage, type PageMeasure } from '../capture/injected/measure-page.ts';
import { TILE_HEIGHT, type PixelMethod, type PixelSession } from '../capture/ports.ts';
import type { DebuggerSession, TabDebugger } from './debugger-session.ts';
import { browser } from './browser.ts';
import { bytesOfBase64 } from './png-bytes.ts';

interface LayoutMetrics {
  readonly cssContentSize: { readonly width: number; readonly height: number };
}

/**
 * Chromium: the whole page by the debugger, beyond the viewport and without scrolling.
 * `optimizeForSpeed` is lossless too: larger files, 3.5 times as quick.
 */
export function debuggerPixels(tabId: number, held: TabDebugger): PixelMethod {
  return {
    id: 'debugger',
    kind: 'screenshot',
    async open(): Promise<PixelSession> {
      const session = await held.attach();
      try {
        const [page, zoom, { scale, left, viewportHeight }] = await Promise.all([
          sizeOf(session),
          // The clip of a screenshot counts the browser's zoom, the sizes the page gives do not.
          browser.tabs.getZoom(tabId),
          layoutOf(session),
        ]);
        return {
          page,
          scale,
          left,
          viewportHeight,
          tileHeight: TILE_HEIGHT,
          changes: [],
          measure: () => sizeOf(session),
          shot: async (box) => ({ bytes: await shot(session, zoomed(box, zoom)), box }),
          close: () => session.detach(),
        };
      } catch (error) {
        await session.detach();
        throw error;
      }
    },
  };
}

async function sizeOf(session: DebuggerSession): Promise<{ width: number; height: number }> {
  const { cssContentSize } = await session.send<LayoutMetrics>('Page.getLayoutMetrics');
  return { width: Math.ceil(cssContentSize.width), height: Math.ceil(cssContentSize.height) };
}

async function shot(session: DebuggerSession, box: Box): Promise<Uint8Array<ArrayBuffer>> {
  const { data } = await session.send<{ data: string }>('Page.captureScreenshot', {
    format: 'png',
    optimizeForSpeed: true,
    captureBeyondViewport: true,
    clip: { ...box, scale: 1 },
  });
  if (!data) throw new FailureError('browser-refused', 'the debugger returned an empty picture');
  return bytesOfBase64(data);
}

function zoomed({ x, y, width, height }: Box, zoom: number): Box {
  return { x: x * zoom, y: y * zoom, width: width * zoom, height: height * zoom };
}

/**
 * Device pixels per CSS pixel, and where the page's left edge lies. Read in an isolated world: the page may have
 * overridden its own `devicePixelRatio`.
 */
async function layoutOf(session: DebuggerSession): Promise<{
  scale: number;
  left: number;
  viewportHeight: number;
}> {
  const { frameTree } = await session.send<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree');
  const { executionContextId } = await session.send<{ executionContextId: number }>(
    'Page.createIsolatedWorld',
    {
      frameId: frameTree.frame.id,
    },
  );
  const { result } = await session.send<{ result: { value?: Partial<PageMeasure> } }>('Runtime.evaluate', {
    expression: `(${String(measurePage)})()`,
    contextId: executionContextId,
    returnByValue: true,
  });
  const { scale = 1, left = 0, viewport } = result.value ?? {};
  return { scale, left, viewportHeight: viewport?.height ?? 0 };
}
