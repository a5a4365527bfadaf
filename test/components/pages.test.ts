import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import CaseList from '../../components/dashboard/CaseList.svelte';
import { EMPTY_EXPORT_FORM, choicesOf } from '../../components/dashboard/export-form.ts';
import ExportPanel from '../../components/dashboard/ExportPanel.svelte';
import VerifyView, { type VerifyDone, type VerifyState } from '../../components/dashboard/VerifyView.svelte';
import { NUMBER_SETTINGS, parseAddresses, parseNumber } from '../../components/options/fields.ts';
import OptionsView from '../../components/options/OptionsView.svelte';
import { CASE_TABS, routeOf } from '../../entrypoints/dashboard/route.ts';
import { caseTitleFor } from '../../utils/case/case-title.ts';
import { DEFAULT_EXPORT_CHOICES } from '../../utils/case/export-choices.ts';
import { DEFAULT_SETTINGS } from '../../utils/case/settings.ts';
import { show } from './support.ts';

describe('routeOf', () => {
  it.each([
    ['', { page: 'cases' }],
    ['#/', { page: 'cases' }],
    ['#/verify', { page: 'verify' }],
    ['#/nonsense/1', { page: 'cases' }],
    ['#/case', { page: 'cases' }],
    ['#/case/a', { page: 'case', caseId: 'a', tab: 'captures', rest: [] }],
    ['#/case/a/unknown/b', { page: 'case', caseId: 'a', tab: 'captures', rest: [] }],
    ['#/case/a/captures/b/network', { page: 'case', caseId: 'a', tab: 'captures', rest: ['b', 'network'] }],
  ])('%s', (hash, route) => expect(routeOf(hash)).toEqual(route));
  it.each(CASE_TABS)('knows the tab %s', (tab) => {
    expect(routeOf(`#/case/a/${tab}`)).toEqual({ page: 'case', caseId: 'a', tab, rest: [] });
  });
});

describe('CaseList', () => {
  it('says what to do when there is none, and makes one', async () => {
    const oncreate = vi.fn();
    show(CaseList, { cases: [], oncreate });
    expect(screen.getByText(/No case yet/)).toBeTruthy();
    await fireEvent.click(screen.getByTestId('new-case'));
    await fireEvent.click(screen.getByTestId('case-name-save'));
    expect(oncreate).not.toHaveBeenCalled();
    expect(screen.getByText('Give the case a name.')).toBeTruthy();
    await fireEvent.input(screen.getByTestId('case-name'), { target: { value: ' Moon ' } });
    await fireEvent.click(screen.getByTestId('case-name-save'));
    expect(oncreate).toHaveBeenCalledWith('Moon');
  });
});

describe('VerifyView', () => {
  const outcome = {
    verdict: 'not-whole',
    isAnchored: false,
    headline: 'This bundle is not whole.',
    about: null,
    findings: [
      { severity: 'failure', code: 'file-different', path: 'data/a.png', text: 'data/a.png is different.' },
    ],
    checks: [{ id: 'payload', state: 'failed', text: 'Files' }],
    proven: [],
    notProven: ['That the page was true.'],
  } as const;
  const view = (state: VerifyState, signers = { text: '', isWrong: false }) => {
    const given = {
      onfiles: vi.fn(),
      onsigners: vi.fn(),
      onagainst: vi.fn(),
      onkey: vi.fn(),
      oncancel: vi.fn(),
    };
    show(VerifyView, { state, signers, ...given });
    return given;
  };
  const done = (...files: Partial<VerifyDone['files'][number]>[]) => ({
    phase: 'done' as const,
    files: files.map((file) => ({ name: 'case.zip', outcome, against: null, unreadable: null, ...file })),
    sets: [],
  });
  const choose = async (testId: string, ...files: File[]) => {
    const input = screen.getByTestId(testId);
    Object.defineProperty(input, 'files', { value: files });
    await fireEvent.change(input);
  };
  it('takes files by the field and by dropping', async () => {
    const { onfiles } = view({ phase: 'idle' });
    const files = [new File(['x'], 'one.zip'), new File(['y'], 'two.zip.age')];
    await choose('verify-input', ...files);
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(drop, 'dataTransfer', { value: { files } });
    await fireEvent(screen.getByTestId('verify-drop'), drop);
    expect(onfiles.mock.calls).toEqual([[files], [files]]);
    expect(drop.defaultPrevented).toBe(true);
  });
  it('takes the fingerprint of the key that should have signed, and no file while it is none', async () => {
    const { onsigners, onfiles } = view({ phase: 'idle' }, { text: 'ab', isWrong: true });
    await fireEvent.input(screen.getByTestId('verify-signer'), { target: { value: 'abc' } });
    expect(onsigners).toHaveBeenCalledWith('abc');
    expect(screen.getByTestId('field-error').textContent).toContain('64 digits');
    await choose('verify-input', new File(['x'], 'one.zip'));
    expect(onfiles).not.toHaveBeenCalled();
  });
  it('shows what nothing ties to anybody in another colour than what is signed', () => {
    const whole = { ...outcome, verdict: 'whole', findings: [] } as const;
    view(done({ outcome: whole }, { outcome: { ...whole, isAnchored: true } }));
    const tones = screen.getAllByTestId('verify-verdict').map(({ classList }) => [...classList]);
    expect(tones).toEqual([expect.arrayContaining(['warn']), expect.arrayContaining(['good'])]);
  });
  it('names what differs and says what is not proven', () => {
    view(done({}));
    expect(screen.getByTestId('verify-verdict').dataset['verdict']).toBe('not-whole');
    expect(screen.getByTestId('verify-files').textContent).toContain('data/a.png is different.');
    expect(screen.getByText('That the page was true.')).toBeTruthy();
    expect(screen.queryByTestId('verify-against-input')).toBeNull();
  });
  const copy = { ...outcome, checks: [{ id: 'redactions', state: 'passed', text: 'Left out' }] };
  it('asks for the full bundle of a redacted copy, until it was held against it', async () => {
    const { onagainst } = view(done({ outcome: copy }));
    const file = new File(['x'], 'full.zip');
    await choose('verify-against-input', file);
    expect(onagainst).toHaveBeenCalledWith(file);
  });
  it('says what a copy was held against, and asks no more', () => {
    view(done({ outcome: copy, against: 'full.zip' }, { name: 'full.zip' }));
    expect(screen.getByText('Held against full.zip.')).toBeTruthy();
    expect(screen.queryByTestId('verify-against-input')).toBeNull();
    expect(screen.getAllByTestId('verify-verdict')).toHaveLength(2);
  });
  it('says of volumes what they are together, and of a file that cannot be read why', () => {
    const set = { group: 'case-1', isWhole: false, texts: ['Volumes are missing: 2 / 3.'] };
    view({ ...done({}, { outcome: null, unreadable: 'it went away' }), sets: [set] });
    expect(screen.getByTestId('verify-set').textContent).toContain('2 / 3');
    expect(screen.getByText(/it went away/)).toBeTruthy();
  });
  it('asks for the key of an encrypted file', async () => {
    const { onkey } = view({ phase: 'locked', name: 'case.zip.age', wrong: false });
    await fireEvent.input(screen.getByTestId('import-key'), { target: { value: ' a passphrase ' } });
    await fireEvent.click(screen.getByTestId('import-unlock'));
    expect(onkey).toHaveBeenCalledWith('a passphrase');
  });
});

describe('ExportPanel', () => {
  const given = () => ({
    captures: 2,
    size: 5_000_000,
    choices: DEFAULT_EXPORT_CHOICES,
    onchoose: vi.fn(),
    form: EMPTY_EXPORT_FORM,
    problem: null,
    onform: vi.fn(),
    makePassphrase: () => 'aaaaa-bbbbb-ccccc',
    canPrint: true,
    onstart: vi.fn(),
    oncancel: vi.fn(),
  });
  it('offers nothing to export in an empty case', () => {
    show(ExportPanel, { ...given(), captures: 0, state: { phase: 'idle' } });
    expect(screen.queryByTestId('export-button')).toBeNull();
  });
  it('shows how far it is and can be cancelled', async () => {
    const props = { ...given(), state: { phase: 'running', done: 1_000_000, total: 4_000_000 } } as const;
    show(ExportPanel, props);
    expect(screen.getByRole('status').textContent).toContain('1 MB of 4 MB');
    await fireEvent.click(screen.getByTestId('export-cancel'));
    expect(props.oncancel).toHaveBeenCalledOnce();
  });
  it('wants a passphrase twice, keys that are keys, and volumes that hold something', () => {
    const form = EMPTY_EXPORT_FORM;
    expect(choicesOf(form)).toEqual({ choices: {} });
    expect(choicesOf({ ...form, cut: 'mail', caseUco: true })).toEqual({
      choices: { volumeBytes: 20_000_000, withCaseUco: true },
    });
    expect(choicesOf({ ...form, cut: 'other', megabytes: '1' })).toEqual({ problem: { field: 'volumes' } });
    const secret = { ...form, encryption: 'passphrase', passphrase: 'correct horse' } as const;
    expect(choicesOf(secret)).toEqual({ problem: { field: 'passphrase', why: 'differs' } });
    expect(choicesOf({ ...secret, passphrase: 'short', again: 'short' })).toEqual({
      problem: { field: 'passphrase', why: 'short' },
    });
    expect(choicesOf({ ...secret, again: 'correct horse' })).toEqual({
      choices: { encryptTo: { kind: 'passphrase', passphrase: 'correct horse' } },
    });
    const keyed = { ...form, encryption: 'recipients' } as const;
    expect(choicesOf(keyed)).toEqual({ problem: { field: 'recipients', key: '' } });
    expect(JSON.stringify(choicesOf({ ...keyed, recipients: 'AGE-SECRET-KEY-1XYZ' }))).not.toContain('XYZ');
    const key = `age1${'q'.repeat(58)}`;
    expect(choicesOf({ ...keyed, recipients: `${key}\n` })).toEqual({
      choices: { encryptTo: { kind: 'recipients', recipients: [key] } },
    });
  });
  it('shows what is wrong with the passphrase', () => {
    const form = { ...EMPTY_EXPORT_FORM, encryption: 'passphrase' as const };
    const problem = { field: 'passphrase', why: 'differs' } as const;
    show(ExportPanel, { ...given(), form, problem, state: { phase: 'idle' } });
    expect(screen.getByTestId('field-error').textContent).toContain('not the same');
  });
});

describe('options', () => {
  const storage = { used: 1000, quota: 2_000_000, persisted: false, refused: false };
  it('saves a number in its own unit and refuses one out of bounds', async () => {
    const onchange = vi.fn();
    show(OptionsView, { settings: DEFAULT_SETTINGS, storage, onchange, onpersist: vi.fn() });
    const input = screen.getByTestId('setting-scrollPassMs');
    await fireEvent.input(input, { target: { value: '12' } });
    await fireEvent.change(input);
    expect(onchange).toHaveBeenCalledWith({ scrollPassMs: 12_000 });
    await fireEvent.input(input, { target: { value: '0' } });
    await fireEvent.change(input);
    expect(onchange).toHaveBeenCalledOnce();
    expect(screen.getByTestId('field-error').textContent).toContain('from 1 to 600');
  });
  it('names the resolvers that are asked', () => {
    show(OptionsView, { settings: DEFAULT_SETTINGS, storage, onchange: vi.fn(), onpersist: vi.fn() });
    expect(screen.getByText(/Asked now: cloudflare-dns.com, dns.google/)).toBeTruthy();
  });
  it('parses what is typed', () => {
    expect(parseNumber('', NUMBER_SETTINGS.free)).toBeNull();
    expect(parseNumber('1e9', NUMBER_SETTINGS.height)).toBeNull();
    expect(parseNumber('300', NUMBER_SETTINGS.free)).toBe(DEFAULT_SETTINGS.minimumFreeBytes);
    expect(parseAddresses('https://a.example\n\n https://a.example ', ['https:'])).toEqual([
      'https://a.example',
    ]);
    expect(parseAddresses('http://a.example', ['https:'])).toBeNull();
    expect(parseAddresses('', ['https:'])).toEqual([]);
  });
});

describe('caseTitleFor', () => {
  it('names a case by site and day', () => {
    const now = new Date('2026-11-21T23:59:00Z');
    expect(caseTitleFor('https://pirate.example:8443/x', now)).toBe('pirate.example:8443 · 2026-11-21');
    expect(caseTitleFor('nonsense', now)).toBe('2026-11-21');
  });
});
