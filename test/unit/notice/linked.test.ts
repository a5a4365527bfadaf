import { describe, expect, test } from 'vitest';
import type { Notice } from '../../../utils/case/notice.ts';
import { checkReadiness } from '../../../utils/notice/check.ts';
import { buildContent, type ContentOptions } from '../../../utils/notice/content.ts';
import { viewFor } from '../../../utils/notice/audience.ts';
import { renderText } from '../../../utils/notice/renderings/text.ts';
import { change, NOW, provider, ready } from './a-case.ts';
import type { Sample } from './a-case.ts';

const other = { ...provider('us-512'), id: 'other', name: 'Other Host' };
const BEFORE = '2026-11-21T10:00:00.000Z';
const AFTER = '2026-11-21T11:59:00.000Z';

const contentWith = (
  { draft, sources, captures }: Sample,
  more: { readonly finalisedAt?: string; readonly createdAt?: string },
  notices: ContentOptions['notices'] = [],
) =>
  buildContent(draft, sources, {
    captures,
    matter: [draft, { id: 'b', matterId: draft.matterId, provider: other, ...more }],
    notices,
  });

describe('other notices of the matter', () => {
  const sample = ready('us-512');

  test('a draft nobody signed is not mentioned, and one finalised before the signature is', () => {
    expect(contentWith(sample, { createdAt: BEFORE }).linked).toEqual([]);
    expect(contentWith(sample, { finalisedAt: AFTER }).linked).toEqual([]);
    const content = contentWith(sample, { finalisedAt: BEFORE });
    expect(content.linked).toEqual([{ noticeId: 'b', provider: 'Other Host', serviceClass: 'hosting' }]);
    expect(renderText(content, 'full')).toContain('made out to');
    expect(renderText(content, 'full')).not.toContain('serve the material are written');
  });

  test('nobody is told that another was notified: it was made out, and no more is known', () => {
    const chinese = renderText(contentWith(ready('cn-reg14'), { finalisedAt: BEFORE }), 'recipient');
    expect(chinese).toContain('就同一事项另制作有通知，致：');
    expect(chinese).toContain('Other Host（');
    expect(chinese).not.toContain('已就同一事项');
    const japanese = renderText(contentWith(ready('jp-ipdpa'), { finalisedAt: BEFORE }), 'recipient');
    expect(japanese).not.toContain('通知しています');
  });

  test('what may reach the uploader does not say who else is written to', () => {
    const content = contentWith(sample, { finalisedAt: BEFORE });
    expect(viewFor(content, 'forward-safe').linked).toEqual([]);
    expect(renderText(content, 'forward-safe')).not.toContain('Other Host');
    expect(renderText(content, 'recipient')).toContain('Other Host');
    const letter = contentWith(change.draft(sample, { kind: 'letter' }), { finalisedAt: BEFORE });
    expect(renderText(letter, 'recipient')).not.toContain('Other Host');
  });

  test('one that was taken back or corrected is not mentioned either', () => {
    const content = contentWith(sample, { finalisedAt: BEFORE });
    const ends = (patch: object, finalisedAt: string) =>
      contentWith(sample, { finalisedAt: BEFORE }, [
        { id: 'c', finalisedAt, content: { ...content, ...patch } } as unknown as Notice,
      ]).linked;
    expect(ends({ retracts: 'b' }, BEFORE)).toEqual([]);
    expect(ends({ supersedes: 'b' }, BEFORE)).toEqual([]);
    // After the signature: the words signed stay the words signed.
    expect(ends({ retracts: 'b' }, AFTER)).toHaveLength(1);
  });

  test('a host in the matter is known to a delivery network’s draft, finalised or not', async () => {
    const edge = change.provider(ready('us-512'), { serviceClass: 'cache_cdn' });
    const codes = async (matter: ContentOptions['matter']) =>
      (
        await checkReadiness(edge.draft, {
          sources: edge.sources,
          captures: edge.captures,
          now: NOW,
          ...(matter ? { matter } : {}),
        })
      ).findings.map(({ code }) => code);
    expect(await codes(undefined)).toContain('measure-host-unknown');
    const draft = { id: 'b', matterId: edge.draft.matterId, provider: other, createdAt: BEFORE };
    expect(await codes([draft])).not.toContain('measure-host-unknown');
  });
});

describe('the law a paper is made out under', () => {
  test('stands in the brackets of its language', () => {
    const text = renderText(contentWith(ready('cn-reg14'), {}), 'recipient');
    expect(text).toMatch(/依据：.*第二十四条（第二十二条）/);
    expect(text).not.toContain('(第二十二条)');
  });

  test('is none where a notice is taken back: that demands nothing under it', () => {
    for (const [regime, law] of [
      ['cn-reg14', '依据'],
      ['us-512', '512'],
      ['jp-ipdpa', '根拠法令'],
    ] as const) {
      const back = change.draft(ready(regime), { kind: 'retraction', retracts: 'n', reason: 'x' });
      expect(renderText(contentWith(back, {}), 'recipient')).not.toContain(law);
      expect(renderText(contentWith(ready(regime), {}), 'recipient')).toContain(law);
    }
  });
});
