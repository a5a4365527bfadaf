import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import { blobSink } from '../../../utils/capture/recorder/body-sink.ts';
import { createCdpRecorder, type Recording } from '../../../utils/capture/recorder/cdp.ts';
import type { RecorderLimits } from '../../../utils/capture/recorder/body-recorder.ts';
import type { Digest } from '../../../utils/case/values.ts';
import { connectToPage } from './cdp-client.ts';

/** A recording and the bodies it kept. */
export interface Recorded extends Recording {
  readonly read: (digest: Digest) => Promise<Blob>;
  readonly title: string;
}

const LIMITS: RecorderLimits = { maximumBodyBytes: 50_000_000, recordMedia: true, maximumRequests: 5000 };

/** Records the load of a page in a new tab, and some time after it. */
export async function recordPage(
  browser: Browser,
  url: string,
  { limits = {}, extraMs = 0 }: { limits?: Partial<RecorderLimits>; extraMs?: number } = {},
): Promise<Recorded> {
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  const { targetInfo } = await session.send('Target.getTargetInfo');
  const client = await connectToPage(browser.wsEndpoint(), targetInfo.targetId);
  const bodies = new Map<Digest, Blob>();
  const recorder = createCdpRecorder({
    port: client,
    sink: blobSink(async (digest, body) => void bodies.set(digest, body)),
    limits: { ...LIMITS, ...limits },
    sleep: (milliseconds) => sleep(milliseconds),
    disableCache: true,
  });
  client.onEvent = recorder.onEvent;
  try {
    await recorder.start();
    await page.goto(url, { waitUntil: 'networkidle2', timeout: 20_000 });
    await sleep(extraMs);
    const title = await page.title();
    const recording = await recorder.stop();
    return {
      ...recording,
      title,
      read: async (digest) => {
        const body = bodies.get(digest);
        if (!body) throw new Error(`no body ${digest}`);
        return body;
      },
    };
  } finally {
    client.close();
    await page.close();
  }
}
