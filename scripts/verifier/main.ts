/** `verify.html`: the verifier in one file. Wiring only: the checks are those of the dashboard and command line. */
import type { Language } from '../../utils/case/settings.ts';
import { VERIFIER_PAGE } from '../../utils/i18n/catalog/verifier-page.ts';
import { chooseLanguage, translator } from '../../utils/i18n/translate.ts';
import { blobSource } from '../../utils/integrity/digest.ts';
import { furtherChecks, parseFingerprints } from '../../utils/bundle/verify/further-checks.ts';
import { verifyFiles, type VerifiedFiles } from '../../utils/bundle/verify/verify-files.ts';
import { element, filesView } from './view.ts';

type State =
  | { readonly at: 'idle' }
  | { readonly at: 'cancelled' }
  | { readonly at: 'running'; readonly name: string; readonly share: number }
  | { readonly at: 'unreadable'; readonly detail: string }
  | { readonly at: 'done'; readonly verified: VerifiedFiles };

const LANGUAGES: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '简体中文', ja: '日本語' };

let language = chooseLanguage(navigator.languages);
let state: State = { at: 'idle' };
let running: AbortController | null = null;
let chosen: readonly File[] = [];

/** Which keys the reader expects. One field for the life of the page: it is typed in while the page is drawn anew. */
const signerInput = element('input', { type: 'text', spellcheck: 'false', autocomplete: 'off' });
signerInput.addEventListener('input', () => void check(chosen));

/** Shows a new state. */
function show(next: State): void {
  state = next;
  draw();
}

async function check(files: readonly File[]): Promise<void> {
  running?.abort();
  running = null;
  chosen = files;
  const [first] = files;
  const signers = parseFingerprints(signerInput.value);
  // A fingerprint that is none must not be taken for one that fits: nothing is checked until it is mended.
  if (!first || !signers) return show({ at: 'idle' });
  const own = new AbortController();
  running = own;
  show({ at: 'running', name: first.name, share: 0 });
  try {
    const verified = await verifyFiles(
      files.map((file) => ({ name: file.name, source: blobSource(file) })),
      {
        signal: own.signal,
        checks: furtherChecks(undefined, { signers }),
        onProgress: ({ name, bytes, totalBytes }) => progress(own, name, bytes / Math.max(1, totalBytes)),
      },
    );
    if (running === own) show({ at: 'done', verified });
  } catch (error) {
    if (running !== own) return;
    show(own.signal.aborted ? { at: 'cancelled' } : { at: 'unreadable', detail: String(error) });
  }
}

/** Moves the bar without drawing the page anew. */
function progress(own: AbortController, name: string, share: number): void {
  if (running !== own || state.at !== 'running') return;
  state = { ...state, name, share };
  const bar = document.querySelector('progress');
  if (bar) bar.value = share;
  const label = document.querySelector('[data-running]');
  if (label) label.textContent = runningText(state.name, share);
}

function runningText(name: string, share: number): string {
  return translator(VERIFIER_PAGE, language)('running', { name, percent: Math.floor(share * 100) });
}

function draw(): void {
  const wasTyping = document.activeElement === signerInput;
  const t = translator(VERIFIER_PAGE, language);
  document.documentElement.lang = language;
  document.title = `${t('title')} · Prima Facie`;
  document.body.replaceChildren(
    element('header', {}, element('b', {}, 'Prima Facie'), languageChoice(t('language'))),
    element('h1', {}, t('title')),
    element('p', { class: 'muted' }, t('intro')),
    signerField(),
    dropZone(),
    element('main', { 'aria-live': 'polite' }, stateView()),
    element('footer', {}, element('p', {}, t('caution'))),
  );
  if (wasTyping) signerInput.focus();
}

function languageChoice(label: string): HTMLElement {
  const options = Object.entries(LANGUAGES).map(([value, name]) =>
    element('option', { value, lang: value, ...(value === language ? { selected: '' } : {}) }, name),
  );
  const select = element('select', { 'aria-label': label }, ...options);
  select.addEventListener('change', () => {
    language = chooseLanguage([select.value]);
    draw();
  });
  return select;
}

/** Asks who should have signed: the one thing that no bundle can say of itself. */
function signerField(): HTMLElement {
  const t = translator(VERIFIER_PAGE, language);
  const isWrong = parseFingerprints(signerInput.value) === null;
  const label = element('label', {}, element('span', {}, t('signer')), signerInput);
  const help = element('span', { class: 'muted' }, t('signer-help'));
  const wrong = element('span', { class: 'wrong', role: 'alert' }, t('signer-wrong'));
  return element('div', { class: 'signer' }, label, help, isWrong ? wrong : null);
}

function dropZone(): HTMLElement {
  const t = translator(VERIFIER_PAGE, language);
  // The browser labels a file field in its own language, which need not be the one chosen here.
  const input = element('input', { type: 'file', accept: '.zip,.age,application/zip', multiple: '' });
  input.addEventListener('change', () => {
    if (input.files?.length) void check([...input.files]);
  });
  const zone = element(
    'div',
    { class: 'drop' },
    element('strong', {}, t('drop')),
    element('label', { class: 'button' }, t('choose'), input),
    element('span', { class: 'muted' }, t('which')),
  );
  zone.addEventListener('dragover', () => zone.classList.add('over'));
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  return zone;
}

function stateView(): HTMLElement | string {
  const t = translator(VERIFIER_PAGE, language);
  if (state.at === 'done') return filesView(state.verified, language);
  if (state.at === 'cancelled') return element('p', { class: 'card' }, t('cancelled'));
  if (state.at === 'unreadable')
    return element('p', { class: 'card' }, t('unreadable', { detail: state.detail }));
  if (state.at === 'idle') return '';
  const cancel = element('button', { type: 'button' }, t('cancel'));
  cancel.addEventListener('click', () => running?.abort());
  return element(
    'section',
    { class: 'card' },
    element('p', { 'data-running': '' }, runningText(state.name, state.share)),
    element('progress', { max: '1', value: String(state.share) }),
    element('p', {}, cancel),
  );
}

// A file dropped beside the zone must not make the browser leave the page for it.
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length > 0) void check(files);
});
draw();
