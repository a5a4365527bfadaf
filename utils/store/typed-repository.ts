import type { PrimaFacieDatabase } from './database.ts';

/** What somebody typed into a form and did not save yet; `id` says which form, of which case and row. */
interface TypedRow {
  readonly id: `typed:${string}`;
  readonly value: unknown;
}

/** Forms that were left before they were saved: a closed tab or a crash loses nothing that was typed. */
export interface TypedRepository {
  read(form: string): Promise<unknown>;
  keep(form: string, value: unknown): Promise<void>;
  forget(form: string): Promise<void>;
}

/** In the table of settings, beside the one row of settings: a value by name, which no bundle takes along. */
export function typedRepository(db: PrimaFacieDatabase): TypedRepository {
  const rows = db.table<TypedRow, string>('settings');
  return {
    read: async (form) => (await rows.get(`typed:${form}`))?.value ?? null,
    keep: async (form, value) => void (await rows.put({ id: `typed:${form}`, value })),
    forget: (form) => rows.delete(`typed:${form}`),
  };
}
