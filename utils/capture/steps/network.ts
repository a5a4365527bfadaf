import { knownFromPage } from '../known-from-page.ts';
import { redactLog } from '../redact-log.ts';
import type { Step } from '../step.ts';

/** Only a recorded capture has certificates: both browsers tell of them while a response comes and never after. */
function whyNoTls(url: string): string {
  if (url.startsWith('http:')) return 'not available: the page did not come over TLS';
  return 'not available: a browser tells of certificates only while responses come; a recorded capture keeps them';
}

/** How the document came over the wire, as this browser saw it: redirects, addresses, sub-resources. */
export const networkStep: Step = {
  id: 'network',
  required: true,
  timeoutMs: 10_000,
  async *run({ tab, findings, notCaptured }) {
    const log = knownFromPage(await tab.networkLog(), findings.facts);
    findings.network = log;
    if (log.notObserved) notCaptured('main-response', `the document's own connection: ${log.notObserved}`);
    if (log.dropped > 0) notCaptured('requests', `${log.dropped} events beyond the bound of the request log`);
    if (!findings.recorder) notCaptured('net/tls', whyNoTls(findings.facts?.url ?? ''));
    const exported = redactLog(log);
    if (exported.secretsOmitted.length > 0) {
      notCaptured('net/requests.json secrets', `${exported.secretsOmitted.length} values left out by design`);
    }
    yield {
      path: 'net/requests.json',
      mediaType: 'application/json',
      bytes: JSON.stringify(exported, null, 1),
      role: 'original',
      method: 'webRequest',
    };
  },
};
