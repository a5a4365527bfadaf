import type { Language } from '../../utils/case/settings.ts';
import { VERIFIER_PAGE } from '../../utils/i18n/catalog/verifier-page.ts';
import { translator } from '../../utils/i18n/translate.ts';
import { describer } from '../../utils/bundle/verify/describe.ts';
import type { Finding, VerificationReport } from '../../utils/bundle/verify/types.ts';

/** Findings named on the page; the command line names all of them. */
const SHOWN = 500;

type Child = Node | string | null;

/** Makes an element. Texts become text nodes, so that no name in a bundle is ever markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** What the page shows of a verification. */
export function resultView(report: VerificationReport, fileName: string, language: Language): HTMLElement {
  const t = translator(VERIFIER_PAGE, language);
  const say = describer(language);
  const failures = report.findings.filter(({ severity }) => severity === 'failure');
  const warnings = report.findings.filter(({ severity }) => severity === 'warning');
  const sentences = (findings: readonly Finding[]): string[] => [
    ...findings.slice(0, SHOWN).map((finding) => say.finding(finding)),
    ...(findings.length > SHOWN ? [t('more', { count: findings.length - SHOWN })] : []),
  ];
  return element(
    'div',
    { 'data-verdict': report.verdict },
    element(
      'section',
      { class: `verdict ${report.verdict}`, role: 'status' },
      element('span', { class: 'mark', 'aria-hidden': 'true' }, report.verdict === 'whole' ? '✓' : '✗'),
      element('h2', {}, say.verdict(report)),
      element('p', { class: 'muted' }, fileName),
    ),
    list(t('problems'), 'bad', sentences(failures)),
    list(t('notes'), 'note', sentences(warnings)),
    list(
      t('proven'),
      'good',
      report.proven.map((one) => say.statement(one)),
    ),
    list(
      t('not-proven'),
      'open',
      report.notProven.map((one) => say.statement(one)),
    ),
    bagView(report, language),
    checksView(report, language),
  );
}

function list(title: string, kind: string, lines: readonly string[]): HTMLElement | null {
  if (lines.length === 0) return null;
  const items = lines.map((line) => element('li', {}, element('span', {}, line)));
  return element('section', { class: `card ${kind}` }, element('h2', {}, title), element('ul', {}, ...items));
}

function bagView({ bag }: VerificationReport, language: Language): HTMLElement | null {
  if (!bag) return null;
  const t = translator(VERIFIER_PAGE, language);
  const megabytes = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  });
  const size = megabytes.format(bag.bytes / 1e6);
  const { captures, custodyEntries: custody, files } = bag;
  const rows: readonly (readonly [string, string | null])[] = [
    [t('bundle'), bag.name],
    [t('about'), bag.title],
    [t('exported-at'), bag.exportedAt],
    [t('software'), bag.software],
    [t('contents'), t('contents-value', { captures, custody, files, size })],
  ];
  const pairs = rows.flatMap(([term, value]) =>
    value ? [element('dt', {}, term), element('dd', {}, value)] : [],
  );
  return element('section', { class: 'card' }, element('dl', {}, ...pairs));
}

function checksView({ checks }: VerificationReport, language: Language): HTMLElement {
  const t = translator(VERIFIER_PAGE, language);
  const say = describer(language);
  const rows = checks.map(({ id, state }) =>
    element('tr', {}, element('td', {}, say.check(id)), element('td', { class: state }, t(`state-${state}`))),
  );
  return element(
    'section',
    { class: 'card' },
    element('h2', {}, t('checks')),
    element('table', {}, element('tbody', {}, ...rows)),
  );
}
