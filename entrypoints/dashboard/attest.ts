import { attestProducer } from '../../utils/bundle/producers/attest.ts';
import type { WriteOptions } from '../../utils/bundle/write-bundle.ts';
import { succeed, type Result } from '../../utils/case/result.ts';
import { hexOf, type Digest } from '../../utils/case/values.ts';
import { openSigner } from '../../utils/integrity/signing-key.ts';
import { DEFAULT_INTERVAL_MS, KNOWN_AUTHORITIES } from '../../utils/integrity/timestamp/authorities.ts';
import { timestampEnvironment, type Timestamp } from '../../utils/integrity/timestamp/request-timestamp.ts';
import { trustedRoots } from '../../utils/integrity/timestamp/roots.ts';
import { stampNow } from '../../utils/integrity/timestamp/stamp-now.ts';
import type { Store } from '../../utils/store/store.ts';

/** For each authority. */
const TIMEOUT_MS = 20_000;

/**
 * What signs an export, and stamps it where the person chose authorities. Without an answer of any of them the
 * bundle goes out signed but unstamped, and its verification says that its time is this machine's.
 */
export async function attestOptions(
  store: Store,
): Promise<Result<Required<Pick<WriteOptions, 'attest' | 'signerFingerprint'>>>> {
  const { tsaUrls, tsaRootPem } = await store.settings.read();
  const roots = trustedRoots(tsaRootPem);
  if (!roots.ok) return roots;
  const signer = openSigner(store.signingKeys, () => new Date());
  const key = await signer.current();
  if (!key.ok) return key;
  const stamp = async (digest: Digest, signal: AbortSignal): Promise<Timestamp | null> => {
    if (tsaUrls.length === 0) return null;
    const outcome = await stampNow({
      ...timestampEnvironment,
      digest,
      roots: roots.value,
      policy: { urls: tsaUrls, intervalMs },
      timeoutMs: TIMEOUT_MS,
      pace: store.stampQueue,
      sleep,
      signal,
    });
    signal.throwIfAborted();
    return outcome.ok ? outcome.value : null;
  };
  return succeed({
    signerFingerprint: hexOf(key.value.fingerprint),
    attest: [attestProducer({ sign: (bytes) => signer.sign(bytes), stamp, roots: roots.value })],
  });
}

function intervalMs(url: string): number {
  return KNOWN_AUTHORITIES.find((one) => one.url === url)?.minimumIntervalMs ?? DEFAULT_INTERVAL_MS;
}

function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((done, stopped) => {
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      stopped(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    });
  });
}
