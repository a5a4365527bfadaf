import { describe, expect, test } from 'vitest';
import type { CaseFile } from '../../../utils/case/case-file.ts';
import type { Notice } from '../../../utils/case/notice.ts';
import { REGIME_IDS } from '../../../utils/case/regime.ts';
import { checkCaseFile, readCaseFile, writeCaseFile } from '../../../utils/notice/case-file-schema.ts';
import { CASE_ID, contentOf, holder, item, NOW, ready, work } from './a-case.ts';

const digest = `sha256:${'0'.repeat(64)}` as const;

function noticeUnder(regime: (typeof REGIME_IDS)[number]): Notice {
  return {
    schema: 'prima-facie/notice/1',
    id: `n-${regime}`,
    caseId: CASE_ID,
    finalisedAt: NOW,
    content: contentOf(ready(regime)),
    renderings: [
      { format: 'text', audience: 'full', path: 'full/notice.txt', mediaType: 'text/plain', digest, size: 1 },
    ],
    notRendered: [{ format: 'acns', why: 'no server address was observed' }],
    contentDigest: digest,
  };
}

const full: CaseFile = {
  schema: 'prima-facie/case/1',
  case: {
    id: CASE_ID,
    title: 'مانغا 漫画 🏮',
    status: 'open',
    createdAt: NOW,
    updatedAt: NOW,
    notes: '<b>',
    retentionUntil: NOW,
  },
  parties: [holder],
  works: [work],
  items: [
    {
      ...item,
      observations: [
        {
          kind: 'ai-model',
          text: 'Shown on the front page',
          observedAt: NOW,
          fields: { model: 'x', 'base model': 'y' },
        },
      ],
      mark: { box: { x: 0.5, y: 1, width: 2, height: 3 }, text: 'a' },
    },
  ],
  request: { reason: 'No licence.', regimes: ['us-512'], language: 'en' },
  drafts: [ready('us-512').draft],
  notices: REGIME_IDS.map(noticeUnder),
  deliveries: [
    {
      id: 'd',
      caseId: CASE_ID,
      noticeId: 'n-us-512',
      type: 'sent',
      at: NOW,
      channel: 'a@b.example',
      digest,
      proof: [digest],
    },
  ],
  rechecks: [{ id: 'r', caseId: CASE_ID, itemId: item.id, scheduledAt: NOW, at: NOW, result: 'up' }],
  providers: [ready('us-512').draft.provider],
};

describe('import then export is the identity', () => {
  test('for a file with everything, whatever the order of its keys', () => {
    const turned = JSON.parse(JSON.stringify(full), (_key, value: unknown) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value,
    ) as CaseFile;
    for (const file of [full, turned]) {
      const text = writeCaseFile(file);
      const read = readCaseFile(text);
      if (!read.ok) throw new Error(read.failure.detail);
      expect(writeCaseFile(read.value)).toBe(text);
    }
  });

  test('for an older file, whose absent lists stay absent', () => {
    const { schema, case: row, parties, works, items } = full;
    const text = writeCaseFile({ schema, case: row, parties, works, items });
    const read = readCaseFile(`\ufeff${text}`);
    if (!read.ok) throw new Error(read.failure.detail);
    expect(writeCaseFile(read.value)).toBe(text);
    expect(read.value).not.toHaveProperty('notices');
  });
});

describe('refused, with the place', () => {
  test.each([
    ['not JSON', '{', /JSON|position|Expected/],
    ['another schema', JSON.stringify({ ...full, schema: 'prima-facie/case/9' }), /^schema/],
    ['an unknown key', JSON.stringify({ ...full, extra: 1 }), /extra/],
    [
      'an unknown key in a party',
      JSON.stringify({ ...full, parties: [{ ...holder, password: 'x' }] }),
      /parties\.0\.password/,
    ],
    [
      'a wrong digest',
      JSON.stringify({
        ...full,
        works: [{ ...work, titleDocuments: [{ ...work.titleDocuments[0], digest: 'sha256:1' }] }],
      }),
      /digest/,
    ],
    ['a wrong time', JSON.stringify({ ...full, items: [{ ...item, foundAt: 'yesterday' }] }), /foundAt/],
    [
      'a row of another case',
      JSON.stringify({ ...full, works: [{ ...work, caseId: 'other' }] }),
      /another case/,
    ],
    ['an id twice', JSON.stringify({ ...full, works: [work, work] }), /twice/],
    [
      'a title of 1 MB',
      JSON.stringify({ ...full, works: [{ ...work, title: 'x'.repeat(1_000_000) }] }),
      /title/,
    ],
    ['a null', 'null', /./],
    ['a list', '[]', /./],
  ])('%s', (_name, text, detail) => {
    const read = readCaseFile(text);
    expect(read).toMatchObject({ ok: false, failure: { code: 'invalid-data' } });
    if (!read.ok) expect(read.failure.detail).toMatch(detail);
  });

  test('each required field in turn', () => {
    for (const [list, row] of [
      ['parties', holder],
      ['works', work],
      ['items', item],
      ['drafts', ready('us-512').draft],
    ] as const) {
      const optional = new Set([
        'contactName',
        'legalRepresentative',
        'city',
        'postalCode',
        'identityReference',
        'workId',
        'right',
        'account',
        'firstPublication',
        'registrationNumber',
        'signature',
        'attachmentBytes',
        'attached',
      ]);
      for (const key of Object.keys(row)) {
        const rest = Object.fromEntries(Object.entries(row).filter(([name]) => name !== key));
        expect(checkCaseFile({ ...full, [list]: [rest] }).ok, `${list} without ${key}`).toBe(
          optional.has(key),
        );
      }
    }
  });

  test('a prototype does not come in by a key', () => {
    const text = writeCaseFile(full).replace(
      '"schema": "prima-facie/case/1"',
      '"schema": "prima-facie/case/1", "__proto__": {"x": 1}',
    );
    expect(readCaseFile(text).ok).toBe(false);
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});

test('10,000 works are checked, within the time-out of a test', () => {
  const works = Array.from({ length: 10_000 }, (_, index) => ({ ...work, id: `w${index}` }));
  expect(checkCaseFile({ ...full, works }).ok).toBe(true);
});
