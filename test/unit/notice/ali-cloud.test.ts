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
