import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import process from 'node:process';
import { build } from 'vite';
import { VERIFIER_STYLE } from './verifier/style.ts';

/** Name of the extension's file that exports copy into bundles as `verify/verify.html`. Not a page of the extension. */
export const VERIFIER_ASSET = 'verify.html.txt';

/**
 * Builds `verify.html`: one file that holds the verifier's code and style, allowed by their digests, and may load
 * nothing else. The code is not minified: whoever relies on it can read it. Same sources, same bytes.
 */
export async function buildVerifier(): Promise<string> {
  const script = (await buildScript()).replaceAll('</script', String.raw`<\/script`);
  const policy = [
    "default-src 'none'",
    `script-src ${allowed(script)} 'wasm-unsafe-eval'`,
    `style-src ${allowed(VERIFIER_STYLE)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Prima Facie</title><style>${VERIFIER_STYLE}</style></head>
<body><noscript>This page checks a bundle by JavaScript. Without it, follow HOW-TO-VERIFY.txt. · 本页面需要 JavaScript，否则请参阅 HOW-TO-VERIFY.txt。 · JavaScript が必要です。無効の場合は HOW-TO-VERIFY.txt をご覧ください。</noscript>
<script>${script}</script></body></html>
`;
}

function allowed(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}

async function buildScript(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('..', import.meta.url)),
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: {
        entry: fileURLToPath(new URL('./verifier/main.ts', import.meta.url)),
        formats: ['iife'],
        name: 'primaFacieVerifier',
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const [chunk, ...rest] = outputs.filter((output) => output.type === 'chunk');
  if (!chunk || rest.length > 0) throw new Error('the verifier must be built into one script');
  return chunk.code;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , target = VERIFIER_ASSET] = process.argv;
  writeFileSync(target, await buildVerifier());
  process.stderr.write(`${target}\n`);
}
