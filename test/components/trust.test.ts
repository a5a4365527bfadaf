import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import ClockNote from '../../components/capture/ClockNote.svelte';
import TimeGrade from '../../components/capture/TimeGrade.svelte';
import ExportSeal from '../../components/dashboard/ExportSeal.svelte';
import KeyCard from '../../components/options/KeyCard.svelte';
import TimestampCard from '../../components/options/TimestampCard.svelte';
import type { ArtifactEntry } from '../../utils/case/artifact.ts';
import { show } from './support.ts';

// happy-dom knows no modal dialogs.
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};

describe('TimestampCard', () => {
  const offered = [
    { name: 'First', url: 'https://first.example/' },
    { name: 'Second', url: 'https://second.example/' },
  ];
  const card = (tsaUrls: string[], onchange = vi.fn()) => {
    const rootProblem = (pem: string) => (pem.includes('BEGIN') ? null : 'no certificate');
    show(TimestampCard, {
      settings: { tsaUrls, tsaRootPem: '' },
      offered,
      waiting: 2,
      rootProblem,
      onchange,
    });
    return onchange;
  };

  it('turns an authority on at the end of the order, and off again', async () => {
    const onchange = card(['https://own.example/', 'https://second.example/']);
    const [first, second] = screen.getAllByTestId('authority');
    expect([first, second].map((one) => one?.getAttribute('aria-pressed'))).toEqual(['false', 'true']);
    if (first) await fireEvent.click(first);
    expect(onchange).toHaveBeenLastCalledWith({
      tsaUrls: ['https://own.example/', 'https://second.example/', 'https://first.example/'],
    });
    if (second) await fireEvent.click(second);
    expect(onchange).toHaveBeenLastCalledWith({ tsaUrls: ['https://own.example/'] });
    expect(screen.getByTestId('stamps-waiting').textContent).toContain('2');
  });

  it('refuses what holds no root certificate and says why', async () => {
    const onchange = card([]);
    const field = screen.getByTestId('setting-tsaRootPem');
    await fireEvent.input(field, { target: { value: 'not a certificate' } });
    await fireEvent.change(field);
    expect(onchange).not.toHaveBeenCalled();
    expect(screen.getByText(/no certificate/)).toBeTruthy();
    await fireEvent.input(field, { target: { value: '-----BEGIN CERTIFICATE-----' } });
    await fireEvent.change(field);
    expect(onchange).toHaveBeenCalledWith({ tsaRootPem: '-----BEGIN CERTIFICATE-----' });
  });
});

describe('KeyCard', () => {
  it('shows the fingerprint and replaces the key only after asking', async () => {
    const onrotate = vi.fn();
    const createdAt = '2026-11-21T09:00:00.000Z';
    const old = { fingerprint: 'bb'.repeat(32), createdAt, retiredAt: createdAt };
    show(KeyCard, { keys: [old, { fingerprint: 'aa'.repeat(32), createdAt }], onrotate });
    expect(screen.getByTestId('key-fingerprint').textContent).toBe('aa'.repeat(32));
    expect(screen.getByText('bb'.repeat(32))).toBeTruthy();
    await fireEvent.click(screen.getByTestId('key-rotate'));
    expect(onrotate).not.toHaveBeenCalled();
    await fireEvent.click(screen.getByTestId('key-rotate-confirm'));
    expect(onrotate).toHaveBeenCalledOnce();
  });

  it('says that there is none before the first export', () => {
    show(KeyCard, { keys: [], onrotate: vi.fn() });
    expect(screen.getByTestId('key-none')).toBeTruthy();
  });
});

describe('what a capture and an export rest on', () => {
  it('a stamp with its authority, or this machine’s clock', () => {
    const about = {
      genTime: '2026-11-21T09:00:05.000Z',
      signer: 'CN=Authority',
      authority: 'https://tsa.example/',
    };
    const entry = { path: 'capture.json.tsr', about } as unknown as ArtifactEntry;
    show(TimeGrade, { entries: [entry] });
    expect(screen.getByTestId('time-grade').textContent).toContain('CN=Authority');
    show(TimeGrade, { entries: [] });
    expect(screen.getAllByTestId('time-grade').map((one) => one.dataset['grade'])).toEqual(['tsa', 'local']);
  });

  it('says how far the clock is off, and nothing where it is not', () => {
    show(ClockNote, { capture: {}, entries: [] });
    expect(screen.queryByTestId('clock-off')).toBeNull();
    show(ClockNote, { capture: { clockOffMs: -5400 }, entries: [] });
    expect(screen.getByTestId('clock-off').textContent).toMatch(/5\.4 s ahead of another clock/);
  });

  it.each([
    ['http-date:a.example', 'the web server a.example'],
    ['resolver:dns.example:8443', 'the name server dns.example:8443'],
    ['tsa:tsa.example', 'the timestamp authority tsa.example'],
  ])('says which clock showed it: %s', (source, words) => {
    show(ClockNote, { capture: { clockOffMs: 3000, clockOffBy: source }, entries: [] });
    expect(screen.getByTestId('clock-off').textContent).toContain(`3.0 s behind ${words}`);
  });

  it('says of a stamp that came later what it showed of the clock', () => {
    const clock = [{ source: 'tsa:tsa.example', at: '', offsetMs: -7000, roundTripMs: 20 }];
    show(ClockNote, { capture: {}, entries: [{ path: 'capture.json.tsr', about: { clock } }] });
    expect(screen.getByTestId('clock-off').textContent).toContain('7.0 s ahead of the timestamp authority');
  });

  it('says why an export is not stamped', () => {
    const why = 'https://tsa.example/: timeout (no answer)';
    show(ExportSeal, { signer: 'aa'.repeat(32), stamp: { state: 'failed', why } });
    expect(screen.getByTestId('export-stamp').textContent).toContain(why);
  });
});
