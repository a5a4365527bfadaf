import { describe, expect, test } from 'vitest';
import type { Item, Party } from '../../../utils/case/dispute.ts';
import { capture, change, channel, check, ready, work, without } from './a-case.ts';
import type { Sample } from './a-case.ts';

/**
 * The three notices of the Ali Cloud case (Beijing IP Court, 2019), each to an infrastructure provider. The court
 * named what each lacked: N1 went by a support work order; N2, by mail, gave the download address, a name, a company
 * and a mail address and nothing more; N3, a letter, described in general, gave no contact and no proof.
 */
const company: Party = {
  ...without(ready('cn-civ1195').sources.parties[0] as Party, 'legalRepresentative', 'identityReference'),
  legalName: '某某游戏科技有限公司',
  contactName: '张某',
  country: 'CN',
};

const game = { ...work, title: '某某传奇', kind: 'game' } as const;

const described: Item = {
  ...(ready('cn-civ1195').sources.items[0] as Item),
  description: '服务器上提供与我司客户端相同的安装包下载，并运行私自架设的服务端。',
};

function notice(): Sample {
  const sample = ready('cn-civ1195');
  return change.provider(
    {
      ...sample,
      draft: {
        ...sample.draft,
        measures: ['forward'],
        signature: { name: '张某', at: '2026-11-21T11:30:00.000Z', textDigest: `sha256:${'a1'.repeat(32)}` },
      },
      sources: { parties: [company], works: [game], items: [described] },
    },
    { serviceClass: 'iaas', name: '某某云计算有限公司' },
  );
}

const n1 = (): Sample => change.channel(notice(), { kind: 'support-ticket', designated: false });

function n2(): Sample {
  const base = notice();
  return {
    ...change.draft(base, { reason: '' }),
    sources: {
      parties: [{ ...company, address: '', phone: '' }],
      works: [{ ...game, titleDocuments: [] }],
      items: [{ ...without(described, 'right'), captureIds: [] }],
    },
  };
}

function n3(): Sample {
  const base = notice();
  return {
    ...change.channel(base, { kind: 'postal', address: '杭州市某路1号' }),
    sources: {
      parties: [{ ...company, address: '', phone: '', email: '' }],
      works: [{ ...game, titleDocuments: [] }],
      items: [{ ...described, description: '该游戏侵犯了我司著作权。', captureIds: [] }],
    },
  };
}

describe('the three notices are refused with exactly the lacks the court named', () => {
  test('N1: the channel', () => {
    expect(check(n1()).missing).toEqual(['cn-civ1195.channel']);
  });

  test('N2: the right, the proof, the reason', () => {
    expect(check(n2()).missing).toEqual([
      'cn-civ1195.right',
      'cn-civ1195.proof-title',
      'cn-civ1195.proof-capture',
      'cn-civ1195.reason',
    ]);
  });

  test('N3: contact, description, proof', () => {
    expect(check(n3()).missing).toEqual([
      'cn-civ1195.contact',
      'cn-civ1195.description',
      'cn-civ1195.proof-title',
      'cn-civ1195.proof-capture',
    ]);
  });
});

describe('mended, they are ready', () => {
  test('N1 goes to the complaint channel', () => {
    const mended = change.draft(n1(), { channel });
    expect(check(mended)).toMatchObject({ state: 'ready', missing: [] });
  });

  test('N2 gets right, title document, capture and reason', () => {
    const sample = change.draft(n2(), { reason: '权利人从未许可他人在该服务器上提供该游戏。' });
    const mended: Sample = {
      ...sample,
      sources: { ...sample.sources, works: [game], items: [{ ...described, captureIds: [capture.id] }] },
    };
    expect(check(mended)).toMatchObject({ state: 'ready', missing: [] });
  });

  test('N3 gets contact, an exact description and proof', () => {
    const mended: Sample = { ...n3(), sources: { parties: [company], works: [game], items: [described] } };
    expect(check(mended)).toMatchObject({ state: 'ready', missing: [] });
  });

  test('stopping the whole server is warned of as disproportionate', () => {
    const sample = change.draft(notice(), { measures: ['suspend-server'] });
    expect(check(sample).findings.map((finding) => finding.code)).toContain('measure-server-unjustified');
  });
});
