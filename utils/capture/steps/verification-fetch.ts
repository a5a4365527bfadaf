import { comparePages } from '../compare-pages.ts';
import type { Step } from '../step.ts';

/**
 * The same address once more, without credentials, from the extension: what the server sends to a stranger.
 * Corroboration, and labelled so: not the page shown.
 */
export const verificationFetchStep: Step = {
  id: 'verification-fetch',
  required: false,
  timeoutMs: 15_000,
  beside: true,
  async *run({ tab, findings, environment }, signal) {
    const url = findings.facts?.url ?? findings.description?.url ?? '';
    const answer = await tab.fetchAgain(url, signal);
    const { body, ...said } = answer;
    const facts = findings.facts;
    const textual = /^(text\/|application\/(xhtml|json|xml))/.test(answer.mediaType);
    const difference =
      facts && textual
        ? comparePages(
            {
              text: facts.text,
              urls: facts.resources
                .filter(({ kind }) => kind === 'link' || kind === 'image' || kind === 'frame')
                .map((resource) => resource.url),
            },
            new TextDecoder().decode(body),
          )
        : null;
    const bodyPath = 'verification/body.bin';
    yield {
      path: bodyPath,
      mediaType: 'application/octet-stream',
      bytes: body,
      role: 'original',
      method: 'fetch',
      takenAt: answer.at,
      about: { label: 'verification fetch, not the page shown', mediaType: answer.mediaType },
    };
    findings.verification = { ...said, difference };
    yield {
      path: 'verification/fetch.json',
      mediaType: 'application/json',
      bytes: JSON.stringify(
        {
          label: 'verification fetch, not the page shown',
          ...said,
          difference,
          comparedAt: environment.now(),
        },
        null,
        1,
      ),
      role: 'derived',
      derivedFrom: [bodyPath, 'facts.json'],
    };
  },
};
