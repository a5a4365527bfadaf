import { describe, expect, it } from 'vitest';
import { decodeBody } from '../../../utils/capture/html-text.ts';
import {
  comparePages as compare,
  type PageDifference,
  type ShownPage,
} from '../../../utils/capture/compare-pages.ts';

const comparePages = (page: Omit<ShownPage, 'status'>, text: string, status = 200) =>
  compare({ ...page, status: 200 }, { text, status });

const shown = { text: 'The Lantern Keeper\nChapter 1 & more', urls: ['https://cdn.test/p/001.png?x=1'] };

describe('comparePages', () => {
  it('finds the same page behind other markup', () => {
    const fetched =
      '<h1>The <b>Lantern</b> Keeper</h1><p>Chapter 1 &amp; more</p><img src="//cdn.test/p/001.png?x=2">';
    expect(comparePages(shown, fetched)).toEqual({
      verdict: 'same',
      sharedText: 1,
      onlyShown: [],
      sharedUrls: 1,
    });
  });

  it('says which lines only the page shown has', () => {
    expect(comparePages(shown, '<h1>The Lantern Keeper</h1><p>Sign in</p>')).toEqual({
      verdict: 'differs',
      sharedText: 0.5,
      onlyShown: ['Chapter 1 & more'],
      sharedUrls: 0,
    });
  });

  it('does not take text of scripts for text of the page', () => {
    const { onlyShown } = comparePages(
      shown,
      '<script>"The Lantern Keeper"</script><p>Chapter 1 & more</p><img src="001.png">',
    );
    expect(onlyShown).toEqual(['The Lantern Keeper']);
  });

  it('does not judge where nothing came', () => {
    expect(comparePages(shown, '').verdict).toBe('not-comparable');
  });

  it('does not judge where too little is shown, or where the server answers otherwise', () => {
    const error = '<h1>Error 1020</h1><p>Access denied</p>';
    expect(comparePages({ text: '', urls: [] }, error)).toMatchObject({
      verdict: 'not-comparable',
      sharedText: 0,
    });
    expect(comparePages({ text: '1', urls: [] }, error).why).toContain('too few');
    expect(comparePages(shown, error, 403)).toMatchObject({
      verdict: 'not-comparable',
      why: 'status 403; the page shown came with 200',
    });
    expect(compare({ ...shown, status: null }, { text: error, status: 503 }).why).toBe('status 503');
  });

  it('takes whole lines only', () => {
    const text = 'A reader of pictures\n1';
    expect(comparePages({ text, urls: [] }, '<p>A reader of pictures</p><p>Error 1020</p>')).toMatchObject({
      verdict: 'differs',
      sharedText: 0.5,
      onlyShown: ['1'],
    });
    expect(comparePages({ text, urls: [] }, '<p>A <i>reader</i> of\npictures</p><b>1</b>').verdict).toBe(
      'same',
    );
  });

  it('undoes references by number and by name', () => {
    const text = 'Caf\u00E9 M\u00FCller, \u7B2C1\u8A71 \u2014 \u706F\u53F0\u306E\u756A\u4EBA';
    const fetched = 'Caf&eacute; M&#252;ller, &#x7B2C;1&#35441; &mdash; \u706F\u53F0\u306E\u756A\u4EBA';
    expect(comparePages({ text, urls: [] }, fetched).verdict).toBe('same');
  });
});

describe('decodeBody', () => {
  // "灯台" in each encoding.
  const tower = (...bytes: number[]) => Uint8Array.from(bytes);

  it.each([
    ['as the server said', tower(0x93, 0x94, 0x91, 0xe4), 'text/html; charset=Shift_JIS'],
    ['as the server said, in quotes', tower(0xc5, 0xf4, 0xc2, 0xe6), 'text/html;charset="euc-jp"'],
    ['as UTF-8 where nothing is said', new TextEncoder().encode('灯台'), 'text/html'],
    ['as UTF-8 where the name is unknown', new TextEncoder().encode('灯台'), 'text/html; charset=none'],
    ['by its mark', tower(0xff, 0xfe, 0x6f, 0x70, 0xf0, 0x53), 'text/html; charset=utf-8'],
  ])('reads a body %s', (_how, bytes, contentType) => {
    expect(decodeBody(bytes, contentType)).toBe('灯台');
  });

  it('reads a body as the document says', () => {
    const head = new TextEncoder().encode('<meta charset=gbk>');
    expect(decodeBody(Uint8Array.from([...head, 0xb5, 0xc6, 0xcc, 0xa8]), 'text/html')).toBe(
      '<meta charset=gbk>灯台',
    );
  });
});

describe('a page made to take long', () => {
  const megabytes = 4 * 1024 * 1024;
  const page = (text: string, urls: string[] = []) => ({ text, urls, status: 200 });
  const fetched = (text: string) => ({ text, status: 200 });
  /** Seconds; bounds are ten times what a small machine takes. */
  const seconds = (task: () => void) => {
    const began = performance.now();
    task();
    return (performance.now() - began) / 1000;
  };

  it.each(['<script>', '<!--', '<a ', '<style', '&#', '</script '])('of %s alone', (piece) => {
    const source = piece.repeat(megabytes / piece.length);
    expect(seconds(() => compare(page('Twelve letters and more'), fetched(source)))).toBeLessThan(20);
  });

  it('of very many lines, none of which came again', () => {
    const lines = Array.from({ length: 300_000 }, (_, n) => `line ${n} shown`).join('\n');
    const source = Array.from({ length: 300_000 }, (_, n) => `<p>line ${n} sent</p>`).join('');
    const urls = Array.from({ length: 20_000 }, (_, n) => `http://site.test/${n}.png`);
    let difference: PageDifference | undefined;
    expect(
      seconds(() => {
        difference = compare(page(lines, urls), fetched(source));
      }),
    ).toBeLessThan(20);
    expect(difference).toMatchObject({
      verdict: 'differs',
      why: expect.stringMatching(/^too much/) as string,
    });
  });

  it('says nothing of a page of which not all was looked for', () => {
    const lines = Array.from({ length: 40_000 }, (_, n) => `line ${n} shown`).join('\n');
    // Every line stands there, but none as a run of its own.
    const source = `<p>${lines.replaceAll('\n', '</p><p>').replaceAll(' shown', ' <b>shown</b>')}</p>`;
    expect(compare(page(lines), fetched(source))).toMatchObject({
      verdict: 'not-comparable',
      onlyShown: [],
    });
  });
});
