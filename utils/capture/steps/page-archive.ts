import type { Step } from '../step.ts';

/** The page with its resources in one file, as the browser writes it (MHTML, RFC 2557). Chromium only. */
export const pageArchiveStep: Step = {
  id: 'page-archive',
  required: false,
  beside: 'page',
  timeoutMs: 60_000,
  async *run({ tab, notCaptured }) {
    if (!tab.mhtml) {
      notCaptured('page.mhtml', 'not available: this browser gives no extension an MHTML of a page');
      return;
    }
    yield {
      path: 'page.mhtml',
      mediaType: 'multipart/related',
      bytes: await tab.mhtml(),
      role: 'original',
      method: 'pageCapture',
    };
  },
};
