import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REGIME_IDS } from '../../../utils/case/regime.ts';
import type { NoticeContent } from '../../../utils/case/notice.ts';
import { cleanText } from '../../../utils/notice/audience.ts';
import { noticeAddresses, toUri } from '../../../utils/notice/addresses.ts';
import { renderAcns } from '../../../utils/notice/renderings/acns.ts';
import { renderHtml } from '../../../utils/notice/renderings/html.ts';
import { renderMail } from '../../../utils/notice/renderings/mail.ts';
import { renderText, textToSign } from '../../../utils/notice/renderings/text.ts';
import { renderXarf } from '../../../utils/notice/renderings/xarf.ts';
import { change, contentOf, ready } from './a-case.ts';
import type { Sample } from './a-case.ts';

const AUDIENCES = ['full', 'recipient', 'forward-safe'] as const;

/** Texts as pages and people make them: any script, markup, control characters, lone surrogates, line breaks. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(
    '<img src=x onerror=alert(1)>',
    ']]>',
    '&amp;',
    '\u202eevil',
    'مرحبا بالعالم',
    '漫画「第7話」',
    '\ud800',
    'a\nb\r\nc',
  ),
);
const anyUrl = fc
  .tuple(
    fc.constantFrom('pirate.example', 'media.example', '例え.example'),
    fc.webPath(),
    fc.webQueryParameters(),
  )
  .map(([host, path, query]) => `https://${host}${path}?${query}`);

const anySample = fc
  .record({
    title: anyText,
    description: anyText,
    account: anyText,
    urls: fc.array(anyUrl, { minLength: 1, maxLength: 6 }),
  })
  .map(({ title, description, account, urls }): Sample =>
    change.capture(
      change.work(change.item(ready('us-512'), { description, account, urls }), { title, author: title }),
      { hostAddresses: { 'media.example': '198.51.100.1', 'xn--r8jz45g.example': '2001:db8::7' } },
    ),
  );

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#13;', '\r')
    .replaceAll('&amp;', '&');
}

function valuesOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map((match) =>
    unescapeXml(match[1] ?? ''),
  );
}

const uris = (content: NoticeContent): Set<string | null> => new Set(noticeAddresses(content).map(toUri));

describe('text and machine formats never disagree', () => {
  test('ACNS', () => {
    fc.assert(
      fc.property(anySample, (sample) => {
        const content = contentOf(sample);
        const result = renderAcns(content, 'recipient');
        if (!result.ok) throw new Error(result.failure.detail);
        const xml = result.value.files.map((file) => file.text).join('\n');
        const text = renderText(content, 'recipient');
        expect(new Set(valuesOf(xml, 'URL'))).toEqual(uris(content));
        for (const notice of valuesOf(xml, 'TextNotice')) expect(notice).toBe(text);
        for (const title of valuesOf(xml, 'Title'))
          expect(text.replaceAll('\n    ', '\n')).toContain(title.trim());
        for (const body of valuesOf(xml, 'Body')) expect(text).toContain(body);
        expect(valuesOf(xml, 'Entity')[0]).toBe(content.holder?.legalName);
        expect([...xml].every((character) => character >= ' ' || '\n\t'.includes(character))).toBe(true);
        expect(xml.isWellFormed()).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('XARF', async () => {
    await fc.assert(
      fc.asyncProperty(anySample, async (sample) => {
        const content = contentOf(sample);
        const result = await renderXarf(content, 'recipient');
        if (!result.ok) throw new Error(result.failure.detail);
        const reports = result.value.files.map(
          (file) => JSON.parse(file.text) as { infringing_url: string; evidence: { payload: string }[] },
        );
        const text = renderText(content, 'recipient');
        expect(new Set(reports.map((report) => report.infringing_url))).toEqual(uris(content));
        for (const report of reports) {
          expect(Buffer.from(report.evidence[0]?.payload ?? '', 'base64').toString('utf8')).toBe(text);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('HTML says what the text says, and nothing in it becomes markup', () => {
    const allowed =
      /^(?:!doctype|html|head|meta|title|style|body|main|h1|h2|h3|section|dl|dt|dd|ul|li|p|span)$/;
    fc.assert(
      fc.property(anySample, (sample) => {
        const content = contentOf(sample);
        const html = renderHtml(content, 'full');
        for (const [, name = ''] of html.matchAll(/<\/?([!a-z][a-z0-9]*)/gi))
          expect(name.toLowerCase()).toMatch(allowed);
        expect(html).not.toMatch(/<[^>]*\son\w+=/i);
        for (const url of noticeAddresses(content))
          expect(unescapeXml(html.replaceAll('&#39;', "'"))).toContain(url);
        expect(html).not.toContain('href=');
      }),
      { numRuns: 100 },
    );
  });
});

describe.each(REGIME_IDS)('%s', (regime) => {
  test('the text stands alone: parties, works, addresses, digests, times, statements, signature', () => {
    const sample = ready(regime);
    const content = contentOf(sample);
    const text = renderText(content, 'recipient');
    const said = [
      content.holder?.legalName,
      content.works[0]?.title,
      content.works[0]?.titleDocuments[0]?.digest,
      ...noticeAddresses(content),
      content.captures[0]?.digest,
      '2026-11-21 09:30:00 UTC',
      content.reason,
      ...content.statements.map((statement) => statement.text),
      'Aiko Stern',
      content.noticeId,
    ];
    for (const part of said) expect(text).toContain(part);
    expect(text.toLowerCase()).not.toMatch(/undefined|null|\[object|legal advice/);
  });

  test('every audience sees the addresses and digests; only some see private details', () => {
    const sample = change.party(ready(regime), { kind: 'person', legalName: 'Aiko Stern' });
    const content = { ...contentOf(sample), keyFingerprint: 'f00d:feed' };
    for (const audience of AUDIENCES) {
      const text = renderText(content, audience);
      for (const url of noticeAddresses(content)) expect(text).toContain(url);
      expect(text).toContain(content.captures[0]?.digest);
    }
    const forward = renderText(content, 'forward-safe') + renderHtml(content, 'forward-safe');
    for (const secret of ['12 Print Row', 'LS1 4AB', 'Leeds', '496 0000', '01234567', 'f00d:feed']) {
      expect(renderText(content, 'full')).toContain(secret);
      expect(forward).not.toContain(secret);
    }
    const identity = renderText(content, 'recipient').includes('01234567');
    expect(identity).toBe(['cn-reg14', 'cn-civ1195', 'cn-ecom42', 'cn-adm2005'].includes(regime));
  });
});

test('China’s model form and Japan’s Form A are the default layouts of their laws', () => {
  const chinese = renderText(contentOf(ready('cn-reg14')), 'full');
  expect(chinese).toMatch(/一、网络服务提供者\n[\s\S]*侵权内容：[\s\S]*签名（盖章）：/);
  // The stars mark what must be filled in on the empty form.
  expect(chinese).not.toContain('*');
  expect(renderText(contentOf(ready('jp-ipdpa')), 'full')).toContain('著作物等の送信を防止する措置の申出書');
});

test('a free text cannot pass for a heading of the notice', () => {
  const reason = 'Because.\n\n8. Statements\nI waive all rights.';
  const text = renderText(contentOf(change.draft(ready('us-512'), { reason })), 'full');
  expect(text).not.toMatch(/^8\. Statements\nI waive/m);
  expect(text).toContain('    8. Statements');
});

test('the words to sign change with every word but the signature', () => {
  const sample = ready('us-512');
  const text = textToSign(contentOf(sample));
  expect(text).not.toContain('11:30:00');
  const otherSignature = change.draft(sample, {
    signature: { name: 'X', at: '2027-01-01T00:00:00.000Z', textDigest: `sha256:${'0'.repeat(64)}` },
  });
  expect(textToSign(contentOf(otherSignature))).toBe(text);
  expect(textToSign(contentOf(change.draft(sample, { reason: 'Another.' })))).not.toBe(text);
});

test('a text of 100 KB in any script goes through whole', () => {
  const reason = 'حقوق النشر 漫画 '.repeat(6000);
  expect(renderText(contentOf(change.draft(ready('us-512'), { reason })), 'full')).toContain(reason.trim());
});

test('texts are cleaned of what reorders or cannot be written, and of nothing else', () => {
  expect(cleanText('a\u202eb\u0000c\r\nd\u2066é漫مرحبا\t')).toBe('abc\ndé漫مرحبا\t');
});

describe('mail', () => {
  test('a short text goes into the link, a long one is to be pasted', () => {
    const short = renderMail(
      contentOf(change.draft(ready('us-512'), { kind: 'retraction', retracts: 'n' })),
      'forward-safe',
    );
    if (!short.ok) throw new Error(short.failure.detail);
    expect(short.value.bodyFits).toBe(true);
    expect(new URL(short.value.href).searchParams.get('body')).toBe(
      short.value.body.replaceAll('\n', '\r\n'),
    );
    const long = renderMail(contentOf(ready('us-512')), 'full');
    expect(long).toMatchObject({ ok: true, value: { bodyFits: false, to: 'abuse@host.example' } });
  });

  test.each(['a@b.example?bcc=x@y.example', 'a@b.example,c@d.example', 'a b@c.example', 'a@b.example&cc=x'])(
    '%s is refused',
    (address) => {
      expect(renderMail(contentOf(change.channel(ready('us-512'), { address })), 'full')).toMatchObject({
        ok: false,
      });
    },
  );
});
