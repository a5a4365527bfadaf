import { describe, expect, test } from 'vitest';
import { READINESS } from '../../../utils/i18n/catalog/readiness.ts';
import { change, check, holder, ready, without } from './a-case.ts';
import type { Sample } from './a-case.ts';

const found = (sample: Sample) => check(sample).findings.filter(({ element }) => element === 'signature');
const signed = (sample: Sample, name: string): Sample =>
  change.draft(sample, { signature: { ...sample.draft.signature, name } as never });
const confirmed = (sample: Sample, confirmedBy: string): Sample =>
  change.draft(sample, { statements: sample.draft.statements.map((one) => ({ ...one, confirmedBy })) });

describe('one person confirms and signs', () => {
  test('statements of one and the signature of another block, and name both', () => {
    const sample = signed(change.party(ready('us-512'), { legalRepresentative: 'Bob Boss' }), 'Bob Boss');
    expect(check(sample).missing).toEqual(['us-512.signature']);
    expect(found(sample)).toMatchObject([
      { code: 'signature-another', parameters: { confirmed: 'Aiko Stern', signed: 'Bob Boss' } },
    ]);
    expect(check(confirmed(sample, 'Bob Boss')).state).toBe('ready');
  });

  test('a single statement of another is enough', () => {
    const sample = change.party(ready('us-512'), { legalRepresentative: 'Bob Boss' });
    const [first, ...rest] = sample.draft.statements;
    if (!first) throw new Error('§ 512 has statements');
    const mixed = change.draft(sample, { statements: [...rest, { ...first, confirmedBy: 'Bob Boss' }] });
    expect(found(mixed)).toMatchObject([{ code: 'signature-another' }]);
  });

  test('width, case and spaces make no other person', () => {
    expect(check(signed(confirmed(ready('us-512'), 'ＡＩＫＯ Stern'), ' aiko   stern ')).state).toBe('ready');
  });
});

describe('an organisation’s name alone', () => {
  const asCompany = (sample: Sample) => signed(confirmed(sample, holder.legalName), holder.legalName);

  test('is no signature under penalty of perjury; a person who is known is to sign', () => {
    expect(check(asCompany(ready('us-512'))).missing).toEqual(['us-512.signature']);
    expect(found(asCompany(ready('us-512')))).toMatchObject([
      { code: 'signature-organisation', fix: { place: 'notice', field: 'signature' } },
    ]);
    expect(READINESS['signature-organisation'].en).toContain('the name of a natural person');
  });

  test('leads to the field for the person where nobody is named', () => {
    const nobody = change.party(ready('us-512'), { contactName: holder.legalName, legalRepresentative: '' });
    expect(found(asCompany(nobody))).toMatchObject([
      { code: 'signature-organisation', fix: { place: 'party', id: holder.id, field: 'contactName' } },
    ]);
  });

  test('stands as a seal does in China, and where a person has that name', () => {
    expect(check(asCompany(ready('cn-reg14'))).missing).toEqual([]);
    const person = change.party(ready('us-512'), { kind: 'person', legalName: 'Aiko Stern' });
    expect(check(person).state).toBe('ready');
  });

  test('may sign a letter, which swears nothing', () => {
    const letter = change.draft(asCompany(ready('us-512')), { kind: 'letter', statements: [] });
    expect(found({ ...letter, draft: without(letter.draft, 'attachmentBytes') })).toEqual([]);
  });
});
