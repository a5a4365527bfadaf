import type { Bytes } from '../bytes.ts';
import { children, context, DerError, DerFields, readDer, TAG, type DerNode } from '../der.ts';
import { bitsOf, explicit, integerBytes, oidOf, smallInteger, timeOf } from '../der-values.ts';
import { parseExtensions } from '../x509/certificate.ts';
import { imprintOf, type MessageImprint } from './query.ts';
import { RefusalError } from './refusal.ts';
import { parseSignedData, type SignedData } from './signed-data.ts';

/** id-ct-TSTInfo (RFC 3161 section 2.4.2). */
export const TST_INFO_OID = '1.2.840.113549.1.9.16.1.4';
const SIGNED_DATA_OID = '1.2.840.113549.1.7.2';

/** PKIStatus (RFC 3161 section 2.4.2): only the first two come with a token. */
const STATUS = [
  'granted',
  'grantedWithMods',
  'rejection',
  'waiting',
  'revocationWarning',
  'revocationNotification',
];

/** PKIFailureInfo by bit. */
const FAILURES: Readonly<Record<number, string>> = {
  0: 'badAlg',
  2: 'badRequest',
  5: 'badDataFormat',
  14: 'timeNotAvailable',
  15: 'unacceptedPolicy',
  16: 'unacceptedExtension',
  17: 'addInfoNotAvailable',
  25: 'systemFailure',
};

/** What the authority signed: RFC 3161's TSTInfo. */
export interface TstInfo {
  readonly policy: string;
  readonly imprint: MessageImprint;
  /** Content octets of the INTEGER. */
  readonly serial: Bytes;
  readonly genTime: Date;
  /** Null where the authority does not say. */
  readonly accuracyMs: number | null;
  readonly nonce: Bytes | null;
  /** The GeneralName in the `tsa` field. */
  readonly tsa: DerNode | null;
}

/** A granted response, parsed and not yet checked. */
export interface ParsedResponse {
  readonly info: TstInfo;
  /** The octets of the TSTInfo, as hashed into the signed attributes. */
  readonly infoBytes: Bytes;
  readonly signed: SignedData;
}

/**
 * Parses a TimeStampResp (RFC 3161 section 2.4.2).
 * @throws RefusalError `bare-token`, `rejected-status`, `not-a-timestamp`, `critical-extension`
 * @throws DerError where the bytes are no such response.
 */
export function parseResponse(der: Bytes): ParsedResponse {
  const outer = readDer(der);
  if (outer.tag === TAG.sequence && children(outer)[0]?.tag === TAG.oid) {
    throw new RefusalError('bare-token', 'a token without its TimeStampResp: openssl cannot inspect it');
  }
  const fields = new DerFields(outer);
  checkStatus(fields.take(TAG.sequence));
  if (fields.isDone()) throw new RefusalError('malformed', 'granted, but there is no token');
  const token = new DerFields(fields.any());
  fields.end();
  if (oidOf(token.any()) !== SIGNED_DATA_OID) throw new RefusalError('not-a-timestamp', 'not CMS SignedData');
  const signed = parseSignedData(explicit(token.any(), 0));
  token.end();
  if (signed.contentType !== TST_INFO_OID) {
    throw new RefusalError('not-a-timestamp', `content type ${signed.contentType}`);
  }
  return { info: parseTstInfo(signed.content), infoBytes: signed.content, signed };
}

function checkStatus(node: DerNode): void {
  const fields = new DerFields(node);
  const status = smallInteger(fields.any());
  const texts = fields.optional(TAG.sequence);
  const failure = fields.optional(TAG.bitString);
  fields.end();
  if (status <= 1) return;
  const said = texts ? children(texts).map((text) => new TextDecoder().decode(text.content)) : [];
  const bits = failure ? bitsOf(failure) : new Uint8Array();
  const named = Object.entries(FAILURES)
    .filter(([bit]) => ((bits[Number(bit) >> 3] ?? 0) & (0x80 >> (Number(bit) & 7))) !== 0)
    .map(([, name]) => name);
  const words = [STATUS[status] ?? `status ${status}`, ...named, ...said];
  throw new RefusalError('rejected-status', words.join('; ').slice(0, 500));
}

/** Parses a TSTInfo. @throws DerError; RefusalError `critical-extension` */
export function parseTstInfo(der: Bytes): TstInfo {
  const fields = new DerFields(readDer(der));
  if (smallInteger(fields.any()) !== 1) throw new DerError('TSTInfo of another version than 1');
  const policy = oidOf(fields.any());
  const imprint = imprintOf(fields.any());
  const serial = integerBytes(fields.any());
  const genTime = timeOf(fields.take(TAG.generalizedTime));
  const accuracy = fields.optional(TAG.sequence);
  fields.optional(TAG.boolean);
  const nonce = fields.optional(TAG.integer);
  const tsa = fields.optional(context(0));
  const extensions = fields.optional(context(1));
  fields.end();
  refuseCritical(extensions);
  return {
    policy,
    imprint,
    serial,
    genTime,
    accuracyMs: accuracy ? accuracyOf(accuracy) : null,
    nonce: nonce ? integerBytes(nonce) : null,
    tsa: tsa ? explicit(tsa, 0) : null,
  };
}

function refuseCritical(extensions: DerNode | null): void {
  if (!extensions) return;
  for (const [oid, { critical }] of parseExtensions(extensions.whole, context(1))) {
    if (critical) throw new RefusalError('critical-extension', `TSTInfo extension ${oid}`);
  }
}

/** Accuracy in milliseconds, microseconds rounded up. */
function accuracyOf(node: DerNode): number {
  const fields = new DerFields(node);
  const seconds = fields.optional(TAG.integer);
  const millis = fields.optional(context(0, false));
  const micros = fields.optional(context(1, false));
  fields.end();
  const parts = [
    seconds ? smallInteger(seconds) * 1000 : 0,
    millis ? smallInteger(millis, context(0, false)) : 0,
    micros ? smallInteger(micros, context(1, false)) : 0,
  ] as const;
  if (parts[1] > 999 || parts[2] > 999) throw new DerError('accuracy out of range');
  return parts[0] + parts[1] + Math.ceil(parts[2] / 1000);
}
