import { describe, expect, test } from 'vitest';
import type { Right } from '../../../utils/case/dispute.ts';
import type { NoticeDraft } from '../../../utils/case/notice.ts';
import { statementsAsked } from '../../../utils/case/notice-kind.ts';
import { REGIME_IDS } from '../../../utils/case/regime.ts';
import { amendDraft, confirmStatement, followUpDraft, reissueDraft } from '../../../utils/notice/draft.ts';
import { REGIMES } from '../../../utils/notice/regimes/index.ts';
import { TOOL_RULES } from '../../../utils/i18n/catalog/tool-rules.ts';
import { renderAcns } from '../../../utils/notice/renderings/acns.ts';
import { renderText } from '../../../utils/notice/renderings/text.ts';
import { rightUnder } from '../../../utils/notice/rights.ts';
import { change, channel, check, contentOf, holder, NOW, ready, withLiveNotice } from './a-case.ts';
import type { Sample } from './a-case.ts';

const textOf = (sample: Sample): string => renderText(contentOf(sample), 'recipient');
const warns = (sample: Sample): string[] =>
  check(sample)
    .findings.filter(({ severity }) => severity === 'warn')
    .map(({ code }) => code);

describe('a right is named as the law of the notice knows it', () => {
  test.each(REGIME_IDS)('%s', (regime) => {
    const china = REGIMES[regime].jurisdiction === 'CN';
    for (const right of [
      'making-available',
      'communication-to-the-public',
      'network-dissemination',
    ] as const) {
      const sample = change.item(ready(regime), { right });
      const text = textOf(sample);
      expect(text.includes('信息网络传播权')).toBe(china);
      expect(text).not.toMatch(/向公众提供权|向公众传播权|through information networks/);
      expect(check(sample).missing).toEqual([]);
    }
    const other: Right = 'reproduction';
    expect(rightUnder(REGIMES[regime], other)).toBe(other);
  });
});

test.each(['us-512', 'cn-civ1195', 'jp-ipdpa'] as const)(
  '%s: a use nobody stated is not stated',
  (regime) => {
    const said = textOf(change.item(ready(regime), { mode: 'full-copy' }));
    const unsaid = textOf(change.item(ready(regime), { mode: 'other' }));
    const words = /copy of the whole work|完整复制|全部の複製/;
    expect(said).toMatch(words);
    expect(unsaid).not.toMatch(words);
    expect(unsaid).not.toMatch(/other use|其他使用方式|その他の利用/);
  },
);

test('ACNS gives one party throughout where an agent writes, and the text names the holder', () => {
  const agent = {
    ...holder,
    id: 'agent',
    role: 'agent',
    authority: 'agent',
    legalName: 'Takedown & Co',
    contactName: 'Ben Ito',
    address: '9 Agent Street',
    phone: '+81 3 0000 0000',
    email: 'ben@takedown.example',
  } as const;
  const base = ready('us-512');
  const sample: Sample = {
    ...change.draft(base, { notifierId: agent.id }),
    sources: { ...base.sources, parties: [holder, agent] },
  };
  const result = renderAcns(contentOf(sample), 'recipient');
  if (!result.ok) throw new Error(result.failure.detail);
  const xml = result.value.files[0]?.text ?? '';
  const complainant = /<Complainant>.*?<\/Complainant>/s.exec(xml)?.[0] ?? '';
  for (const one of ['Takedown &amp; Co', 'Ben Ito', '9 Agent Street', '+81 3 0000 0000', agent.email])
    expect(complainant).toContain(one);
  expect(complainant).not.toContain(holder.legalName);
  expect(/<TextNotice>.*<\/TextNotice>/s.exec(xml)?.[0]).toContain(holder.legalName);
});

describe('17 U.S.C. § 512 by class', () => {
  const cache = change.draft(change.provider(ready('us-512'), { serviceClass: 'cache_cdn' }), {
    measures: ['purge-cache'],
  });
  const origin = 'removed from the originating site or access to it there has been disabled';
  const confirmed = (sample: Sample) => confirmStatement(sample.draft, 'origin-removed', 'Aiko Stern', NOW);

  test('a cache is asked to empty itself only with a statement on the origin, made only where it is true', () => {
    expect(warns(cache)).toContain('measure-cache-origin');
    // Not being able to make it stops nobody: the network still passes the notice on.
    expect(check(cache).missing).toEqual([]);
    expect(check(cache).findings.map(({ code }) => code)).not.toContain('statement-unconfirmed');
    expect(textOf(cache)).not.toContain(origin);
    const stated = confirmed(cache);
    if (!stated.ok) throw new Error(stated.failure.detail);
    const sample = { ...cache, draft: stated.value };
    expect(warns(sample)).not.toContain('measure-cache-origin');
    expect(textOf(sample)).toContain(origin);
    expect(REGIMES['us-512'].statements.at(-1)?.citation).toBe('17 U.S.C. § 512(b)(2)(E)(ii)');
  });

  test('that statement goes with the measure or the class it belongs to, and belongs to no other', () => {
    const stated = confirmed(cache);
    if (!stated.ok) throw new Error(stated.failure.detail);
    const names = (draft: NoticeDraft) => draft.statements.map(({ name }) => name);
    expect(names(stated.value)).toContain('origin-removed');
    const hosting = { ...stated.value.provider, serviceClass: 'hosting' } as const;
    for (const patch of [{ measures: ['forward'] }, { provider: hosting }] as const) {
      const amended = amendDraft(stated.value, patch);
      expect(names(amended)).toEqual(['good-faith', 'accuracy', 'authority']);
      expect(confirmStatement(amended, 'origin-removed', 'Aiko Stern', NOW)).toMatchObject({ ok: false });
    }
    expect(statementsAsked(ready('us-512').draft, REGIMES['us-512'])).toHaveLength(3);
    expect(warns(change.draft(cache, { measures: ['forward'] }))).not.toContain('measure-cache-origin');
  });

  test('a conduit has no notice procedure, so none is cited', () => {
    expect(textOf(cache)).toContain('Under: 17 U.S.C. § 512(b)\n');
    const conduit = textOf(change.provider(ready('us-512'), { serviceClass: 'conduit' }));
    expect(conduit).toContain('Under: 17 U.S.C. § 512\n');
  });
});

describe('a letter', () => {
  const letter = change.draft(ready('us-512'), { kind: 'letter', statements: [] });

  test('is not warned of what the procedure of the law asks of a channel', () => {
    expect(warns(change.channel(letter, { designated: false }))).toEqual([]);
    expect(warns(change.provider(letter, { country: 'NL' }))).toEqual([]);
    expect(check(change.channel(letter, { kind: 'support-ticket' })).missing).toEqual(['us-512.channel']);
  });

  test('stays a letter when it is corrected or goes to another channel; a notice stays a notice', () => {
    const env = { id: 'next', now: NOW };
    for (const kind of ['letter', 'notice'] as const) {
      const [sent] = withLiveNotice(change.draft(letter, { kind })).context.notices ?? [];
      if (!sent) throw new Error('the sample was sent');
      expect(reissueDraft(sent, channel, env)).toMatchObject({ kind, version: 1, channel });
      expect(followUpDraft(sent, 'correction', env)).toMatchObject({
        kind: kind === 'letter' ? 'letter' : 'correction',
        supersedes: sent.id,
      });
      expect(followUpDraft(sent, 'retraction', env)).toMatchObject({
        kind: kind === 'letter' ? 'letter' : 'retraction',
        retracts: sent.id,
      });
    }
  });
});

describe('Canada keeps demands out of a notice, wherever they are written', () => {
  const codes = (sample: Sample) =>
    check(sample).findings.flatMap(({ code, fix }) =>
      code.startsWith('reason-demand') ? [[code, fix.place, 'field' in fix && fix.field]] : [],
    );
  const base = ready('ca-41.25');
  const observed = (text: string) =>
    change.item(base, { observations: [{ kind: 'membership', text, observedAt: NOW }] });

  test.each([
    'Pay 500 CAD to settle this.',
    'We offer a settlement of this matter.',
    'You must pay us damages.',
    'We demand payment within a week.',
    'Please provide the subscriber’s name and address.',
    'Un paiement de 300 $ mettra fin au litige.',
    'Nous proposons un règlement à l’amiable.',
  ])('“%s” blocks in every free text', (text) => {
    const described = `All 44 pages of chapter 7. ${text}`;
    expect(codes(change.draft(base, { reason: text }))).toEqual([['reason-demand', 'notice', 'reason']]);
    expect(codes(change.draft(base, { measureNote: text }))).toEqual([
      ['reason-demand', 'notice', 'measureNote'],
    ]);
    expect(codes(change.item(base, { description: described }))).toEqual([
      ['reason-demand', 'item', 'description'],
    ]);
    expect(codes(observed(text))).toEqual([['reason-demand', 'item', 'observations']]);
    expect(codes(change.work(base, { title: text }))).toEqual([['reason-demand', 'work', 'title']]);
  });

  test.each([
    'The site charges its members a fee of $5 a month.',
    'Readers pay by credit card.',
    'The settlers of chapter 7 are shown; the dispute was settled before.',
    'The uploader was fined last year.',
    'See https://pirate.example/price for what it asks of readers.',
  ])('“%s” is for a reader to judge in a description', (description) => {
    expect(codes(change.item(base, { description }))).toEqual([
      ['reason-demand-described', 'item', 'description'],
    ]);
    expect(check(change.item(base, { description })).missing).toEqual([]);
  });

  test.each([
    'The fine art prints of chapter 7 are shown in fine detail.',
    'The settlers of the moon: all pages of chapter 7.',
    'All 44 pages, with an address bar that names the uploader.',
  ])('“%s” says nothing of the kind', (description) => {
    expect(codes(change.item(base, { description }))).toEqual([]);
  });

  test('no other law keeps them out', () => {
    expect(codes(change.draft(ready('us-512'), { reason: 'Pay 500 USD to settle.' }))).toEqual([]);
  });
});

describe('each finding names its own source', () => {
  const sourceOf = (sample: Sample, code: string) => check(sample).findings.find((one) => one.code === code);

  test.each([
    ['us-512', undefined],
    ['eu-dsa16', 'Directive 2001/29/EC'],
    ['uk-reg22', 'ss. 30(1ZA) and 30A'],
    ['jp-ipdpa', '第32条'],
    ['ca-41.25', 'ss. 29–29.2'],
    ['nz-92C', 's. 42'],
    ['in-r75', '(unverified)'],
    ['kr-103', '(unverified)'],
  ] as const)(
    '%s: questions about exceptions cite the exception, and liability never',
    (regime, quotation) => {
      const { findings } = check(change.draft(ready(regime), { exceptions: [] }));
      const asked = findings.filter(({ code }) => code === 'exception-unanswered');
      for (const { citation } of asked) expect(citation).not.toBe(REGIMES[regime].liability.citation);
      const parody = asked.find(({ parameters }) => parameters['exception'] === 'quotation-parody');
      if (quotation) expect(parody?.citation).toContain(quotation);
      const licence = asked.find(({ parameters }) => parameters['exception'] === 'licence');
      expect(licence?.rule).toBe('rule-exceptions');
    },
  );

  test('a law is not cited for what only this tool asks', () => {
    const us = ready('us-512');
    expect(sourceOf(change.work(us, { titleDocuments: [] }), 'title-missing')?.rule).toBe('rule-ali-c');
    expect(sourceOf(change.party(us, { authority: 'agent' }), 'authority-no-power')?.rule).toBe(
      'rule-agency',
    );
    expect(
      sourceOf(
        change.draft(us, { signature: { ...us.draft.signature, name: '' } as never }),
        'signature-missing',
      ),
    ).toMatchObject({ citation: '17 U.S.C. § 512(c)(3)(A)(i)' });
    expect(sourceOf(change.draft(ready('ca-41.25'), { reason: '' }), 'reason-missing')?.rule).toBe(
      'rule-ali-d',
    );
    expect(
      sourceOf(change.draft(ready('ca-41.25'), { reason: 'To settle.' }), 'reason-demand')?.citation,
    ).toContain('41.25(3)');
    expect(sourceOf(change.channel(us, { kind: 'support-ticket' }), 'channel-ticket')?.rule).toBe(
      'rule-ali-channel',
    );
    expect(sourceOf(change.channel(us, { designated: false }), 'channel-undesignated')?.citation).toContain(
      '512(c)(2)',
    );
    expect(
      sourceOf(change.channel(us, { kind: 'form', form: 'github' }), 'channel-publishes')?.citation,
    ).toContain('docs.github.com');
  });

  test('every rule of this tool says so in every language', () => {
    for (const words of Object.values(TOOL_RULES)) {
      expect(words.en).toMatch(/^Rule of this tool/);
      expect(words['zh-CN']).toMatch(/^本工具规则/);
      expect(words.ja).toMatch(/^本ツールの規則/);
    }
    const house = Object.values(REGIMES).flatMap(({ elements }) => elements);
    const cited = house.filter(({ citation }) => citation.startsWith('Rule of this tool'));
    const known: string[] = Object.values(TOOL_RULES).map(({ en }) => en);
    for (const { citation } of cited) expect(known).toContain(citation);
    expect(cited.length).toBeGreaterThan(60);
  });
});
