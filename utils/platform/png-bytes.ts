import { FailureError } from '../case/result.ts';

/** `Uint8Array.fromBase64` (ES2026), not yet in TypeScript's library. */
const decoder = Uint8Array as unknown as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };

/** Bytes of base64 text. The built-in decoder is ten times as quick as `atob`, which older browsers need. */
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> {
  if (decoder.fromBase64) return decoder.fromBase64(text);
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** Bytes of a `data:` URL as the browsers' capture calls return it. */
export function bytesOfDataUrl(url: string): Uint8Array<ArrayBuffer> {
  const comma = url.indexOf(',');
  if (!url.startsWith('data:') || comma < 0)
    throw new FailureError('browser-refused', 'no picture came back');
  return bytesOfBase64(url.slice(comma + 1));
}
