import type { Step } from '../step.ts';

/** The page's DOM as it stands, written as HTML. */
export const pageHtmlStep: Step = {
  id: 'page-html',
  required: false,
  timeoutMs: 45_000,
  async *run({ tab, notCaptured }) {
    const { html, cut } = await tab.html();
    if (cut !== null) notCaptured('page-html.rest', `the DOM has ${cut} characters`);
    yield {
      path: 'page.html',
      mediaType: 'text/html',
      bytes: html,
      role: 'original',
      method: 'dom',
      about: { encoding: 'utf-8', ...(cut === null ? {} : { characters: cut }) },
    };
  },
};
