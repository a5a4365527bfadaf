import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { checkItem, checkParty, checkWork, linesOf } from '../../components/forms/checks.ts';
import { countries, countryOf } from '../../components/forms/countries.ts';
import ItemForm from '../../components/forms/ItemForm.svelte';
import PartyForm from '../../components/forms/PartyForm.svelte';
import WorkForm from '../../components/forms/WorkForm.svelte';
import type { Work } from '../../utils/case/dispute.ts';
import { show } from './support.ts';

const WORK: Work = {
  id: 'w1',
  caseId: 'c1',
  title: 'Moon Garden',
  kind: 'comic',
  author: 'Sato Mei',
  rightsClaimed: ['reproduction', 'making-available'],
  authorisedUrls: ['https://comet.example/moon-garden'],
  titleDocuments: [],
};

const frame = () => ({ back: '#/', field: undefined, failure: null, onsave: vi.fn(), ondelete: vi.fn() });
const type = (id: string, value: string) => fireEvent.input(screen.getByTestId(id), { target: { value } });
const save = () => fireEvent.click(screen.getByTestId('form-save'));

describe('checks', () => {
  it('finds each lack of a work', () => {
    expect(checkWork(WORK)).toEqual({});
    expect(checkWork({ ...WORK, title: '  ' })).toHaveProperty('title');
    expect(checkWork({ ...WORK, author: '' })).toHaveProperty('author');
    expect(checkWork({ ...WORK, rightsClaimed: [] })).toHaveProperty('rightsClaimed');
    expect(checkWork({ ...WORK, authorisedUrls: ['https://a.example', 'nonsense'] })).toMatchObject({
      authorisedUrls: { parameters: { line: 2 } },
    });
  });
  it.each(['javascript:alert(1)', 'ftp://a.example', '', 'pirate.example/read'])(
    'refuses %s as the address of an item',
    (pageUrl) => {
      const item = {
        captureIds: [],
        urls: [],
        description: 'x',
        mode: 'full-copy',
        foundAt: '',
        observations: [],
      } as const;
      expect(checkItem({ ...item, pageUrl })).toHaveProperty('pageUrl');
    },
  );
  it('wants an address that mail can go to', () => {
    const party = {
      role: 'notifier',
      kind: 'person',
      authority: 'owner',
      legalName: 'A',
      address: '',
      country: 'CN',
      phone: '',
    } as const;
    expect(checkParty({ ...party, email: 'a b@c' })).toHaveProperty('email');
    expect(checkParty({ ...party, email: 'a@b' })).toEqual({});
    expect(checkParty({ ...party, email: 'a@b', country: '' })).toHaveProperty('country');
  });
  it('reads lines', () => {
    expect(linesOf(' a \r\n\n b')).toEqual(['a', 'b']);
  });
  it('knows the countries in every language', () => {
    for (const language of ['en', 'zh-CN', 'ja']) {
      const codes = countries(language).map(({ value }) => value);
      expect(new Set(codes).size).toBe(249);
      expect(codes).toContain('JP');
      for (const { value, text } of countries(language)) expect(countryOf(text)).toBe(value);
    }
  });
});

describe('WorkForm', () => {
  it('says what is missing, puts the focus there and saves nothing', async () => {
    const given = frame();
    show(WorkForm, { ...given, work: null, onattach: vi.fn() });
    await save();
    expect(given.onsave).not.toHaveBeenCalled();
    expect(screen.getAllByTestId('field-error')).toHaveLength(3);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('work-title')));
  });
  it('saves a work once its lacks are mended', async () => {
    const given = frame();
    show(WorkForm, { ...given, work: null, onattach: vi.fn() });
    await type('work-title', ' Moon Garden ');
    await type('work-author', 'Sato Mei');
    await fireEvent.click(screen.getByTestId('right-reproduction'));
    await save();
    expect(given.onsave).toHaveBeenCalledWith({
      title: 'Moon Garden',
      kind: 'comic',
      author: 'Sato Mei',
      rightsClaimed: ['reproduction'],
      authorisedUrls: [],
      titleDocuments: [],
    });
  });
  it('keeps everything of a work that was opened and saved again', async () => {
    const given = frame();
    show(WorkForm, { ...given, work: { ...WORK, registrationNumber: 'TX-1' }, onattach: vi.fn() });
    await save();
    const { id: _, caseId: __, ...rest } = { ...WORK, registrationNumber: 'TX-1' };
    expect(given.onsave).toHaveBeenCalledWith(rest);
  });
  it('attaches a document, and says why one could not be kept', async () => {
    const document = {
      digest: `sha256:${'cd'.repeat(32)}`,
      name: 'a.pdf',
      kind: 'contract',
      addedAt: '2026-11-21T09:00:00.000Z',
    } as const;
    const onattach = vi
      .fn()
      .mockResolvedValueOnce({ ok: true, value: document })
      .mockResolvedValueOnce({ ok: false, failure: { code: 'no-space', detail: '' } });
    const given = frame();
    show(WorkForm, { ...given, work: WORK, onattach });
    const input = screen.getByTestId('work-document') as HTMLInputElement;
    const files = [new File(['x'], 'a.pdf'), new File(['y'], 'b.pdf')];
    Object.defineProperty(input, 'files', { value: files });
    await fireEvent.change(input);
    await screen.findByText('a.pdf');
    expect(screen.getByTestId('failure').dataset['code']).toBe('no-space');
    await save();
    expect(given.onsave.mock.calls[0]?.[0]).toMatchObject({ titleDocuments: [document] });
  });
  it('opens at the field a link names', async () => {
    show(WorkForm, { ...frame(), field: 'author', work: WORK, onattach: vi.fn() });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('work-author')));
  });
});

describe('PartyForm', () => {
  it('makes an agent act for the owner and asks for the power of attorney', async () => {
    const given = frame();
    show(PartyForm, { ...given, party: null, onattach: vi.fn() });
    expect(screen.queryByTestId('party-power')).toBeNull();
    await fireEvent.change(screen.getByTestId('party-role'), { target: { value: 'agent' } });
    expect(screen.getByTestId('party-power')).toBeTruthy();
    await type('party-name', 'Rights K.K.');
    await type('party-email', 'a@b.example');
    await type('party-country', 'Atlantis');
    await fireEvent.change(screen.getByTestId('party-country'));
    expect(screen.getByText('No country of this name is in the list.')).toBeTruthy();
    await type('party-country', '日本');
    await fireEvent.change(screen.getByTestId('party-country'));
    expect((screen.getByTestId('party-country') as HTMLInputElement).value).toBe('Japan (JP)');
    await save();
    expect(given.onsave).toHaveBeenCalledWith({
      role: 'agent',
      kind: 'person',
      authority: 'agent',
      country: 'JP',
      legalName: 'Rights K.K.',
      address: '',
      phone: '',
      email: 'a@b.example',
    });
  });
});

describe('ItemForm', () => {
  const shared = {
    item: null,
    works: [WORK],
    captures: [
      {
        id: 'cap1',
        number: 3,
        title: 'Chapter 41',
        urlFinal: 'https://pirate.example/41',
        startedAt: '2026-11-21T09:00:00.000Z',
      },
    ],
    resourcesOf: () =>
      Promise.resolve([
        { kind: 'image' as const, url: 'https://img.example/1.webp', box: null },
        { kind: 'script' as const, url: 'https://img.example/x.js', box: null },
        { kind: 'image' as const, url: 'data:image/png;base64,AA', box: null },
      ]),
    modelFieldsOf: () =>
      Promise.resolve({ model: 'Lantern Keeper Style', version: 'v2.0', downloads: '48213' }),
    pictureOf: (_captureId: string, path: string) =>
      Promise.resolve(path === 'items/01.png' ? new Blob(['x'], { type: 'image/png' }) : null),
    now: () => new Date('2026-11-21T10:00:00.000Z'),
  };
  const marked = (mark: { cropPath?: string }) => ({
    captureIds: ['cap1'],
    pageUrl: 'https://m.example/1',
    description: 'Cover',
    mark: { box: { x: 10.4, y: 20, width: 300, height: 200 }, text: 'Cover of the model', ...mark },
  });
  it('shows what was marked on the page, and keeps it', async () => {
    const given = frame();
    show(ItemForm, { ...given, ...shared, prefill: marked({ cropPath: 'items/01.png' }) });
    expect(await screen.findByRole('img')).toBeTruthy();
    expect(screen.getByTestId('item-mark').textContent).toContain('300 × 200 px, 10 px from the left');
    await save();
    expect(given.onsave).toHaveBeenCalledWith(
      expect.objectContaining({ mark: expect.objectContaining({ cropPath: 'items/01.png' }) as object }),
    );
  });
  it('says where no picture shows the marked place', async () => {
    show(ItemForm, { ...frame(), ...shared, prefill: marked({}) });
    expect(await screen.findByText(/no picture of the marked place/)).toBeTruthy();
  });
  it('fills in the facts of a model with one click, and keeps them as the user corrected them', async () => {
    const given = frame();
    const prefill = { captureIds: ['cap1'], pageUrl: 'https://m.example/1', description: 'Model' };
    show(ItemForm, { ...given, ...shared, prefill });
    await fireEvent.click(screen.getByTestId('model-fill'));
    const version = await screen.findByTestId('model-version');
    expect((version as HTMLInputElement).value).toBe('v2.0');
    await fireEvent.input(version, { target: { value: 'v2.1' } });
    await fireEvent.input(screen.getByTestId('model-downloads'), { target: { value: '' } });
    await save();
    expect(given.onsave).toHaveBeenCalledWith(
      expect.objectContaining({
        observations: [
          {
            kind: 'ai-model',
            text: 'Model: Lantern Keeper Style · Version: v2.1',
            captureId: 'cap1',
            observedAt: '2026-11-21T10:00:00.000Z',
            fields: { model: 'Lantern Keeper Style', version: 'v2.1' },
          },
        ],
      }),
    );
  });

  it('fills in what the capture and the only work say', async () => {
    const given = frame();
    show(ItemForm, {
      ...given,
      ...shared,
      prefill: {
        captureIds: ['cap1'],
        pageUrl: 'https://pirate.example/41',
        description: 'Chapter 41',
        foundAt: '2026-11-21T09:00:00.000Z',
      },
    });
    await fireEvent.click(await screen.findByText('Add all 1'));
    await save();
    expect(given.onsave).toHaveBeenCalledWith({
      description: 'Chapter 41',
      // Nobody chose one, so none is claimed.
      mode: 'other',
      captureIds: ['cap1'],
      pageUrl: 'https://pirate.example/41',
      urls: ['https://img.example/1.webp'],
      foundAt: '2026-11-21T09:00:00.000Z',
      observations: [],
      workId: 'w1',
      right: 'reproduction',
    });
  });
  it('refuses an item without an address', async () => {
    const given = frame();
    show(ItemForm, { ...given, ...shared, prefill: {} });
    await type('item-description', 'Chapter 41');
    await save();
    expect(given.onsave).not.toHaveBeenCalled();
    expect(screen.getByTestId('field-error').textContent).toContain('https://');
  });
});
