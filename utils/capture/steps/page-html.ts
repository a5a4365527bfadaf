import type { Step } from '../step.ts';

/** The DOM of the page and of its frames as it stands, written as HTML. */
export const pageHtmlStep: Step = {
  id: 'page-html',
  required: false,
  beside: 'page',
  timeoutMs: 60_000,
  async *run({ tab, findings, notCaptured }) {
    const frames = await tab.html();
    findings.frames = frames.map(({ frameId, url }) => ({ frameId, url }));
    const expected = findings.facts?.resources.filter(({ kind }) => kind === 'frame').length ?? 0;
    if (frames.length - 1 < expected) {
      notCaptured('page-html.frames', `${expected} frames in the page, ${frames.length - 1} could be read`);
    }
    for (const [index, { frameId, url, html, cut, shadowRoots, secrets }] of frames.entries()) {
      const path = frameId === 0 ? 'page.html' : `frames/${String(index).padStart(3, '0')}.html`;
      if (cut !== null) notCaptured(`${path}.rest`, `the DOM has ${cut} characters`);
      if (secrets > 0) notCaptured(`${path} secrets`, `${secrets} values of fields left out by design`);
      yield {
        path,
        mediaType: 'text/html',
        bytes: html,
        role: 'original',
        method: 'dom',
        about: {
          url,
          frameId,
          shadowRoots,
          secrets,
          encoding: 'utf-8',
          ...(cut === null ? {} : { characters: cut }),
        },
      };
    }
  },
};
