import { attestProducer } from '../../utils/bundle/producers/attest.ts';
import type { WriteOptions } from '../../utils/bundle/write-bundle.ts';
import { succeed, type Result } from '../../utils/case/result.ts';
import { hexOf, type Digest } from '../../utils/case/values.ts';
import { openSigner } from '../../utils/integrity/signing-key.ts';
import { STAMP_TIMEOUT_MS, stampPolicy } from '../../utils/integrity/timestamp/policy.ts';
import { timestampEnvironment, type Timestamp } from '../../utils/integrity/timestamp/request-timestamp.ts';
import { trustedRoots } from '../../utils/integrity/timestamp/roots.ts';
import { stampNow, type StampOutcome } from '../../utils/integrity/timestamp/stamp-now.ts';
import type { Store } from '../../utils/store/store.ts';

/** What became of the bundle's trusted time. `off`: no authority is chosen. */
export type StampState =
  | { readonly state: 'stamped'; readonly genTime: string; readonly url: string }
  | { readonly state: 'failed'; readonly why: string }
  | { readonly state: 'off' };

/** What the person who waits is told. */
export interface AttestReports {
  /** An authority is asked, after a wait where its pace asks for one. */
  readonly onAsking: (url: string) => void;
  /** The bundle's time is known, or why there is none. */
  readonly onStamp: (stamp: StampState) => void;
}

/**
 * What signs an export, and stamps it where the person chose authorities. Without an answer of any of them the
 * bundle goes out signed but unstamped, the reason is told, and its verification says that its time is this machine's.
 */
export async function attestOptions(
  store: Store,
  { onAsking, onStamp }: AttestReports,
): Promise<Result<Required<Pick<WriteOptions, 'attest' | 'signerFingerprint' | 'stampWanted'>>>> {
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
      policy: stampPolicy(tsaUrls),
      timeoutMs: STAMP_TIMEOUT_MS,
      pace: store.stampQueue,
      sleep,
      signal,
      onStep: ({ url }) => onAsking(url),
    });
    signal.throwIfAborted();
    onStamp(stateOf(outcome));
    return outcome.ok ? outcome.value : null;
  };
  return succeed({
    signerFingerprint: hexOf(key.value.fingerprint),
    stampWanted: tsaUrls.length > 0,
    attest: [attestProducer({ sign: (bytes) => signer.sign(bytes), stamp, roots: roots.value })],
  });
}

function stateOf(outcome: StampOutcome): StampState {
  if (outcome.ok) {
    const { url, facts } = outcome.value;
    return { state: 'stamped', genTime: facts.genTime, url };
  }
  const why = outcome.refusals.map(({ url, refusal }) => `${url}: ${refusal.reason} (${refusal.detail})`);
  return { state: 'failed', why: why.join('; ') };
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
