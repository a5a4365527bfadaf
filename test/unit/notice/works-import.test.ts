import { describe, expect, test } from 'vitest';
import { WORKS_IMPORT } from '../../../utils/i18n/catalog/works-import.ts';
import { isFormula } from '../../../utils/notice/import/fields.ts';
import { decodeList } from '../../../utils/notice/import/decode.ts';
import { importWorks } from '../../../utils/notice/import/works.ts';
import { CASE_ID, work } from './a-case.ts';

let count = 0;
const env = { caseId: CASE_ID, newId: () => `new-${(count += 1)}`, existing: [work] };

function works(text: string) {
  const result = importWorks(text, env);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.works;
}

function problems(text: string) {
  const result = importWorks(text, env);
  if (result.ok) throw new Error('imported');
  for (const problem of result.problems) expect(Object.keys(WORKS_IMPORT)).toContain(problem.code);
  return result.problems.map(({ line, code }) => `${line}:${code}`);
}

describe('encodings', () => {
  const bytes = (...values: number[]) => new Uint8Array(values);
  const utf8 = (text: string) => new TextEncoder().encode(text);

  test('UTF-8 with and without mark, UTF-16 with mark', () => {
    expect(decodeList(utf8('\ufefftitle\n灯守'), 'en')).toBe('title\n灯守');
    expect(decodeList(utf8('title\n灯守'), 'en')).toBe('title\n灯守');
    expect(decodeList(bytes(0xff, 0xfe, 0x6f, 0x70), 'en')).toBe('灯');
    expect(decodeList(bytes(0xfe, 0xff, 0x70, 0x6f), 'en')).toBe('灯');
  });

  test('what spreadsheets write in China and Japan, for readers there; refused for others', () => {
    const gbk = bytes(0xb5, 0xc6); // 灯 in GBK
    const sjis = bytes(0x93, 0x94); // 灯 in Shift_JIS
    expect(decodeList(gbk, 'zh-CN')).toBe('灯');
    expect(decodeList(sjis, 'ja')).toBe('灯');
    expect(decodeList(gbk, 'en')).toBeNull();
    expect(decodeList(bytes(0xff), 'ja')).toBeNull();
    expect(Object.keys(WORKS_IMPORT)).toContain('file-encoding');
  });
});

describe('lists that are taken', () => {
  test('byte order mark, semicolons, quotes, line breaks in cells, Windows line ends', () => {
    const text =
      '\ufeffTitle;Author;Rights;Authorised URLs;Kind\r\n' +
      '"The ""Lantern""; Keeper";R. Okabe;reproduction|adaptation;https://a.example/1 https://a.example/2;comic\r\n' +
      '"Two\r\nlines";;;;\r\n\r\n';
    expect(works(text)).toMatchObject([
      {
        caseId: CASE_ID,
        title: 'The "Lantern"; Keeper',
        author: 'R. Okabe',
        kind: 'comic',
        rightsClaimed: ['reproduction', 'adaptation'],
        authorisedUrls: ['https://a.example/1', 'https://a.example/2'],
        titleDocuments: [],
      },
      { title: 'Two\nlines', kind: 'other', rightsClaimed: [] },
    ]);
  });

  test('commas, tabs, and headings in Chinese and Japanese', () => {
    expect(works('作品名称,作者,登记号\n灯笼守护人,冈部,国作登字-1')).toMatchObject([
      { title: '灯笼守护人', author: '冈部', registrationNumber: '国作登字-1' },
    ]);
    expect(works('タイトル\t著者\n灯の番人\t岡部')).toMatchObject([{ title: '灯の番人', author: '岡部' }]);
  });

  test('JSON, as a list or as works of an object', () => {
    const list = [
      { id: 'w1', title: 'A', rightsClaimed: ['reproduction'], authorisedUrls: ['https://a.example/'] },
    ];
    expect(works(JSON.stringify(list))).toMatchObject([{ id: 'w1', rightsClaimed: ['reproduction'] }]);
    expect(works(JSON.stringify({ works: list }))).toHaveLength(1);
  });

  test('right-to-left titles and titles that only look like formulas', () => {
    const titles = ['حارس الفانوس', '@home', '-30-', '+Anima', '- a dash', '@ the end', '1+1'];
    expect(works(`title\n${titles.join('\n')}`).map((one) => one.title)).toEqual(titles);
  });

  test('10,000 rows, within the time-out of a test', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => `w${index},Work ${index},"A, B",reproduction`);
    expect(works(`id,title,author,rights\n${rows.join('\n')}`)).toHaveLength(10_000);
  });
});

describe('lists that are refused whole, with the line', () => {
  test.each([
    ['', ['0:file-empty']],
    ['title\n', ['0:file-empty']],
    ['name of author,colour\nx,y', ['1:column-unknown', '1:column-unknown', '1:column-missing']],
    ['title,title\nA,B', ['1:column-twice']],
    ['title,author\nA\nB,C,D', ['2:cells-missing', '3:cells-extra']],
    ['id,title\na,A\nb,B\na,C', ['4:id-duplicate']],
    [`id,title\n${work.id},A`, ['2:id-known']],
    ['title,author\nA,x\n,y', ['3:title-missing']],
    ['title,kind\nA,poem', ['2:kind-unknown']],
    ['title,rights\nA,reproduction|everything', ['2:right-unknown']],
    ['title,url\nA,nowhere', ['2:url-wrong']],
    ['title\n"open', ['2:quotes-broken']],
    ['title,author\n"a\nb",x\n=HYPERLINK("http://e.example"),y', ['4:cell-formula']],
    ['[{"title": 1}]', ['1:entry-wrong']],
    ['[{"title":"A"},{"title":"B","colour":"red"}]', ['2:entry-wrong']],
    ['{"a":1}', ['0:file-not-a-list']],
  ])('%j', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test('broken JSON, by line', () => {
    expect(problems('[\n{"title":"A"},\n{"title" "B"}\n]')).toEqual(['3:file-not-json']);
  });

  test('a cell of a megabyte, a file of 31', () => {
    expect(problems(`title\n${'x'.repeat(1_000_000)}`)).toEqual(['2:cell-too-long']);
    expect(problems('x'.repeat(30_000_001))).toEqual(['0:file-too-large']);
  });

  test('one wrong line among 10,000: nothing is taken over, and the line is named', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => (index === 7776 ? ',' : `w${index},Work`));
    rows[7776] = 'w7776,';
    expect(problems(`id,title\n${rows.join('\n')}`)).toEqual(['7778:title-missing']);
  });

  test('at most 200 problems are listed; the rest are counted', () => {
    const result = importWorks(`title,kind\n${'A,poem\n'.repeat(1000)}`, env);
    expect(result).toMatchObject({ ok: false, more: 800 });
  });
});

test.each(['=1+1', '=HYPERLINK("x")', '@SUM(A1:A2)', '+1+1', '-2+3', '+A1', '-B2*3', ' =x', '@cmd!A0'])(
  '%s is a formula',
  (cell) => {
    expect(isFormula(cell)).toBe(true);
  },
);
