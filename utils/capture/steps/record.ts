import { lacksRequestBody } from '../../bundle/archive/http-message.ts';
import { FailureError } from '../../case/result.ts';
import type { Step } from '../step.ts';

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
  async *run({ tab, environment, findings }, signal) {
    if (!tab.startRecorder) throw new FailureError('not-available', 'this browser has no recorder');
    const recorder = await tab.startRecorder(environment.settings);
    findings.recorder = recorder;
    findings.changes = [
      ...(findings.changes ?? []),
      {
        at: environment.now().toISOString(),
        step: 'record',
        what: 'page',
        before: 'as the reader had loaded it',
        after: 'loaded anew, past the cache',
        why: 'the real bytes of every response are only there while it comes',
        undone: false,
      },
    ];
    await recorder.reload(signal);
  },
};

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
    const chains = new Map<string, string>();
    for (const { url, security } of recorded.exchanges) {
      if (security?.chainPem) chains.set(new URL(url).hostname, security.chainPem.join(''));
    }
    if (chains.size === 0)
      notCaptured('net/tls', 'not available: no response of this load came with a certificate');
    for (const [host, pem] of chains) {
      yield {
        path: `net/tls/${host.replaceAll(/[^a-z0-9.-]/g, '_').slice(0, 100)}.pem`,
        mediaType: 'application/x-pem-file',
        bytes: pem,
        role: 'original',
        method: 'recorder',
        about: { host },
      };
    }
  },
};
