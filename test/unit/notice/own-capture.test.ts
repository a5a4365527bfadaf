import { describe, expect, test } from 'vitest';
import { renderText } from '../../../utils/notice/renderings/text.ts';
import { REGIME_IDS } from '../../../utils/case/regime.ts';
import { capture, change, check, contentOf, item, ready } from './a-case.ts';
import type { Sample } from './a-case.ts';

const codes = (sample: Sample) => check(sample).findings.map(({ code }) => code);
const moved = (pageUrl: string) => change.item(ready('us-512'), { pageUrl });
const opened = (urlFinal: string, urlTyped?: string) =>
  change.capture(ready('us-512'), { urlFinal, ...(urlTyped === undefined ? {} : { urlTyped }) });

describe('an item rests on a capture of its own page', () => {
  test.each(REGIME_IDS)('%s: a capture of another site blocks, and says which page it shows', (regime) => {
    const sample = change.item(ready(regime), { pageUrl: 'https://other-site.example/read/7', urls: [] });
    const { missing, findings } = check(sample);
    expect(missing).toEqual([`${regime}.proof-capture`]);
    const found = findings.find(({ code }) => code === 'capture-elsewhere');
    expect(found?.parameters).toEqual({ item: '1', page: capture.urlFinal });
    expect(found?.fix).toEqual({ place: 'item', id: item.id, field: 'captureIds' });
  });

  test('another page of the same site is warned of', () => {
    const sample = moved('https://pirate.example/read/lantern-keeper/8');
    expect(check(sample).missing).toEqual([]);
    expect(codes(sample)).toContain('capture-other-page');
    expect(codes(moved('https://pirate.example/read/lantern-keeper/7?chapter=8'))).toContain(
      'capture-other-page',
    );
  });

  test.each([
    ['a fragment', 'https://pirate.example/read/lantern-keeper/7#page-3'],
    ['where the reader came from', 'https://pirate.example/read/lantern-keeper/7?utm_source=x&fbclid=1'],
    ['the scheme', 'http://pirate.example/read/lantern-keeper/7'],
    ['a slash at the end', 'https://pirate.example/read/lantern-keeper/7/'],
    ['www', 'https://www.pirate.example/read/lantern-keeper/7'],
  ])('%s makes no other page', (_what, pageUrl) => {
    const sample = moved(pageUrl);
    expect(check(sample).state).toBe('ready');
    expect(codes(sample)).not.toContain('capture-other-page');
  });

  test('the address typed counts beside the one it led to, and so does the thing itself', () => {
    expect(check(opened('https://mirror.example/7')).missing).toEqual(['us-512.proof-capture']);
    expect(check(opened('https://mirror.example/7', item.pageUrl)).state).toBe('ready');
    expect(check(opened(item.urls[0] ?? '')).state).toBe('ready');
    // A media host serves everybody: another file of it shows nothing of this item.
    const media = change.item(opened('https://images.example/other.png'), {
      urls: ['https://images.example/001.png'],
    });
    expect(check(media).missing).toEqual(['us-512.proof-capture']);
  });

  test('one capture of its own is enough, and its age is what counts', () => {
    const sample = ready('us-512');
    const other = { ...capture, id: 'other', number: 2, urlFinal: 'https://mirror.example/7' };
    const both = (startedAt: string): Sample => ({
      ...change.item(sample, { captureIds: [capture.id, 'other'] }),
      captures: [{ ...capture, startedAt }, other],
    });
    expect(check(both(capture.startedAt)).state).toBe('ready');
    expect(codes(both(capture.startedAt))).not.toContain('capture-old');
    expect(codes(both('2026-11-01T00:00:00.000Z'))).toContain('capture-old');
  });

  test('an address that cannot be read is no reason to doubt the capture', () => {
    expect(codes(change.item(ready('us-512'), { pageUrl: '', urls: [] }))).not.toContain('capture-elsewhere');
  });
});

test.each([
  ['us-512', 'Captured page'],
  ['cn-reg14', '取证页面'],
  ['jp-ipdpa', '記録したページ'],
] as const)('%s: the notice names the page captured where it is another', (regime, label) => {
  const text = (sample: Sample) => renderText(contentOf(sample), 'recipient');
  const led = change.capture(ready(regime), { urlFinal: 'https://mirror.example/7', urlTyped: item.pageUrl });
  expect(text(ready(regime))).not.toContain(label);
  expect(text(led)).toContain(label);
  expect(text(led)).toContain('https://mirror.example/7');
});
