import { FailureError } from '../../case/result.ts';
import { freshSalt } from '../../integrity/salt.ts';
import { parseFacts } from '../page-facts.ts';
import type { Step } from '../step.ts';

/** What the page says about itself. The probe's answer comes from a hostile page: it is parsed, not believed. */
export const factsStep: Step = {
  id: 'facts',
  required: true,
  timeoutMs: 45_000,
  async *run({ tab, findings, notCaptured }) {
    const parsed = parseFacts(await tab.probe());
    if (!parsed.ok) throw new FailureError(parsed.failure.code, parsed.failure.detail);
    findings.facts = parsed.value;
    for (const [field, count] of Object.entries(parsed.value.cut)) {
      notCaptured(`facts.${field}`, `cut at a bound of the probe; the page has ${count}`);
    }
    yield {
      path: 'facts.json',
      mediaType: 'application/json',
      bytes: JSON.stringify({ ...parsed.value, salt: freshSalt() }, null, 1),
      role: 'original',
      method: 'probe',
      takenAt: parsed.value.readAt,
    };
  },
};
