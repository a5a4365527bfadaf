import { describe, expect, test } from 'vitest';
import { company, described, game, n1, n2, n3, notice } from './ali-cloud.ts';
import { capture, change, channel, check } from './a-case.ts';
import type { Sample } from './a-case.ts';

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

describe('a description in general, in other words', () => {
  const about = (description: string) => {
    const [item] = n3().sources.items;
    if (!item) throw new Error('the notice has an item');
    const sample = n3();
    return check({ ...sample, sources: { ...sample.sources, items: [{ ...item, description }] } });
  };
  const codesAbout = (description: string) =>
    about(description).findings.flatMap(({ code }) => (/description-(?:gen|vag)/.test(code) ? [code] : []));

  test.each([
    '该服务器上的程序抄袭了我公司的软件产品，请立即处理',
    '该服务器架设私服，严重损害我公司利益',
    '贵司客户私自架设我司游戏',
    '贵司用户盗用我司《某某传奇》游戏，请尽快处理！',
    'our comic is being stolen by these people',
    'Please take down this stolen work immediately.',
    '当社の著作権を侵害しています。',
  ])('%s: the court’s lack stays', (description) => {
    expect(about(description).missing).toEqual([
      'cn-civ1195.contact',
      'cn-civ1195.description',
      'cn-civ1195.proof-title',
      'cn-civ1195.proof-capture',
    ]);
  });

  test.each([
    '对方长期以此牟利，性质十分恶劣，造成我方重大经济损失。',
    'They keep on profiting from years of our honest labour and refuse to answer.',
    '悪質な業者が長年にわたり利益を得ており、到底許されません。',
  ])('%s: is warned of', (description) => {
    expect(codesAbout(description)).toEqual(['description-vague']);
  });

  test.each([
    described.description,
    'Chapter 12, all 44 pages',
    'Page 3',
    '第七话',
    '全文转载',
    'Whole film, streamed',
    'My photo is the banner',
    '001.png',
    '画像がそのまま掲載されている',
    '该页面提供游戏客户端下载',
    'Scanned pages.',
    '“Moon over the quay”, cropped',
    '만화 전체',
    'The film, whole',
  ])('%s: short and honest, passes', (description) => {
    expect(codesAbout(description)).toEqual([]);
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
