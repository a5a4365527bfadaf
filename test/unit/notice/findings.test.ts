import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../utils/case/notice.ts';
import { REGIME_IDS, type RegimeId } from '../../../utils/case/regime.ts';
import { READINESS } from '../../../utils/i18n/catalog/readiness.ts';
import { REGIMES } from '../../../utils/notice/regimes/index.ts';
import { change, check, holder, item, ready, without, withLiveNotice, withRestored } from './a-case.ts';
import type { Sample } from './a-case.ts';

/** What a change of a complete notice makes the rules find. `only`: the laws that ask for it; absent: all. */
interface Row {
  readonly code: keyof typeof READINESS;
  readonly make: (sample: Sample) => Sample;
  readonly only?: (regime: RegimeId) => boolean;
  /** Other findings that follow from the same change. */
  readonly with?: readonly (keyof typeof READINESS)[];
}

const china = (regime: RegimeId) => REGIMES[regime].jurisdiction === 'CN';
const identified = (regime: RegimeId) => REGIMES[regime].identity !== undefined;
/** Some laws prescribe no declaration. */
const states = (regime: RegimeId) => REGIMES[regime].statements.length > 0;
const us = (regime: RegimeId) => regime === 'us-512';
const POWER = {
  digest: `sha256:${'d4'.repeat(32)}`,
  name: 'power.pdf',
  kind: 'power-of-attorney',
  addedAt: '2026-11-20T09:00:00.000Z',
} as const;
const agent = { ...holder, id: 'agent', authority: 'agent', role: 'agent' } as const;
const withAgent = (sample: Sample, patch: object): Sample => ({
  ...sample,
  sources: { ...sample.sources, parties: [holder, { ...agent, ...patch }] },
  draft: { ...sample.draft, notifierId: 'agent' },
});
const onForm = (sample: Sample, urls: readonly string[]): Sample =>
  change.channel(change.page(sample, urls[0] ?? '', urls), { kind: 'form', form: 'cloudflare' });
const statements = (sample: Sample, text: (words: string) => string | null): Sample => {
  const [first, ...rest] = sample.draft.statements;
  if (!first) throw new Error('this law has a statement');
  const words = text(first.text);
  return change.draft(sample, { statements: words === null ? rest : [{ ...first, text: words }, ...rest] });
};
const exception = (sample: Sample, answer: 'applies' | 'unsure' | null): Sample => {
  const [first, ...rest] = sample.draft.exceptions;
  if (!first) throw new Error('every law asks a question');
  return change.draft(sample, { exceptions: answer === null ? rest : [{ ...first, answer }, ...rest] });
};

const TABLE: readonly Row[] = [
  { code: 'notifier-missing', make: (s) => change.draft(s, { notifierId: null }), with: ['signature-name'] },
  {
    code: 'notifier-no-person',
    make: (s) => change.party(s, { contactName: '' }),
  },
  { code: 'holder-missing', make: (s) => change.draft(s, { holderId: null }) },
  { code: 'contact-missing', make: (s) => change.party(s, { address: '', phone: '', email: '' }) },
  {
    code: 'contact-holder',
    make: (s) => withAgent(s, { powerOfAttorney: POWER, address: '', phone: '', email: '' }),
    only: china,
  },
  {
    code: 'contact-usual',
    make: (s) => change.party(s, { [REGIMES[s.draft.regime].contact.warn[0] ?? 'phone']: '' }),
    only: (regime) => REGIMES[regime].contact.warn.length > 0,
  },
  { code: 'contact-email-malformed', make: (s) => change.party(s, { email: 'rights at moonlit' }) },
  {
    code: 'identity-missing',
    make: (s) => change.party(s, { kind: 'person', identityReference: '' }),
    only: identified,
  },
  { code: 'identity-document', make: (s) => change.party(s, { identityReference: '' }), only: identified },
  {
    code: 'identity-agent',
    make: (s) => withAgent(s, { powerOfAttorney: POWER, identityReference: '' }),
    only: china,
  },
  { code: 'authority-no-power', make: (s) => withAgent(s, {}) },
  { code: 'authority-power-each', make: (s) => withAgent(s, { powerOfAttorney: POWER }), only: china },
  {
    code: 'holder-representative',
    make: (s) => change.party(s, { legalRepresentative: '' }),
    only: china,
  },
  {
    code: 'holder-cut',
    make: (s) => onForm(change.party(s, { legalName: 'n'.repeat(61) }), item.urls),
  },
  { code: 'work-cut', make: (s) => onForm(change.work(s, { title: 't'.repeat(256) }), item.urls) },
  {
    code: 'work-too-many',
    make: (s) => {
      const [first] = s.sources.works;
      if (!first) throw new Error('there is a work');
      const works = ['a', 'b'].map((id) => ({ ...first, id, title: id.repeat(200) }));
      const items = works.map(({ id }) => ({ ...item, id, workId: id }));
      return change.channel(
        { ...s, sources: { ...s.sources, works, items }, draft: { ...s.draft, itemIds: ['a', 'b'] } },
        { kind: 'form', form: 'cloudflare' },
      );
    },
  },
  { code: 'authority-not-owner', make: (s) => withAgent(s, { authority: 'owner', role: 'notifier' }) },
  { code: 'items-none', make: (s) => change.draft(s, { itemIds: [] }) },
  { code: 'work-missing', make: (s) => change.work(s, { title: ' ' }) },
  { code: 'title-missing', make: (s) => change.work(s, { titleDocuments: [] }) },
  {
    code: 'title-no-work',
    make: (s) => ({ ...s, sources: { ...s.sources, works: [] } }),
    with: ['work-missing'],
  },
  {
    code: 'right-missing',
    make: (s) => ({
      ...s,
      sources: { ...s.sources, items: s.sources.items.map((one) => without(one, 'right')) },
    }),
  },
  { code: 'description-missing', make: (s) => change.item(s, { description: '' }) },
  {
    code: 'description-general',
    make: (s) => change.item(s, { description: '涉嫌侵权 infringing content' }),
  },
  {
    code: 'description-vague',
    make: (s) => change.item(s, { description: 'Criminals keep on profiting from years of honest labour.' }),
  },
  {
    code: 'description-private',
    make: (s) => change.item(s, { description: 'All 44 pages of chapter 7. Call 0113 496 0000.' }),
  },
  {
    code: 'reason-private',
    make: (s) => change.draft(s, { reason: 'No licence was granted; ask under +44 (0)113-496-0000.' }),
  },
  { code: 'address-missing', make: (s) => change.item(s, { urls: [], pageUrl: '' }) },
  { code: 'address-not-exact', make: (s) => change.item(s, { urls: ['that pirate site'] }) },
  {
    code: 'address-home-page',
    make: (s) => change.page(s, 'https://pirate.example/'),
  },
  { code: 'address-out-of-scope', make: (s) => change.draft(s, { scopeHosts: ['cdn.example'] }) },
  {
    code: 'scope-unstated',
    make: (s) => {
      const pageUrl = 'https://siteb.example/read/7';
      const there = { ...item, id: 'there', urls: [], pageUrl, captureIds: ['there'] };
      const captures = s.captures.flatMap((one) => [one, { ...one, id: 'there', urlFinal: pageUrl }]);
      const both = { ...s, captures, sources: { ...s.sources, items: [...s.sources.items, there] } };
      return change.draft(both, { itemIds: [item.id, there.id] });
    },
    with: ['capture-elsewhere'],
  },
  { code: 'address-mixed-hosts', make: (s) => onForm(s, ['https://a.example/1', 'https://b.example/1']) },
  {
    code: 'address-too-many',
    make: (s) =>
      onForm(
        s,
        Array.from({ length: 251 }, (_, n) => `https://a.example/${n}`),
      ),
  },
  { code: 'capture-missing', make: (s) => change.item(s, { captureIds: [] }) },
  {
    code: 'capture-elsewhere',
    make: (s) => change.item(s, { pageUrl: 'https://other-site.example/read/7' }),
  },
  {
    code: 'capture-other-page',
    make: (s) => change.item(s, { pageUrl: 'https://pirate.example/read/lantern-keeper/8' }),
  },
  { code: 'capture-unfinished', make: (s) => change.capture(s, { state: 'failed', digest: null }) },
  { code: 'capture-changed', make: (s) => change.capture(s, { intact: false }) },
  { code: 'capture-old', make: (s) => change.capture(s, { startedAt: '2026-11-01T00:00:00.000Z' }) },
  {
    code: 'capture-observed',
    make: (s) =>
      change.item(s, {
        observations: [{ kind: 'chart', text: 'first', captureId: 'gone', observedAt: s.draft.createdAt }],
      }),
  },
  {
    code: 'proof-not-attached',
    make: (s) => change.draft(s, { attached: [] }),
    only: china,
  },
  { code: 'recheck-none', make: (s) => ({ ...s, context: { ...s.context, rechecks: [] } }) },
  {
    code: 'proof-not-attached',
    make: (s) => change.draft(s, { attached: [`sha256:${'9'.repeat(64)}`], attachmentBytes: 5_000_000 }),
    only: china,
  },
  { code: 'reason-missing', make: (s) => change.draft(s, { reason: ' ' }) },
  {
    code: 'reason-demand',
    make: (s) => change.draft(s, { reason: 'Pay 500 CAD to settle this.' }),
    only: (regime) => regime === 'ca-41.25',
  },
  {
    code: 'reason-demand-described',
    make: (s) => change.item(s, { description: 'All 44 pages of chapter 7, for a fee of $5 a month.' }),
    only: (regime) => regime === 'ca-41.25',
  },
  { code: 'measure-missing', make: (s) => change.draft(s, { measures: [] }) },
  {
    code: 'measure-server-unjustified',
    make: (s) => change.draft(change.provider(s, { serviceClass: 'iaas' }), { measures: ['suspend-server'] }),
  },
  {
    code: 'measure-server',
    make: (s) =>
      change.draft(change.provider(s, { serviceClass: 'iaas' }), {
        measures: ['suspend-server'],
        measureNote: 'The machine serves nothing else.',
      }),
  },
  { code: 'measure-everything', make: (s) => change.draft(s, { measures: ['delete-everything'] }) },
  {
    code: 'measure-host-unknown',
    make: (s) => change.provider(s, { serviceClass: 'cache_cdn' }),
  },
  {
    code: 'measure-cache-origin',
    make: (s) =>
      change.draft(change.provider(s, { serviceClass: 'cache_cdn' }), { measures: ['purge-cache'] }),
    only: us,
  },
  { code: 'measure-forwarding', make: (s) => change.provider(s, { serviceClass: 'iaas' }) },
  {
    code: 'measure-counsel',
    make: (s) => s,
    only: (regime) =>
      regime === 'cn-reg14' || REGIMES[regime].followUps.some(({ after }) => after === 'counter'),
  },
  { code: 'channel-missing', make: (s) => change.draft(s, { channel: null }) },
  { code: 'channel-ticket', make: (s) => change.channel(s, { kind: 'support-ticket' }) },
  {
    code: 'channel-form-law',
    make: (s) => change.channel(s, { kind: 'form', form: 'github' }),
    only: (regime) => !us(regime),
  },
  { code: 'channel-never-checked', make: (s) => change.channel(s, { checkedOn: 'never' }) },
  {
    code: 'channel-seat-unknown',
    make: (s) => change.draft(s, { provider: without(s.draft.provider, 'country') }),
    only: us,
  },
  {
    code: 'channel-seat-registered',
    make: (s) =>
      change.provider(
        { ...s, draft: { ...s.draft, provider: without(s.draft.provider, 'country') } },
        { registeredIn: 'NL' },
      ),
    only: us,
  },
  { code: 'channel-unchecked', make: (s) => change.channel(s, { checkedOn: '2026-01-01' }) },
  {
    code: 'channel-undesignated',
    make: (s) => change.channel(s, { designated: false }),
    only: (regime) => us(regime) || china(regime),
  },
  {
    code: 'channel-class',
    make: (s) => {
      const all = ['hosting', 'ecommerce', 'dns_registrar', 'ai_model', 'search_link'] as const;
      const other = all.find((one) => !REGIMES[s.draft.regime].classes.includes(one));
      return change.provider(s, { serviceClass: other ?? 'hosting' });
    },
    only: (regime) =>
      (['hosting', 'ecommerce', 'dns_registrar', 'ai_model', 'search_link'] as const).some(
        (one) => !REGIMES[regime].classes.includes(one),
      ),
  },
  { code: 'channel-not-us', make: (s) => change.provider(s, { country: 'NL' }), only: us },
  {
    code: 'channel-attachments',
    make: (s) => change.draft(change.channel(s, { attachments: false }), { attachmentBytes: 1 }),
  },
  { code: 'channel-oversized', make: (s) => change.draft(s, { attachmentBytes: 30_000_000 }) },
  {
    code: 'channel-shortened',
    make: (s) => ({ ...s, context: { ...s.context, shortenedFields: ['Comments'] } }),
  },
  {
    code: 'channel-field-empty',
    make: (s) => ({ ...s, context: { ...s.context, emptyFields: [{ id: 'city', label: 'City' }] } }),
  },
  { code: 'channel-publishes', make: (s) => change.channel(s, { publishes: true }) },
  { code: 'regime-unverified', make: (s) => s, only: (regime) => !REGIMES[regime].verified },
  {
    code: 'language-mismatch',
    make: (s) => {
      const language = REGIMES[s.draft.regime].languages.includes('ja') ? 'en' : 'ja';
      const texts = REGIMES[s.draft.regime].statements;
      return change.draft(s, {
        language,
        statements: s.draft.statements.map((one, at) => ({ ...one, text: texts[at]?.text[language] ?? '' })),
      });
    },
  },
  { code: 'language-channel', make: (s) => change.channel(s, { languages: ['de'] }) },
  { code: 'statement-unconfirmed', make: (s) => statements(s, () => null), only: states },
  { code: 'statement-changed', make: (s) => statements(s, (words) => `${words} Perhaps.`), only: states },
  {
    code: 'statement-by-another',
    make: (s) =>
      change.draft(s, {
        statements: s.draft.statements.map((one) => ({ ...one, confirmedBy: 'Somebody Else' })),
      }),
    only: states,
    with: ['signature-another'],
  },
  { code: 'exception-unanswered', make: (s) => exception(s, null) },
  { code: 'exception-applies', make: (s) => exception(s, 'applies') },
  { code: 'exception-unsure', make: (s) => exception(s, 'unsure') },
  {
    code: 'exception-unsure-sworn',
    make: (s) =>
      change.draft(s, {
        exceptions: s.draft.exceptions.map((one) =>
          one.id === 'licence' ? { ...one, answer: 'unsure' as const } : one,
        ),
      }),
    only: us,
  },
  { code: 'signature-missing', make: (s) => ({ ...s, draft: without(s.draft, 'signature') }) },
  {
    code: 'signature-text-changed',
    make: (s) => ({ ...s, context: { ...s.context, textDigest: `sha256:${'c'.repeat(64)}` } }),
  },
  {
    code: 'signature-not-last',
    make: (s) =>
      change.draft(s, {
        exceptions: s.draft.exceptions.map((one) => ({ ...one, at: '2026-11-21T11:59:00.000Z' })),
      }),
  },
  {
    code: 'signature-name',
    make: (s) => change.draft(s, { signature: { ...s.draft.signature, name: 'Somebody Else' } as never }),
  },
  {
    code: 'signature-another',
    make: (s) =>
      change.draft(change.party(s, { legalRepresentative: 'Bob Boss' }), {
        signature: { ...s.draft.signature, name: 'Bob Boss' } as never,
      }),
    only: states,
  },
  {
    code: 'signature-organisation',
    make: (s) =>
      change.draft(s, { signature: { ...s.draft.signature, name: 'moonlit  panels LTD' } as never }),
    only: us,
  },
  { code: 'duplicate-live', make: withLiveNotice },
  { code: 'duplicate-restored', make: withRestored, only: china },
];

const ROWS = TABLE.flatMap((row) =>
  REGIME_IDS.filter((regime) => row.only?.(regime) ?? true).map((regime) => ({ ...row, regime })),
);
const said = (sample: Sample): Map<string, Finding> =>
  new Map(check(sample).findings.map((finding) => [finding.code, finding]));

describe('every finding under every law that has it', () => {
  test('a counter-notice is advised on with its own article', () => {
    const counsel = (regime: RegimeId) => said(ready(regime)).get('measure-counsel')?.citation;
    expect(counsel('us-512')).toBe('17 U.S.C. § 512(g)(2)(C)');
    expect(counsel('cn-reg14')).toContain('第十六条');
  });

  test('an exception cites the article it stands in', () => {
    const unsure = (regime: RegimeId) => said(exception(ready(regime), 'unsure')).get('exception-unsure');
    expect(unsure('us-512')?.citation).toBe('17 U.S.C. § 107');
    expect(unsure('cn-civ1195')?.citation).toBe('《中华人民共和国著作权法》第二十四条');
  });

  test('fine art is no fine', () => {
    const about = (description: string) =>
      said(change.item(ready('ca-41.25'), { description })).has('reason-demand-described');
    expect(about('The fine art prints of chapter 7 are shown in full, in fine detail.')).toBe(false);
    expect(about('The uploader was fined before for chapter 7 and all its pages.')).toBe(true);
  });

  test('the table holds every code there is, and at least sixty cases', () => {
    const codes = Object.keys(READINESS).filter((key) => !/^(?:state|severity)-/.test(key));
    expect([...new Set(TABLE.map(({ code }) => code))].toSorted()).toEqual(codes.toSorted());
    expect(ROWS.length).toBeGreaterThan(600);
  });

  test.each(ROWS)('$regime: $code', ({ regime, code, make, with: also = [] }) => {
    const before = said(ready(regime));
    const changed = make(ready(regime));
    const { findings, missing, state } = check(changed);
    const mine = findings.filter((finding) => finding.code === code);
    expect(mine.length).toBeGreaterThan(0);
    for (const { id, citation, fix, severity, element } of mine) {
      expect(id).toBe(`${regime}.${element}`);
      expect(citation).not.toBe('');
      expect(fix.place).not.toBe('');
      if (severity === 'block') expect(missing).toContain(id);
      else expect(missing).not.toContain(id);
    }
    // Nothing else was found that was not there before, but advice that hangs on the recipient's class.
    const blocks = findings.filter((one) => one.severity === 'block').map((one) => one.code);
    // Many a row needs a form's limits, and such forms are for one law.
    const expected: readonly string[] = [code, ...also, 'channel-form-law'];
    expect(blocks.filter((one) => !expected.includes(one))).toEqual([]);
    if (state === 'ready') expect(missing).toEqual([]);
    expect(before.get(code)?.severity).not.toBe('block');
  });
});

test('an item that was captured and its page written down is what the table starts from', () => {
  expect(item.captureIds).toHaveLength(1);
  for (const regime of REGIME_IDS) expect(check(ready(regime)).state).toBe('ready');
});
