import type { Language } from '../../case/settings.ts';
import { EN } from './phrases-en.ts';
import type { Phrases } from './phrases-en.ts';
import { JA } from './phrases-ja.ts';
import { ZH } from './phrases-zh.ts';

/** Headings and labels by language. */
export const PHRASES: Readonly<Record<Language, Phrases>> = { en: EN, 'zh-CN': ZH, ja: JA };
