import { describe, expect, test } from 'vitest';
import type { FormId, NoticeChannel } from '../../../utils/case/notice.ts';
import { noticeAddresses } from '../../../utils/notice/addresses.ts';
import { formBehind } from '../../../utils/notice/forms/recognise.ts';
import { fillingsOf } from '../../../utils/notice/forms/fillings.ts';
import { formSubmissions } from '../../../utils/notice/forms/index.ts';
import type { FormSubmission } from '../../../utils/notice/forms/model.ts';
import { splitDraft } from '../../../utils/notice/prepare/split.ts';
import { channelOfKind, typedChannel } from '../../../utils/store/recipients.ts';
import { change, check, contentOf, item, NOW, ready, withLiveNotice, work, type Sample } from './a-case.ts';

const env = { newId: () => crypto.randomUUID(), now: NOW };
/** Items on hosts, with so many addresses each. */
function sampleOf(counts: readonly (readonly [host: string, addresses: number])[]): Sample {
  const items = counts.map(([host, addresses], n) => ({
    ...item,
    id: `item-${n}`,
    pageUrl: `https://${host}/read/${n}`,
    urls: Array.from({ length: addresses - 1 }, (_, at) => `https://${host}/img/${n}/${at}.png`),
  }));
  const sample = ready('us-512');
  const withItems = { ...sample, sources: { ...sample.sources, items } };
  return change.draft(change.channel(withItems, { kind: 'form', form: 'cloudflare' }), {
    itemIds: items.map(({ id }) => id),
  });
}
const partsOf = (sample: Sample) =>
  splitDraft(sample.draft, sample.sources, env).map((draft) => ({ ...sample, draft }));

describe('a draft with more than its form takes', () => {
  test('becomes one notice for each host and 250 addresses; none is lost, and none blocks for it', () => {
    const sample = sampleOf([
      ['a.example', 100],
      ['b.example', 10],
      ['a.example', 100],
      ['a.example', 100],
      ['a.example', 50],
    ]);
    expect(check(sample).missing).toContain('us-512.address');
    const parts = partsOf(sample);
    expect(parts.map(({ draft }) => [draft.scopeHosts, draft.itemIds])).toEqual([
      [['a.example'], ['item-0', 'item-2']],
      [['a.example'], ['item-3', 'item-4']],
      [['b.example'], ['item-1']],
    ]);
    const all = parts.flatMap((part) => noticeAddresses(contentOf(part)));
    expect(all.toSorted()).toEqual(noticeAddresses(contentOf(sample)).toSorted());
    for (const part of parts) expect(check(part).missing).not.toContain('us-512.address');
  });

  test('an item on two hosts is in the notice of each, with the addresses of that host', () => {
    const [first] = sampleOf([['a.example', 2]]).sources.items;
    const sample = sampleOf([['a.example', 2]]);
    const both = { ...first, urls: ['https://a.example/1', 'https://b.example/1'] } as typeof item;
    const parts = partsOf({ ...sample, sources: { ...sample.sources, items: [both] } });
    expect(parts.map((part) => noticeAddresses(contentOf(part)))).toEqual([
      ['https://a.example/1', 'https://a.example/read/0'],
      ['https://b.example/1'],
    ]);
  });

  test('keeps id, matter, reason and answers; confirmations and signature were for other words', () => {
    const sample = sampleOf([
      ['a.example', 2],
      ['b.example', 2],
    ]);
    const [first, second] = partsOf(sample).map(({ draft }) => draft);
    expect(first?.id).toBe(sample.draft.id);
    expect(second?.id).not.toBe(sample.draft.id);
    for (const part of [first, second]) {
      expect(part).toMatchObject({
        matterId: sample.draft.matterId,
        reason: sample.draft.reason,
        exceptions: sample.draft.exceptions,
        statements: [],
      });
      expect(part).not.toHaveProperty('signature');
    }
  });

  test('one item with more addresses than the form takes cannot be divided', () => {
    const sample = sampleOf([['a.example', 300]]);
    expect(splitDraft(sample.draft, sample.sources, env)).toEqual([sample.draft]);
  });
});

/** Works shown on one page, an image of each beside it. */
function gallery(
  count: number,
  title: (n: number) => string = (n) => `The Lantern Keeper, volume ${n}`,
): Sample {
  const sample = ready('us-512');
  const works = Array.from({ length: count }, (_, n) => ({ ...work, id: `w${n}`, title: title(n) }));
  const items = works.map(({ id }, n) => ({
    ...item,
    id: `item-${n}`,
    workId: id,
    urls: [`https://pirate.example/img/${n}.png`],
  }));
  return change.draft(
    change.channel(
      { ...sample, sources: { ...sample.sources, works, items } },
      { kind: 'form', form: 'cloudflare' },
    ),
    { itemIds: items.map(({ id }) => id) },
  );
}

describe('works that a form cannot name at once', () => {
  const content = contentOf(gallery(40));
  const submissions = formSubmissions(content, 'cloudflare');
  const valueOf = (submission: FormSubmission, id: string) =>
    submission.fields.find((field) => field.id === id)?.value ?? '';

  test('are dealt out over several fillings: forty works, and every one is named beside its own address', () => {
    expect(submissions.length).toBeGreaterThan(1);
    expect(submissions.length).toBeLessThan(12);
    content.items.forEach(({ urls }, n) => {
      const [with_] = submissions.filter(({ addresses }) => addresses.includes(urls[0] ?? ''));
      if (!with_) throw new Error(`no filling reports ${urls[0]}`);
      expect(valueOf(with_, 'original_work')).toMatch(new RegExp(`volume ${n} \\[`));
      expect(valueOf(with_, 'comments')).toContain(`volume ${n} [`);
    });
    for (const submission of submissions) {
      expect(submission.fields.find(({ id }) => id === 'original_work')).not.toHaveProperty('shortened');
      expect(valueOf(submission, 'urls')).toBe(submission.addresses.join('\n'));
    }
    // The page they share is reported once.
    const pages = submissions.flatMap(({ addresses }) => addresses.filter((url) => url === item.pageUrl));
    expect(pages).toHaveLength(1);
  });

  test('are warned of with the number of fillings, and divided on demand; what is left does not block', () => {
    const sample = gallery(40);
    const findings = check(sample).findings.filter(({ code }) => code === 'work-too-many');
    expect(findings).toMatchObject([{ severity: 'warn', parameters: { count: submissions.length } }]);
    const parts = partsOf(sample);
    expect(parts.length).toBe(submissions.length);
    for (const part of parts) {
      expect(formSubmissions(contentOf(part), 'cloudflare')).toHaveLength(1);
      expect(check(part).findings.map(({ code }) => code)).not.toContain('work-too-many');
    }
    const named = parts.flatMap((part) => contentOf(part).works.map(({ id }) => id));
    expect(named.toSorted()).toEqual(content.works.map(({ id }) => id).toSorted());
    // They share a page and no work, so that one sent does not keep the next from being sent.
    const [first, second] = parts;
    if (!first || !second) throw new Error('it was divided');
    const sent = { ...second, context: withLiveNotice(first).context };
    expect(check(sent).missing).not.toContain('us-512.duplicate');
    expect(check({ ...first, context: sent.context }).missing).toContain('us-512.duplicate');
  });

  test('works without an address of their own are reported with the page they share', () => {
    const sample = gallery(40);
    const items = sample.sources.items.map((one) => ({ ...one, urls: [] }));
    const shared = contentOf({ ...sample, sources: { ...sample.sources, items } });
    const fillings = fillingsOf(shared, 'cloudflare');
    expect(fillings.length).toBeGreaterThan(1);
    for (const { addresses } of fillings) expect(addresses).toEqual([item.pageUrl]);
    expect(fillings.flatMap(({ items: mine }) => mine.map(({ id }) => id))).toEqual(
      items.map(({ id }) => id),
    );
  });

  test('one title longer than the field, or a holder, blocks: a cut name is no name', () => {
    const long = gallery(1, () => 't'.repeat(256));
    expect(check(long).missing).toEqual(['us-512.work']);
    expect(check(gallery(1, () => 't'.repeat(255))).missing).toEqual([]);
    expect(check(change.party(gallery(1), { legalName: 'n'.repeat(61) })).missing).toEqual(['us-512.holder']);
    expect(check(change.party(gallery(1), { legalName: 'n'.repeat(60) })).missing).toEqual([]);
  });

  test('four thousand works are dealt out in a second or two', () => {
    const many = contentOf(gallery(4000));
    const named = fillingsOf(many, 'cloudflare').flatMap(({ items: mine }) => mine);
    expect(named).toHaveLength(4000);
  });
});

test.each<readonly [string, FormId | undefined]>([
  ['https://abuse.cloudflare.com/', 'cloudflare'],
  ['https://reportcontent.google.com/forms/dmca_search', 'google-search'],
  ['https://www.alibabacloud.com/report', 'alibaba-cloud'],
  ['https://www.tencentcloud.com/report-platform', 'tencent'],
  ['https://www.huaweicloud.com/abuse', 'huawei-cloud'],
  ['https://abuse.hetzner.com/', 'hetzner'],
  ['https://www.ovhcloud.com/en/abuse/', 'ovh'],
  ['https://civitai.com/', 'civitai'],
  ['https://huggingface.co/', 'hugging-face'],
  ['https://github.com/contact/dmca', 'github'],
  ['abuse@amazonaws.com', 'aws'],
  ['DMCA@huggingface.co', 'hugging-face'],
  ['copyright@github.com', 'github'],
  ['https://support.github.com/contact/dmca-takedown', 'github'],
  ['https://github.com/someone/report', undefined],
  ['https://workorder.console.aliyun.com/#/ticket/createIndex', undefined],
  ['https://ecs.console.aliyun.com/', undefined],
  ['https://dash.cloudflare.com/login', undefined],
  ['https://evil-cloudflare.com/', undefined],
  ['https://cloudflare.com.evil.example/', undefined],
  ['abuse@host.example', undefined],
])('the form behind %s, whoever named it', (address, form) => {
  expect(typedChannel(address, NOW).form).toBe(form);
});

test.each<readonly [string, NoticeChannel['kind']]>([
  ['https://workorder.console.aliyun.com/#/ticket/createIndex', 'support-ticket'],
  ['https://host.example/clientarea/submitticket.php', 'support-ticket'],
  ['https://host.zendesk.com/hc/requests/new', 'support-ticket'],
  ['https://support.host.example/', 'support-ticket'],
  ['https://support.google.com/legal/troubleshooter/1114905', 'form'],
  ['https://support.github.com/contact/dmca-takedown', 'form'],
  ['https://abuse.hetzner.com/', 'form'],
  ['https://harbour.example/copyright', 'form'],
  ['support@host.example', 'email'],
  ['12 Print Row, Leeds LS1 4AB', 'postal'],
  ['杭州市某路1号', 'postal'],
])('%s leads to a channel of kind %s', (address, kind) => {
  expect(typedChannel(address, NOW, true)).toMatchObject({
    kind,
    designated: kind !== 'support-ticket',
  });
});

test('a ticket system typed as a channel is refused, as the first notice of the Ali Cloud case was', () => {
  const ticket = typedChannel('https://workorder.console.aliyun.com/#/ticket/createIndex', NOW, true);
  expect(check(change.draft(ready('cn-civ1195'), { channel: ticket })).missing).toEqual([
    'cn-civ1195.channel',
  ]);
});

test('a channel is of the kind that the user says, with the form of that kind alone', () => {
  const form = typedChannel('https://abuse.cloudflare.com/', NOW);
  expect(channelOfKind({ ...form, designated: true }, 'support-ticket').designated).toBe(false);
  expect(channelOfKind({ ...form, designated: true }, 'postal').designated).toBe(true);
  const ticket = channelOfKind(form, 'support-ticket');
  expect(ticket).not.toHaveProperty('form');
  expect(channelOfKind(ticket, 'form')).toEqual({
    ...form,
    source: `${form.source}; kind stated by the user`,
  });
});

test('post and telephone have no form', () => {
  for (const kind of ['postal', 'phone', 'fax', 'support-ticket'] as const)
    expect(formBehind({ kind, address: 'https://abuse.cloudflare.com/' })).toBeUndefined();
});
