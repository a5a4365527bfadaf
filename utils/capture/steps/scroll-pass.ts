import type { PageChange } from '../changes.ts';
import type { Step } from '../step.ts';

/** Scrolls through the page once, so that images which load when seen are there, and back. */
export const scrollPassStep: Step = {
  id: 'scroll-pass',
  required: false,
  timeoutMs: 130_000,
  skip: ({ scrollPass }) => (scrollPass ? null : 'turned off in the settings; lazy images may be missing'),
  // It takes nothing itself; what it does to the page stands in changes.json.
  // oxlint-disable-next-line require-yield -- every step is a generator of artifacts, this one of none
  async *run({ tab, environment, findings, notCaptured }, signal) {
    const { scrollPassMs, maximumPageHeight } = environment.settings;
    const at = environment.now().toISOString();
    const say = (change: Pick<PageChange, 'before' | 'after' | 'undone'>) => {
      const why = 'images that load only when they come into view';
      const what = 'scroll-position';
      findings.changes = [...(findings.changes ?? []), { at, step: 'scroll-pass', what, why, ...change }];
    };
    const options = { maximumMs: scrollPassMs, maximumHeight: maximumPageHeight };
    const report = await tab.scrollThrough(options, signal).catch((error: unknown): never => {
      // It may have scrolled before it failed: what is not known is said, not left out.
      say({ before: 'not read', after: 'not known: the pass was broken off', undone: false });
      throw error;
    });
    findings.scroll = report;
    const { before, after } = report;
    say({ before, after: report, undone: before.x === after.x && before.y === after.y });
    if (report.stopped) notCaptured('scroll-pass.rest', `stopped by its bound on ${report.stopped}`);
  },
};
