import type { Settings } from '../case/settings.ts';
import type { TabPort } from './ports.ts';
import type { Step } from './step.ts';

/** A step that has its turn or waits for it. Neither promise rejects unless the run itself breaks. */
export interface GoingStep {
  readonly step: Step;
  /** It takes nothing more from the page; its last artifact may still be on its way to the store. */
  readonly taken: Promise<void>;
  /** All it took is stored and its record is final. */
  readonly done: Promise<void>;
}

/**
 * Which of the steps before it a step waits for. Those that only write down what there is wait for all. Others wait
 * for those that do not run beside them, except for the ones they may go along with, and for those skipped.
 */
export function stepOrder(
  tab: TabPort,
  settings: Settings,
): (step: Step, before: readonly GoingStep[]) => GoingStep[] {
  return (step, before) => {
    if (step.always) return [...before];
    const along = new Set(step.alongside?.(tab) ?? []);
    return before.filter((one) => !one.step.beside && !along.has(one.step.id) && !one.step.skip?.(settings));
  };
}
