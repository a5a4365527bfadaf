import { describe, expect, test } from 'vitest';
import type { NoticeDraft } from '../../../utils/case/notice.ts';
import type { RegimeId } from '../../../utils/case/regime.ts';
import { attachableTo } from '../../../utils/notice/attached.ts';
import { renderText } from '../../../utils/notice/renderings/text.ts';
import { capture, change, contentOf, ready, work } from './a-case.ts';

const [deed] = work.titleDocuments;
if (!deed || !capture.digest) throw new Error('the case has a document and a capture');
const both = [deed.digest, capture.digest];
const textOf = (regime: RegimeId, patch: Partial<NoticeDraft>) =>
  renderText(contentOf(change.draft(ready(regime), patch)), 'recipient');

describe.each([
  ['us-512', /nothing is attached/, /^ *Attached/m, 'capture 1, in the evidence bundle'],
  ['cn-reg14', /未附其他文件/, /附件清单/, '第1号取证（载于证据包）'],
  ['jp-ipdpa', /添付なし/, /添付書類/, '記録1（証拠一式に収録）'],
] as const)('what a notice under %s says of its attachments', (regime, none, heading, bundled) => {
  test('nothing ticked: that it stands alone, and no list', () => {
    const text = textOf(regime, { attached: [], attachmentBytes: 0 });
    expect(text).toMatch(none);
    expect(text).not.toMatch(heading);
    expect(text).not.toContain('随附');
  });

  test('ticked: each by name and digest, and not that there is none', () => {
    const text = textOf(regime, { attached: both });
    expect(text).not.toMatch(none);
    const list = text.slice(text.search(heading));
    expect(list).toContain(`registration.pdf (${deed.digest})`);
    expect(list).toContain(bundled);
    expect(list).toContain(`(${capture.digest})`);
  });

  test('a size alone: neither', () => {
    const text = textOf(regime, { attached: [], attachmentBytes: 900_000 });
    expect(text).not.toMatch(none);
    expect(text).not.toMatch(heading);
  });
});

test('a file that is gone is not called attached', () => {
  const gone = textOf('us-512', { attached: [`sha256:${'9'.repeat(64)}`], attachmentBytes: 0 });
  expect(gone).toContain('nothing is attached');
});

test('documents of the works, the power of attorney and the captures can go along, each once', () => {
  const power = { ...deed, digest: `sha256:${'d4'.repeat(32)}`, name: 'power.pdf' } as const;
  const content = contentOf(change.party(ready('cn-civ1195'), { powerOfAttorney: power }));
  const twice = { ...content, works: [...content.works, { ...work, id: 'other' }] };
  expect(attachableTo(twice).map(({ name, capture: of }) => name ?? of?.number)).toEqual([
    'registration.pdf',
    'power.pdf',
    1,
  ]);
});
