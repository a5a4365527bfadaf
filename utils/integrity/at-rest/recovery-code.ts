import type { Bytes } from '../bytes.ts';

/** Letters and digits that are not mistaken for one another (Crockford's base 32): I, L, O and U are left out. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 25 of 32 signs are 125 bits: beyond trying. */
const SIGNS = 25;
const GROUP = 5;

/** A recovery code to be written down: five groups of five, `7QX2M-…`. */
export function newRecoveryCode(random: (octets: number) => Bytes): string {
  // 256 is a multiple of 32: every sign is as likely as every other.
  const signs = Array.from(random(SIGNS), (octet) => ALPHABET[octet % ALPHABET.length]).join('');
  return signs.replaceAll(new RegExp(`.{${GROUP}}(?=.)`, 'g'), '$&-');
}

/** A code as it is compared, however it was typed; null for a text that is no recovery code. */
export function canonicalCode(typed: string): string | null {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return signs.length === SIGNS && [...signs].every((sign) => ALPHABET.includes(sign)) ? signs : null;
}
