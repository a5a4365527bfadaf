import type { Item, Party } from '../case/dispute.ts';
import type { NoticeContent } from '../case/notice.ts';

/** Details of a party that have fields of their own and are kept from those a notice is passed on to. */
export type PrivateKind = 'address' | 'phone' | 'identity';

/** A detail as it may be typed into a free text. */
interface Detail {
  readonly kind: PrivateKind;
  readonly pattern: RegExp;
}

/** What people put between the digits of a number. */
const GAP = String.raw`[\s().\-\u2010-\u2015/]{0,3}`;

/** Scripts without spaces write numbers and addresses right after other words. */
const NOT_WITHIN = String.raw`(?<![A-Za-z\d])`;

/** Digits of a telephone number that are the same with and without its prefixes for country and area. */
const TAIL = 9;

/**
 * What parties would rather not see passed on, ready to be found in a free text: telephone and identity numbers, and
 * the address of a person. An organisation's address is no secret. Numbers are found however they are grouped.
 */
export function privateDetails(parties: readonly (Party | null)[]): Detail[] {
  return parties.flatMap((party) => (party ? detailsOf(party) : []));
}

function detailsOf({ kind, phone, address, postalCode = '', identityReference = '' }: Party): Detail[] {
  const person = kind === 'person';
  return [
    ...patternOf('phone', phonePattern(phone)),
    ...numbersIn(identityReference).flatMap((number) => patternOf('identity', numberPattern(number))),
    ...(person ? linesOf(address).flatMap((line) => patternOf('address', wordsPattern(line))) : []),
    ...(person && tellsAPlace(postalCode) ? patternOf('address', wordsPattern(postalCode)) : []),
  ];
}

function patternOf(kind: PrivateKind, source: string | null): Detail[] {
  return source === null ? [] : [{ kind, pattern: new RegExp(source, 'giu') }];
}

function phonePattern(phone: string): string | null {
  const digits = [...phone.normalize('NFKC').replaceAll(/\D/g, '')];
  if (digits.length < 7) return null;
  const before = String.raw`${NOT_WITHIN}(?:\+|00)?(?:\d${GAP}|\(0\)${GAP}){0,${Math.max(0, digits.length - TAIL) + 1}}`;
  return String.raw`${before}${spaced(digits.slice(-TAIL))}(?!\d)`;
}

/** Letters and digits only, so that nothing in them is a sign of the pattern's own. */
function spaced(characters: readonly string[]): string {
  return characters.join(GAP);
}

function numberPattern(number: string): string {
  return String.raw`${NOT_WITHIN}${spaced([...number])}(?![A-Za-z\d])`;
}

/** Numbers of documents in a reference to them: six characters or more, four of them digits. */
function numbersIn(reference: string): string[] {
  const found = reference.normalize('NFKC').match(/[\p{L}\d]{6,}/gu) ?? [];
  return found
    .map((word) => word.replaceAll(/[^A-Za-z\d]/g, ''))
    .filter((word) => word.length >= 6 && word.replaceAll(/\D/g, '').length >= 4);
}

/** Parts of an address that tell one place: with a number in it, or long. A town alone tells none. */
function linesOf(address: string): string[] {
  return address
    .split(/[,;\n，；、]/)
    .map((part) => part.trim())
    .filter((part) => (part.length >= 5 && /\d/.test(part)) || part.length >= 14);
}

/** Five digits alone are as likely a count as a postal code. */
function tellsAPlace(postalCode: string): boolean {
  const plain = postalCode.replaceAll(/[\s-]/g, '');
  return plain.length >= 5 && (/[A-Za-z]/.test(plain) || plain.length >= 7);
}

function wordsPattern(line: string): string | null {
  const words = line.match(/[\p{L}\p{M}\d]+/gu);
  if (!words) return null;
  const between = String.raw`[\s,.\-]{1,3}`;
  return String.raw`${NOT_WITHIN}${words.join(between)}(?!\d)`;
}

/** The first private detail in a text, as it stands there; null where there is none. */
export function privateIn(text: string, details: readonly Detail[]): string | null {
  for (const { pattern } of details) {
    const found = text.match(pattern)?.[0];
    if (found !== undefined) return found.trim();
  }
  return null;
}

/** A notice whose free texts have `words` in the place of private details of some kinds; its fields stay. */
export function withoutPrivate<T extends NoticeContent>(
  content: T,
  kinds: readonly PrivateKind[],
  words: string,
): T {
  const details = privateDetails([content.notifier, content.holder]).filter(({ kind }) =>
    kinds.includes(kind),
  );
  if (details.length === 0) return content;
  const clean = (text: string): string =>
    details.reduce((rest, { pattern }) => rest.replaceAll(pattern, `[${words}]`), text);
  const { measureNote } = content;
  return {
    ...content,
    reason: clean(content.reason),
    ...(measureNote === undefined ? {} : { measureNote: clean(measureNote) }),
    items: content.items.map((item) => cleanItem(item, clean)),
  };
}

function cleanItem(item: Item, clean: (text: string) => string): Item {
  return {
    ...item,
    description: clean(item.description),
    observations: item.observations.map(({ text, fields, ...rest }) => ({
      ...rest,
      text: clean(text),
      ...(fields === undefined
        ? {}
        : {
            fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, clean(value)])),
          }),
    })),
  };
}
