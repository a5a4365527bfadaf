import * as v from 'valibot';
import { isDigest } from '../../case/values.ts';
import type { Digest } from '../../case/values.ts';

/** Bounds of what a file may hold. A free text can be long; a name or address cannot. */
export const MAXIMUM = { short: 2000, url: 16_384, text: 200_000, list: 50_000, few: 1000 } as const;

export const shortText = v.pipe(v.string(), v.maxLength(MAXIMUM.short));
export const longText = v.pipe(v.string(), v.maxLength(MAXIMUM.text));
export const url = v.pipe(v.string(), v.maxLength(MAXIMUM.url));
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
export const digest = v.custom<Digest>(isDigest, 'a digest is sha256: and 64 hexadecimal digits');
export const language = v.picklist(['en', 'zh-CN', 'ja']);

/** A time as ISO 8601 writes it, with a zone. */
export const instant = v.pipe(
  v.string(),
  v.maxLength(40),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'no such time'),
);

/** A list with a bound. */
export function listOf<const S extends v.GenericSchema>(schema: S, most: number = MAXIMUM.list) {
  return v.pipe(v.array(schema), v.maxLength(most));
}

/** A text in every language. */
export const texts = v.strictObject({ en: longText, 'zh-CN': longText, ja: longText });

/** A count of bytes or of anything else that cannot be negative. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
