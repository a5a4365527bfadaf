import { describer, isAnchored } from '../../utils/bundle/verify/describe.ts';
import type { VerificationReport } from '../../utils/bundle/verify/types.ts';
import type { Language } from '../../utils/case/settings.ts';
import type { VerifiedFiles } from '../../utils/bundle/verify/verify-files.ts';
import type { VerifyAnswer, VerifyOutcome } from './services.ts';

/** A verification's report in sentences. */
export function outcomeOf(report: VerificationReport, language: Language): VerifyOutcome {
  const say = describer(language);
  const rank = { failure: 0, warning: 1 } as const;
  return {
    verdict: report.verdict,
    isAnchored: isAnchored(report),
    headline: say.verdict(report),
    about: report.bag,
    findings: report.findings
      .toSorted((a, b) => rank[a.severity] - rank[b.severity])
      .map((one) => ({
        severity: one.severity,
        code: one.code,
        path: one.path ?? null,
        text: say.finding(one),
      })),
    checks: report.checks.map(({ id, state }) => ({ id, state, text: say.check(id) })),
    proven: report.proven.map((one) => say.statement(one)),
    notProven: report.notProven.map((one) => say.statement(one)),
  };
}

/** The answer on several files in sentences. */
export function answerOf({ files, sets }: VerifiedFiles, language: Language): VerifyAnswer {
  const say = describer(language);
  return {
    files: files.map(({ report, ...file }) => ({ ...file, outcome: report && outcomeOf(report, language) })),
    sets: sets.map(({ group, findings, proven }) => ({
      group,
      isWhole: findings.length === 0,
      texts: [...findings.map((one) => say.finding(one)), ...proven.map((one) => say.statement(one))],
    })),
  };
}
