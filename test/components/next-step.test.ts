import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import NextStep from '../../components/notices/NextStep.svelte';
import type { Delivery, DeliveryType } from '../../utils/case/delivery.ts';
import { show } from './support.ts';

const delivery = (type: DeliveryType, more: Partial<Delivery> = {}): Delivery => ({
  id: 'd',
  caseId: 'c',
  noticeId: 'n',
  type,
  at: '2026-11-21T12:00:00.000Z',
  channel: 'abuse@host.example',
  proof: [],
  ...more,
});

describe('what is offered next', () => {
  const acts = () => ({ onreissue: vi.fn(), onmend: vi.fn(), onnote: vi.fn() });

  it('bounced: each other channel of the recipient, or one yet to be chosen', async () => {
    const on = acts();
    show(NextStep, { delivery: delivery('bounced'), channels: ['https://host.example/form'], ...on });
    await fireEvent.click(screen.getByTestId('reissue'));
    await fireEvent.click(screen.getByTestId('reissue-other'));
    expect(on.onreissue.mock.calls).toEqual([['https://host.example/form'], [null]]);
  });

  it('redirected: the channel they named', async () => {
    const on = acts();
    show(NextStep, {
      delivery: delivery('redirected', { redirectedTo: 'legal@host.example' }),
      channels: [],
      ...on,
    });
    await fireEvent.click(screen.getByTestId('reissue'));
    expect(on.onreissue.mock.calls).toEqual([['legal@host.example']]);
  });

  it('deficient: mend and send again; refused: note it', async () => {
    const on = acts();
    show(NextStep, { delivery: delivery('deficient'), channels: [], ...on });
    await fireEvent.click(screen.getByTestId('mend-again'));
    show(NextStep, { delivery: delivery('refused'), channels: [], ...on });
    await fireEvent.click(screen.getByTestId('note-refusal'));
    expect([on.onmend.mock.calls.length, on.onnote.mock.calls.length]).toEqual([1, 1]);
  });

  it.each(['sent', 'acknowledged', 'removed', 'counter', 'restored'] as const)('%s: nothing', (type) => {
    const { container } = show(NextStep, { delivery: delivery(type), channels: ['x'], ...acts() });
    expect(container.querySelector('button')).toBeNull();
  });
});
