import { equalBytes } from '../bytes.ts';
import { basicConstraints, EXTENSION, extendedKeyUsage, keyUsage, type Certificate } from './certificate.ts';
import { sameName } from './name.ts';
import { verifyWithKey } from './verify-with-key.ts';

/** Extensions this check understands or that do not bear on it; any other that is critical ends the chain. */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  ...Object.values(EXTENSION),
  '2.5.29.18', // issuer alternative name
  '2.5.29.31', // CRL distribution points
  '2.5.29.32', // certificate policies: any policy is accepted
  '2.5.29.35', // authority key identifier
  '2.5.29.36', // policy constraints: any policy is accepted
]);

const ANY_PURPOSE = '2.5.29.37.0';
/** Longest chain, and the most signatures checked to find it: the certificates come from the network. */
const MAXIMUM_LENGTH = 8;
const MAXIMUM_CHECKS = 60;

/** Why no chain was found; the most telling of what stood in the way. */
export type ChainProblem =
  | 'wrong-root'
  | 'expired-signer'
  | 'expired-issuer'
  | 'issuer-constraints'
  | 'critical-extension'
  | 'algorithm';

/** A chain, the signer first and the pinned root last, or why there is none. */
export type ChainResult =
  | { readonly ok: true; readonly chain: readonly Certificate[] }
  | { readonly ok: false; readonly problem: ChainProblem; readonly detail: string };

/** What a chain is looked for with. */
export interface ChainInput {
  readonly signer: Certificate;
  /** Certificates that may stand between; none of them is trusted. */
  readonly intermediates: readonly Certificate[];
  /** Roots that are trusted as they are, byte by byte. One that is not self-issued only helps, as in openssl. */
  readonly roots: readonly Certificate[];
  /** The moment every certificate must be valid at. */
  readonly at: Date;
  /** The purpose that issuers with an extended key usage must allow. */
  readonly purpose: string;
}

/**
 * Looks for a chain from a signer to a pinned root (RFC 5280 section 6.1 without policies, name constraints and
 * revocation): names, signatures, validity at one moment, basic constraints with path length, key usage.
 * @throws DerError where a certificate's extensions are broken.
 */
export async function findChain(input: ChainInput): Promise<ChainResult> {
  const search = new ChainSearch(input);
  const chain = await search.from([input.signer]);
  return chain ? { ok: true, chain } : { ok: false, ...search.problem };
}

class ChainSearch {
  readonly #input: ChainInput;
  #checks = 0;
  problem: { problem: ChainProblem; detail: string } = {
    problem: 'wrong-root',
    detail: 'the chain does not lead to a trusted root',
  };

  constructor(input: ChainInput) {
    this.#input = input;
  }

  async from(chain: readonly Certificate[]): Promise<readonly Certificate[] | null> {
    const last = chain.at(-1);
    if (!last || !this.#isFit(last, chain.length - 1)) return null;
    const { roots, intermediates } = this.#input;
    const isSelfIssued = sameName(last.subject, last.issuer);
    if (isSelfIssued && roots.some((root) => equalBytes(root.der, last.der))) return chain;
    if (chain.length >= MAXIMUM_LENGTH) return null;
    // Roots first: where an authority sends a cross-signed copy of a root, the short way is the pinned one.
    for (const issuer of [...roots, ...intermediates]) {
      const isNew = !chain.some((one) => equalBytes(one.der, issuer.der));
      if (isNew && sameName(issuer.subject, last.issuer) && (await this.#hasSigned(issuer, last))) {
        const whole = await this.from([...chain, issuer]);
        if (whole) return whole;
      }
    }
    return null;
  }

  /** @param below how many certificates stand below this one in the chain. */
  #isFit(certificate: Certificate, below: number): boolean {
    const { at, purpose } = this.#input;
    const second = Math.floor(at.getTime() / 1000) * 1000;
    if (second < certificate.notBefore.getTime() || second > certificate.notAfter.getTime()) {
      const span = `${certificate.notBefore.toISOString()} to ${certificate.notAfter.toISOString()}`;
      return this.#stop(below === 0 ? 'expired-signer' : 'expired-issuer', `valid from ${span}`);
    }
    for (const [oid, { critical }] of certificate.extensions) {
      if (critical && !UNDERSTOOD.has(oid)) return this.#stop('critical-extension', oid);
    }
    if (below === 0) return true;
    const { ca, pathLength } = basicConstraints(certificate);
    if (!ca) return this.#stop('issuer-constraints', 'an issuer is not a certificate authority');
    if (pathLength !== null && below - 1 > pathLength) {
      return this.#stop('issuer-constraints', 'more authorities than the path length allows');
    }
    const uses = keyUsage(certificate);
    if (uses && !uses.has('keyCertSign'))
      return this.#stop('issuer-constraints', 'an issuer may not sign certificates');
    const purposes = extendedKeyUsage(certificate)?.purposes;
    if (purposes && !purposes.includes(purpose) && !purposes.includes(ANY_PURPOSE)) {
      return this.#stop('issuer-constraints', 'an issuer may not issue for time stamping');
    }
    return true;
  }

  async #hasSigned(issuer: Certificate, certificate: Certificate): Promise<boolean> {
    this.#checks += 1;
    if (this.#checks > MAXIMUM_CHECKS) return false;
    const { signatureAlgorithm, signature, tbs } = certificate;
    const check = await verifyWithKey(issuer.spki, signatureAlgorithm, signature, tbs);
    if (check.state === 'unsupported') return this.#stop('algorithm', check.algorithm);
    return check.state === 'valid';
  }

  #stop(problem: ChainProblem, detail: string): false {
    this.problem = { problem, detail };
    return false;
  }
}
