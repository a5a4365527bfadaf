import { CAPTURES, REDACTIONS, VOLUMES } from '../layout.ts';
import { audienceOf, declaredIn } from './declared.ts';
import type { BundleCheck, Finding, OpenedBag } from './types.ts';

/**
 * A copy made for an audience declares what it does not show: every copy named is there with its digest, every file
 * named as left out is not. That the originals were what the copies say, the full bundle shows.
 */
export const redactionsCheck: BundleCheck = {
  id: 'redactions',
  async run(bag) {
    const audience = await audienceOf(bag);
    if (audience === null) return { findings: [], notApplicable: true };
    const declared = await declaredIn(bag);
    if (!declared) {
      const code = bag.files.has(REDACTIONS) ? 'file-invalid' : 'file-missing';
      return { findings: [{ severity: 'failure', code, path: REDACTIONS }] };
    }
    const findings: Finding[] = [];
    const { files } = declared.file;
    const elsewhere = capturesElsewhere(bag);
    for (const file of files) {
      if (elsewhere(file.path)) continue;
      const found = bag.fingerprints.get(file.path);
      const right =
        file.state === 'copy'
          ? found?.digest === file.copy.digest && found.size === file.copy.size
          : !bag.files.has(file.path);
      if (!right) findings.push({ severity: 'failure', code: 'redaction-wrong', path: file.path });
    }
    const copies = files.filter(({ state }) => state === 'copy').length;
    const parameters = { copies, leftOut: files.length - copies };
    return {
      findings,
      proven: [{ key: `proven-redacted-copy-${declared.file.audience}`, parameters }],
      notProven: [{ key: 'not-proven-originals' }],
    };
  },
};

/** In a volume: whether a file is of a capture that stands in another one. */
export function capturesElsewhere(bag: OpenedBag): (path: string) => boolean {
  if (!bag.files.has(VOLUMES)) return () => false;
  const folderOf = (path: string) => path.slice(0, path.indexOf('/', CAPTURES.length) + 1);
  const here = new Set([...bag.files.keys()].filter((path) => path.startsWith(CAPTURES)).map(folderOf));
  return (path) => path.startsWith(CAPTURES) && !here.has(folderOf(path));
}
