import type { ClockReading } from '../../case/capture-document.ts';
import { observationArtifacts } from '../../hosting/artifacts.ts';
import { DEFAULT_LIMITS } from '../../hosting/environment.ts';
import { resolveHosting, type HostingResult } from '../../hosting/resolve.ts';
import { httpDateReading } from '../../integrity/timestamp/clock.ts';
import { knownFromPage } from '../known-from-page.ts';
import { logWithMedia } from '../log-with-media.ts';
import { redactLog } from '../redact-log.ts';
import type { Step } from '../step.ts';

/** The network log as the findings saw it, where it had grown since `net/requests.json`. */
export const HOSTING_LOG_PATH = 'net/requests-hosting.json';

/**
 * Who serves the page and whom to write to. Lookups take seconds and need no page, so they run beside the pixels; they
 * end by their own bound, and what could not be asked in time is pending and says so.
 */
export const hostingStep: Step = {
  id: 'hosting',
  required: false,
  timeoutMs: DEFAULT_LIMITS.totalMs + 10_000,
  beside: 'elsewhere',
  async *run({ tab, environment, findings, capture, finished, notCaptured }, signal) {
    // What scrolling brought in is asked about too, and the second look at the page is compared.
    await finished('verification-fetch');
    const log = knownFromPage(await logWithMedia(tab, findings.facts, signal), findings.facts);
    const { summary, observations, clocks } = await resolveHosting(
      {
        log,
        pageUrl: findings.facts?.url ?? capture.urlFinal,
        itemUrls: [...new Set((findings.marks ?? []).flatMap(({ urls }) => urls))],
        ...(findings.verification
          ? { verification: { ...findings.verification, url: findings.verification.finalUrl } }
          : {}),
      },
      { ...environment.hosting, settings: environment.settings },
      signal,
    );
    findings.hosting = summary;
    findings.clock = [...(findings.clock ?? []), ...resolverClocks(clocks)];
    if (summary.state === 'off')
      notCaptured('hosting.lookups', 'lookups are not turned on: nobody was asked');
    for (const { question, reason } of summary.pending) notCaptured(`hosting ${question}`, reason);
    const answers = observationArtifacts(observations);
    yield* answers;
    // Media often begin to play after the network step: what the findings rest on is kept as it was read.
    const grown = JSON.stringify(log.requests) !== JSON.stringify(findings.network?.requests);
    if (grown) {
      yield {
        path: HOSTING_LOG_PATH,
        mediaType: 'application/json',
        bytes: JSON.stringify(redactLog(log), null, 1),
        role: 'original',
        method: 'webRequest',
      };
    }
    yield {
      path: 'net/hosting.json',
      mediaType: 'application/json',
      bytes: JSON.stringify(summary, null, 1),
      role: 'derived',
      derivedFrom: [grown ? HOSTING_LOG_PATH : 'net/requests.json', ...answers.map(({ path }) => path)],
      method: 'prima-facie',
    };
  },
};

function resolverClocks(clocks: HostingResult['clocks']): ClockReading[] {
  return [...clocks].flatMap(
    ([host, { date, sentAt, headersMs }]) =>
      httpDateReading(`resolver:${host}`, date, { sentAt, roundTripMs: headersMs }) ?? [],
  );
}
