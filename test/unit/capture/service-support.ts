import type { Step } from '../../../utils/capture/step.ts';
import { captureService, type CaptureServicePorts } from '../../../utils/capture/capture-service.ts';
import type { TabPort } from '../../../utils/capture/ports.ts';
import { foldEvents } from '../../../utils/hosting/fold-events.ts';
import type { FailureError } from '../../../utils/case/result.ts';
import { captureStore } from '../../../utils/store/capture-store.ts';
import type { Store } from '../../../utils/store/store.ts';
import { finaliseStep } from '../../../utils/capture/steps/finalise.ts';
import { freshStore } from '../store/support.ts';
import { CIRCUMSTANCES, HOSTING, signArchive } from './support.ts';

/** A promise that the test settles. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** A step that stores one text and then waits until it is let through or told to stop. */
export function waits(id: string, until: Promise<void>, options: Partial<Step> = {}): Step {
  return {
    id,
    required: false,
    timeoutMs: 5_000,
    async *run(_, signal) {
      yield { path: `${id}.txt`, mediaType: 'text/plain', bytes: `taken by ${id}`, role: 'original' };
      await Promise.race([
        until,
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as FailureError), { once: true });
        }),
      ]);
    },
    ...options,
  };
}

/** A step that stores one text. */
export function takes(id: string, options: Partial<Step> = {}): Step {
  return waits(id, Promise.resolve(), options);
}

const PAGE = { url: 'https://pirate.example/read/12', title: 'Chapter 12', incognito: false, zoom: 1 };

/** A tab that shows `page`. */
export function tabOf(page: Partial<typeof PAGE> = {}, contentType = 'text/html'): TabPort {
  const log = foldEvents(
    1,
    [
      {
        kind: 'request',
        id: '1',
        at: 1,
        url: PAGE.url,
        method: 'GET',
        type: 'main_frame',
        frameId: 0,
        parentFrameId: -1,
      },
      {
        kind: 'completed',
        id: '1',
        at: 2,
        url: PAGE.url,
        status: 200,
        statusLine: 'HTTP/1.1 200 OK',
        ip: '192.0.2.1',
        fromCache: false,
        headers: [{ name: 'Content-Type', value: contentType }],
      },
    ],
    [],
    0,
  );
  return {
    tabId: 1,
    describe: () => Promise.resolve({ ...PAGE, ...page }),
    networkLog: () => Promise.resolve(log),
    documentMark: () => Promise.resolve(1),
  } as Partial<TabPort> as TabPort;
}

/** A service over a real store (in memory) and steps of the test's own, which end in `capture.json`. */
export function serviceOver(
  steps: readonly Step[],
  change: Partial<CaptureServicePorts> & { readonly kept?: Store } = {},
) {
  const { kept = freshStore(), ...ports } = change;
  let id = 0;
  const awake = { now: 0 };
  const service = captureService(
    {
      store: captureStore(kept),
      openTab: () => Promise.resolve(tabOf()),
      freeBytes: () => Promise.resolve(null),
      newId: () => `00000000-0000-4000-9000-${String((id += 1)).padStart(12, '0')}`,
      newCaseTitle: (_at, page) => page.hostname,
      stayAwake: () => {
        awake.now += 1;
        return () => {
          awake.now -= 1;
        };
      },
      holdStore: () => kept.vault.hold(),
      watchTab: () => () => undefined,
      releaseTabs: () => Promise.resolve(),
      thumbnail: () => Promise.reject(new Error('no pictures here')),
      environment: {
        now: () => new Date('2026-11-21T10:00:01.000Z'),
        newId: () => crypto.randomUUID(),
        monotonicNow: () => performance.now(),
        circumstances: () => Promise.resolve(CIRCUMSTANCES),
        signArchive,
        hosting: HOSTING,
      },
      ...ports,
    },
    [...steps, finaliseStep],
  );
  return { service, kept, awake };
}

/** Paths a capture has stored, in order. */
export async function pathsOf(kept: Store, captureId: string): Promise<string[]> {
  return (await kept.artifacts.entries(captureId)).map(({ path }) => path);
}
