import type { NetworkLog } from '../../case/network.ts';
import { FailureError } from '../../case/result.ts';
import { knownFromPage } from '../known-from-page.ts';
import { buildHar } from '../../bundle/archive/har.ts';
import type { Step, StepContext } from '../step.ts';

/**
 * HAR 1.2 of what the browser asked for until now, the capture's own scrolling included: the request log is read
 * again. `net/requests.json` says what stood there before.
 */
export const harStep: Step = {
  id: 'har',
  required: false,
  beside: 'elsewhere',
  timeoutMs: 20_000,
  async *run(context) {
    const { capture, environment, findings } = context;
    const { log, readAt } = await logNow(context);
    const { browser, extensionVersion } = await environment.circumstances(false);
    const har = buildHar({
      log,
      ...(findings.recorded ? { exchanges: findings.recorded.exchanges } : {}),
      title: findings.facts?.title ?? capture.title,
      startedAt: capture.startedAt,
      creator: { name: 'Prima Facie', version: extensionVersion },
      browser,
    });
    yield {
      path: 'net/requests.har',
      mediaType: 'application/json',
      bytes: JSON.stringify(har, null, 1),
      // Of what the browser told, as `net/requests.json` is, and not of that file: the log was read again.
      role: 'original',
      method: findings.recorded ? 'recorder' : 'webRequest',
      about: { entries: har.log.entries.length, logReadAt: readAt },
    };
  },
};

/** The log of the captured document: what was read before, where the tab shows another one by now. */
async function logNow({
  tab,
  environment,
  findings,
  samePage,
}: StepContext): Promise<{ log: NetworkLog; readAt: string | null }> {
  const log = knownFromPage(await tab.networkLog(), findings.facts);
  if (await samePage()) {
    findings.network = log;
    return { log, readAt: environment.now().toISOString() };
  }
  if (!findings.network && !findings.recorded)
    throw new FailureError('page-changed', 'the tab shows another page, whose requests are not this one’s');
  const none: NetworkLog = {
    schema: 'prima-facie/network-log/1',
    tabId: tab.tabId,
    hops: [],
    mainResponse: null,
    requests: [],
    dropped: 0,
  };
  return { log: findings.network ?? none, readAt: null };
}
