import { equalBytes, type Bytes } from '../bytes.ts';
import { children, DerFields, readDer, TAG, type DerNode } from '../der.ts';
import { oidOf } from '../der-values.ts';

const SHORT: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.97': 'organizationIdentifier',
};

const DECODERS: Readonly<Record<number, string>> = { 0x0c: 'utf-8', 0x1e: 'utf-16be', 0x14: 'latin1' };

/** A Name as people read it: `CN=…, O=…, C=…` in the order of the certificate. @throws DerError */
export function nameText(der: Bytes): string {
  return attributes(der)
    .map(([oid, value]) => `${SHORT[oid] ?? oid}=${value}`)
    .join(', ');
}

/**
 * Whether two names are the same (RFC 5280 section 7.1, without Unicode normalisation): letters' case and repeated
 * spaces do not count.
 */
export function sameName(a: Bytes, b: Bytes): boolean {
  return equalBytes(a, b) || canonical(a) === canonical(b);
}

function canonical(der: Bytes): string {
  const folded = attributes(der).map(([oid, value]) => [
    oid,
    value.trim().replaceAll(/\s+/g, ' ').toLowerCase(),
  ]);
  return JSON.stringify(folded);
}

function attributes(der: Bytes): [oid: string, value: string][] {
  const pairs: [string, string][] = [];
  const names = new DerFields(readDer(der));
  while (!names.isDone()) {
    for (const attribute of children(names.take(TAG.set))) {
      const parts = new DerFields(attribute);
      pairs.push([oidOf(parts.any()), valueText(parts.any())]);
      parts.end();
    }
  }
  return pairs;
}

function valueText(node: DerNode): string {
  return new TextDecoder(DECODERS[node.tag] ?? 'ascii').decode(node.content);
}
