import { expect, it } from 'vitest';
import type { Step } from '../../../utils/capture/step.ts';
import { changesStep } from '../../../utils/capture/steps/changes.ts';
import { factsStep } from '../../../utils/capture/steps/facts.ts';
import { pageHtmlStep } from '../../../utils/capture/steps/page-html.ts';
import { webArchiveStep } from '../../../utils/capture/steps/web-archive.ts';
import { runSteps } from './support.ts';
import { tab } from './tab-support.ts';

/** A recording that ended without a single response. */
const emptyRecording: Step = {
  id: 'stop-recording',
  required: false,
  timeoutMs: 1_000,
  // oxlint-disable-next-line require-yield -- every step is a generator of artifacts, this one of none
  async *run({ findings }) {
    findings.recorded = {
      exchanges: [],
      dropped: 0,
      notCaptured: [],
      readBody: () => Promise.reject(new Error('nothing was kept')),
    };
    await Promise.resolve();
  },
};

it('calls an archive without responses none of responses, though a recording was asked for', async () => {
  const steps = [factsStep, pageHtmlStep, emptyRecording, webArchiveStep, changesStep];
  const { outcome } = await runSteps(steps, undefined, undefined, tab());
  const archive = outcome.artifacts.find(({ path }) => path === 'page.wacz');
  expect(archive?.about?.['kind']).toBe('resource');
  expect(outcome.notCaptured.map(({ what }) => what)).toContain('page.wacz.responses');
});
