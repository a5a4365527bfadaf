import { hexOf, type Digest } from '../../case/values.ts';
import type { Bytes } from '../../integrity/bytes.ts';
import {
  checkSignature,
  checkStamp,
  type SignatureFinding,
  type StampFinding,
} from '../../integrity/attestation.ts';
import { parseBagInfo } from '../bag.ts';
import {
  ATTESTED,
  BAG_INFO,
  CAPTURES,
  CAPTURE_DOCUMENT,
  SIGNER_KEY,
  TAG_MANIFEST,
  TSA_CHAIN,
} from '../layout.ts';
import { declaredIn } from './declared.ts';
import { recordFindings, stampClaims } from './stamp-records.ts';
import { bagStampFindings, captureStampFindings } from './time-checks.ts';
import type { BundleCheck, CheckResult, Finding, OpenedBag, Statement } from './types.ts';

/** Longest file of a signature or timestamp, in bytes. */
const LIMIT = 1024 * 1024;

const escaped = (path: string): string => path.replaceAll('.', String.raw`\.`);

/**
 * The signature over the tag manifest, which stands for the whole bag.
 * @param signers fingerprints (64 hexadecimal digits) that the reader has from elsewhere: where there are any, a bundle that
 *   none of these keys signed is not whole.
 */
export function signatureCheck(signers: readonly string[]): BundleCheck {
  return {
    id: 'signature',
    sidecars: [new RegExp(`^${escaped(ATTESTED)}\\.sig$`), new RegExp(`^${escaped(SIGNER_KEY)}$`)],
    async run(bag) {
      const signed = await bag.bytes(TAG_MANIFEST, LIMIT);
      // Its absence is a finding of the manifests' check.
      if (!signed) return { findings: [], notDone: true };
      const stated = parseBagInfo((await bag.text(BAG_INFO)) ?? '')?.get('Prima-Facie-Signer');
      const finding = await checkSignature({
        signed,
        signature: await bag.bytes(`${ATTESTED}.sig`, LIMIT),
        signerPem: await bag.text(SIGNER_KEY, LIMIT),
        statedFingerprint: stated === undefined ? null : `sha256:${stated}`,
      });
      return signatureResult(finding, signers);
    },
  };
}

function signatureResult(finding: SignatureFinding, signers: readonly string[]): CheckResult {
  const path = `${ATTESTED}.sig`;
  if (finding.state === 'failed') {
    const { reason } = finding;
    const code =
      reason === 'stripped' || reason === 'other-key' ? (`signature-${reason}` as const) : 'signature-wrong';
    return { findings: [{ severity: 'failure', code, path, detail: reason }] };
  }
  const signer = finding.state === 'ok' ? hexOf(finding.fingerprint) : null;
  const isExpected = signer !== null && signers.includes(signer);
  if (signers.length > 0 && !isExpected) {
    const detail = signer ?? 'no signature';
    return { findings: [{ severity: 'failure', code: 'signer-unexpected', path, detail }] };
  }
  if (signer === null) {
    const findings: Finding[] = [{ severity: 'warning', code: 'unsigned' }];
    return { findings, notDone: true, notProven: [{ key: 'not-proven-signed' }] };
  }
  const key = isExpected ? 'proven-signer' : 'proven-signature';
  const proven = [{ key, parameters: { fingerprint: signer } }];
  return { findings: [], anchor: { signer, isExpected }, proven };
}

/**
 * The timestamps over the tag manifest and over each `capture.json`.
 * @param roots DER of the authorities' roots that the reader trusts.
 */
export function timestampCheck(roots: readonly Bytes[]): BundleCheck {
  return {
    id: 'timestamps',
    sidecars: [new RegExp(`^${escaped(ATTESTED)}\\.ts[qr]$`), new RegExp(`^${escaped(TSA_CHAIN)}$`)],
    async run(bag, signal) {
      const whole = await stampOf(bag, TAG_MANIFEST, ATTESTED, roots);
      const captures: StampFinding[] = [];
      const findings: Finding[] = [...stampFindings(whole, ATTESTED)];
      const claims = await stampClaims(bag);
      if (whole.state === 'ok') {
        findings.push(...(await bagStampFindings(bag, whole.facts.genTime, `${ATTESTED}.tsr`)));
      }
      for (const path of bag.files.keys()) {
        if (!path.startsWith(CAPTURES) || !path.endsWith(`/${CAPTURE_DOCUMENT}`)) continue;
        signal.throwIfAborted();
        const stamp = await stampOf(bag, path, path, roots);
        captures.push(stamp);
        findings.push(...stampFindings(stamp, path));
        const folder = path.slice(0, -CAPTURE_DOCUMENT.length);
        findings.push(...(await recordFindings(bag, folder, stamp, claims)));
        if (stamp.state === 'ok')
          findings.push(...(await captureStampFindings(bag, stamp.facts.genTime, path)));
      }
      return { findings, ...statements(whole, captures) };
    },
  };
}

/** `stamped`: the file; `name`: what its `.tsq` and `.tsr` are named after. */
async function stampOf(
  bag: OpenedBag,
  stamped: string,
  name: string,
  roots: readonly Bytes[],
): Promise<StampFinding> {
  // The stamp is over the original, also where the bag holds a redacted copy of it.
  const copy = (await declaredIn(bag))?.copyAt(stamped);
  const digest: Digest | undefined = copy?.original.digest ?? bag.fingerprints.get(stamped)?.digest;
  const none: StampFinding = { kind: 'timestamp', state: 'not-available', reason: 'unstamped' };
  if (digest === undefined || !(bag.files.has(`${name}.tsr`) || bag.files.has(`${name}.tsq`))) return none;
  const query = await bag.bytes(`${name}.tsq`, LIMIT);
  const response = await bag.bytes(`${name}.tsr`, LIMIT);
  return checkStamp({ digest, query, response, chainPem: await bag.text(TSA_CHAIN, LIMIT) }, roots);
}

function stampFindings(stamp: StampFinding, name: string): Finding[] {
  const path = `${name}.tsr`;
  if (stamp.state === 'failed') {
    const detail = `${stamp.reason}: ${stamp.detail}`;
    return [{ severity: 'failure', code: 'timestamp-wrong', path, detail }];
  }
  if (stamp.state !== 'not-available' || stamp.reason !== 'unknown-root') return [];
  const { root } = stamp.facts;
  const detail = `${root.subject}, ${root.fingerprint}`;
  return [{ severity: 'warning', code: 'timestamp-unknown-root', path, detail }];
}

function statements(whole: StampFinding, captures: readonly StampFinding[]): Omit<CheckResult, 'findings'> {
  const good = captures.filter((stamp) => stamp.state === 'ok').length;
  const proven: Statement[] = [];
  if (whole.state === 'ok') {
    const { genTime, signer } = whole.facts;
    proven.push({ key: 'proven-time', parameters: { at: genTime, authority: signer.subject } });
  }
  if (good > 0) {
    proven.push({ key: 'proven-capture-times', parameters: { count: good, of: captures.length } });
  }
  const stamp =
    whole.state === 'ok' ? { at: whole.facts.genTime, authority: whole.facts.signer.subject } : null;
  const attested = whole.state !== 'not-available' || good > 0;
  return {
    anchor: { stamp },
    proven,
    notProven: whole.state === 'ok' ? [] : [{ key: 'not-proven-time' }],
    ...(attested ? {} : { notDone: true as const }),
  };
}
