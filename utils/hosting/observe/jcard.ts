import * as v from 'valibot';

/** What is read of a jCard (RFC 7095). */
export interface Card {
  readonly name?: string;
  readonly organisation?: string;
  readonly emails: readonly { readonly value: string; readonly pref: number }[];
  readonly phones: readonly string[];
  /** `individual`, `group` or `org` (RFC 6350 §6.1.4), where it is said. */
  readonly kind?: string;
  /** Contact pages (`contact-uri`, RFC 8605). A `url` is a home page, to which nobody writes. */
  readonly urls: readonly string[];
}

const cardSchema = v.tuple([v.literal('vcard'), v.array(v.unknown())]);
const propertySchema = v.pipe(v.array(v.unknown()), v.minLength(4));
const MAXIMUM_PROPERTIES = 100;

/** Properties are read by position: name, parameters, type, value. Null: no jCard at all. */
export function parseJcard(vcardArray: unknown): Card | null {
  const card = v.safeParse(cardSchema, vcardArray);
  if (!card.success) return null;
  const properties = card.output[1].slice(0, MAXIMUM_PROPERTIES).flatMap(propertyFrom);
  const texts = (name: string) => properties.filter((property) => property.name === name);
  const name = texts('fn')[0]?.value;
  const organisation = texts('org')[0]?.value;
  const kind = texts('kind')[0]?.value.toLowerCase();
  return {
    ...(name ? { name } : {}),
    ...(organisation ? { organisation } : {}),
    ...(kind ? { kind } : {}),
    emails: texts('email').map(({ value, pref }) => ({ value: value.replace(/^mailto:/i, ''), pref })),
    phones: texts('tel').map(({ value }) => value.replace(/^tel:/i, '')),
    urls: texts('contact-uri').map(({ value }) => value),
  };
}

interface Property {
  readonly name: string;
  readonly value: string;
  /** 1 is best; 100 where nothing is said (RFC 6350 §5.3). */
  readonly pref: number;
}

function propertyFrom(property: unknown): Property[] {
  const parsed = v.safeParse(propertySchema, property);
  if (!parsed.success || typeof parsed.output[0] !== 'string') return [];
  const [name, parameters, , ...values] = parsed.output;
  const pref = prefOf(parameters);
  // `org` may hold an array of units; `tel` may come as text or URI; either way each value is its own.
  return values
    .flat(2)
    .filter((value) => typeof value === 'string')
    .map((value) => ({ name: String(name).toLowerCase(), value: value.trim().slice(0, 500), pref }))
    .filter(({ value }) => value !== '');
}

function prefOf(parameters: unknown): number {
  if (typeof parameters !== 'object' || parameters === null || !('pref' in parameters)) return 100;
  const pref = Number(parameters.pref);
  return Number.isFinite(pref) && pref >= 1 ? Math.min(pref, 100) : 100;
}
