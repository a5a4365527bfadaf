import { fromBase64, toBase64, type Bytes } from './bytes.ts';

/** What the PEM files of a bundle hold. */
export type PemLabel = 'PUBLIC KEY' | 'CERTIFICATE';

/** DER as PEM (RFC 7468): 64 characters a line, a line feed at the end. */
export function pemOf(label: PemLabel, der: Uint8Array): string {
  const lines = toBase64(der).match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

/**
 * Every block with this label, in order. Text between blocks (as `openssl x509 -text` writes it) is ignored.
 * @returns null where a block is not base64 or does not end.
 */
export function derBlocks(label: PemLabel, text: string): Bytes[] | null {
  const blocks: Bytes[] = [];
  const begin = `-----BEGIN ${label}-----`;
  const end = `-----END ${label}-----`;
  for (let at = text.indexOf(begin); at !== -1; at = text.indexOf(begin, at)) {
    const stop = text.indexOf(end, at);
    if (stop === -1) return null;
    const der = fromBase64(text.slice(at + begin.length, stop));
    if (!der || der.byteLength === 0) return null;
    blocks.push(der);
    at = stop;
  }
  return blocks;
}
