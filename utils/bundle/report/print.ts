import type { Result } from '../../case/result.ts';

/** A report ready to be printed. */
export interface PrintableReport {
  readonly html: string;
  /** The pictures it shows, by the address it gives them. */
  readonly pictures: ReadonlyMap<string, Blob>;
}

/**
 * Turns a report into a PDF: tagged, with an outline, its text selectable and its links live. Fails, with the reason,
 * where the browser has no way to.
 */
export type PrintReport = (report: PrintableReport, signal: AbortSignal) => Promise<Result<Blob>>;

/** Addresses of pictures in a report. */
const PICTURE = /<(?:img|image)\b[^>]*?\b(?:src|href)="([^"]+)"/g;

/** The addresses of all pictures that a report shows, each once. */
export function picturesIn(html: string): string[] {
  return [...new Set([...html.matchAll(PICTURE)].map(([, address = '']) => address))];
}
