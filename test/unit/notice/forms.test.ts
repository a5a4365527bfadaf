import { describe, expect, test } from 'vitest';
import { FORM_IDS } from '../../../utils/case/notice.ts';
import type { FormId } from '../../../utils/case/notice.ts';
import { checkReadiness } from '../../../utils/notice/check.ts';
import { formSubmissions } from '../../../utils/notice/forms/index.ts';
import { FORM_LIMITS } from '../../../utils/notice/forms/limits.ts';
import { render } from '../../../utils/notice/renderings/index.ts';
import { change, contentOf, NOW, ready } from './a-case.ts';
import type { Sample } from './a-case.ts';

const onForm = (form: FormId, sample: Sample = ready('us-512')): Sample =>
  change.channel(sample, { kind: 'form', form });

function valueOf(form: FormId, id: string, sample?: Sample): string | undefined {
  return formSubmissions(contentOf(onForm(form, sample)), form)[0]?.fields.find((field) => field.id === id)
    ?.value;
}

test.each(FORM_IDS)('%s: every required field is filled, every limit kept', (form) => {
  const sample = change.item(
    change.work(ready('us-512'), {
      title: '漫'.repeat(3000),
    }),
    { description: 'Scanned. '.repeat(2000) },
  );
  const withState = change.party(sample, { state: 'West Yorkshire' });
  for (const submission of formSubmissions(contentOf(onForm(form, withState)), form)) {
    for (const field of submission.fields) {
      if (field.required) expect(field.value, field.id).not.toBe('');
      if (field.maximum !== undefined) expect(field.value.length).toBeLessThanOrEqual(field.maximum);
      expect(field.value.isWellFormed()).toBe(true);
    }
  }
});

test.each(['alibaba-cloud', 'tencent'] as const)('%s asks for identity, whatever the law', (form) => {
  for (const regime of ['us-512', 'cn-reg14', 'cn-civ1195'] as const)
    expect(valueOf(form, 'identity', ready(regime)), regime).toContain('01234567');
});

test('what a form requires and the case leaves empty is said, with the place to fill it in', async () => {
  const bare = change.work(change.party(ready('us-512'), { city: '', identityReference: '' }), {
    authorisedUrls: [],
  });
  const emptyOn = async (form: FormId) => {
    const { draft, sources, captures } = onForm(form, bare);
    const { findings, missing } = await checkReadiness(draft, { sources, captures, now: NOW });
    expect(missing).toEqual(['us-512.signature']);
    return findings.flatMap(({ code, parameters, fix }) =>
      code === 'channel-field-empty' ? [[parameters['field'], fix.place, 'field' in fix && fix.field]] : [],
    );
  };
  expect(await emptyOn('cloudflare')).toEqual([
    ['City', 'party', 'city'],
    ['State or province', 'party', 'state'],
  ]);
  expect(await emptyOn('alibaba-cloud')).toEqual([['身份证明 / Identity', 'party', 'identityReference']]);
  expect(await emptyOn('google-search')).toEqual([
    ['Where can we see an authorized example of the work?', 'work', 'authorisedUrls'],
  ]);
});

describe('forms that have statements made under one law', () => {
  const codes = async (sample: Sample) => {
    const { draft, sources, captures } = sample;
    const { findings } = await checkReadiness(draft, { sources, captures, now: NOW });
    return findings.filter(({ code }) => code === 'channel-form-law');
  };

  test.each(['cloudflare', 'google-search', 'github'] as const)('%s is for § 512 alone', async (form) => {
    expect(await codes(onForm(form))).toEqual([]);
    for (const regime of ['eu-dsa16', 'uk-reg22', 'jp-ipdpa', 'cn-civ1195'] as const) {
      expect(await codes(onForm(form, ready(regime))), regime).toMatchObject([
        { severity: 'block', id: `${regime}.channel`, fix: { place: 'notice', field: 'channel' } },
      ]);
      // A letter makes no statements, and a notice taken back takes none with it.
      expect(await codes(change.draft(onForm(form, ready(regime)), { kind: 'letter' }))).toEqual([]);
      expect(await codes(change.draft(onForm(form, ready(regime)), { kind: 'retraction' }))).toEqual([]);
    }
  });

  test('other forms take notices under any law', async () => {
    for (const form of ['hetzner', 'ovh', 'alibaba-cloud', 'hugging-face'] as const)
      expect(await codes(onForm(form, ready('eu-dsa16')))).toEqual([]);
  });
});

describe('cloudflare', () => {
  test('passes on the name of no private person, and leaves the choice to an organisation', () => {
    const person = change.party(ready('us-512'), { kind: 'person' });
    for (const id of ['host_notification', 'owner_notification']) {
      expect(valueOf('cloudflare', id, person)).toBe('send-anon');
      expect(valueOf('cloudflare', id, ready('us-512'))).toBe('');
    }
  });

  test('255 characters for the work, 60 for the holder, 2,000 for comments, said when cut', () => {
    const long = change.party(
      change.work(change.item(ready('us-512'), { description: 'x'.repeat(5000) }), {
        title: 't'.repeat(400),
      }),
      {
        legalName: 'n'.repeat(80),
      },
    );
    const fields = formSubmissions(contentOf(onForm('cloudflare', long)), 'cloudflare')[0]?.fields ?? [];
    const cut = fields.filter((field) => field.shortened).map((field) => [field.id, field.value.length]);
    expect(cut).toEqual([
      ['agent_name', 60],
      ['original_work', 255],
      ['comments', 2000],
    ]);
  });

  test('one host name and at most 250 addresses in each submission, none lost', () => {
    const urls = [
      ...Array.from({ length: 501 }, (_, index) => `https://a.example/${index}`),
      ...Array.from({ length: 3 }, (_, index) => `https://b.example/${index}`),
    ];
    const sample = change.item(ready('us-512'), { urls, pageUrl: 'https://a.example/0' });
    const submissions = formSubmissions(contentOf(onForm('cloudflare', sample)), 'cloudflare');
    expect(submissions.map((one) => one.addresses.length)).toEqual([250, 250, 1, 3]);
    expect(submissions.map((one) => `${one.number}/${one.of}`)).toEqual(['1/4', '2/4', '3/4', '4/4']);
    expect(submissions.flatMap((one) => one.addresses)).toEqual(urls);
    for (const { addresses } of submissions)
      expect(new Set(addresses.map((url) => new URL(url).host)).size).toBe(1);
  });

  test('the signature equals the name, the mail address is given twice', () => {
    expect(valueOf('cloudflare', 'signature')).toBe(valueOf('cloudflare', 'name'));
    expect(valueOf('cloudflare', 'email2')).toBe(valueOf('cloudflare', 'email'));
  });
});

test('OVH and Hetzner pass the text on: no telephone number, no identity, no home address in it', () => {
  const sample = change.party(ready('us-512'), { kind: 'person' });
  for (const [form, id] of [
    ['ovh', 'explanation'],
    ['hetzner', 'description'],
    ['hugging-face', 'message'],
  ] as const) {
    const value = valueOf(form, id, sample) ?? '';
    expect(value).toContain('sha256:');
    for (const secret of ['496 0000', '01234567', '12 Print Row']) expect(value).not.toContain(secret);
  }
  expect(valueOf('ovh', 'explanation', sample)).not.toContain('Stern');
});

test('Huawei Cloud: title is product;URL and the content keeps to 5,000 characters', () => {
  const sample = change.item(ready('cn-civ1195'), { description: '图'.repeat(9000) });
  expect(valueOf('huawei-cloud', 'title', sample)).toBe('Host Ltd;https://pirate.example/img/lk/7/001.png');
  expect(valueOf('huawei-cloud', 'content', sample)?.length).toBe(5000);
});

test('GitHub is told that fair use was considered, only if it was', () => {
  expect(valueOf('github', 'fair_use')).toBe('Considered on 2026-11-21; it does not apply.');
  expect(valueOf('github', 'fair_use', change.draft(ready('us-512'), { exceptions: [] }))).toBe('');
});

test('the fields are written as a file; a channel without a known form says why not', async () => {
  const written = await render(contentOf(onForm('cloudflare')), 'fields', 'recipient');
  if (!written.ok) throw new Error(written.failure.detail);
  expect(written.value.files.map((file) => file.path)).toEqual(['form/cloudflare-01.txt']);
  expect(await render(contentOf(ready('us-512')), 'fields', 'recipient')).toMatchObject({ ok: false });
});

test('every form’s limits carry a source and a date', () => {
  for (const limits of Object.values(FORM_LIMITS)) {
    expect(limits.source).not.toBe('');
    expect(limits.checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
});
