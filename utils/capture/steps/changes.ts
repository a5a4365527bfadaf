import type { Step } from '../step.ts';

/** Writes `changes.json`: everything the tool did to the page. An empty list says that it did nothing. */
export const changesStep: Step = {
  id: 'changes',
  required: true,
  timeoutMs: 10_000,
  always: true,
  async *run({ findings }) {
    yield {
      path: 'changes.json',
      mediaType: 'application/json',
      bytes: JSON.stringify({ schema: 'prima-facie/changes/1', changes: findings.changes ?? [] }, null, 1),
      role: 'original',
      method: 'prima-facie',
    };
  },
};
