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
    const report = await tab.scrollThrough(
      { maximumMs: scrollPassMs, maximumHeight: maximumPageHeight },
      signal,
    );
    findings.scroll = report;
    findings.changes = [
      ...(findings.changes ?? []),
      {
        at,
        step: 'scroll-pass',
        what: 'scroll-position',
        before: report.before,
        after: report,
        why: 'images that load only when they come into view',
        undone: report.before.x === report.after.x && report.before.y === report.after.y,
      },
    ];
    if (report.stopped) notCaptured('scroll-pass.rest', `stopped by its bound on ${report.stopped}`);
  },
};
