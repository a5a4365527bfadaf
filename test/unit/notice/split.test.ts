import { describe, expect, test } from 'vitest';
import type { FormId, NoticeChannel } from '../../../utils/case/notice.ts';
import { noticeAddresses } from '../../../utils/notice/addresses.ts';
import { formBehind } from '../../../utils/notice/forms/recognise.ts';
import { splitDraft } from '../../../utils/notice/prepare/split.ts';
import { channelOfKind, typedChannel } from '../../../utils/store/recipients.ts';
import { change, check, contentOf, item, NOW, ready, type Sample } from './a-case.ts';

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
  splitDraft(sample.draft, sample.sources.items, env).map((draft) => ({ ...sample, draft }));

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
    expect(splitDraft(sample.draft, sample.sources.items, env)).toEqual([sample.draft]);
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
