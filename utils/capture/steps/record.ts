import { lacksRequestBody } from '../../bundle/archive/http-message.ts';
import { FailureError } from '../../case/result.ts';
import { redactUrl } from '../secrets.ts';
import type { Step, StepContext } from '../step.ts';
import { certificateFiles } from '../tls-files.ts';

/**
 * Attaches a recorder and loads the page anew, so that every response's real bytes are kept. First of all steps: the
 * reader agreed to the reload. The recorder goes on, with what scrolling brings in, until {@link stopRecordingStep}.
 */
export const recordStep: Step = {
  id: 'record',
  required: true,
  timeoutMs: 60_000,
  reloads: true,
  // oxlint-disable-next-line require-yield -- every step is a generator of artifacts, this one of none
  async *run(context, signal) {
    const { tab, environment, findings } = context;
    if (!tab.startRecorder) throw new FailureError('not-available', 'this browser has no recorder');
    const before = (await tab.describe()).url;
    const recorder = await tab.startRecorder(environment.settings);
    findings.recorder = recorder;
    const at = environment.now().toISOString();
    let reloaded: Awaited<ReturnType<typeof recorder.reload>>;
    try {
      reloaded = await recorder.reload(signal);
    } catch (error) {
      say(context, at, before, 'not known: the reload was broken off');
      throw error;
    }
    const { url, playersReleased = 0 } = reloaded;
    if (playersReleased > 0) sayReleased(context, at, playersReleased, url !== null);
    if (url === null) {
      say(context, at, before, 'not loaded anew');
      throw new FailureError(
        'browser-refused',
        'the page was not loaded anew: it may ask whether to leave it, or its server did not answer',
      );
    }
    say(context, at, before, { loaded: 'anew, past the cache', url: shown(url) });
    if (withoutFragment(url) !== withoutFragment(before)) {
      context.notCaptured(
        'the page as it was shown before',
        `loaded anew, ${shown(before)} led to ${shown(url)}: what follows is of that page`,
      );
    }
  },
};

function say({ findings }: StepContext, at: string, before: string, after: unknown): void {
  findings.changes = [
    ...(findings.changes ?? []),
    {
      at,
      step: 'record',
      what: 'page',
      before: { loaded: 'as the reader had loaded it', url: shown(before) },
      after,
      why: 'the real bytes of every response are only there while it comes',
      undone: false,
    },
  ];
}

/** Only where the page then stayed is it one that a reader can still see. */
function sayReleased({ findings }: StepContext, at: string, players: number, replaced: boolean): void {
  findings.changes = [
    ...(findings.changes ?? []),
    {
      at,
      step: 'record',
      what: `${players} player(s)`,
      before: 'as they stood',
      after: replaced
        ? 'stopped and without their media, until the page was loaded anew'
        : 'stopped and emptied',
      why: 'the browser would give the next player of an address the bytes that this one still holds',
      undone: replaced,
    },
  ];
}

function shown(url: string): string {
  return redactUrl(url).value.slice(0, 2_000);
}

function withoutFragment(url: string): string {
  return url.split('#')[0] ?? url;
}

/** Ends the recording and keeps the certificates. In any case: the debugger must not stay attached. */
export const stopRecordingStep: Step = {
  id: 'stop-recording',
  required: false,
  timeoutMs: 60_000,
  always: true,
  async *run({ findings, notCaptured }) {
    if (!findings.recorder) return;
    const recorded = await findings.recorder.stop();
    findings.recorded = recorded;
    for (const { what, why } of recorded.notCaptured) notCaptured(what, why);
    if (recorded.dropped > 0) notCaptured('page.wacz.requests', `${recorded.dropped} beyond the bound`);
    const sent = recorded.exchanges.filter(lacksRequestBody).length;
    if (sent > 0) notCaptured('page.wacz.request-bodies', `${sent} request(s) sent a body; none is recorded`);
    const { files, missing } = await certificateFiles(recorded.exchanges);
    for (const why of missing) notCaptured('net/tls', why);
    yield* files;
  },
};
