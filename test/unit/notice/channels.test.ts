import { describe, expect, test } from 'vitest';
import type { FormId, NoticeChannel } from '../../../utils/case/notice.ts';
import { FORM_IDS } from '../../../utils/case/notice.ts';
import { BUNDLED_PROVIDERS } from '../../../utils/hosting/directory/bundled.ts';
import { formSubmissions } from '../../../utils/notice/forms/index.ts';
import { FORM_LIMITS } from '../../../utils/notice/forms/limits.ts';
import { GOOGLE_SEARCH } from '../../../utils/notice/prepare/others.ts';
import { noticeChannel } from '../../../utils/notice/prepare/recipients.ts';
import { renderMail } from '../../../utils/notice/renderings/mail.ts';
import { change, contentOf, ready } from './a-case.ts';

/** Whoever's form is known, as a person comes to it: from the directory of providers, or as a search engine. */
const REACHED: Readonly<Record<FormId, string>> = {
  cloudflare: 'cloudflare',
  aws: 'aws',
  'google-search': 'google-search',
  'alibaba-cloud': 'alibaba-cloud',
  tencent: 'tencent-cloud',
  'huawei-cloud': 'huawei-cloud',
  hetzner: 'hetzner',
  ovh: 'ovh',
  civitai: 'civitai',
  'hugging-face': 'hugging-face',
  github: 'github',
};

function channelsOf(id: string): readonly NoticeChannel[] {
  if (id === GOOGLE_SEARCH.id) return GOOGLE_SEARCH.channels;
  const provider = BUNDLED_PROVIDERS.find((one) => one.id === id);
  return (provider?.channels ?? []).map((channel) => noticeChannel(channel));
}

describe.each(FORM_IDS)('%s', (form) => {
  const channels = channelsOf(REACHED[form]);

  test('is reached by a channel of the directory, with its source and date', () => {
    const [first] = channels;
    expect(first?.form).toBe(form);
    expect(first?.source).not.toBe('');
    expect(first?.checkedOn).toMatch(/^(?:\d{4}-\d{2}-\d{2}|never)$/);
  });

  test('gives each field a label and its limit, and what the form cuts is said', () => {
    const [channel] = channels;
    if (!channel) throw new Error('no channel');
    const long = change.item(ready('cn-civ1195'), { description: '第十二话。'.repeat(4000) });
    const [submission] = formSubmissions(contentOf(change.channel(long, channel)), form);
    expect(submission?.fields.length).toBeGreaterThan(2);
    const ids = submission?.fields.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    for (const { label, value, maximum, shortened } of submission?.fields ?? []) {
      expect(label).not.toBe('');
      if (maximum !== undefined) expect(value.length).toBeLessThanOrEqual(maximum);
      if (shortened) expect(value.length).toBeGreaterThan(0);
    }
    const { maximumText } = FORM_LIMITS[form];
    const limits = submission?.fields.map(({ maximum }) => maximum) ?? [];
    if (maximumText !== undefined) expect(limits).toContain(maximumText);
  });

  test('opens a mail where the channel is one', () => {
    const mails = channels.filter(({ kind }) => kind === 'email');
    for (const channel of mails) {
      const mail = renderMail(contentOf(change.channel(ready('us-512'), channel)), 'recipient');
      expect(mail).toMatchObject({ ok: true, value: { to: channel.address } });
      if (mail.ok) expect(mail.value.href).toMatch(/^mailto:[^?]+\?subject=/);
    }
    expect(mails.length > 0).toBe(['aws', 'hugging-face', 'github'].includes(form));
  });
});

test('Huawei Cloud is told what right it is, and no server address in its place', () => {
  const [channel] = channelsOf('huawei-cloud');
  if (!channel) throw new Error('no channel');
  const content = contentOf(change.channel(ready('cn-civ1195'), channel));
  const fields = formSubmissions(content, 'huawei-cloud')[0]?.fields ?? [];
  const valueOf = (id: string) => fields.find((one) => one.id === id)?.value;
  expect(valueOf('type')).toBe('infringement');
  expect(valueOf('ip_type')).toBe('copyright');
  expect(valueOf('ip_content')).toContain(content.works[0]?.title);
  expect(fields.some(({ id }) => id === 'ip')).toBe(false);
  expect(fields.find(({ id }) => id === 'title')?.maximum).toBe(2048);
});
