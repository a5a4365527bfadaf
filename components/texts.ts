import { getContext, setContext } from 'svelte';
import type { Failure } from '../utils/case/result.ts';
import type { Language } from '../utils/case/settings.ts';
import type { Instant } from '../utils/case/values.ts';
import { UI } from '../utils/i18n/catalog/ui.ts';
import { failureText } from '../utils/i18n/failure-text.ts';
import { translator, type Parameters } from '../utils/i18n/translate.ts';

/** Key of a text of the interface. */
export type TextKey = keyof typeof UI & string;

/** Everything a component needs to speak the reader's language. Plain text only, never HTML. */
export interface Texts {
  readonly language: Language;
  t(key: TextKey, parameters?: Parameters): string;
  /** The text of a key made at run time (`step.` + id), or `otherwise` where there is none. */
  named(key: string, otherwise: string): string;
  failure(failure: Failure): string;
  /** Date and time in the reader's time zone, with the zone. */
  time(at: Instant): string;
  /** Date and time to the minute, for lists. */
  shortTime(at: Instant): string;
  date(at: Instant): string;
  /** `1.4 MB`: decimal units, as browsers and hosts count. */
  bytes(count: number): string;
  duration(ms: number): string;
  number(value: number): string;
}

/** Context key, exported so that tests can give a component its texts. */
export const TEXTS = Symbol('texts');

/** Makes the texts for a language that may change: the function is read on every use, so a `$state` behind it works. */
export function makeTexts(language: () => Language): Texts {
  const one = (value: number, unit: string, digits: number) =>
    new Intl.NumberFormat(language(), {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    }).format(value);
  return {
    get language() {
      return language();
    },
    t: (key, parameters) => translator(UI, language())(key, parameters),
    named: (key, otherwise) =>
      Object.hasOwn(UI, key) ? translator(UI, language())(key as TextKey) : otherwise,
    failure: (failure) => failureText(failure)[language()],
    // 24 hours everywhere: a time in evidence must not hang on reading "AM" right.
    time: (at) =>
      new Intl.DateTimeFormat(language(), {
        dateStyle: 'medium',
        timeStyle: 'long',
        hourCycle: 'h23',
      }).format(new Date(at)),
    shortTime: (at) =>
      new Intl.DateTimeFormat(language(), {
        dateStyle: 'medium',
        timeStyle: 'short',
        hourCycle: 'h23',
      }).format(new Date(at)),
    date: (at) => new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(new Date(at)),
    bytes: (count) => {
      const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
      const power = Math.min(units.length - 1, count < 1000 ? 0 : Math.floor(Math.log10(count) / 3));
      return one(count / 1000 ** power, units[power] ?? 'byte', power > 1 ? 1 : 0);
    },
    duration: (ms) => (ms < 1000 ? one(ms, 'millisecond', 0) : one(ms / 1000, 'second', 1)),
    number: (value) => new Intl.NumberFormat(language()).format(value),
  };
}

/** Gives texts to everything below the component that calls it. */
export function provideTexts(texts: Texts): void {
  setContext(TEXTS, texts);
}

/** The texts that the page above gave. */
export function useTexts(): Texts {
  return getContext<Texts>(TEXTS);
}
