import { describe, expect, it } from 'vitest';
import { comparePages } from '../../../utils/capture/compare-pages.ts';

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
      '<script>"The Lantern Keeper"</script><p>Chapter 1 & more 001.png</p>',
    );
    expect(onlyShown).toEqual(['The Lantern Keeper']);
  });

  it('does not judge where nothing came', () => {
    expect(comparePages(shown, '').verdict).toBe('not-comparable');
  });
});
