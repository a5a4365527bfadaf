import { describe, expect, test } from 'vitest';
import { FORM_IDS, type Audience, type FormId } from '../../../utils/case/notice.ts';
import type { Party } from '../../../utils/case/dispute.ts';
import { REGIME_IDS } from '../../../utils/case/regime.ts';
import { formSubmissions } from '../../../utils/notice/forms/index.ts';
import { privateDetails, privateIn } from '../../../utils/notice/private-details.ts';
import { renderHtml } from '../../../utils/notice/renderings/html.ts';
import { renderText } from '../../../utils/notice/renderings/text.ts';
import { renderXarf } from '../../../utils/notice/renderings/xarf.ts';
import { change, check, contentOf, holder, NOW, ready, type Sample } from './a-case.ts';

const person: Party = { ...holder, kind: 'person', legalName: 'Aiko Stern' };
const mei: Party = {
  ...person,
  phone: '+86 138-1234-5678',
  address: '杭州市西湖区文三路1号3幢',
  city: '杭州',
  postalCode: '310012',
  identityReference: '居民身份证 110101199003071234',
};
const ken: Party = { ...person, phone: '03-1234-5678', address: '千代田区千代田1-1', postalCode: '100-0001' };

const FOUND: readonly (readonly [Party, string])[] = [
  [person, 'write to me at 12 Print Row, Leeds'],
  [person, 'I live at 12  print row'],
  [person, 'my post code is LS1 4AB'],
  [person, 'call 0113 496 0000'],
  [person, 'call (0113) 496-0000 today'],
  [person, 'call +44 (0)113 496 0000'],
  [person, 'call 00441134960000'],
  [person, 'register no. 01234567'],
  [mei, '本人住址为杭州市西湖区文三路1号3幢'],
  [mei, '电话13812345678'],
  [mei, '请致电：138 1234 5678。'],
  [mei, '身份证号码110101199003071234'],
  [mei, '身份证号码 110101 19900307 1234'],
  [ken, '住所は千代田区千代田1-1です'],
  [ken, '電話は03-1234-5678まで'],
  [ken, '〒100-0001'],
];
const PLAIN = [
  'All 44 pages of chapter 7 are shown in Leeds, where 4 million people read them.',
  'Posted on 2026-11-21 09:30:00 by account 113496.',
  `Its digest is sha256:${'0123456789abcdef'.repeat(4)}.`,
  '第三章全部漫画图片，杭州，3月1日，12345次下载',
  '第7話の全44ページを掲載、1,234,567回閲覧',
];

test.each(FOUND)('%#: found as people write it: %s', (party, text) => {
  expect(privateIn(text, privateDetails([party]))).not.toBeNull();
});

test('what is no private detail is left alone, and so is an organisation’s address', () => {
  for (const party of [person, mei, ken])
    for (const text of PLAIN) expect(privateIn(text, privateDetails([party])), text).toBeNull();
  expect(privateIn('write to 12 Print Row', privateDetails([holder, null]))).toBeNull();
});

test('100 KB of digits and gaps are searched in a moment', () => {
  const began = performance.now();
  for (const text of ['1 2-3.4 '.repeat(12_500), '1'.repeat(100_000), '12 print '.repeat(11_000)])
    privateIn(text, privateDetails([person, mei]));
  expect(performance.now() - began).toBeLessThan(20_000);
});

const SECRETS = ['12 Print Row', '0113 496 0000', '01234567'];
const told = `All 44 pages of chapter 7. I am at 12 Print Row, 0113 496 0000, register 01234567.`;
const telling = (sample: Sample): Sample =>
  change.draft(
    change.item(change.party(sample, { kind: 'person' }), {
      description: told,
      observations: [{ kind: 'chart', text: told, observedAt: NOW, fields: { model: told } }],
    }),
    { reason: told, measureNote: told },
  );

describe.each(REGIME_IDS)('%s', (regime) => {
  test('what is typed into free texts is withheld from those it is passed on to, and warned of', () => {
    const sample = telling(ready(regime));
    const content = contentOf(sample);
    const all = (audience: Audience) => renderText(content, audience) + renderHtml(content, audience);
    for (const secret of SECRETS) {
      expect(all('full').split(secret).length).toBeGreaterThan(8);
      expect(all('forward-safe')).not.toContain(secret);
    }
    const identity = all('recipient').includes('01234567');
    expect(identity).toBe(regime.startsWith('cn-'));
    expect(all('recipient')).toContain('0113 496 0000');
    const { findings, missing } = check(sample);
    const mine = findings.filter(({ code }) => code.endsWith('-private'));
    expect(mine.map(({ fix }) => 'field' in fix && fix.field)).toEqual([
      'description',
      'observations',
      'reason',
      'measureNote',
    ]);
    expect(missing).not.toContain(`${regime}.description`);
  });
});

/** Fields of forms that are there for a party's own details. */
const OWN: readonly string[] = ['address1', 'address', 'contact', 'identity', 'tele', 'phone'];

test.each(FORM_IDS)('%s: no free text of the form tells it, and the fields for it do', (form: FormId) => {
  const sample = change.channel(telling(ready('us-512')), { kind: 'form', form });
  const fields = formSubmissions(contentOf(sample), form).flatMap((one) => one.fields);
  // A message that is the whole notice names its sender; the free texts in it do not.
  const isWhole = ({ id }: { id: string }) => ['message', 'content', 'description'].includes(id);
  for (const { id, value } of fields.filter((one) => !OWN.includes(one.id) && !isWhole(one)))
    for (const secret of SECRETS) expect(value, id).not.toContain(secret);
  for (const { id, value } of fields.filter(isWhole)) {
    expect(value.split('0113 496 0000'), id).toHaveLength(1);
    expect(value.split('12 Print Row').length, id).toBeLessThan(4);
  }
  const own = fields.filter(({ id }) => OWN.includes(id)).map(({ value }) => value);
  if (own.length > 0) expect(own.join('\n')).toMatch(/12 Print Row|496 0000|01234567|rights@moonlit/);
});

test('XARF says as little as the text it goes with', async () => {
  const content = contentOf(telling(ready('us-512')));
  const result = await renderXarf(content, 'forward-safe');
  if (!result.ok) throw new Error(result.failure.detail);
  for (const { text } of result.value.files) for (const secret of SECRETS) expect(text).not.toContain(secret);
});
