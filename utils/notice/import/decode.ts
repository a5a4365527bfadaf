import type { Language } from '../../case/settings.ts';

/** What spreadsheets of a country write where they are not told to write UTF-8. */
const LOCAL: Readonly<Partial<Record<Language, string>>> = { 'zh-CN': 'gb18030', ja: 'shift_jis' };

/**
 * A list's bytes as text: UTF-16 with its mark, UTF-8 with or without, else what spreadsheets write in the reader's
 * language. Null where it is none of these: titles with wrong letters are worse than no titles.
 */
export function decodeList(bytes: Uint8Array<ArrayBuffer>, language: Language): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decode('utf-16be', bytes);
  const local = LOCAL[language];
  return decode('utf-8', bytes) ?? (local === undefined ? null : decode(local, bytes));
}

function decode(encoding: string, bytes: Uint8Array<ArrayBuffer>): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
