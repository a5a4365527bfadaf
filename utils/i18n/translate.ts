import type { Language } from '../case/settings.ts';

/** One message in every language of the interface; a missing language does not compile. */
export type Message = Readonly<Record<Language, string>>;

/** Messages by key. `{name}` in a text stands for a parameter. */
export type Catalog = Readonly<Record<string, Message>>;

/** Values for the `{name}` places of a message. */
export type Parameters = Readonly<Record<string, string | number>>;

/** Checks a catalog's shape and keeps its keys as a type. */
export function defineCatalog<const C extends Catalog>(catalog: C): C {
  return catalog;
}

/** Looks up a catalog's text in the chosen language and fills in its parameters. Returns plain text, never HTML. */
export type Translate<C extends Catalog> = (key: keyof C & string, parameters?: Parameters) => string;

/** Makes a {@link Translate} for one language. */
export function translator<C extends Catalog>(catalog: C, language: Language): Translate<C> {
  return (key, parameters = {}) => fill((catalog[key] as Message)[language], parameters);
}

/** Fills the `{name}` places of a text; a place without a parameter stays as it is, so that it shows in review. */
export function fill(text: string, parameters: Parameters): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(parameters[name] ?? place));
}

/** The interface language for a browser's preference list (BCP 47 tags, best first). */
export function chooseLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split('-')[0];
    if (primary === 'zh') return 'zh-CN';
    if (primary === 'ja') return 'ja';
    if (primary === 'en') return 'en';
  }
  return 'en';
}
