import { describe, expect, test } from 'vitest';
import type { Right } from '../../../utils/case/dispute.ts';
import { REGIME_IDS } from '../../../utils/case/regime.ts';
import { followUpDraft, reissueDraft } from '../../../utils/notice/draft.ts';
import { REGIMES } from '../../../utils/notice/regimes/index.ts';
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
  const cache = (measureNote?: string): Sample =>
    change.draft(change.provider(ready('us-512'), { serviceClass: 'cache_cdn' }), {
      measures: ['purge-cache'],
      ...(measureNote === undefined ? {} : { measureNote }),
    });

  test('a cache is asked to empty itself only with a word on the origin', () => {
    expect(warns(cache())).toContain('measure-cache-origin');
    expect(warns(cache('Removed at the origin.'))).not.toContain('measure-cache-origin');
    expect(check(cache('Removed at the origin.')).findings.map(({ code }) => code)).toContain(
      'measure-cache-stated',
    );
    const forwarding = change.draft(cache(), { measures: ['forward', 'disclose-host'] });
    expect(warns(forwarding)).not.toContain('measure-cache-origin');
  });

  test('a conduit has no notice procedure, so none is cited', () => {
    expect(textOf(cache())).toContain('Under: 17 U.S.C. § 512(b)\n');
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
