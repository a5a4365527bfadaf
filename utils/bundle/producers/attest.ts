import { FailureError, type Result } from '../../case/result.ts';
import { hexOf, type Digest } from '../../case/values.ts';
import { attestFiles } from '../../integrity/attestation.ts';
import type { Bytes } from '../../integrity/bytes.ts';
import { digestOf } from '../../integrity/digest.ts';
import type { Signature } from '../../integrity/signing-key.ts';
import { checkTimestamp } from '../../integrity/timestamp/check-timestamp.ts';
import type { Timestamp } from '../../integrity/timestamp/request-timestamp.ts';
import { ATTEST, CAPTURE_DOCUMENT } from '../layout.ts';
import type { AttestProducer, BundledCapture, BundleSource, ProducerContext } from '../ports.ts';

/** What attests a bundle. */
export interface AttestPorts {
  readonly sign: (bytes: Bytes) => Promise<Result<Signature>>;
  /** Asks for a timestamp; null where none is wanted or none was to be had: the bundle then says so. */
  readonly stamp?: (digest: Digest, signal: AbortSignal) => Promise<Timestamp | null>;
  /** DER of the roots that the captures' own stamps were accepted by. */
  readonly roots: readonly Bytes[];
}

/**
 * `attest/…`: the signature over the tag manifest, its key, the timestamp, and one chain for all stamps.
 * A signature that cannot be made ends the export: a bundle never looks signed and is not.
 */
export function attestProducer({ sign, stamp, roots }: AttestPorts): AttestProducer {
  return {
    id: 'attest',
    async *produce(context) {
      const bytes = new TextEncoder().encode(context.tagManifest);
      const signature = await sign(bytes);
      if (!signature.ok) throw new FailureError(signature.failure.code, signature.failure.detail);
      const stated = context.identity.signerFingerprint;
      if (stated !== undefined && stated !== hexOf(signature.value.fingerprint)) {
        throw new FailureError('signing-failed', 'the key was replaced while the bundle was written');
      }
      const stamped = stamp ? await stamp(await digestOf(bytes), context.signal) : null;
      const chains = await captureChains(context, roots);
      for (const { name, content } of attestFiles(signature.value, stamped, chains)) {
        yield { path: ATTEST + name, content };
      }
    },
  };
}

/** The chains of the captures' stamps, without which openssl could not check them. */
async function captureChains(
  { source, written }: ProducerContext,
  roots: readonly Bytes[],
): Promise<string[]> {
  if (!written.some(({ path }) => path.endsWith(`/${CAPTURE_DOCUMENT}.tsr`))) return [];
  const chains = new Set<string>();
  for await (const captured of source.captures()) {
    const chain = await captureChain(source, captured, roots);
    if (chain) chains.add(chain);
  }
  return [...chains];
}

async function captureChain(
  source: BundleSource,
  { capture, entries }: BundledCapture,
  roots: readonly Bytes[],
): Promise<string | null> {
  const read = async (path: string): Promise<Bytes | null> => {
    const entry = entries.find((one) => one.path === path);
    const blob = entry && (await source.blob(entry.digest));
    return blob?.ok ? new Uint8Array(await blob.value.arrayBuffer()) : null;
  };
  // The row names the original, also where the bundle holds a redacted copy of it.
  const digest = capture.digest ?? entries.find(({ path }) => path === CAPTURE_DOCUMENT)?.digest;
  const query = await read(`${CAPTURE_DOCUMENT}.tsq`);
  const response = await read(`${CAPTURE_DOCUMENT}.tsr`);
  if (!digest || !query || !response) return null;
  const checked = await checkTimestamp({ digest, query, response, roots });
  if (checked.ok) return checked.value.chainPem;
  // Its root is no longer trusted here; the chain it was accepted by was kept with it.
  const kept = entries.find(({ path }) => path === `${CAPTURE_DOCUMENT}.tsr`)?.about?.['chainPem'];
  return typeof kept === 'string' ? kept : null;
}
