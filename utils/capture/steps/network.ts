import type { Step } from '../step.ts';

/** How the document came over the wire, as this browser saw it: redirects, addresses, sub-resources. */
export const networkStep: Step = {
  id: 'network',
  required: true,
  timeoutMs: 10_000,
  async *run({ tab, findings, notCaptured }) {
    const log = await tab.networkLog();
    findings.network = log;
    if (log.notObserved) notCaptured('main-response', `the document's own connection: ${log.notObserved}`);
    if (log.dropped > 0) notCaptured('requests', `${log.dropped} events beyond the bound of the request log`);
    yield {
      path: 'net/requests.json',
      mediaType: 'application/json',
      bytes: JSON.stringify(log, null, 1),
      role: 'original',
      method: 'webRequest',
    };
  },
};
