import { Decrypter, Encrypter } from 'age-encryption';
import { fail, failureOf, succeed, type Result } from '../case/result.ts';
import type { Bytes } from './bytes.ts';

/** For whom an export is encrypted: anyone with a passphrase, or the holders of age keys. Never both, by the format. */
export type AgeTarget =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recipients'; readonly recipients: readonly string[] };

/** With what an encrypted export is opened. */
export type AgeKey =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'identity'; readonly identity: string };

/** A passphrase of a person's own must have this many characters. */
export const MINIMUM_PASSPHRASE = 12;
/** scrypt with N = 2^17 takes 128 MiB for a moment; the standard tool's 2^18 would take 256 MiB. */
const SCRYPT_LOG_N = 17;
/** Letters and digits that are not mistaken for one another when read out. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 5;
const GROUP_LENGTH = 5;

/**
 * A passphrase nobody guesses (25 of 31 letters and digits: 123 bits), in groups that can be read out.
 * @param random random octets.
 */
export function makePassphrase(random: (octets: number) => Bytes): string {
  let text = '';
  while (text.length < GROUPS * GROUP_LENGTH) {
    // Octets beyond the largest multiple of 31 are thrown away, so that every letter is as likely as any other.
    for (const octet of random(64)) if (octet < 248) text += ALPHABET[octet % 31] ?? '';
  }
  const letters = text.slice(0, GROUPS * GROUP_LENGTH);
  return (letters.match(/.{5}/g) ?? []).join('-');
}

/**
 * Encrypts a stream in the age format (https://age-encryption.org/v1), opened by the standard `age` tool.
 * Memory stays flat: 64 KiB at a time.
 * @returns `bad-request` for a passphrase that is too short and a recipient that is none, naming it.
 */
export async function encryptForAge(
  target: AgeTarget,
  stream: ReadableStream<Uint8Array>,
): Promise<Result<ReadableStream<Uint8Array>>> {
  const encrypter = new Encrypter();
  const ready =
    target.kind === 'passphrase' ? setPassphrase(encrypter, target) : addRecipients(encrypter, target);
  if (!ready.ok) return ready;
  try {
    return succeed(await encrypter.encrypt(stream));
  } catch (thrown) {
    return fail('invalid-data', failureOf(thrown, 'invalid-data').detail);
  }
}

function setPassphrase(
  encrypter: Encrypter,
  { passphrase }: Extract<AgeTarget, { kind: 'passphrase' }>,
): Result<null> {
  if ([...passphrase].length < MINIMUM_PASSPHRASE) {
    return fail('bad-request', `a passphrase needs ${MINIMUM_PASSPHRASE} characters`);
  }
  encrypter.setScryptWorkFactor(SCRYPT_LOG_N);
  encrypter.setPassphrase(passphrase);
  return succeed(null);
}

function addRecipients(
  encrypter: Encrypter,
  { recipients }: Extract<AgeTarget, { kind: 'recipients' }>,
): Result<null> {
  if (recipients.length === 0) return fail('bad-request', 'no recipient');
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient.trim());
    } catch (thrown) {
      // A secret key pasted by mistake must not end up in a log.
      const shown = /^AGE-SECRET-KEY/i.test(recipient.trim())
        ? 'a secret key'
        : recipient.trim().slice(0, 80);
      return fail('bad-request', `not an age recipient: ${shown} (${String(thrown).slice(0, 120)})`);
    }
  }
  return succeed(null);
}

/**
 * Decrypts an age stream.
 * @returns `rejected` where passphrase or key do not open it, or its header was changed; reading the stream fails
 *   where what follows the header was changed or cut off.
 */
export async function decryptWithAge(
  key: AgeKey,
  stream: ReadableStream<Uint8Array>,
): Promise<Result<ReadableStream<Uint8Array>>> {
  try {
    const decrypter = new Decrypter();
    if (key.kind === 'passphrase') decrypter.addPassphrase(key.passphrase);
    else decrypter.addIdentity(key.identity.trim());
    return succeed(await decrypter.decrypt(stream));
  } catch (thrown) {
    const { detail } = failureOf(thrown, 'rejected');
    return fail('rejected', detail.replaceAll(/AGE-SECRET-KEY\S*/gi, 'a secret key'));
  }
}
