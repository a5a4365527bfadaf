import { describe, expect, test } from 'vitest';
import { DELIVERY_TYPES } from '../../../utils/case/delivery.ts';
import type { Delivery, DeliveryType, Recheck } from '../../../utils/case/delivery.ts';
import type { Notice } from '../../../utils/case/notice.ts';
import type { RegimeId } from '../../../utils/case/regime.ts';
import { toCalendar } from '../../../utils/notice/track/calendar.ts';
import { addPeriod } from '../../../utils/notice/track/days.ts';
import { deadlinesOf } from '../../../utils/notice/track/deadlines.ts';
import { dossierOf } from '../../../utils/notice/track/dossier.ts';
import { ledgerOf } from '../../../utils/notice/track/ledger.ts';
import { writeHtml } from '../../../utils/notice/renderings/html.ts';
import { writeText } from '../../../utils/notice/renderings/text.ts';
import { CASE_ID, change, contentOf, item, NOW, ready, work } from './a-case.ts';
import type { Sample } from './a-case.ts';

function noticeOf(id: string, sample: Sample): Notice {
  return {
    schema: 'prima-facie/notice/1',
    id,
    caseId: CASE_ID,
    finalisedAt: NOW,
    content: { ...contentOf(sample), noticeId: id },
    renderings: [],
    notRendered: [],
    contentDigest: `sha256:${'0'.repeat(64)}`,
  };
}

const delivery = (noticeId: string, type: DeliveryType, at: string): Delivery => ({
  id: `${noticeId}-${type}`,
  caseId: CASE_ID,
  noticeId,
  type,
  at,
  channel: 'abuse@host.example',
  proof: [],
});

describe('periods', () => {
  test.each([
    ['2026-11-20T10:00:00.000Z', 10, 'working-days', '2026-12-04T10:00:00.000Z'],
    ['2026-11-21T10:00:00.000Z', 1, 'working-days', '2026-11-23T10:00:00.000Z'],
    ['2026-08-31T10:00:00.000Z', 6, 'months', '2027-02-28T10:00:00.000Z'],
    ['2026-11-21T10:00:00.000Z', 36, 'hours', '2026-11-22T22:00:00.000Z'],
    ['2026-11-21T10:00:00.000+09:00', 15, 'days', '2026-12-06T01:00:00.000Z'],
  ] as const)('%s + %i %s', (from, amount, unit, expected) => {
    expect(addPeriod(from, amount, unit)).toBe(expected);
  });
});

describe('deadlines by law', () => {
  const at = '2026-11-20T10:00:00.000Z';
  const days = (regime: RegimeId, type: DeliveryType): string[] =>
    deadlinesOf([noticeOf('n', ready(regime))], [delivery('n', type, at)], 'en').map(
      (one) => `${one.at.slice(0, 10)} ${one.who}`,
    );

  test.each([
    ['us-512', 'counter', ['2026-12-04 notifier', '2026-12-10 provider']],
    ['cn-ecom42', 'counter', ['2026-12-05 notifier']],
    ['cn-civ1195', 'counter', ['2026-12-18 notifier']],
    ['jp-ipdpa', 'sent', ['2026-11-27 provider', '2026-11-27 notifier']],
    ['in-r75', 'sent', ['2026-11-21 provider', '2026-11-27 notifier', '2026-12-11 notifier']],
    ['ca-41.25', 'sent', ['2026-11-27 notifier', '2027-05-20 provider']],
    ['ca-41.25', 'forwarded', []],
    ['cn-adm2005', 'sent', ['2026-11-27 notifier', '2027-05-20 provider']],
    ['eu-dsa16', 'refused', ['2027-05-20 notifier']],
    ['uk-reg22', 'sent', ['2026-11-27 notifier']],
  ] as const)('%s after %s', (regime, type, expected) => {
    expect(days(regime, type)).toEqual(expected);
  });

  test('a letter and a retraction start no period of the law, and a retraction asks for no re-check', () => {
    const kinds = (kind: 'notice' | 'correction' | 'letter' | 'retraction') => {
      const notice = noticeOf('n', ready('in-r75'));
      const other = { ...notice, content: { ...notice.content, kind } };
      return deadlinesOf([other], [delivery('n', 'sent', at)], 'en').length;
    };
    expect([kinds('notice'), kinds('correction'), kinds('letter'), kinds('retraction')]).toEqual([
      3, 3, 1, 0,
    ]);
  });

  test('a period that runs from the provider’s receipt is counted from it, or is said to be the latest', () => {
    const notice = noticeOf('n', ready('us-512'));
    const known = {
      ...delivery('n', 'counter', at),
      providerReceivedAt: '2026-11-16T00:00:00.000Z',
    };
    const of = (event: Delivery, language: 'en' | 'zh-CN' | 'ja') => deadlinesOf([notice], [event], language);
    const unknown = delivery('n', 'counter', at);
    for (const { label } of of(unknown, 'en')) expect(label).toContain('at the latest; ask the provider');
    for (const { label } of of(unknown, 'zh-CN')) expect(label).toContain('实际日期只会更早');
    for (const { label } of of(unknown, 'ja')) expect(label).toContain('最も遅い日');
    expect(of(known, 'en').map((one) => one.at.slice(0, 10))).toEqual(['2026-11-30', '2026-12-04']);
    for (const { label } of of(known, 'en')) {
      expect(label).toContain('receipt on 2026-11-16');
      expect(label).not.toContain('at the latest');
    }
    const events = (found: ReturnType<typeof of>) => toCalendar(found, [notice], NOW).replaceAll('\r\n ', '');
    expect(events(of(unknown, 'en'))).toContain(String.raw`at the latest\; ask the provider`);
    expect(events(of(known, 'en'))).toContain('DTSTART;VALUE=DATE:20261130');
  });

  test('a date that the other side named counts too, in UTC', () => {
    const named = { ...delivery('n', 'deficient', at), deadline: '2026-12-01T00:00:00+08:00' };
    expect(deadlinesOf([noticeOf('n', ready('us-512'))], [named], 'ja')).toMatchObject([
      { at: '2026-11-30T16:00:00.000Z', label: '相手方が指定した期日' },
    ]);
  });

  test('a day is counted from the earlier of the day in UTC, the recorded and the local one', () => {
    const first = (regime: RegimeId, type: DeliveryType, when: string) =>
      deadlinesOf([noticeOf('n', ready(regime))], [delivery('n', type, when)], 'en').at(0);
    // 23 November, 20:00, in California, recorded there, in UTC and in Tokyo.
    for (const when of [
      '2026-11-23T20:00:00.000-08:00',
      '2026-11-24T04:00:00.000Z',
      '2026-11-24T13:00:00.000+09:00',
    ]) {
      const due = first('us-512', 'counter', when);
      expect(due?.at.slice(0, 10)).toBe('2026-12-07');
      expect(due?.counted).toContain('2026-11-23: the earlier of');
      expect(due?.label).toContain('public holidays are not known here');
    }
    const kiritimati = first('cn-ecom42', 'counter', '2026-11-24T01:00:00.000+14:00');
    expect(kiritimati?.at.slice(0, 10)).toBe('2026-12-08');
    const niue = first('cn-ecom42', 'counter', '2026-11-23T20:00:00.000-11:00');
    expect(niue?.at.slice(0, 10)).toBe('2026-12-08');
    expect(first('in-r75', 'sent', '2026-11-23T20:00:00.000-08:00')?.at).toBe('2026-11-25T16:00:00.000Z');
  });

  test('worked weekends in China make a period end earlier, and nothing says that it is later', () => {
    const notice = noticeOf('n', ready('cn-civ1195'));
    const counter = delivery('n', 'counter', '2026-01-19T02:00:00.000Z');
    for (const [language, words] of [
      ['en', 'ends earlier'],
      ['zh-CN', '提前届满'],
      ['ja', 'より早く満了'],
    ] as const) {
      const dates = deadlinesOf([notice], [counter], language);
      expect(dates.map(({ label }) => label).join('')).toContain(words);
      expect(toCalendar(dates, [notice], NOW).replaceAll('\r\n ', '')).toContain(words);
    }
  });

  test('they follow the copy of the law in the notice, not today’s', () => {
    const notice = noticeOf('n', ready('jp-ipdpa'));
    const [followUp] = notice.content.regime.followUps;
    if (!followUp) throw new Error('the law has a period');
    const regime = { ...notice.content.regime, followUps: [{ ...followUp, amount: 14 }] };
    const old = { ...notice, content: { ...notice.content, regime } };
    const dates = deadlinesOf([old], [delivery('n', 'sent', at)], 'en').map((one) => one.at.slice(0, 10));
    expect(dates).toEqual(['2026-11-27', '2026-12-04']);
  });

  test('an event of an unknown notice makes none, and no kind of event throws', () => {
    expect(deadlinesOf([], [delivery('n', 'sent', at)], 'en')).toEqual([]);
    for (const type of DELIVERY_TYPES) expect(() => days('us-512', type)).not.toThrow();
  });
});

describe('what the law awaits without a number of days', () => {
  const day = '2026-12-01T00:00:00.000Z';
  const of = (regime: RegimeId, type: DeliveryType, more: readonly Delivery[] = [], deadline?: string) => {
    const asked = { ...delivery('n', type, NOW), ...(deadline === undefined ? {} : { deadline }) };
    return deadlinesOf([noticeOf('n', ready(regime))], [asked, ...more], 'en').filter(
      ({ id }) => !id.endsWith('re-check'),
    );
  };

  test('no day is invented: without one chosen the calendar has none', () => {
    expect(of('eu-dsa16', 'sent')).toEqual([]);
    expect(of('cn-reg14', 'sent')).toEqual([]);
    expect(of('cn-reg14', 'counter')).toEqual([]);
  });

  test('the day chosen says what is asked after, until it came', () => {
    const asked = of('eu-dsa16', 'sent', [], day);
    expect(asked.map(({ at, citation }) => [at, citation])).toEqual([
      [day, 'Regulation (EU) 2022/2065, Art. 16(5)–(6)'],
      [day, 'Regulation (EU) 2022/2065, Art. 16(4)'],
    ]);
    for (const { label, counted } of asked) {
      expect(label).toMatch(/^Day you chose to ask: /);
      expect(counted).toContain('names no number of days');
    }
    const later = (type: DeliveryType) => delivery('n', type, '2026-11-22T12:00:00.000Z');
    expect(of('eu-dsa16', 'sent', [later('acknowledged')], day).map(({ id }) => id)).toEqual([
      'n-sent:decision',
    ]);
    expect(of('eu-dsa16', 'sent', [later('removed')], day)).toEqual([]);
    expect(of('cn-reg14', 'sent', [], day)).toMatchObject([
      { at: day, citation: expect.stringContaining('第十五条') as string },
    ]);
    expect(of('cn-reg14', 'counter', [], day)).toMatchObject([
      { citation: expect.stringContaining('第十七条') as string },
    ]);
    expect(of('cn-reg14', 'counter', [later('restored')], day)).toEqual([]);
  });
});

describe('what stops', () => {
  const at = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z`;
  const notice = noticeOf('n', ready('in-r75'));
  const event = (type: DeliveryType, day: number, patch: Partial<Delivery> = {}): Delivery => ({
    ...delivery('n', type, at(day)),
    id: `${type}-${day}`,
    ...patch,
  });
  const ids = (events: readonly Delivery[], notices: readonly Notice[] = [notice]) =>
    deadlinesOf(notices, events, 'en').map(({ id }) => id);
  const sentIds = ['sent-20:block-36h', 'sent-20:re-check', 'sent-20:order-21d'];

  test.each(['bounced', 'redirected', 'deficient'] as const)(
    '%s: nothing counts from that sending, and what is to be done stands there instead',
    (type) => {
      expect(ids([event('sent', 20)])).toEqual(sentIds);
      const turned = [event(type, 21), event('sent', 20)];
      expect(ids(turned)).toEqual([`${type}-21:next`]);
      expect(ids([...turned, event('sent', 22)])).toEqual([
        'sent-22:block-36h',
        'sent-22:re-check',
        'sent-22:order-21d',
      ]);
      const again = { ...noticeOf('m', ready('in-r75')), finalisedAt: at(22) };
      expect(ids(turned, [notice, again])).toEqual([]);
      expect(ids([...turned, event('removed', 23)])).toEqual(sentIds);
    },
  );

  test('what came back by one channel says nothing of another', () => {
    const form = event('sent', 20, { id: 'form', channel: 'https://host.example/form' });
    const both = [event('sent', 20), form, event('bounced', 21)];
    expect(ids(both).filter((id) => id.startsWith('sent'))).toEqual([]);
    expect(ids(both).filter((id) => id.startsWith('form'))).toHaveLength(3);
    const elsewhere = event('redirected', 21, { channel: 'support@host.example' });
    expect(ids([event('sent', 20), form, elsewhere])).toEqual(['redirected-21:next']);
  });

  test('a notice taken back has no dates, a corrected one only those of what the other side did', () => {
    const law = noticeOf('n', ready('us-512'));
    const events = [event('sent', 20), event('counter', 21)];
    const follow = (patch: Partial<Notice['content']>): Notice => ({
      ...law,
      id: 'm',
      content: { ...law.content, ...patch },
    });
    expect(ids(events, [law])).toHaveLength(3);
    expect(ids(events, [law, follow({ kind: 'retraction', retracts: 'n' })])).toEqual([]);
    expect(ids(events, [law, follow({ kind: 'correction', supersedes: 'n' })])).toEqual([
      'counter-21:counter-action',
      'counter-21:counter-restoration',
    ]);
  });
});

describe('calendar', () => {
  const notices = [
    noticeOf('n', change.provider(ready('jp-ipdpa'), { name: 'ホスト株式会社; a, b\\c'.repeat(4) })),
  ];
  const calendar = toCalendar(deadlinesOf(notices, [delivery('n', 'sent', NOW)], 'ja'), notices, NOW);

  test('lines end in CRLF and hold at most 75 octets, and unfold to the text', () => {
    expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true);
    for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const unfolded = calendar.replaceAll('\r\n ', '');
    expect(unfolded).toContain(String.raw`ホスト株式会社\; a\, b\\c`);
    expect(unfolded).not.toContain('\ufffd');
  });

  test('one all-day event for each deadline', () => {
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(calendar).toContain('DTSTART;VALUE=DATE:20261128\r\nDTEND;VALUE=DATE:20261129');
    expect(calendar).toContain('DTSTAMP:20261121T120000Z');
  });
});

describe('ledger', () => {
  const at = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z`;
  const found = (id: string, day: number, patch = {}) => ({ ...item, id, foundAt: at(day), ...patch });
  const items = [
    found('a', 1),
    found('b', 10, { pageUrl: 'https://www.pirate.example/other' }),
    found('c', 3, { account: 'somebody-else', pageUrl: 'https://www.pirate.example/x' }),
    found('d', 12, { workId: 'another work' }),
  ];
  const first = { ...ready('us-512'), sources: { parties: [], works: [work], items: [items[0] ?? item] } };
  const notices = [noticeOf('n', change.draft(first, { itemIds: ['a'] }))];
  const deliveries = [delivery('n', 'sent', at(2)), delivery('n', 'removed', at(5))];
  const rechecks: Recheck[] = [
    { id: 'r', caseId: CASE_ID, itemId: 'c', scheduledAt: at(4), at: at(4), result: 'unreachable' },
  ];
  const sources = { items, notices, deliveries, rechecks };
  const ledger = ledgerOf(sources);
  const of = (kind: string, name: string) =>
    ledger.find((entry) => entry.kind === kind && entry.name === name);

  test('accounts, sites and hosts, with removals and what came back', () => {
    expect(of('account', 'scan-group-9@pirate.example')).toMatchObject({
      itemIds: ['a', 'b', 'd'],
      noticeIds: ['n'],
      removals: 1,
      reappearances: 1,
      firstFoundAt: at(1),
      lastFoundAt: at(12),
    });
    expect(of('site', 'pirate.example')).toMatchObject({ itemIds: ['a', 'b', 'c', 'd'], reappearances: 1 });
    expect(of('host', 'www.pirate.example')).toMatchObject({
      itemIds: ['b', 'c'],
      removals: 0,
      reappearances: 0,
    });
  });

  const account = (known: readonly Delivery[], more: Partial<typeof sources> = {}) =>
    ledgerOf({ ...sources, deliveries: known, ...more }).find(
      (entry) => entry.name === 'scan-group-9@pirate.example',
    );
  const look = (day: number, result: 'up' | 'gone'): Recheck => ({
    id: `r${day}`,
    caseId: CASE_ID,
    itemId: 'a',
    scheduledAt: at(day),
    at: at(day),
    result,
  });

  test('what was restored after a counter-notice is held against nobody', () => {
    const countered = [...deliveries, delivery('n', 'counter', at(6))];
    const restored = [...countered, delivery('n', 'restored', at(8))];
    expect(account(restored)).toMatchObject({ removals: 0, reappearances: 0, noticeIds: ['n'] });
    const up = account(countered, { rechecks: [look(9, 'up')] });
    expect(up).toMatchObject({ removals: 0, reappearances: 0 });
    expect(account(countered)).toMatchObject({ removals: 1, reappearances: 1 });
  });

  test('a notice that was taken back counts for nothing', () => {
    const [notice] = notices;
    if (!notice) throw new Error('there is a notice');
    const content = { ...notice.content, kind: 'retraction' as const, retracts: 'n' };
    const retracted = account(deliveries, { notices: [notice, { ...notice, id: 'm', content }] });
    expect(retracted).toMatchObject({ removals: 0, reappearances: 0, noticeIds: [] });
  });

  test('the same address gone and up again has come back, each time', () => {
    const looks = [look(6, 'gone'), look(7, 'up'), look(7, 'up'), look(8, 'gone'), look(9, 'up')];
    expect(account([], { rechecks: looks.toReversed() })?.reappearances).toBe(3);
    expect(account([], { rechecks: [look(7, 'up')] })?.reappearances).toBe(0);
  });

  test('counter-notices are on the file', () => {
    const countered = { ...sources, works: [work], deliveries: [delivery('n', 'counter', at(6))] };
    const entry = ledgerOf(countered).find(({ noticeIds }) => noticeIds.length > 0);
    if (!entry) throw new Error('the ledger has an entry');
    expect(writeText(dossierOf(entry, countered, 'en'))).toMatch(/Counter-notices:? +1/);
  });

  test.each(['search_link', 'cache_cdn', 'conduit', 'dns_registrar'] as const)(
    'what %s says it removed is still where it was',
    (serviceClass) => {
      const listed = noticeOf(
        'n',
        change.provider(change.draft(first, { itemIds: ['a'] }), { serviceClass }),
      );
      const more = { notices: [listed], rechecks: [look(9, 'up')] };
      expect(account(deliveries, more)).toMatchObject({ removals: 0, reappearances: 0, noticeIds: ['n'] });
      const gone = account(deliveries, { ...more, rechecks: [look(6, 'gone'), look(9, 'up')] });
      expect(gone).toMatchObject({ removals: 1, reappearances: 2 });
    },
  );

  test('“unreachable” is not removed, “gone” is', () => {
    expect(of('account', 'somebody-else@pirate.example')?.removals).toBe(0);
    const gone = ledgerOf({
      ...sources,
      rechecks: rechecks.map((one) => ({ ...one, result: 'gone' as const })),
    });
    expect(gone.find((entry) => entry.name.startsWith('somebody-else'))?.removals).toBe(1);
  });

  test('4,000 items of one account are summed up in one entry', () => {
    const many = Array.from({ length: 4000 }, (_, index) => found(`i${index}`, 1 + (index % 20)));
    expect(ledgerOf({ ...sources, items: many }).length).toBeGreaterThan(0);
  });

  test('the dossier says all of it, in each language, and nothing becomes markup', () => {
    const [entry] = ledger;
    if (!entry) throw new Error('the ledger has an entry');
    const nasty = items.map((one) => ({ ...one, description: '<script>alert(1)</script>\u202e' }));
    for (const language of ['en', 'zh-CN', 'ja'] as const) {
      const document = dossierOf(entry, { ...sources, items: nasty, works: [work] }, language);
      const text = writeText(document);
      expect(text).toContain(entry.name);
      expect(text).toContain('2026-11-05 00:00:00 UTC');
      expect(text).not.toContain('\u202e');
      expect(writeHtml(document)).not.toContain('<script');
    }
  });
});
