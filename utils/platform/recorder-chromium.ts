import { blobSink } from '../capture/recorder/body-sink.ts';
import { createCdpRecorder } from '../capture/recorder/cdp.ts';
import type { LiveRecorder } from '../capture/recording.ts';
import { sleep } from '../capture/run-capture.ts';
import type { Settings } from '../case/settings.ts';
import { chromium } from './browser.ts';
import { attachDebugger } from './debugger-session.ts';
import { reloadTab } from './reload-tab.ts';
import { bodyStore, recorderLimits } from './recorder-bodies.ts';

/** Chromium: records by the debugger, attached before the load. */
export async function chromiumRecorder(tabId: number, settings: Settings): Promise<LiveRecorder> {
  const session = await attachDebugger(tabId);
  const bodies = bodyStore();
  const recorder = createCdpRecorder({
    port: { send: (method, parameters, sessionId) => session.send(method, { ...parameters }, sessionId) },
    sink: blobSink(bodies.keep),
    limits: recorderLimits(settings),
    sleep,
    disableCache: true,
  });
  const onEvent = (source: { tabId?: number; sessionId?: string }, method: string, parameters?: object) => {
    if (source.tabId === tabId) recorder.onEvent(method, parameters, source.sessionId);
  };
  chromium.debugger.onEvent.addListener(onEvent);
  const end = async () => {
    chromium.debugger.onEvent.removeListener(onEvent);
    await session.detach();
  };
  try {
    await recorder.start();
  } catch (error) {
    await end();
    throw error;
  }
  return {
    reload: async (signal) => ({ url: await reloadTab(tabId, signal) }),
    async stop() {
      const recording = await recorder.stop();
      await end();
      return { ...recording, readBody: bodies.read };
    },
  };
}
