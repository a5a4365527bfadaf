import { describe, expect, test } from 'vitest';
import type { Party } from '../../../utils/case/dispute.ts';
import { REGIME_IDS } from '../../../utils/case/regime.ts';
import type { RegimeId } from '../../../utils/case/regime.ts';
import { REGIMES } from '../../../utils/notice/regimes/index.ts';
import { change, check, holder, NOW, ready } from './a-case.ts';
import type { Sample } from './a-case.ts';

const power = {
  digest: `sha256:${'d4'.repeat(32)}`,
  name: 'power.pdf',
  kind: 'power-of-attorney',
  addedAt: NOW,
} as const;
const agent: Party = { ...holder, id: 'agent', role: 'agent', authority: 'agent', powerOfAttorney: power };

function sentByAgent(regime: RegimeId, patch: Partial<Party>, right: Partial<Party> = {}): Sample {
  const sample = change.draft(ready(regime), { notifierId: 'agent' });
  const parties = [
    { ...holder, ...right },
    { ...agent, ...patch },
  ];
  return { ...sample, sources: { ...sample.sources, parties } };
}
const NOWHERE = { address: '', phone: '', email: '' } as const;
const china = REGIME_IDS.filter((regime) => REGIMES[regime].jurisdiction === 'CN');
const elsewhere = REGIME_IDS.filter((regime) => REGIMES[regime].jurisdiction !== 'CN');
const contact = (sample: Sample) => check(sample).findings.filter(({ element }) => element === 'contact');

describe('contact is asked of the sender', () => {
  test.each(elsewhere)('%s: the holder’s address is not the agent’s', (regime) => {
    expect(check(sentByAgent(regime, {})).missing).toEqual([]);
    const sample = sentByAgent(regime, NOWHERE);
    expect(check(sample).missing).toEqual([`${regime}.contact`]);
    for (const { code, fix } of contact(sample)) {
      expect(code).toBe('contact-missing');
      expect(fix).toMatchObject({ place: 'party', id: 'agent' });
    }
  });

  test.each([
    ['eu-dsa16', { email: '' }],
    ['uk-reg22', { address: '' }],
    ['ca-41.25', { address: '' }],
  ] as const)('%s: an agent without %o', (regime, patch) => {
    expect(check(sentByAgent(regime, patch)).missing).toEqual([`${regime}.contact`]);
  });

  test.each(china)('%s: the holder’s will do, with a warning', (regime) => {
    const sample = sentByAgent(regime, NOWHERE);
    expect(check(sample).missing).toEqual([]);
    expect(contact(sample)).toMatchObject([
      { code: 'contact-holder', severity: 'warn', fix: { place: 'party', id: 'agent' } },
    ]);
    expect(check(sentByAgent(regime, NOWHERE, NOWHERE)).missing).toEqual([`${regime}.contact`]);
    expect(contact(sentByAgent(regime, {}, NOWHERE))).toEqual([]);
  });
});
