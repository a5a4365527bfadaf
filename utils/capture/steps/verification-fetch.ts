import type { ClockReading } from '../../case/capture-document.ts';
import { httpDateReading } from '../../integrity/timestamp/clock.ts';
import type { VerificationAnswer } from '../verification.ts';
import { digestOf } from '../../integrity/digest.ts';
import { comparePages } from '../compare-pages.ts';
import { decodeBody } from '../html-text.ts';
import type { Step } from '../step.ts';

/**
 * The same address once more, without credentials, from the extension: what the server sends to a stranger.
 * Corroboration, and labelled so: not the page shown.
 */
export const verificationFetchStep: Step = {
  id: 'verification-fetch',
  required: false,
  timeoutMs: 15_000,
  beside: 'elsewhere',
  async *run({ tab, findings, environment }, signal) {
    const url = findings.facts?.url ?? findings.description?.url ?? '';
    const answer = await tab.fetchAgain(url, signal);
    const { body, ...said } = answer;
    const facts = findings.facts;
    const textual = /^(text\/|application\/(xhtml|json|xml))/.test(answer.mediaType);
    const contentType = answer.headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value;
    const difference =
      facts && textual
        ? comparePages(
            {
              text: facts.text,
              urls: facts.resources
                .filter(({ kind }) => kind === 'link' || kind === 'image' || kind === 'frame')
                .map((resource) => resource.url),
              status: findings.network?.mainResponse?.status ?? null,
            },
            { text: decodeBody(body, contentType ?? ''), status: answer.status },
          )
        : null;
    const bodySha256 = await digestOf(body);
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
    findings.verification = { ...said, bodySha256, difference };
    const reading = serverClock(said);
    if (reading) findings.clock = [...(findings.clock ?? []), reading];
    yield {
      path: 'verification/fetch.json',
      mediaType: 'application/json',
      bytes: JSON.stringify(
        {
          label: 'verification fetch, not the page shown',
          ...said,
          bodySha256,
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

/** The server's clock by its `Date`; a cache's answer tells of the moment it was made, and says so by its age. */
function serverClock(answer: Omit<VerificationAnswer, 'body'>): ClockReading | null {
  const age = answer.headers.find(({ name }) => name.toLowerCase() === 'age')?.value ?? '0';
  if (!URL.canParse(answer.finalUrl) || age.trim() !== '0') return null;
  return httpDateReading(`http-date:${new URL(answer.finalUrl).host}`, answer.serverDate, {
    sentAt: new Date(answer.at),
    roundTripMs: answer.headersMs,
  });
}
