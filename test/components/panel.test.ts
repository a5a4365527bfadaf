import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import PanelView from '../../components/panel/PanelView.svelte';
import { capture, show, step } from './support.ts';

const CASE = {
  id: '22222222-2222-4222-8222-222222222222',
  title: 'Moon Garden',
  status: 'open',
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-02T00:00:00.000Z',
} as const;

function props(more: object = {}) {
  return {
    page: { url: 'https://pirate.example/read/41', title: 'Chapter 41', incognito: false },
    refusal: null,
    cases: [CASE],
    choice: CASE.id,
    newTitle: '',
    current: undefined,
    taken: { count: 0, bytes: 0, stamp: [] },
    latest: [],
    failure: null,
    lowSpace: null,
    starting: false,
    cancelling: false,
    onchoose: vi.fn(),
    ontitle: vi.fn(),
    oncapture: vi.fn(),
    oncancel: vi.fn(),
    onopen: vi.fn(),
    ondashboard: vi.fn(),
    onsettings: vi.fn(),
    ...more,
  };
}

describe('PanelView', () => {
  it('captures the page in front into the chosen case', async () => {
    const given = props();
    show(PanelView, given);
    expect(screen.getByTestId('front-title').textContent).toBe('Chapter 41');
    expect((screen.getByTestId('case-picker') as HTMLSelectElement).value).toBe(CASE.id);
    await fireEvent.click(screen.getByTestId('capture-button'));
    expect(given.oncapture).toHaveBeenCalledOnce();
  });

  it('says why a page of the browser cannot be captured, and offers no capture', () => {
    show(PanelView, props({ refusal: { code: 'blocked-page', detail: 'store' } }));
    expect(screen.getByTestId('failure').textContent).toContain('to every extension');
    expect((screen.getByTestId('capture-button') as HTMLButtonElement).disabled).toBe(true);
  });

  it('refuses when space is low, with the numbers', () => {
    show(PanelView, props({ lowSpace: { free: 12_000_000, needed: 300_000_000 } }));
    expect(screen.getByTestId('low-space').textContent).toMatch(/12 MB.*300 MB/);
    expect((screen.getByTestId('capture-button') as HTMLButtonElement).disabled).toBe(true);
  });

  it('asks for a name when a new case is chosen', async () => {
    const given = props({ choice: 'new' });
    show(PanelView, given);
    await fireEvent.input(screen.getByTestId('case-title'), { target: { value: 'Harbour' } });
    expect(given.ontitle).toHaveBeenCalledWith('Harbour');
  });

  it('shows each step while it captures, and can be cancelled', async () => {
    const steps = [
      step('viewport', 'done', { durationMs: 80 }),
      step('whole-page', 'running', { progress: { done: 2, total: 8 } }),
      step('finalise', 'waiting'),
    ];
    const given = props({ current: capture({ state: 'running', steps }) });
    show(PanelView, given);
    expect(screen.queryByTestId('capture-button')).toBeNull();
    expect(screen.getByTestId('step-viewport').dataset['state']).toBe('done');
    expect(screen.getByTestId('step-whole-page').dataset['state']).toBe('running');
    expect(within(screen.getByTestId('step-whole-page')).getByRole('progressbar').getAttribute('max')).toBe(
      '8',
    );
    expect(screen.getByText('1 of 3 steps')).toBeTruthy();
    await fireEvent.click(screen.getByTestId('cancel-button'));
    expect(given.oncancel).toHaveBeenCalledOnce();
  });

  it('names what was taken, what was not and why', async () => {
    const failure = { code: 'debugger-busy', detail: 'Another debugger is attached' } as const;
    const current = capture({
      state: 'partial',
      steps: [step('viewport', 'done'), step('whole-page', 'failed', { failure })],
      notCaptured: [
        { what: 'whole-page', why: 'debugger-busy: Another debugger is attached' },
        { what: 'tls-chain', why: 'not given to an extension' },
      ],
    });
    const given = props({ current, taken: { count: 4, bytes: 2_000_000, stamp: [] } });
    show(PanelView, given);
    const result = screen.getByTestId('capture-result');
    expect(screen.getAllByTestId('capture-state')[0]?.dataset['state']).toBe('partial');
    expect(result.textContent).toContain('4 files, 2 MB');
    expect(result.textContent).toContain('What is on the screen');
    expect(screen.getByTestId('missing-whole-page').textContent).toContain('Developer tools');
    expect(screen.getByTestId('missing-tls-chain').textContent).toContain('not given to an extension');
    await fireEvent.click(screen.getByTestId('open-capture'));
    expect(given.onopen).toHaveBeenCalledWith(current.id);
  });

  it('shows a hostile title and address as text', () => {
    const title = '"><img src=x onerror=alert(1)>';
    const { container } = show(
      PanelView,
      props({
        page: { url: `https://evil.example/${encodeURIComponent(title)}`, title, incognito: true },
        latest: [{ capture: capture({ title, urlFinal: 'javascript:alert(1)' }), thumbnail: undefined }],
      }),
    );
    expect(screen.getByTestId('front-title').textContent).toBe(title);
    expect(container.querySelector('img[src="x"]')).toBeNull();
    expect(container.querySelector('a[href^="javascript"]')).toBeNull();
    expect(screen.getByText('Private window')).toBeTruthy();
  });

  it('cuts a title of a megabyte', () => {
    show(
      PanelView,
      props({ page: { url: 'https://a.example/', title: 'x'.repeat(1_000_000), incognito: false } }),
    );
    expect(screen.getByTestId('front-title').textContent.length).toBeLessThan(300);
  });

  it('speaks Chinese', () => {
    show(PanelView, props(), 'zh-CN');
    expect(screen.getByTestId('capture-button').textContent.trim()).toBe('对此页面取证');
  });
});
