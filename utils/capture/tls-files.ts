import type { ArtifactDraft } from '../case/artifact.ts';
import type { Exchange } from '../case/exchange.ts';
import { digestOf } from '../integrity/digest.ts';
import { derBlocks } from '../integrity/pem.ts';

/** Hosts named in one sentence; the archive has them all. */
const HOSTS_NAMED = 20;
/** Hexadecimal digits of a fingerprint that tell two certificates of one host apart in a file's name. */
const NAME_DIGITS = 16;

/** Certificate chains of a recording, one file for each certificate that a host showed, and what is missing. */
export async function certificateFiles(
  exchanges: readonly Exchange[],
): Promise<{ readonly files: readonly ArtifactDraft[]; readonly missing: readonly string[] }> {
  const files = new Map<string, ArtifactDraft>();
  const without = new Set<string>();
  for (const { url, security, response } of exchanges) {
    if (!response || !url.startsWith('https:')) continue;
    const { hostname } = new URL(url);
    const [leaf] = security?.chainPem ?? [];
    const [der] = leaf ? (derBlocks('CERTIFICATE', leaf) ?? []) : [];
    if (!der || !security?.chainPem) {
      without.add(hostname);
      continue;
    }
    const fingerprint = await digestOf(der);
    const digits = fingerprint.slice('sha256:'.length, 'sha256:'.length + NAME_DIGITS);
    const path = `net/tls/${hostname.replaceAll(/[^a-z0-9.-]/g, '_').slice(0, 60)}-${digits}.pem`;
    if (files.has(path)) continue;
    files.set(path, {
      path,
      mediaType: 'application/x-pem-file',
      bytes: security.chainPem.join(''),
      role: 'original',
      method: 'recorder',
      about: { host: hostname, fingerprint },
    });
  }
  const withChain = new Set([...files.values()].map(({ about }) => about?.['host']));
  return {
    files: [...files.values()],
    missing: lacks(
      [...without].filter((host) => !withChain.has(host)),
      files.size,
    ),
  };
}

function lacks(without: readonly string[], files: number): string[] {
  if (without.length > 0) {
    const named = without.slice(0, HOSTS_NAMED).join(', ');
    const more = without.length > HOSTS_NAMED ? ` and ${without.length - HOSTS_NAMED} more` : '';
    return [`not available: the browser gave no certificate chain of ${named}${more}`];
  }
  return files > 0 ? [] : ['not available: no response of this load came over TLS'];
}
