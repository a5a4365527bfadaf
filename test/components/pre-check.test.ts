import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import PreCheckCard from '../../components/options/PreCheckCard.svelte';
import { show } from './support.ts';

const SEEN = {
  browser: { name: 'Chromium', version: '140' },
  os: 'linux x86-64',
  locale: 'en',
  languages: ['en', 'ja'],
  timezone: 'Asia/Kathmandu',
  utcOffsetMinutes: 345,
  extensionVersion: '0.1.0',
  incognito: true,
  proxyObserved: 'not available: Chromium does not tell',
};
const now = () => new Date('2026-11-22T10:00:00.000Z');

describe('PreCheckCard', () => {
  it('shows what is seen, and takes the operator at their word for the rest', async () => {
    const onstate = vi.fn();
    show(PreCheckCard, { seen: SEEN, stated: null, now, onstate });
    const card = screen.getByTestId('pre-check').textContent;
    for (const fact of [
      'Asia/Kathmandu (UTC+05:45)',
      'en, ja',
      'not available: Chromium',
      'No extension can see',
    ])
      expect(card).toContain(fact);
    expect(screen.queryByTestId('pre-withdraw')).toBeNull();
    await fireEvent.change(screen.getByTestId('pre-profile'), { target: { value: 'clean' } });
    await fireEvent.input(screen.getByTestId('pre-remarks'), { target: { value: ' VPN: none ' } });
    await fireEvent.click(screen.getByTestId('pre-state'));
    expect(onstate).toHaveBeenCalledWith({
      statedAt: '2026-11-22T10:00:00.000Z',
      profile: 'clean',
      otherExtensions: 'not-sure',
      proxy: 'not-sure',
      timeZone: 'not-sure',
      remarks: 'VPN: none',
    });
  });

  it('shows a statement with its time, and lets it be withdrawn', async () => {
    const onstate = vi.fn();
    const stated = {
      statedAt: '2026-11-20T10:00:00.000Z',
      profile: 'clean',
      otherExtensions: 'none',
      proxy: 'used',
      timeZone: 'right',
      remarks: 'company VPN',
    } as const;
    show(PreCheckCard, { seen: SEEN, stated, now, onstate });
    expect((screen.getByTestId('pre-proxy') as HTMLSelectElement).value).toBe('used');
    expect(screen.getByTestId('pre-stated').textContent).toContain('Nov 20, 2026');
    await fireEvent.click(screen.getByTestId('pre-withdraw'));
    expect(onstate).toHaveBeenCalledWith(null);
  });
});
