import { getter } from '../../read-page.ts';
import type { RegionWords } from './key-region.ts';
import type { Rect } from './marks.ts';

/** Texts of the bar, in the user's language. `{count}` stands for how many are marked. */
export interface PickerWords extends RegionWords {
  readonly regionTooSmall: string;
  readonly hint: string;
  readonly marked: string;
  readonly region: string;
  readonly undo: string;
  readonly done: string;
  readonly language: string;
}

const XHTML = 'http://www.w3.org/1999/xhtml';
const documentElementOf = getter<Element | null>(Document.prototype, 'documentElement');
/** Set by the CSS object model, which no content security policy of the page forbids. */
const HOST = `all:initial!important;position:fixed!important;inset:0!important;width:100vw!important;
height:100vh!important;max-width:none!important;max-height:none!important;margin:0!important;padding:0!important;
border:0!important;background:transparent!important;display:block!important;overflow:hidden!important;
z-index:2147483647!important;pointer-events:auto!important;color-scheme:light!important`;
const LAYER =
  'position:absolute;inset:0;cursor:crosshair;touch-action:none;outline:none;background:transparent';
const BAR = `position:absolute;left:50%;bottom:16px;transform:translateX(-50%);display:flex;flex-wrap:wrap;gap:8px;
align-items:center;max-width:min(46rem,calc(100vw - 32px));padding:10px 14px;border-radius:10px;background:#14212b;
color:#fff;font:14px/1.4 system-ui,sans-serif;box-shadow:0 4px 24px rgb(0 0 0/.4);cursor:default`;
const BUTTON = `font:600 14px/1 system-ui,sans-serif;padding:8px 12px;border-radius:6px;border:1px solid #8fb4cc;
background:#22384a;color:#fff;cursor:pointer`;
const HOVER =
  'position:absolute;box-sizing:border-box;pointer-events:none;border:3px dashed #0b6fb8;background:rgb(11 111 184/.14);box-shadow:0 0 0 1px #fff';
const MARKED =
  'position:absolute;box-sizing:border-box;pointer-events:none;border:3px solid #c2185b;background:rgb(194 24 91/.16);box-shadow:0 0 0 1px #fff';
const BADGE =
  'position:absolute;left:0;top:0;padding:2px 7px;background:#c2185b;color:#fff;font:700 13px/1.4 system-ui,sans-serif';

/** What is drawn over the page while marking. In a closed shadow root: the page sees one empty element. */
export interface Overlay {
  readonly host: HTMLElement;
  readonly layer: HTMLElement;
  readonly buttons: Readonly<Record<'region' | 'undo' | 'done', HTMLElement>>;
  /** Whether a button of the bar has the keyboard. */
  hasButtonFocus(): boolean;
  /** Puts the overlay above everything, also after the page removed it. */
  show(): void;
  remove(): void;
  draw(hover: Rect | null, marks: readonly Rect[]): void;
  say(hint: string): void;
  setRegionMode(on: boolean): void;
}

function make<K extends 'div' | 'button' | 'span'>(name: K, style: string): HTMLElementTagNameMap[K] {
  const element = Document.prototype.createElementNS.call(document, XHTML, name) as HTMLElementTagNameMap[K];
  element.style.cssText = style;
  return element;
}

function place(element: HTMLElement, { x, y, width, height }: Rect): void {
  element.style.left = `${x}px`;
  element.style.top = `${y}px`;
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}

/** Makes the overlay; it is not shown yet. */
export function createOverlay(words: PickerWords): Overlay {
  const host = make('div', HOST);
  const root = host.attachShadow({ mode: 'closed' });
  const layer = make('div', LAYER);
  layer.tabIndex = -1;
  const hoverBox = make('div', `${HOVER};display:none`);
  const boxes = make('div', 'position:absolute;inset:0;pointer-events:none');
  const bar = make('div', BAR);
  bar.lang = words.language;
  bar.setAttribute('role', 'toolbar');
  const hint = make('span', 'flex:1 1 16rem');
  hint.setAttribute('role', 'status');
  hint.textContent = words.hint;
  const count = make('span', 'font-weight:700;white-space:nowrap');
  const button = (text: string) => {
    const made = make('button', BUTTON);
    made.type = 'button';
    made.textContent = text;
    return made;
  };
  const buttons = { region: button(words.region), undo: button(words.undo), done: button(words.done) };
  buttons.done.style.background = '#0b6fb8';
  bar.append(hint, count, buttons.region, buttons.undo, buttons.done);
  root.append(layer, boxes, hoverBox, bar);

  return {
    host,
    layer,
    buttons,
    hasButtonFocus: () => root.activeElement instanceof HTMLButtonElement,
    show() {
      if (host.isConnected) return;
      documentElementOf(document)?.append(host);
      // The top layer lies above every z-index; without it the highest one has to do.
      if ('showPopover' in host) {
        host.setAttribute('popover', 'manual');
        host.showPopover();
      }
      layer.focus({ preventScroll: true });
    },
    remove: () => host.remove(),
    draw(hover, marks) {
      hoverBox.style.display = hover ? 'block' : 'none';
      if (hover) place(hoverBox, hover);
      while (boxes.childElementCount > marks.length) boxes.lastElementChild?.remove();
      while (boxes.childElementCount < marks.length) {
        const box = make('div', MARKED);
        const badge = make('span', BADGE);
        badge.textContent = String(boxes.childElementCount + 1);
        box.append(badge);
        boxes.append(box);
      }
      for (const [index, rect] of marks.entries()) place(boxes.children[index] as HTMLElement, rect);
      const text = words.marked.replace('{count}', String(marks.length));
      if (count.textContent !== text) count.textContent = text;
    },
    say(text) {
      hint.textContent = text;
    },
    setRegionMode(on) {
      buttons.region.setAttribute('aria-pressed', String(on));
      buttons.region.style.background = on ? '#c2185b' : '#22384a';
    },
  };
}
