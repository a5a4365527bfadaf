/** A short message at the edge of the page, with an undo where something can be undone. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo?: () => void;
}

/** Long enough to read. */
const SHOWN_MS = 5_000;
/** Long enough to read and to reach the undo button by keyboard. */
const SHOWN_WITH_UNDO_MS = 15_000;
/** More would cover the page. */
const MOST = 3;

/** The toasts of one page. */
export class Toasts {
  shown: readonly Toast[] = $state([]);
  #next = 0;

  /** Shows a text. `undo` is offered while it shows. */
  show(text: string, undo?: () => void): void {
    const id = this.#next++;
    this.shown = [...this.shown.slice(1 - MOST), { id, text, ...(undo ? { undo } : {}) }];
    setTimeout(() => this.dismiss(id), undo ? SHOWN_WITH_UNDO_MS : SHOWN_MS);
  }

  dismiss(id: number): void {
    this.shown = this.shown.filter((toast) => toast.id !== id);
  }
}
