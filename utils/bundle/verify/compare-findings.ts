import type { Finding } from './types.ts';

/** A finding that a copy does not fit its full bundle. */
export function other(path: string, detail: string): Finding {
  return { severity: 'failure', code: 'redaction-other', path, detail };
}

/** A finding that something could not be compared. */
export function notCompared(path: string): Finding {
  return { severity: 'warning', code: 'redaction-not-compared', path };
}
