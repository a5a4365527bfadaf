import { BAG_DECLARATION, parseBagInfo, parseManifest, payloadOxum, type ManifestLine } from '../bag.ts';
import { ATTEST, BAGIT, BAG_INFO, CAPTURES, MANIFEST, TAG_MANIFEST, timeOfTopFolder } from '../layout.ts';
import type { BundleCheck, Finding, OpenedBag } from './types.ts';

/** `bagit.txt` and `bag-info.txt` say what they must, and the payload is of the size and number they state. */
export const declarationCheck: BundleCheck = {
  id: 'declaration',
  async run(bag) {
    const findings: Finding[] = [];
    if ((await bag.text(BAGIT)) !== BAG_DECLARATION) {
      findings.push({ severity: 'failure', code: 'declaration-wrong', path: BAGIT });
    }
    const info = parseBagInfo((await bag.text(BAG_INFO)) ?? '');
    if (!info) findings.push({ severity: 'failure', code: 'declaration-wrong', path: BAG_INFO });
    const payload = [...bag.files].filter(([path]) => path.startsWith('data/'));
    const oxum = payloadOxum(payload.map(([, entry]) => entry));
    const stated = info?.get('Payload-Oxum') ?? 'none';
    if (info && stated !== oxum) {
      findings.push({ severity: 'failure', code: 'oxum-wrong', detail: `stated ${stated}, found ${oxum}` });
    }
    const wrong = info && statedWrong(bag, info);
    if (wrong) findings.push({ severity: 'failure', code: 'count-wrong', path: BAG_INFO, detail: wrong });
    return { findings };
  },
};

/** What `bag-info.txt` says of the bag besides its size: how many captures, and when it was exported. */
function statedWrong(bag: OpenedBag, info: ReadonlyMap<string, string>): string | null {
  const folders = new Set(
    [...bag.files.keys()].flatMap((path) => (path.startsWith(CAPTURES) ? (path.split('/')[2] ?? []) : [])),
  );
  const stated = info.get('Prima-Facie-Captures');
  // In a volume the number is that of the whole export.
  const isVolume = info.has('Bag-Count');
  if (stated !== undefined && !isVolume && stated !== String(folders.size)) {
    return `states ${stated} captures, ${folders.size} are there`;
  }
  const exportedAt = info.get('Prima-Facie-Exported-At');
  const named = timeOfTopFolder(bag.top)?.getTime();
  if (exportedAt === undefined || named === undefined) return null;
  const isSame = Math.floor(Date.parse(exportedAt) / 1_000) === named / 1_000;
  return isSame ? null : `exported ${exportedAt}, but the folder is ${bag.top}`;
}

/** Every file is listed in one of the two manifests with its digest, and every listed file is there. */
export function manifestCheck(sidecars: readonly RegExp[]): BundleCheck {
  return {
    id: 'manifests',
    async run(bag) {
      const payload = await readManifest(bag, MANIFEST);
      const tags = await readManifest(bag, TAG_MANIFEST);
      const findings: Finding[] = [...payload.findings, ...tags.findings];
      const listed = new Set([...payload.lines, ...tags.lines].map(({ path }) => path));
      for (const path of bag.files.keys()) {
        const vouched = path === TAG_MANIFEST || sidecars.some((pattern) => pattern.test(path));
        if (!listed.has(path) && !vouched) findings.push({ severity: 'failure', code: 'file-extra', path });
      }
      for (const name of bag.outside) findings.push(outsideFinding(bag, name));
      if (payload.lines.some(({ path }) => !path.startsWith('data/'))) {
        findings.push({ severity: 'failure', code: 'manifest-invalid', path: MANIFEST });
      }
      if (![BAGIT, BAG_INFO, MANIFEST].every((path) => tags.lines.some((line) => line.path === path))) {
        findings.push({ severity: 'failure', code: 'manifest-invalid', path: TAG_MANIFEST });
      }
      if (!bag.repacked) findings.push(...orderFindings(bag, payload.lines, tags.lines));
      const files = payload.lines.length;
      const proven = findings.length === 0 ? [{ key: 'proven-files', parameters: { files } }] : [];
      return { findings, proven };
    },
  };
}

async function readManifest(
  bag: OpenedBag,
  path: string,
): Promise<{ lines: readonly ManifestLine[]; findings: Finding[] }> {
  const text = await bag.text(path);
  if (text === null) return { lines: [], findings: [{ severity: 'failure', code: 'file-missing', path }] };
  const lines = parseManifest(text);
  if (!lines) return { lines: [], findings: [{ severity: 'failure', code: 'manifest-invalid', path }] };
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const line of lines) {
    if (seen.has(line.path)) findings.push({ severity: 'failure', code: 'manifest-invalid', path });
    seen.add(line.path);
    if (!bag.files.has(line.path))
      findings.push({ severity: 'failure', code: 'file-missing', path: line.path });
    const found = bag.fingerprints.get(line.path);
    if (found && found.digest !== line.digest) {
      const detail = `listed ${line.digest}, found ${found.digest}`;
      findings.push({ severity: 'failure', code: 'file-different', path: line.path, detail });
    }
  }
  return { lines, findings };
}

/** macOS adds files of its own beside what it packs; they are not in the bag, so they change nothing in it. */
function outsideFinding(bag: OpenedBag, name: string): Finding {
  const harmless = bag.repacked && name.startsWith('__MACOSX/');
  return { severity: harmless ? 'warning' : 'failure', code: 'file-extra', path: name };
}

/** The writer puts files in the order of the manifests; in its own container any other order is a change. */
function orderFindings(
  bag: OpenedBag,
  payload: readonly ManifestLine[],
  tags: readonly ManifestLine[],
): Finding[] {
  const [first, ...rest] = tags.map(({ path }) => path);
  const listed = new Set([...payload, ...tags].map(({ path }) => path));
  const made = rest.filter((path) => path !== BAG_INFO && path !== MANIFEST);
  const expected = [first, ...payload.map(({ path }) => path), ...made, BAG_INFO, MANIFEST, TAG_MANIFEST];
  const actual = [...bag.files.keys()].filter((path) => listed.has(path) || path === TAG_MANIFEST);
  const attested = [...bag.files.keys()].slice(actual.length).every((path) => path.startsWith(ATTEST));
  if (attested && expected.length === actual.length && expected.every((path, at) => path === actual[at])) {
    return [];
  }
  return [{ severity: 'failure', code: 'manifest-order' }];
}
