import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { derBlocks } from '../../../utils/integrity/pem.ts';
import { digestOf } from '../../../utils/integrity/digest.ts';
import { toBase64 } from '../../../utils/integrity/bytes.ts';
import { makeSigningKey, signBytes } from '../../../utils/integrity/signing-key.ts';
import {
  requestTimestamp,
  timestampEnvironment,
} from '../../../utils/integrity/timestamp/request-timestamp.ts';
import type { KeyKind } from '../../fixtures/tsa/authority.ts';
import { startTsa } from '../../fixtures/tsa/start-tsa.ts';
import { openBrowser } from '../browsers.ts';

/** One self-contained file, as `verify.html` in a bundle is: no network, no module, no `eval`. */
const POLICY = "default-src 'none'; script-src 'unsafe-inline'";

interface Vector {
  readonly digest: string;
  readonly manifest: string;
  readonly signature: string;
  readonly signerPem: string;
  readonly query: string;
  readonly response: string;
  readonly chainPem: string;
  readonly root: string;
}

async function vector(key: KeyKind): Promise<Vector> {
  const tsa = await startTsa({ key, intermediate: true });
  try {
    const manifest = new TextEncoder().encode('0123  bagit.txt\n');
    const roots = derBlocks('CERTIFICATE', tsa.rootPem) ?? [];
    const digest = await digestOf(manifest);
    const stamped = await requestTimestamp(timestampEnvironment, {
      url: tsa.url,
      digest,
      roots,
      timeoutMs: 9000,
    });
    const signed = await signBytes(await makeSigningKey(() => new Date()), manifest);
    if (!stamped.ok || !signed.ok) throw new Error('the vector could not be made');
    return {
      digest,
      manifest: toBase64(manifest),
      signature: toBase64(signed.value.der),
      signerPem: signed.value.publicKeyPem,
      query: toBase64(stamped.value.query),
      response: toBase64(stamped.value.response),
      chainPem: stamped.value.facts.chainPem,
      root: toBase64(roots[0] ?? new Uint8Array()),
    };
  } finally {
    await tsa.close();
  }
}

/** Runs in the page: the real functions over one vector, and over the same with a byte of the response changed. */
const PAGE_CODE = `
import { checkSignature, checkStamp } from './utils/integrity/attestation.ts';
import { fromBase64 } from './utils/integrity/bytes.ts';
globalThis.checkVector = async (v) => {
  const signature = await checkSignature({
    signed: fromBase64(v.manifest), signature: fromBase64(v.signature), signerPem: v.signerPem, statedFingerprint: null,
  });
  const files = { digest: v.digest, query: fromBase64(v.query), response: fromBase64(v.response), chainPem: v.chainPem };
  const roots = [fromBase64(v.root)];
  const changed = files.response.slice();
  changed[changed.length - 1] ^= 1;
  const stamps = [
    await checkStamp(files, roots), await checkStamp(files, []), await checkStamp({ ...files, response: changed }, roots),
  ];
  return [signature.state, ...stamps.map((one) => one.reason ?? one.state)];
};`;

async function bundled(): Promise<string> {
  const entry = 'virtual:page-code';
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: resolve(import.meta.dirname, '../../..'),
    plugins: [
      {
        name: 'page-code',
        resolveId: (id: string) =>
          id === entry ? resolve(import.meta.dirname, '../../../page-code.js') : null,
        load: (id: string) => (id.endsWith('/page-code.js') ? PAGE_CODE : null),
      },
    ],
    build: { write: false, rollupOptions: { input: entry, output: { format: 'iife' } } },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const chunk = first && 'output' in first ? first.output[0] : null;
  if (!chunk) throw new Error('nothing was built');
  return chunk.code;
}

describe('the checks in a file opened from disk', () => {
  let folder = '';
  let url = '';
  let vectors: readonly Vector[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'from-disk-'));
    const html = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
    const code = (await bundled()).replaceAll('</script', '<\\/script');
    await writeFile(join(folder, 'verify.html'), `${html}<script>${code}</script>`);
    url = pathToFileURL(join(folder, 'verify.html')).href;
    vectors = await Promise.all((['ec', 'ec384', 'rsa'] as const).map(vector));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(['chrome', 'firefox'] as const)('say the same in %s as here', async (kind) => {
    const browser = await openBrowser(kind);
    try {
      const page = await browser.newPage();
      await page.goto(url);
      for (const one of vectors) {
        const said = await page.evaluate(
          (v) => (globalThis as unknown as { checkVector: (v: unknown) => Promise<string[]> }).checkVector(v),
          { ...one },
        );
        expect(said).toEqual(['ok', 'ok', 'unknown-root', 'tampered']);
      }
    } finally {
      await browser.close();
    }
  });
});
