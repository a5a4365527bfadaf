import { DEFAULT_SETTINGS, type Settings } from '../case/settings.ts';
import type { PrimaFacieDatabase } from './database.ts';

/** The user's settings: what they changed is stored, the rest comes from {@link DEFAULT_SETTINGS}. */
export interface SettingsRepository {
  read(): Promise<Settings>;
  change(change: Partial<Settings>): Promise<Settings>;
}

/** Settings in IndexedDB. */
export function settingsRepository(db: PrimaFacieDatabase): SettingsRepository {
  const stored = async () => (await db.settings.get('settings'))?.value ?? {};
  return {
    read: async () => ({ ...DEFAULT_SETTINGS, ...(await stored()) }),
    change: (change) =>
      db.transaction('rw', db.settings, async () => {
        const value = { ...(await stored()), ...change };
        await db.settings.put({ id: 'settings', value });
        return { ...DEFAULT_SETTINGS, ...value };
      }),
  };
}
