import { knownFromPage } from '../known-from-page.ts';
import { buildHar } from '../../bundle/archive/har.ts';
import type { Step } from '../step.ts';

/**
 * HAR 1.2 of what the browser asked for until now, the capture's own scrolling included: the request log is read
 * again. `net/requests.json` says what stood there before.
 */
export const harStep: Step = {
  id: 'har',
  required: false,
  beside: 'elsewhere',
  timeoutMs: 20_000,
  async *run({ tab, capture, environment, findings }) {
    const log = knownFromPage(await tab.networkLog(), findings.facts);
    findings.network = log;
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
      role: 'derived',
      derivedFrom: ['net/requests.json'],
      method: 'webRequest',
      about: { entries: har.log.entries.length },
    };
  },
};
