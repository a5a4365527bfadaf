import { HOW_TO_VERIFY } from '../../i18n/catalog/how-to-verify.ts';
import { translator } from '../../i18n/translate.ts';
import { HOW_TO, MANIFEST, REPORT, TAG_MANIFEST } from '../layout.ts';
import type { BundleIdentity, EntryProducer } from '../ports.ts';

/** Checks both lists in PowerShell, which has no `sha256sum -c`. */
const POWERSHELL = [
  `Get-Content ${MANIFEST}, ${TAG_MANIFEST} | ForEach-Object {`,
  `  $digest, $path = $_ -split '  ', 2`,
  `  $found = if (Test-Path -LiteralPath $path) { (Get-FileHash -Algorithm SHA256 -LiteralPath $path).Hash }`,
  `  if ($found -ne $digest) { "DIFFERENT OR MISSING: $path" }`,
  `}`,
];

const SIGNED = 'attest/tagmanifest-sha256.txt';

const OPENSSL = [
  `openssl dgst -sha256 -verify attest/signer.pem -signature ${SIGNED}.sig ${TAG_MANIFEST}`,
  `openssl ts -verify -data ${TAG_MANIFEST} -in ${SIGNED}.tsr -CAfile attest/tsa-chain.pem`,
];

/** Command lines, set in from the text. */
function commands(lines: readonly string[]): string {
  return lines.map((line) => `    ${line}`).join('\n');
}

/** The text of HOW-TO-VERIFY. `payloadFiles`: how many files stand under `data/`. */
export function howToText(identity: BundleIdentity, payloadFiles: number): string {
  const t = translator(HOW_TO_VERIFY, identity.language);
  const windowsPath = REPORT.replaceAll('/', '\\');
  const parts = [
    t('title'),
    t('about', { version: identity.version, at: identity.exportedAt }),
    t('easy'),
    t('open', { name: identity.name }),
    t('linux'),
    commands([`sha256sum -c ${MANIFEST} && sha256sum -c ${TAG_MANIFEST}`]),
    t('macos'),
    commands([`shasum -a 256 -c ${MANIFEST} && shasum -a 256 -c ${TAG_MANIFEST}`]),
    t('windows'),
    commands(POWERSHELL),
    t('single'),
    commands([`Get-FileHash -Algorithm SHA256 ${windowsPath}`, `certutil -hashfile ${windowsPath} SHA256`]),
    t('extra', { count: payloadFiles }),
    commands(['find data -type f | wc -l', '(Get-ChildItem data -Recurse -File).Count']),
    t('signature'),
    commands(OPENSSL),
    t('meaning'),
  ];
  return `\uFEFF${parts.join('\n\n')}\n`;
}

/** `verify/HOW-TO-VERIFY.txt`. Line breaks as Windows writes them: every editor shows those. */
export const howToProducer: EntryProducer = {
  id: 'how-to-verify',
  *produce({ identity, written }) {
    const payload = written.filter(({ path }) => path.startsWith('data/')).length;
    yield { path: HOW_TO, content: howToText(identity, payload).replaceAll('\n', '\r\n') };
  },
};
