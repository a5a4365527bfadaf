import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Item, Party, Work } from '../../../utils/case/dispute.ts';
import { FORM_IDS, type EvidenceCapture, type NoticeContent } from '../../../utils/case/notice.ts';
import { REGIME_IDS } from '../../../utils/case/regime.ts';
import { addressesOf, noticeAddresses, toUri } from '../../../utils/notice/addresses.ts';
import { formSubmissions } from '../../../utils/notice/forms/index.ts';
import { workOf } from '../../../utils/notice/lookup.ts';
import { renderAcns } from '../../../utils/notice/renderings/acns.ts';
import { renderHtml } from '../../../utils/notice/renderings/html.ts';
import { renderText } from '../../../utils/notice/renderings/text.ts';
import { renderXarf } from '../../../utils/notice/renderings/xarf.ts';
import { capture, change, contentOf, holder, item, ready, work, type Sample } from './a-case.ts';

const HOSTS = ['pirate.example', 'media.example', 'xn--r8jz45g.example', 'cdn.pirate.example:8443'] as const;
const HOST_ADDRESSES = {
  'pirate.example': '203.0.113.9',
  'media.example': '198.51.100.1',
  'xn--r8jz45g.example': '2001:db8::7',
  'cdn.pirate.example': '198.51.100.2',
};

/** A name in one line: any script, quotes, markup, right to left. */
const line = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.constantFrom(
      'A & B <Ltd>',
      '«حقوق النشر»',
      'ספר "השמות"',
      '《月灯》第三卷',
      "L'Ombre d'un doute",
      '月灯物語 😀',
    ),
  )
  .map((text) => text.replaceAll(/[\s\p{C}]+/gu, ' ').trim())
  .map((text) => (text === '' ? 'Untitled' : text));
const path = fc.webPath().map((text) => (text === '' ? '/' : text));
const url = fc
  .tuple(fc.constantFrom(...HOSTS), path, fc.nat(9999))
  .map(([host, place, number]) => `https://${host}${place}?n=${number}`);
const instant = fc
  .date({ min: new Date('2026-11-15T00:00:00Z'), max: new Date('2026-11-21T09:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

const model = fc.record({
  regime: fc.constantFrom(...REGIME_IDS),
  kind: fc.constantFrom('notice' as const, 'correction' as const),
  titles: fc.array(line, { minLength: 1, maxLength: 4 }),
  items: fc.array(
    fc.record({
      work: fc.nat(3),
      urls: fc.array(url, { minLength: 1, maxLength: 4 }),
      page: url,
      capture: fc.nat(2),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  captures: fc.array(instant, { minLength: 3, maxLength: 3 }),
  holderName: line,
  agentName: fc.option(line),
  person: fc.boolean(),
  account: line,
});

type Model = typeof model extends fc.Arbitrary<infer T> ? T : never;

function sampleOf(made: Model): Sample {
  const base = ready(made.regime);
  const works: Work[] = made.titles.map((title, n) => ({ ...work, id: `w${n}`, title }));
  const captures: EvidenceCapture[] = made.captures.map((startedAt, n) => ({
    ...capture,
    id: `c${n}`,
    number: n + 1,
    startedAt,
    digest: `sha256:${String(n).repeat(64)}`,
    hostAddresses: HOST_ADDRESSES,
  }));
  const items: Item[] = made.items.map((one, n) => ({
    ...item,
    id: `i${n}`,
    workId: `w${one.work % works.length}`,
    urls: one.urls,
    pageUrl: one.page,
    captureIds: [`c${one.capture}`],
    account: made.account,
    foundAt: captures[one.capture]?.startedAt ?? item.foundAt,
  }));
  const owner: Party = {
    ...holder,
    legalName: made.holderName,
    kind: made.person ? 'person' : 'organisation',
  };
  const agent: Party = {
    ...owner,
    id: 'agent',
    legalName: made.agentName ?? '',
    role: 'agent',
    authority: 'agent',
  };
  const parties = made.agentName === null ? [owner] : [owner, agent];
  return change.draft(
    { ...base, sources: { parties, works, items }, captures },
    { kind: made.kind, itemIds: items.map(({ id }) => id), notifierId: parties.at(-1)?.id ?? null },
  );
}

const plain = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
const valuesOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map(([, value = '']) =>
    plain(value),
  );
const second = (at: string): string => at.slice(0, 19).replace('T', ' ');

/** What a reader of any rendering must find in it. */
function factsOf(content: NoticeContent) {
  const named = content.works.filter(({ id }) => content.items.some(({ workId }) => workId === id));
  return {
    urls: noticeAddresses(content),
    works: named.map(({ title }) => title),
    names: [content.holder, content.notifier].map((party) => party?.legalName ?? ''),
    dates: content.items.map(
      (one) => content.captures.find(({ id }) => id === one.captureIds[0])?.startedAt ?? '',
    ),
    statements: content.statements.map(({ text }) => text),
  };
}

interface Report {
  readonly infringing_url: string;
  readonly work_title: string;
  readonly rights_holder: string;
  readonly timestamp: string;
  readonly evidence: readonly { readonly payload: string }[];
}

test('text, HTML, XARF and ACNS carry the same addresses, works, names, dates and statements under every law', async () => {
  await fc.assert(
    fc.asyncProperty(model, async (made) => {
      const content = contentOf(sampleOf(made));
      const facts = factsOf(content);
      const text = renderText(content, 'recipient');
      const prose = [text, plain(renderHtml(content, 'recipient'))];
      const said = [
        ...facts.urls,
        ...facts.works,
        ...facts.names,
        ...facts.statements,
        ...facts.dates.map(second),
      ];
      for (const written of prose) for (const part of said) expect(written).toContain(part);
      const uris = new Set(facts.urls.map(toUri));

      const acns = renderAcns(content, 'recipient');
      if (!acns.ok) throw new Error(acns.failure.detail);
      const xml = acns.value.files.map((file) => file.text).join('\n');
      expect(acns.value.omitted).toEqual([]);
      expect(new Set(valuesOf(xml, 'URL'))).toEqual(uris);
      expect(new Set(valuesOf(xml, 'Title'))).toEqual(new Set(facts.works));
      const [complainant] = valuesOf(xml, 'Entity');
      expect(complainant).toBe(content.notifier?.legalName);
      for (const file of acns.value.files) expect(valuesOf(file.text, 'TextNotice')).toEqual([text]);
      expect(new Set(valuesOf(xml, 'Body'))).toEqual(new Set(facts.statements));

      const xarf = await renderXarf(content, 'recipient');
      if (!xarf.ok) throw new Error(xarf.failure.detail);
      const reports = xarf.value.files.map((file) => JSON.parse(file.text) as Report);
      expect(new Set(reports.map((report) => report.infringing_url))).toEqual(uris);
      expect(new Set(reports.map((report) => report.work_title))).toEqual(new Set(facts.works));
      for (const { rights_holder: owner, evidence } of reports) {
        expect(owner).toBe(content.holder?.legalName);
        const alone = Buffer.from(evidence[0]?.payload ?? '', 'base64').toString('utf8');
        for (const statement of facts.statements) expect(alone).toContain(statement);
      }
      // Address by address: with its own work, at its own time, in both machine formats.
      const pairs = content.items.flatMap((one, n) =>
        addressesOf(one).map(
          (address) => `${toUri(address)} ${workOf(content, one)?.title} ${facts.dates[n]}`,
        ),
      );
      const inXarf = reports.map((one) => `${one.infringing_url} ${one.work_title} ${one.timestamp}`);
      const inAcns = [...xml.matchAll(/<Item>.*?<\/Item>/gs)].map(
        ([one]) => `${valuesOf(one, 'URL')[0]} ${valuesOf(one, 'Title')[0]} ${valuesOf(one, 'TimeStamp')[0]}`,
      );
      expect(inXarf.toSorted()).toEqual(pairs.toSorted());
      expect(inAcns.toSorted()).toEqual(pairs.toSorted());
    }),
    { numRuns: 120, endOnFailure: true },
  );
});

test.each(FORM_IDS)(
  '%s: the fields of all fillings carry the addresses, works, names and statements of the text',
  (form) => {
    fc.assert(
      fc.property(model, (made) => {
        const content = contentOf(change.channel(sampleOf(made), { kind: 'form', form }));
        const facts = factsOf(content);
        const submissions = formSubmissions(content, form);
        const fields = submissions.flatMap((one) => one.fields);
        const all = fields.map(({ value }) => value).join('\n');
        expect(new Set(submissions.flatMap(({ addresses }) => addresses))).toEqual(new Set(facts.urls));
        for (const { addresses, fields: own } of submissions)
          for (const address of addresses)
            expect(own.some(({ value }) => value.includes(address))).toBe(true);
        if (fields.some(({ shortened }) => shortened)) return;
        for (const title of facts.works) expect(all).toContain(title);
        // Three forms do not ask for the holder, and say in a field of their own who writes.
        const asked = fields.some(({ id }) =>
          ['holder', 'agent_name', 'message', 'description', 'content', 'identity'].includes(id),
        );
        if (asked) expect(all).toContain(content.holder?.legalName);
        const takes = fields.some(({ id }) =>
          ['agree', 'statements', 'message', 'description', 'content', 'comment'].includes(id),
        );
        if (takes) for (const statement of facts.statements) expect(all).toContain(statement);
        const text = renderText(content, 'recipient');
        for (const { id, value } of fields)
          if (['name', 'signature', 'holder', 'agent_name', 'full_name'].includes(id))
            expect(text).toContain(value);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  },
);
