import { hexOf, type Digest } from '../../case/values.ts';
import { HOW_TO_VERIFY } from '../../i18n/catalog/how-to-verify.ts';
import { translator } from '../../i18n/translate.ts';
import { CAPTURES, CAPTURE_DOCUMENT, HOW_TO, MANIFEST, REPORT, TAG_MANIFEST } from '../layout.ts';
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

const SIGNATURE = `openssl dgst -sha256 -verify attest/signer.pem -signature ${SIGNED}.sig ${TAG_MANIFEST}`;

/** Prints the fingerprint of the key in the bundle, to compare with one that was told in another way. */
const KEY_FINGERPRINT = 'openssl pkey -pubin -in attest/signer.pem -outform DER | openssl dgst -sha256';

/** The same in PowerShell, of any version, without openssl. */
const KEY_FINGERPRINT_WINDOWS = [
  `$key = [Convert]::FromBase64String((((Get-Content attest/signer.pem) -notmatch '-----') -join ''))`,
  `$hash = [Security.Cryptography.SHA256]::Create().ComputeHash($key)`,
  `-join ($hash | ForEach-Object { $_.ToString('x2') })`,
];

/** Prints every certificate of the chain with its fingerprint; openssl itself would read the first alone. */
const CHAIN_FINGERPRINTS =
  "awk -v c='openssl x509 -noout -subject -issuer -fingerprint -sha256' '{ print | c } /END/ { close(c) }' attest/tsa-chain.pem";

/** The time in a stamp, and whose it is. */
const STAMP_TIME = (stamp: string) => `openssl ts -reply -in ${stamp}.tsr -text`;

/** Checks a stamp by a root that did not come with the bundle. */
function rootCommand(file: string, stamp: string): string {
  return `openssl ts -verify -data ${file} -in ${stamp}.tsr -CAfile ../tsa-root.pem -untrusted attest/tsa-chain.pem`;
}

/** What openssl checks a timestamp with. */
function stampCommand(file: string, stamp = file): string {
  return `openssl ts -verify -data ${file} -in ${stamp}.tsr -CAfile attest/tsa-chain.pem`;
}

/** A capture whose `capture.json` is stamped; `original` where the bundle holds a redacted copy of what was stamped. */
export interface StampedCapture {
  readonly path: string;
  readonly original?: Digest;
}

function captureStampCommand({ path, original }: StampedCapture): string {
  if (!original) return stampCommand(path);
  return `openssl ts -verify -digest ${hexOf(original)} -in ${path}.tsr -CAfile attest/tsa-chain.pem`;
}

/** How many captures' stamps are spelled out; the rest are checked alike. */
const SHOWN_STAMPS = 20;

/** What the bag holds that must be spelled out. */
export interface HowToContents {
  /** Files under `data/`. */
  readonly payloadFiles: number;
  /** The `capture.json` that carry a timestamp. */
  readonly stamped: readonly StampedCapture[];
}

/** Command lines, set in from the text. */
function commands(lines: readonly string[]): string {
  return lines.map((line) => `    ${line}`).join('\n');
}

/** The text of HOW-TO-VERIFY. Commands stand there only for files that are. */
export function howToText(identity: BundleIdentity, { payloadFiles, stamped }: HowToContents): string {
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
    ...(identity.signerFingerprint
      ? [
          t('openssl'),
          t('signature', { fingerprint: identity.signerFingerprint }),
          commands([SIGNATURE]),
          t('key'),
          commands([KEY_FINGERPRINT]),
          t('key-windows'),
          commands(KEY_FINGERPRINT_WINDOWS),
        ]
      : [t('unsigned')]),
    ...(identity.stampWanted ? [t('stamp'), commands([stampCommand(TAG_MANIFEST, SIGNED)])] : []),
    ...(stamped.length > 0
      ? [
          t('capture-stamps', { count: stamped.length }),
          commands(stamped.slice(0, SHOWN_STAMPS).map((one) => captureStampCommand(one))),
        ]
      : []),
    ...authorityParts(identity, stamped, t),
    ...(identity.audience === 'full' ? [] : [t('redacted')]),
    t('meaning'),
  ];
  return `\uFEFF${parts.join('\n\n')}\n`;
}

/** How to learn whose stamp it is and of when: the bundle brings its own certificates, which prove nothing of that. */
function authorityParts(
  { stampWanted }: BundleIdentity,
  [first]: readonly StampedCapture[],
  t: (key: 'authority' | 'root' | 'attime') => string,
): string[] {
  const file = stampWanted ? TAG_MANIFEST : first?.path;
  if (file === undefined) return [];
  const stamp = stampWanted ? SIGNED : file;
  const original = stampWanted ? undefined : first?.original;
  const checked = rootCommand(file, stamp);
  return [
    t('authority'),
    commands([STAMP_TIME(stamp), CHAIN_FINGERPRINTS]),
    t('root'),
    commands([original ? checked.replace(`-data ${file}`, `-digest ${hexOf(original)}`) : checked]),
    t('attime'),
  ];
}

/** `verify/HOW-TO-VERIFY.txt`. Line breaks as Windows writes them: every editor shows those. */
export const howToProducer: EntryProducer = {
  id: 'how-to-verify',
  *produce({ identity, written, audience }) {
    const payloadFiles = written.filter(({ path }) => path.startsWith('data/')).length;
    const stamped = written
      .filter(({ path }) => path.startsWith(CAPTURES) && path.endsWith(`/${CAPTURE_DOCUMENT}.tsr`))
      .map(({ path }) => path.slice(0, -'.tsr'.length))
      .map((path): StampedCapture => {
        const copy = audience?.declaration.files.find((file) => file.state === 'copy' && file.path === path);
        return copy ? { path, original: copy.original.digest } : { path };
      });
    yield { path: HOW_TO, content: howToText(identity, { payloadFiles, stamped }).replaceAll('\n', '\r\n') };
  },
};
