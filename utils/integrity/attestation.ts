import type { Digest } from '../case/values.ts';
import { equalBytes, type Bytes } from './bytes.ts';
import { digestOf } from './digest.ts';
import { derBlocks, pemOf } from './pem.ts';
import { verifySignature, type Signature } from './signing-key.ts';
import { checkTimestamp, type TimestampFacts } from './timestamp/check-timestamp.ts';
import type { TimestampReason } from './timestamp/refusal.ts';
import type { Timestamp } from './timestamp/request-timestamp.ts';

/** What can be wrong with a bundle's signature. `stripped`: the bag says that it was signed, and there is none. */
export type SignatureProblem =
  | 'signature-missing'
  | 'key-missing'
  | 'key-malformed'
  | 'signature-malformed'
  | 'signature-invalid'
  | 'other-key'
  | 'stripped';

/** What the signature's files come to. */
export type SignatureFinding =
  | { readonly kind: 'signature'; readonly state: 'ok'; readonly fingerprint: Digest }
  | { readonly kind: 'signature'; readonly state: 'failed'; readonly reason: SignatureProblem }
  | { readonly kind: 'signature'; readonly state: 'not-available'; readonly reason: 'unsigned' };

/** What can be wrong with a timestamp's files besides the timestamp itself. */
export type StampProblem =
  TimestampReason | 'query-missing' | 'response-missing' | 'chain-missing' | 'chain-malformed';

/**
 * What a timestamp's files come to. `unknown-root`: all is in order, but the authority is none that this verifier
 * knows, so whether to believe it is the reader's decision; such a stamp proves nothing by itself.
 */
export type StampFinding =
  | { readonly kind: 'timestamp'; readonly state: 'ok'; readonly facts: TimestampFacts }
  | {
      readonly kind: 'timestamp';
      readonly state: 'failed';
      readonly reason: StampProblem;
      readonly detail: string;
    }
  | { readonly kind: 'timestamp'; readonly state: 'not-available'; readonly reason: 'unstamped' }
  | {
      readonly kind: 'timestamp';
      readonly state: 'not-available';
      readonly reason: 'unknown-root';
      readonly facts: TimestampFacts;
    };

/** Grade of a time by what was found: anything but an accepted stamp of a known authority is local. */
export function timeGrade(finding: StampFinding): 'tsa' | 'local' {
  return finding.state === 'ok' ? 'tsa' : 'local';
}

/** The files of a bundle's signature; null where one is not there. */
export interface SignatureFiles {
  /** The bytes of `tagmanifest-sha256.txt`. */
  readonly signed: Bytes;
  /** `attest/tagmanifest-sha256.txt.sig`, DER. */
  readonly signature: Bytes | null;
  /** `attest/signer.pem`. */
  readonly signerPem: string | null;
  /** The fingerprint that the bag's own tag files state, where they do: taking the signature away then shows. */
  readonly statedFingerprint: string | null;
}

/** Checks a bundle's signature (ECDSA on P-256 with SHA-256, as `openssl dgst -sha256 -verify` does). */
export async function checkSignature(files: SignatureFiles): Promise<SignatureFinding> {
  const { signed, signature, signerPem, statedFingerprint } = files;
  if (!signature && signerPem === null) {
    return statedFingerprint === null
      ? { kind: 'signature', state: 'not-available', reason: 'unsigned' }
      : unsound('stripped');
  }
  if (!signature) return unsound('signature-missing');
  if (signerPem === null) return unsound('key-missing');
  const [spki, ...more] = derBlocks('PUBLIC KEY', signerPem) ?? [];
  // One key has one PEM form here: text around it could tell openssl or a reader of another key.
  if (!spki || more.length > 0 || pemOf('PUBLIC KEY', spki) !== signerPem) return unsound('key-malformed');
  const check = await verifySignature(spki, signature, signed);
  if (check !== 'valid') return unsound(check === 'invalid' ? 'signature-invalid' : 'signature-malformed');
  const fingerprint = await digestOf(spki);
  if (statedFingerprint !== null && statedFingerprint !== fingerprint) return unsound('other-key');
  return { kind: 'signature', state: 'ok', fingerprint };
}

function unsound(reason: SignatureProblem): SignatureFinding {
  return { kind: 'signature', state: 'failed', reason };
}

/** The files of one timestamp; null where one is not there. */
export interface StampFiles {
  /** SHA-256 of the stamped file. */
  readonly digest: Digest;
  readonly query: Bytes | null;
  readonly response: Bytes | null;
  /** `attest/tsa-chain.pem`: the certificates above the signers', roots among them. */
  readonly chainPem: string | null;
}

/**
 * Checks one timestamp: `attest/tagmanifest-sha256.txt.{tsq,tsr}`, or a capture's `capture.json.{tsq,tsr}`.
 * @param roots DER of the roots this verifier knows: its own, and those the person who verifies has given.
 */
export async function checkStamp(files: StampFiles, roots: readonly Bytes[]): Promise<StampFinding> {
  const { digest, query, response, chainPem } = files;
  if (!query && !response) return { kind: 'timestamp', state: 'not-available', reason: 'unstamped' };
  if (!response) return failed('response-missing', 'there is a query and no response');
  if (!query) return failed('query-missing', 'the nonce cannot be checked');
  if (chainPem === null) return failed('chain-missing', 'openssl cannot check it without the chain');
  const chain = derBlocks('CERTIFICATE', chainPem);
  if (!chain?.length || chain.map((der) => pemOf('CERTIFICATE', der)).join('') !== chainPem) {
    return failed('chain-malformed', 'the chain is not the plain list of certificates it should be');
  }
  const input = { digest, query, response, intermediates: chain };
  const known = await checkTimestamp({ ...input, roots });
  if (known.ok) return { kind: 'timestamp', state: 'ok', facts: known.value };
  if (known.refusal.reason !== 'wrong-root') return failed(known.refusal.reason, known.refusal.detail);
  const own = await checkTimestamp({ ...input, roots: chain });
  return own.ok
    ? { kind: 'timestamp', state: 'not-available', reason: 'unknown-root', facts: own.value }
    : failed(own.refusal.reason, own.refusal.detail);
}

function failed(reason: StampProblem, detail: string): StampFinding {
  return { kind: 'timestamp', state: 'failed', reason, detail };
}

/** One file of `attest/`, by its name there. */
export interface AttestFile {
  readonly name: string;
  readonly content: string | Bytes;
}

/**
 * The files that attest a tag manifest: signature and key always, the timestamp where there is one.
 * @param chains `chainPem` of every stamp in the bundle, the captures' too: one file serves them all.
 */
export function attestFiles(
  signature: Signature,
  stamp: Timestamp | null,
  chains: readonly string[],
): AttestFile[] {
  const files: AttestFile[] = [
    { name: 'tagmanifest-sha256.txt.sig', content: signature.der },
    { name: 'signer.pem', content: signature.publicKeyPem },
  ];
  if (stamp) {
    files.push(
      { name: 'tagmanifest-sha256.txt.tsq', content: stamp.query },
      { name: 'tagmanifest-sha256.txt.tsr', content: stamp.response },
    );
  }
  const chain = mergeChains(stamp ? [stamp.facts.chainPem, ...chains] : chains);
  if (chain) files.push({ name: 'tsa-chain.pem', content: chain });
  return files;
}

/** Certificates of several chains, each once, in the order they come. */
export function mergeChains(chains: readonly string[]): string {
  const merged: Bytes[] = [];
  for (const der of chains.flatMap((chain) => derBlocks('CERTIFICATE', chain) ?? [])) {
    if (!merged.some((one) => equalBytes(one, der))) merged.push(der);
  }
  return merged.map((der) => pemOf('CERTIFICATE', der)).join('');
}
