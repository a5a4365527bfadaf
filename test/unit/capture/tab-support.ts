import { deflateSync } from 'node:zlib';
import { FailureError } from '../../../utils/case/result.ts';
import type { ScrollReport } from '../../../utils/capture/injected/scroll-through.ts';
import type { PixelMethod, TabPort } from '../../../utils/capture/ports.ts';
import { foldEvents } from '../../../utils/hosting/fold-events.ts';
import { FACTS } from './support.ts';

/** The first 33 bytes of a PNG are all that the pipeline reads. */
export function png(width: number, height: number): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(33);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(header);
  header.writeUInt32BE(13, 8);
  header.write('IHDR', 12);
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return Uint8Array.from([...header, ...deflateSync(Buffer.alloc(4))]);
}

/** A method that takes every tile it is asked for, and says so. */
export function method(id: PixelMethod['id'], height: number, log: string[] = []): PixelMethod {
  return {
    id,
    kind: 'screenshot',
    open: () =>
      Promise.resolve({
        page: { width: 1000, height },
        scale: 2,
        tileHeight: 8_192,
        changes: [],
        measure: () => Promise.resolve({ width: 1000, height }),
        shot: (box) => {
          log.push(`shot ${box.y}`);
          return Promise.resolve({ bytes: png(box.width * 2, box.height * 2), box });
        },
        close: () => {
          log.push('close');
          return Promise.resolve();
        },
      }),
  };
}

/** A method the browser refuses. */
export const refuses: PixelMethod = {
  id: 'debugger',
  kind: 'screenshot',
  open: () => Promise.reject(new FailureError('debugger-forbidden', 'policy')),
};

/** What a scroll pass says of itself. */
export const SCROLLED: ScrollReport = {
  before: { x: 0, y: 40 },
  after: { x: 0, y: 40 },
  heightBefore: 20_000,
  heightAfter: 20_000,
  steps: 25,
  imagesWaitedFor: 3,
  durationMs: 900,
  stopped: null,
};

/** A tab whose every answer is good; `change` replaces some. */
export function tab(change: Partial<TabPort> = {}): TabPort {
  return {
    tabId: 1,
    describe: () => Promise.resolve({ url: FACTS.url, title: 'Site', incognito: false, zoom: 1 }),
    viewport: () => Promise.resolve({ bytes: png(10, 10), method: 'captureVisibleTab' }),
    viewportAgain: () => Promise.resolve({ bytes: png(10, 10), method: 'debugger' }),
    probe: () => Promise.resolve(FACTS),
    html: () =>
      Promise.resolve([
        { frameId: 0, url: FACTS.url, html: '<html></html>', cut: null, shadowRoots: 0, secrets: 0 },
      ]),
    mhtml: () => Promise.resolve(new TextEncoder().encode('MIME-Version: 1.0')),
    fetchAgain: (url) =>
      Promise.resolve({
        url,
        finalUrl: url,
        at: FACTS.readAt,
        durationMs: 5,
        status: 200,
        headers: [],
        mediaType: 'text/html',
        ip: '192.0.2.1',
        hops: [],
        serverDate: null,
        headersMs: 40,
        body: new TextEncoder().encode('<html>Site</html>'),
        truncated: false,
      }),
    networkLog: () => Promise.resolve(foldEvents(1, [], [], 0)),
    scrollThrough: () => Promise.resolve(SCROLLED),
    keptBlob: () => Promise.resolve(new Blob(['<html></html>'])),
    documentMark: () => Promise.resolve(1),
    videos: () => Promise.resolve([]),
    frameBoxes: () => Promise.resolve([]),
    innerScrollers: () => Promise.resolve([]),
    loadInner: () => Promise.resolve(700),
    hideStuck: () => Promise.resolve({ count: 0, names: [] }),
    showStuck: () => Promise.resolve(0),
    scrollInner: (_index, top) => Promise.resolve(top),
    compare: () => Promise.resolve({ share: 0, rows: 10 }),
    pixelMethods: [method('debugger', 20_000)],
    ...change,
  };
}
