import type { Bytes } from '../../integrity/bytes.ts';

/**
 * Base64 as the debugger sends it: megabytes at a time, so the platform's own decoder where there is one, and a plain
 * loop elsewhere.
 * @returns null where the text is not base64.
 */
export function decodeBase64(text: string): Bytes | null {
  const native = (Uint8Array as { fromBase64?: (text: string) => Bytes }).fromBase64;
  try {
    if (native) return native.call(Uint8Array, text);
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
    return bytes;
  } catch {
    return null;
  }
}
