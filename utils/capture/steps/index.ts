import { FailureError } from '../../case/result.ts';
import type { Step } from '../step.ts';
import { changesStep } from './changes.ts';
import { factsStep } from './facts.ts';
import { finaliseStep } from './finalise.ts';
import { networkStep } from './network.ts';
import { hostingStep } from './hosting.ts';
import { harStep } from './har.ts';
import { pageArchiveStep } from './page-archive.ts';
import { verificationFetchStep } from './verification-fetch.ts';
import { innerScrollStep } from './inner-scroll.ts';
import { itemsStep } from './items.ts';
import { marksStep } from './marks.ts';
import { viewportAgainStep } from './viewport-again.ts';
import { mediaStep } from './media.ts';
import { pageHtmlStep } from './page-html.ts';
import { recordStep, stopRecordingStep } from './record.ts';
import { scrollPassStep } from './scroll-pass.ts';
import { viewportStep } from './viewport.ts';
import { webArchiveStep } from './web-archive.ts';
import { wholePageStep } from './whole-page.ts';

/**
 * The steps of a plain capture in their order: what leaves the page untouched first. Lookups, the second look at the
 * page, its DOM and its archives are taken beside the pixels.
 */
export const CAPTURE_STEPS: readonly Step[] = [
  marksStep,
  viewportStep,
  factsStep,
  networkStep,
  scrollPassStep,
  verificationFetchStep,
  hostingStep,
  pageHtmlStep,
  pageArchiveStep,
  wholePageStep,
  innerScrollStep,
  harStep,
  webArchiveStep,
  mediaStep,
  viewportAgainStep,
  itemsStep,
  changesStep,
  finaliseStep,
];

/** What is made of a recording waits for its end. */
const AFTER_RECORDING: readonly Step[] = [harStep, webArchiveStep];

/** Made in any case, once something was recorded: a capture that ends early keeps the bytes it has. */
function ofRecording({ beside: _beside, ...step }: Step): Step {
  return {
    ...step,
    always: true,
    async *run(context, signal) {
      if (!context.findings.recorded)
        throw new FailureError('not-available', 'nothing was recorded: the recording did not begin');
      yield* step.run(context, signal);
    },
  };
}

/** The steps of a recorded capture: the page is loaded anew first, and recorded until the pixels are taken. */
export const RECORDED_STEPS: readonly Step[] = [
  // Marks belong to the document that is about to be replaced.
  marksStep,
  recordStep,
  ...CAPTURE_STEPS.filter((step) => step !== marksStep && !AFTER_RECORDING.includes(step)).flatMap((step) =>
    step === viewportAgainStep ? [step, stopRecordingStep, ...AFTER_RECORDING.map(ofRecording)] : [step],
  ),
];
