import type { Finding } from '../../case/notice.ts';
import { statementsAsked } from '../../case/notice-kind.ts';
import type { RegimeStatement } from '../../case/regime.ts';
import { cited, exceptionCitation } from './citations.ts';
import type { FindingCode } from './citations.ts';
import { found, isBlank } from './context.ts';
import type { Rule, RuleContext } from './context.ts';

/** Each declaration was confirmed by the notifier, in the words that stand here now. */
export const statementsRule: Rule = (context) =>
  statementsAsked(context.content, context.content.regime).flatMap((statement) =>
    statementFindings(context, statement),
  );

function statementFindings(context: RuleContext, statement: RegimeStatement): readonly Finding[] {
  const { statements, language, notifier } = context.content;
  const confirmed = statements.find((one) => one.name === statement.name);
  // Made only where it is true, so its absence is for the rule of what it is made for.
  if (!confirmed && statement.when) return [];
  const sameWords = confirmed?.text === statement.text[language];
  // Where nobody is named as notifier, that is what is found.
  if (sameWords && (!notifier || namesOf(context).includes(fold(confirmed.confirmedBy)))) return [];
  const code = !confirmed
    ? 'statement-unconfirmed'
    : sameWords
      ? 'statement-by-another'
      : 'statement-changed';
  return [human(context, `statement-${statement.name}`, code, statement.severity, statement.citation)];
}

/** What a holder can find out from its own papers: a good-faith belief is not stated beside a doubt about them. */
const OWN_FACTS: readonly string[] = ['licence', 'own-upload'];

/** The questions about exceptions were asked, and nothing said that the use is allowed. */
export const exceptionsRule: Rule = (context) => {
  const { regime, exceptions } = context.content;
  return regime.exceptions.flatMap((id): Finding[] => {
    const answer = exceptions.find((one) => one.id === id)?.answer;
    if (answer === 'does-not-apply') return [];
    const isDoubted = answer === 'unsure' && regime.id === 'us-512' && OWN_FACTS.includes(id);
    const usual = answer === undefined ? 'exception-unanswered' : (`exception-${answer}` as const);
    const code = isDoubted ? 'exception-unsure-sworn' : usual;
    const citation = isDoubted ? '17 U.S.C. § 512(c)(3)(A)(v)' : exceptionCitation(id, regime);
    const severity = answer === 'unsure' && !isDoubted ? 'warn' : 'block';
    return [
      { ...human(context, 'statement-exceptions', code, severity, citation), parameters: { exception: id } },
    ];
  });
};

function human(
  context: RuleContext,
  element: `statement-${string}`,
  code: FindingCode,
  severity: Finding['severity'],
  citation: string,
): Finding {
  const { id } = context.content.regime;
  const fix = { place: 'notice', field: element } as const;
  const source = cited(citation);
  return { id: `${id}.${element}`, element, severity, kind: 'human', code, parameters: {}, ...source, fix };
}

/** The name typed last, by the notifier, under the words that stand here now. */
export const signatureRule: Rule = (context) => {
  const { signature, statements, exceptions } = context.content;
  const fix = { place: 'notice', field: 'signature' } as const;
  const say = (code: FindingCode) => found(context, 'signature', { code, kind: 'human', fix });
  if (!signature || isBlank(signature.name)) return say('signature-missing');
  if (context.textDigest !== null && signature.textDigest !== context.textDigest)
    return say('signature-text-changed');
  const last = [...statements, ...exceptions].every((one) => Date.parse(one.at) <= Date.parse(signature.at));
  if (!last) return say('signature-not-last');
  const name = fold(signature.name);
  if (!namesOf(context).includes(name)) return say('signature-name');
  if (isSworn(context) && isOrganisationAlone(context, name)) return organisationFindings(context);
  const other = statements.find(({ confirmedBy }) => fold(confirmedBy) !== name);
  if (!other) return [];
  const parameters = { confirmed: other.confirmedBy, signed: signature.name };
  return found(context, 'signature', { code: 'signature-another', kind: 'human', parameters, fix });
};

/** Whether the notice declares something under penalty of perjury. */
function isSworn({ content }: RuleContext): boolean {
  return statementsAsked(content, content.regime).some(({ perjury }) => perjury === true);
}

/** An organisation swears nothing: a natural person does. */
function isOrganisationAlone({ content: { notifier } }: RuleContext, name: string): boolean {
  return notifier?.kind === 'organisation' && name === fold(notifier.legalName);
}

function organisationFindings(context: RuleContext): readonly Finding[] {
  const { notifier } = context.content;
  const named = [notifier?.contactName, notifier?.legalRepresentative].some(
    (name) => !isBlank(name) && fold(name ?? '') !== fold(notifier?.legalName ?? ''),
  );
  return found(context, 'signature', {
    code: 'signature-organisation',
    kind: 'human',
    parameters: { party: notifier?.legalName ?? '' },
    fix: named
      ? { place: 'notice', field: 'signature' }
      : { place: 'party', id: notifier?.id ?? null, field: 'contactName' },
  });
}

function namesOf(context: RuleContext): readonly string[] {
  const { notifier } = context.content;
  return [notifier?.contactName, notifier?.legalName, notifier?.legalRepresentative].map((name) =>
    fold(name ?? ''),
  );
}

/** Names compare without regard to width, case and runs of spaces. */
function fold(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
