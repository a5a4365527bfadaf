import type { Item, Party } from '../../../utils/case/dispute.ts';
import { change, ready, work, without } from './a-case.ts';
import type { Sample } from './a-case.ts';

/**
 * The three notices of the Ali Cloud case (Beijing IP Court, 2019), each to an infrastructure provider. The court
 * named what each lacked: N1 went by a support work order; N2, by mail, gave the download address, a name, a company
 * and a mail address and nothing more; N3, a letter, described in general, gave no contact and no proof.
 */
export const company: Party = {
  ...without(ready('cn-civ1195').sources.parties[0] as Party, 'legalRepresentative', 'identityReference'),
  legalName: '某某游戏科技有限公司',
  contactName: '张某',
  country: 'CN',
};

export const game = { ...work, title: '某某传奇', kind: 'game' } as const;

export const described: Item = {
  ...(ready('cn-civ1195').sources.items[0] as Item),
  description: '服务器上提供与我司客户端相同的安装包下载，并运行私自架设的服务端。',
};

export function notice(): Sample {
  const sample = ready('cn-civ1195');
  return change.provider(
    {
      ...sample,
      draft: {
        ...sample.draft,
        measures: ['forward'],
        statements: sample.draft.statements.map((one) => ({ ...one, confirmedBy: '张某' })),
        signature: { name: '张某', at: '2026-11-21T11:30:00.000Z', textDigest: `sha256:${'a1'.repeat(32)}` },
      },
      sources: { parties: [company], works: [game], items: [described] },
    },
    { serviceClass: 'iaas', name: '某某云计算有限公司' },
  );
}

export const n1 = (): Sample => change.channel(notice(), { kind: 'support-ticket', designated: false });

export function n2(): Sample {
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

export function n3(): Sample {
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
