import type { Language } from '../../utils/case/settings.ts';
import { VERIFIER_PAGE } from '../../utils/i18n/catalog/verifier-page.ts';
import { translator } from '../../utils/i18n/translate.ts';
import { describer, isAnchored } from '../../utils/bundle/verify/describe.ts';
import type { Finding, VerificationReport } from '../../utils/bundle/verify/types.ts';
import type { VerifiedFile, VerifiedFiles, VerifiedSet } from '../../utils/bundle/verify/verify-files.ts';

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

/** What the page shows of several files: what they are together, then each. A single one stands open. */
export function filesView({ files, sets }: VerifiedFiles, language: Language): HTMLElement {
  const t = translator(VERIFIER_PAGE, language);
  if (files.length === 1)
    return element('div', { 'data-done': '' }, ...files.map((file) => fileView(file, language)));
  const each = files.map((file) => {
    const verdict = file.report?.verdict ?? 'unreadable';
    const mark = element(
      'b',
      { class: verdict === 'whole' ? 'passed' : 'failed', 'aria-hidden': 'true' },
      verdict === 'whole' ? '✓ ' : '✗ ',
    );
    const open = verdict === 'whole' ? {} : { open: '' };
    return element('details', open, element('summary', {}, mark, file.name), fileView(file, language));
  });
  return element(
    'div',
    { 'data-done': '' },
    ...sets.map((set) => setView(set, language)),
    element('h2', {}, t('each')),
    ...each,
  );
}

function setView({ group, findings, proven }: VerifiedSet, language: Language): HTMLElement {
  const say = describer(language);
  const isWhole = findings.length === 0;
  const lines = [
    ...findings.map((finding) => say.finding(finding)),
    ...proven.map((one) => say.statement(one)),
  ];
  return element(
    'section',
    {
      class: `verdict ${isWhole ? 'whole' : 'not-whole'}`,
      'data-set': isWhole ? 'whole' : 'not-whole',
      role: 'status',
    },
    element('span', { class: 'mark', 'aria-hidden': 'true' }, isWhole ? '✓' : '✗'),
    element('h2', {}, lines.join(' ')),
    element('p', { class: 'muted' }, group),
  );
}

function fileView({ name, report, unreadable, against }: VerifiedFile, language: Language): HTMLElement {
  const t = translator(VERIFIER_PAGE, language);
  if (!report) return element('p', { class: 'card' }, t('unreadable', { detail: unreadable ?? '' }));
  const label = against === null ? name : `${name} · ${t('against', { name: against })}`;
  return resultView(report, label, language);
}

function resultView(report: VerificationReport, fileName: string, language: Language): HTMLElement {
  const t = translator(VERIFIER_PAGE, language);
  const say = describer(language);
  const mark = report.verdict !== 'whole' ? '✗' : isAnchored(report) ? '✓' : '!';
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
      { class: `verdict ${mark === '!' ? 'unanchored' : report.verdict}`, role: 'status' },
      element('span', { class: 'mark', 'aria-hidden': 'true' }, mark),
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
