import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import ArtifactsTable from '../../components/capture/ArtifactsTable.svelte';
import HopsTable from '../../components/capture/HopsTable.svelte';
import { missingOf } from '../../components/capture/missing.ts';
import NotCapturedList from '../../components/capture/NotCapturedList.svelte';
import { viewportOf, wholePageOf } from '../../components/capture/pictures.ts';
import RequestsTable from '../../components/capture/RequestsTable.svelte';
import PageUrl from '../../components/ui/PageUrl.svelte';
import type { ArtifactEntry } from '../../utils/case/artifact.ts';
import { CAPTURE_STEPS } from '../../utils/capture/steps/index.ts';
import { UI } from '../../utils/i18n/catalog/ui.ts';
import type { NetworkRequest } from '../../utils/case/network.ts';
import { show, step } from './support.ts';

function entry(path: string, about?: Record<string, unknown>): ArtifactEntry {
  return {
    captureId: 'c',
    index: 0,
    path,
    digest: `sha256:${'ab'.repeat(32)}`,
    crc32: 1,
    size: 1234,
    mediaType: 'image/png',
    role: 'original',
    step: 'whole-page',
    takenAt: '2026-11-21T09:00:00.000Z',
    ...(about ? { about } : {}),
  };
}

function request(index: number, more: Partial<NetworkRequest> = {}): NetworkRequest {
  return {
    url: `https://img.example/${index}.webp`,
    method: 'GET',
    type: index % 2 ? 'image' : 'media',
    frameId: 0,
    parentFrameId: -1,
    status: 200,
    ip: '192.0.2.9',
    fromCache: false,
    startedAt: '2026-11-21T09:00:00.000Z',
    bytes: 10,
    ...more,
  };
}

describe('names', () => {
  it('has a name for every step there is', () => {
    expect(CAPTURE_STEPS.map(({ id }) => id).filter((id) => !Object.hasOwn(UI, `step.${id}`))).toEqual([]);
  });
  it('names a lack by its step where it has no name of its own', () => {
    const notCaptured = [
      { what: 'facts.meta', why: 'cut' },
      { what: 'hosting 192.0.2.1 PTR', why: 'no answer' },
      { what: 'of-a-later-version.x', why: 'new' },
    ];
    show(NotCapturedList, { capture: { steps: [], notCaptured } });
    const names = screen.getAllByRole('listitem').map((item) => item.querySelector('strong')?.textContent);
    expect(names).toEqual([
      'Facts of the page: meta',
      'Who serves the page: 192.0.2.1 PTR',
      'of-a-later-version.x',
    ]);
  });
});

describe('missingOf', () => {
  it('says each thing once, failed steps first', () => {
    const failure = { code: 'timeout', detail: 'slow' } as const;
    const missing = missingOf({
      steps: [step('viewport', 'done'), step('whole-page', 'failed', { failure }), step('media', 'skipped')],
      notCaptured: [
        { what: 'whole-page', why: 'timeout: slow' },
        { what: 'tls-chain', why: 'no' },
        { what: 'tls-chain', why: 'again' },
      ],
    });
    expect(missing.map(({ what }) => what)).toEqual(['whole-page', 'media', 'tls-chain']);
    expect(missing[0]).toMatchObject({ failure, why: 'slow' });
  });
});

describe('pictures', () => {
  const box = { x: 0, y: 0, width: 1280, height: 8192 };
  it('puts tiles where they lay on the page', () => {
    const whole = wholePageOf([
      entry('shots/viewport.png'),
      entry('tiles/000.png', { box, kind: 'screenshot' }),
      entry('tiles/001.png', { box: { ...box, y: 8192, height: 100 }, kind: 'screenshot' }),
    ]);
    expect(whole).toMatchObject({ width: 1280, height: 8292, rendering: false });
    expect(whole?.tiles).toHaveLength(2);
  });
  it('tells a rendering from a screenshot', () => {
    expect(wholePageOf([entry('tiles/000.png', { box, kind: 'rendering' })])?.rendering).toBe(true);
    // Where one method broke off, the next began anew: its tiles are the page.
    const again = wholePageOf([
      entry('tiles/000.png', { box }),
      entry('tiles-scroll-and-stitch/000.png', { box }),
      entry('tiles-scroll-and-stitch/001.png', { box }),
    ]);
    expect(again?.tiles.map((tile) => tile.entry.path)).toEqual([
      'tiles-scroll-and-stitch/000.png',
      'tiles-scroll-and-stitch/001.png',
    ]);
  });
  it.each([
    undefined,
    { box: null },
    { box: { ...box, width: -1 } },
    { box: { ...box, y: 'x' } },
    { box: { ...box, height: NaN } },
  ])('leaves out a tile whose place cannot be read: %j', (about) =>
    expect(wholePageOf([entry('tiles/000.png', about)])).toBeNull(),
  );
  it('finds the viewport', () => {
    expect(viewportOf([entry('tiles/000.png'), entry('shots/viewport.png')])?.path).toBe(
      'shots/viewport.png',
    );
    expect(viewportOf([])).toBeUndefined();
  });
});

describe('PageUrl', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://',
    'jAvAsCrIpT:1',
    ' https://a',
  ])('shows %s as text only', (url) => {
    const { container } = show(PageUrl, { url });
    expect(container.querySelector('a')).toBeNull();
    expect(container.textContent).toContain(url.trim());
  });
  it('links http(s) without telling the page about us', () => {
    show(PageUrl, { url: 'https://pirate.example/a' });
    expect(screen.getByRole('link').getAttribute('rel')).toContain('noreferrer');
  });
});

describe('HopsTable', () => {
  it('shows every hop with its address', () => {
    const at = '2026-11-21T09:00:00.000Z';
    const hop = { method: 'GET', fromCache: false, at, source: 'server' } as const;
    show(HopsTable, {
      hops: [
        { ...hop, url: 'http://a.example/', status: 302, location: 'https://b.example/', ip: '192.0.2.1' },
        { ...hop, url: 'https://b.example/', status: 200, ip: null },
      ],
      notObserved: undefined,
    });
    const rows = screen.getByTestId('hops').querySelectorAll('tbody tr');
    expect(rows).toHaveLength(2);
    expect(rows[0]?.textContent).toContain('192.0.2.1');
    expect(rows[1]?.textContent).toContain('not available');
  });
  it('says why nothing was observed', () => {
    show(HopsTable, { hops: [], notObserved: 'service-worker' });
    expect(screen.getByText(/service worker/)).toBeTruthy();
  });
});

describe('RequestsTable', () => {
  const requests = Array.from({ length: 250 }, (_, index) => request(index));
  it('shows a hundred, then more', async () => {
    show(RequestsTable, { requests, dropped: 3 });
    const rows = () => screen.getByTestId('requests').querySelectorAll('tbody tr').length;
    expect(rows()).toBe(100);
    await fireEvent.click(screen.getByText('Show more'));
    expect(rows()).toBe(200);
    expect(screen.getByText(/^3 further requests/)).toBeTruthy();
  });
  it('filters by words in address, type and server', async () => {
    show(RequestsTable, { requests: [...requests, request(999, { ip: '198.51.100.77' })], dropped: 0 });
    await fireEvent.input(screen.getByTestId('request-filter'), { target: { value: '198.51 IMAGE' } });
    const rows = screen.getByTestId('requests').querySelectorAll('tbody tr');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.textContent).toContain('/999.webp');
  });
});

describe('ArtifactsTable', () => {
  it('shows digests as sha256sum prints them and saves a file', async () => {
    const onsave = vi.fn();
    const one = entry('shots/viewport.png');
    show(ArtifactsTable, { entries: [one], onsave });
    expect(screen.getByTestId('digest').textContent).toBe('ab'.repeat(32));
    await fireEvent.click(screen.getByLabelText('Save shots/viewport.png'));
    expect(onsave).toHaveBeenCalledWith(one);
  });
});
