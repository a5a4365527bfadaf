import { describe, expect, test } from 'vitest';
import { statementsAsked } from '../../../utils/case/notice-kind.ts';
import { REGIME_IDS } from '../../../utils/case/regime.ts';
import type { RegimeId } from '../../../utils/case/regime.ts';
import { REGIMES } from '../../../utils/notice/regimes/index.ts';
import { READINESS } from '../../../utils/i18n/catalog/readiness.ts';
import { change, check, holder, ready, without, withLiveNotice, withRestored, work } from './a-case.ts';
import type { Sample } from './a-case.ts';

type Take = readonly [element: string, take: (sample: Sample) => Sample];

const bareDraft = (sample: Sample): Sample => ({
  ...sample,
  draft: { ...without(sample.draft, 'signature') },
});

/** Each element taken away alone; the rule of its name must block, and no other. */
const TAKEN: readonly Take[] = [
  ['address', (sample) => change.item(sample, { urls: [], pageUrl: '' })],
  ['description', (sample) => change.item(sample, { description: ' ' })],
  ['proof-title', (sample) => change.work(sample, { titleDocuments: [] })],
  ['proof-capture', (sample) => change.item(sample, { captureIds: [] })],
  ['reason', (sample) => change.draft(sample, { reason: '' })],
  ['measure', (sample) => change.draft(sample, { measures: [] })],
  ['channel', (sample) => change.draft(sample, { channel: null })],
  ['signature', bareDraft],
  ['contact', (sample) => change.party(sample, { address: '', phone: '', email: '' })],
  ['authority', (sample) => change.party(sample, { authority: 'agent' })],
  ['work', (sample) => change.work(sample, { title: ' ' })],
  ['duplicate', (sample) => withLiveNotice(sample)],
];

const blocking = (sample: Sample): readonly string[] => check(sample).missing;
const codes = (sample: Sample): readonly string[] => check(sample).findings.map((finding) => finding.code);
const warns = (sample: Sample): readonly string[] =>
  check(sample)
    .findings.filter((finding) => finding.severity === 'warn')
    .map((finding) => finding.code);

describe.each(REGIME_IDS)('%s', (regime) => {
  test('lacks nothing when complete, and warns of nothing', () => {
    const readiness = check(ready(regime));
    expect(readiness.missing).toEqual([]);
    expect(readiness.state).toBe('ready');
    expect(readiness.done).toBe(readiness.total);
    expect(readiness.findings.filter((finding) => finding.severity === 'warn')).toEqual([]);
  });

  test.each(TAKEN)('without %s it is blocked by that rule alone', (element, take) => {
    const readiness = check(take(ready(regime)));
    expect(readiness.missing).toEqual([`${regime}.${element}`]);
    expect(readiness.state).toBe(element === 'signature' ? 'to-confirm' : 'missing');
    expect(readiness.done).toBe(readiness.total - 1);
  });

  test('without notifier or holder', () => {
    const sample = change.party(ready(regime), { legalName: '' });
    expect(blocking(sample)).toEqual(expect.arrayContaining([`${regime}.notifier`, `${regime}.holder`]));
  });

  test('each statement must be confirmed, one by one, in the words that stand there', () => {
    for (const statement of statementsAsked(ready(regime).draft, REGIMES[regime])) {
      const id = `${regime}.statement-${statement.name}`;
      const full = ready(regime);
      const rest = full.draft.statements.filter((one) => one.name !== statement.name);
      const edited = full.draft.statements.map((one) =>
        one.name === statement.name ? { ...one, text: `${one.text} More or less.` } : one,
      );
      const without_ = check(change.draft(full, { statements: rest }));
      expect(without_.findings.map((finding) => finding.id)).toContain(id);
      expect(codes(change.draft(full, { statements: edited }))).toContain('statement-changed');
      if (statement.severity !== 'block') continue;
      expect(without_.missing).toEqual([id]);
      expect(without_.state).toBe('to-confirm');
    }
  });

  test('the exceptions are asked, and one that applies stops the notice', () => {
    const [first] = REGIMES[regime].exceptions;
    if (first === undefined) throw new Error('every regime asks at least one question');
    const id = `${regime}.statement-exceptions`;
    const full = ready(regime);
    const rest = full.draft.exceptions.slice(1);
    const at = full.draft.createdAt;
    expect(blocking(change.draft(full, { exceptions: rest }))).toEqual([id]);
    expect(
      blocking(change.draft(full, { exceptions: [...rest, { id: first, answer: 'applies', at }] })),
    ).toEqual([id]);
    const unsure = change.draft(full, { exceptions: [...rest, { id: first, answer: 'unsure', at }] });
    expect(blocking(unsure)).toEqual([]);
    expect(warns(unsure)).toEqual(['exception-unsure']);
  });

  test('a capture whose digest no longer matches is seen', () => {
    const sample = change.capture(ready(regime), { intact: false });
    expect(blocking(sample)).toEqual([`${regime}.proof-capture`]);
    expect(codes(sample)).toContain('capture-changed');
  });

  test('a support ticket is no channel', () => {
    expect(blocking(change.channel(ready(regime), { kind: 'support-ticket' }))).toEqual([
      `${regime}.channel`,
    ]);
  });

  test('the text may not change after signing', () => {
    const sample = ready(regime);
    const changed = {
      ...sample,
      context: { ...sample.context, textDigest: `sha256:${'c'.repeat(64)}` as const },
    };
    expect(blocking(changed)).toEqual([`${regime}.signature`]);
  });
});

describe('elements of one law', () => {
  const strictRight: readonly RegimeId[] = [
    'cn-reg14',
    'cn-civ1195',
    'cn-ecom42',
    'cn-adm2005',
    'jp-ipdpa',
    'ca-41.25',
  ];

  test.each(REGIME_IDS)('%s: the right', (regime) => {
    const sample = ready(regime);
    const bare: Sample = {
      ...sample,
      sources: { ...sample.sources, items: sample.sources.items.map((one) => without(one, 'right')) },
    };
    const id = `${regime}.right`;
    if (strictRight.includes(regime)) expect(blocking(bare)).toEqual([id]);
    else {
      expect(blocking(bare)).toEqual([]);
      expect(warns(bare)).toEqual(['right-missing']);
    }
  });

  test.each(['cn-reg14', 'cn-civ1195', 'cn-ecom42', 'cn-adm2005'] as const)('%s: PRC identity', (regime) => {
    const sample = change.party(ready(regime), {
      identityReference: '',
      contactName: '',
      legalRepresentative: '',
    });
    const statements = sample.draft.statements.map((one) => ({ ...one, confirmedBy: holder.legalName }));
    expect(blocking(change.draft(sample, { signature: undefinedSafe(sample), statements }))).toEqual([
      `${regime}.identity`,
    ]);
  });

  test('cn-adm2005 wants a document, the Civil Code only advises one', () => {
    expect(blocking(change.party(ready('cn-adm2005'), { identityReference: '' }))).toEqual([
      'cn-adm2005.identity',
    ]);
    expect(warns(change.party(ready('cn-civ1195'), { identityReference: '' }))).toEqual([
      'identity-document',
    ]);
  });

  test.each(['cn-reg14', 'cn-civ1195', 'cn-ecom42', 'cn-adm2005'] as const)(
    '%s: a private person is not identified by a name alone',
    (regime) => {
      const sample = change.party(ready(regime), { kind: 'person', identityReference: '' });
      expect(blocking(sample)).toEqual([`${regime}.identity`]);
    },
  );

  test('the Regulation’s notice follows the model form, and asks for a document as that does', () => {
    const { missing, findings } = check(change.party(ready('cn-reg14'), { identityReference: '' }));
    expect(missing).toEqual([]);
    expect(findings.find(({ code }) => code === 'identity-document')).toMatchObject({
      severity: 'warn',
      element: 'identity',
      citation: expect.stringContaining('示范格式'),
    });
  });

  test.each(['cn-reg14', 'cn-civ1195', 'cn-ecom42', 'cn-adm2005'] as const)(
    '%s: an agent’s people do not identify the holder, and the agent is asked as well',
    (regime) => {
      const sample = ready(regime);
      const power = {
        digest: `sha256:${'d4'.repeat(32)}`,
        name: 'power.pdf',
        kind: 'power-of-attorney',
        addedAt: sample.draft.createdAt,
      } as const;
      const agent = {
        ...holder,
        id: 'agent',
        role: 'agent',
        authority: 'agent',
        powerOfAttorney: power,
      } as const;
      const bare = { identityReference: '', contactName: '', legalRepresentative: '' };
      const sent = (right: object, by: object): Sample => ({
        ...sample,
        sources: {
          ...sample.sources,
          parties: [
            { ...holder, ...right },
            { ...agent, ...by },
          ],
        },
        draft: { ...sample.draft, notifierId: 'agent' },
      });
      expect(blocking(sent(bare, {}))).toEqual([`${regime}.identity`]);
      expect(warns(sent({}, { identityReference: '' }))).toContain('identity-agent');
      expect(warns(sent({}, {}))).not.toContain('identity-agent');
      const letter = change.draft(sent({}, { identityReference: '' }), { kind: 'letter' });
      expect(codes(letter)).not.toContain('identity-agent');
    },
  );

  test.each([
    ['eu-dsa16', { email: '' }],
    ['uk-reg22', { address: '' }],
    ['ca-41.25', { address: '' }],
    ['cn-reg14', { address: '' }],
    ['jp-ipdpa', { address: '' }],
    ['nz-92C', { phone: '' }],
    ['nz-92C', { email: '' }],
    ['nz-92C', { address: '' }],
  ] as const)('%s: contact without %o', (regime, patch) => {
    expect(blocking(change.party(ready(regime), patch))).toEqual([`${regime}.contact`]);
  });

  test.each([
    'Pay 500 EUR to settle this.',
    'We offer a settlement of this matter.',
    'See https://pay.example/claim/1 for your options.',
    'Please provide the subscriber’s name and address.',
    'Un paiement de 300 $ mettra fin au litige.',
    'Choose at https://pirate.example/img/lk/7/001.png/offer what suits you.',
  ])('ca-41.25: %s', (reason) => {
    expect(blocking(change.draft(ready('ca-41.25'), { reason }))).toEqual(['ca-41.25.reason']);
    expect(blocking(change.draft(ready('us-512'), { reason }))).toEqual([]);
  });

  test('ca-41.25 may name the infringing and the authorised addresses', () => {
    const reason = `The copy at https://pirate.example/img/lk/7/001.png is not ours; ours is ${work.authorisedUrls[0]}.`;
    expect(blocking(change.draft(ready('ca-41.25'), { reason }))).toEqual([]);
  });
});

function undefinedSafe(sample: Sample) {
  const signature = sample.draft.signature;
  if (!signature) throw new Error('the sample is signed');
  return { ...signature, name: holder.legalName };
}

const cloudflare = (urls: string[]): Sample =>
  change.channel(change.page(ready('us-512'), urls[0] ?? '', urls), { kind: 'form', form: 'cloudflare' });
const many = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `https://a.example/${index}.png`);

describe('wording, addresses and forms', () => {
  test.each([
    'This game infringes.',
    'Infringing content',
    '涉嫌侵权',
    '该游戏侵犯了我司著作权',
    '著作権侵害です',
    'The Lantern Keeper: copyright infringement on your server',
  ])('“%s” is too general', (description) => {
    expect(blocking(change.item(ready('us-512'), { description }))).toEqual(['us-512.description']);
  });

  test.each(['Scans of chapter 7, pages 1 to 44.', '第三章全部漫画图片', '第7話の全ページ画像を掲載'])(
    '“%s” is not',
    (description) => {
      expect(blocking(change.item(ready('us-512'), { description }))).toEqual([]);
    },
  );

  test('an address that no provider can act on blocks', () => {
    for (const url of [
      'pirate site',
      'blob:https://pirate.example/1',
      'javascript:alert(1)',
      'about:blank',
    ]) {
      expect(blocking(change.item(ready('us-512'), { urls: [url] }))).toEqual(['us-512.address']);
    }
  });

  test('a home page alone is warned of', () => {
    const sample = change.page(ready('us-512'), 'https://pirate.example/');
    expect(blocking(sample)).toEqual([]);
    expect(warns(sample)).toEqual(['address-home-page']);
  });

  test('Cloudflare takes one host name and 250 addresses', () => {
    expect(blocking(cloudflare(many(250)))).toEqual([]);
    expect(blocking(cloudflare(many(251)))).toEqual(['us-512.address']);
    expect(codes(cloudflare(['https://a.example/1', 'https://b.example/1']))).toContain(
      'address-mixed-hosts',
    );
  });

  test('an address outside the recipient’s hosts is no address for it', () => {
    const sample = change.draft(ready('us-512'), { scopeHosts: ['cdn.example'] });
    expect(blocking(sample)).toEqual(['us-512.address']);
    expect(codes(sample)).toContain('address-out-of-scope');
  });
});

describe('warnings, each alone', () => {
  const cases: readonly (readonly [string, RegimeId, (sample: Sample) => Sample])[] = [
    ['capture-old', 'us-512', (s) => change.capture(s, { startedAt: '2026-11-13T12:00:00.000Z' })],
    ['channel-unchecked', 'uk-reg22', (s) => change.channel(s, { checkedOn: '2026-08-01' })],
    ['channel-never-checked', 'uk-reg22', (s) => change.channel(s, { checkedOn: 'long ago' })],
    ['channel-undesignated', 'us-512', (s) => change.channel(s, { designated: false })],
    ['channel-undesignated', 'cn-reg14', (s) => change.channel(s, { designated: false })],
    ['channel-not-us', 'us-512', (s) => change.provider(s, { country: 'NL' })],
    ['channel-class', 'cn-reg14', (s) => change.provider(s, { serviceClass: 'ecommerce' })],
    ['measure-host-unknown', 'us-512', (s) => change.provider(s, { serviceClass: 'cache_cdn' })],
    [
      'measure-server-unjustified',
      'cn-civ1195',
      (s) => change.draft(change.provider(s, { serviceClass: 'iaas' }), { measures: ['suspend-server'] }),
    ],
    [
      'measure-server',
      'cn-civ1195',
      (s) =>
        change.draft(change.provider(s, { serviceClass: 'iaas' }), {
          measures: ['suspend-server'],
          measureNote: 'The whole machine serves nothing else.',
        }),
    ],
    [
      'measure-everything',
      'us-512',
      (s) =>
        change.draft(change.provider(s, { serviceClass: 'ai_model' }), { measures: ['delete-everything'] }),
    ],
    ['language-channel', 'us-512', (s) => change.channel(s, { languages: ['de', 'fr'] })],
    [
      'channel-attachments',
      'us-512',
      (s) => change.draft(change.channel(s, { attachments: false }), { attachmentBytes: 10 }),
    ],
    ['channel-oversized', 'us-512', (s) => change.draft(s, { attachmentBytes: 30_000_000 })],
    ['channel-oversized', 'us-512', (s) => change.channel(s, { maximumCharacters: 3999 })],
    [
      'channel-shortened',
      'us-512',
      (s) => ({ ...s, context: { ...s.context, shortenedFields: ['Comments'] } }),
    ],
    ['recheck-none', 'us-512', (s) => ({ ...s, context: {} })],
    ['contact-usual', 'us-512', (s) => change.party(s, { phone: '' })],
    ['contact-email-malformed', 'us-512', (s) => change.party(s, { email: 'rights at moonlit' })],
    [
      'authority-not-owner',
      'us-512',
      (s) => ({
        ...s,
        sources: { ...s.sources, parties: [holder, { ...holder, id: 'n' }] },
        draft: { ...s.draft, notifierId: 'n' },
      }),
    ],
    ['duplicate-restored', 'cn-reg14', (s) => withRestored(s)],
  ];

  test.each(cases)('%s (%s)', (code, regime, make) => {
    const sample = make(ready(regime));
    expect(blocking(sample)).toEqual([]);
    expect(warns(sample)).toEqual([code]);
  });

  test('the language of the law', () => {
    for (const regime of REGIME_IDS) {
      const wrong = REGIMES[regime].languages.includes('en') ? 'ja' : 'en';
      const sample = ready(regime);
      const statements = REGIMES[regime].statements.map(({ name, text }) => ({
        name,
        text: text[wrong],
        confirmedBy: 'Aiko Stern',
        at: sample.draft.createdAt,
      }));
      expect(warns(change.draft(sample, { language: wrong, statements }))).toEqual(['language-mismatch']);
    }
  });
});

describe('duplicates and signing', () => {
  test.each(['bounced', 'redirected', 'deficient', 'refused', 'removed'] as const)(
    'a notice that ended as %s is no duplicate',
    (type) => {
      const sample = withRestored(ready('us-512'));
      const deliveries = sample.context.deliveries?.map((one) => ({ ...one, type }));
      expect(
        blocking({ ...sample, context: { ...sample.context, ...(deliveries ? { deliveries } : {}) } }),
      ).toEqual([]);
    },
  );

  test('a correction of the earlier notice is no duplicate', () => {
    const sample = change.draft(withLiveNotice(ready('us-512')), {
      kind: 'correction',
      version: 2,
      supersedes: 'earlier',
    });
    expect(blocking(sample)).toEqual([]);
  });

  test('a confirmation after the signature undoes it, whatever the time zone of the clock', () => {
    const full = ready('us-512');
    const later = full.draft.statements.map((one) => ({ ...one, at: '2026-11-21T13:30:00.000+01:00' }));
    expect(blocking(change.draft(full, { statements: later }))).toEqual(['us-512.signature']);
    const earlier = full.draft.statements.map((one) => ({ ...one, at: '2026-11-21T20:00:00.000+09:00' }));
    expect(blocking(change.draft(full, { statements: earlier }))).toEqual([]);
  });

  test('somebody else’s name is no signature', () => {
    const full = ready('us-512');
    const signature = { ...undefinedSafe(full), name: 'Somebody Else' };
    expect(blocking(change.draft(full, { signature }))).toEqual(['us-512.signature']);
  });
});

test('every finding’s code has a text in every language, and none says “valid” or “legal advice”', () => {
  const keys = new Set(Object.keys(READINESS));
  const seen = REGIME_IDS.flatMap((regime) => TAKEN.flatMap(([, take]) => codes(take(ready(regime)))));
  for (const code of seen) expect(keys).toContain(code);
  for (const message of Object.values(READINESS)) {
    for (const text of Object.values(message)) {
      expect(text.trim()).not.toBe('');
      expect(text.toLowerCase()).not.toMatch(/\bvalid\b|legal advice/);
    }
  }
});
