import type { CustodyEntry, WithheldEntry } from '../../case/custody.ts';
import { checkChain } from '../../integrity/custody-chain.ts';
import { parseBagInfo } from '../bag.ts';
import { BAG_INFO, CASE_FILE, CUSTODY } from '../layout.ts';
import { CASE_FILE_SCHEMA, CUSTODY_ENTRY_SCHEMA, WITHHELD_ENTRY_SCHEMA, parseJson } from '../schemas.ts';
import { declaredIn } from './declared.ts';
import type { BundleCheck, Finding, OpenedBag } from './types.ts';

/** `data/case.json` is a case file, of the case that the bag names. */
export const caseCheck: BundleCheck = {
  id: 'case',
  async run(bag) {
    const text = await bag.text(CASE_FILE);
    // Its absence is a finding of the manifests' check where it is listed, and of the bag's kind where it is not.
    if (text === null) return { findings: [{ severity: 'failure', code: 'file-missing', path: CASE_FILE }] };
    const file = parseJson(CASE_FILE_SCHEMA, text);
    if (!file) return { findings: [{ severity: 'failure', code: 'file-invalid', path: CASE_FILE }] };
    const named = parseBagInfo((await bag.text(BAG_INFO)) ?? '')?.get('External-Identifier');
    const own = [...file.parties, ...file.works, ...file.items].every(
      ({ caseId }) => caseId === file.case.id,
    );
    if (own && named === file.case.id) return { findings: [] };
    return {
      findings: [{ severity: 'failure', code: 'file-invalid', path: CASE_FILE, detail: 'of another case' }],
    };
  },
};

/**
 * The entries of `data/custody.jsonl`; `null` stands for a line that is none, and is the last. An entry of which parts
 * are withheld is one only where the bag declares it.
 */
export async function* custodyEntries(bag: OpenedBag): AsyncGenerator<CustodyEntry | WithheldEntry | null> {
  const withheld = new Set((await declaredIn(bag))?.file.custodyWithheld);
  for await (const line of bag.lines(CUSTODY)) {
    const short = parseJson(WITHHELD_ENTRY_SCHEMA, line);
    const entry = short ? (withheld.has(short.seq) ? short : null) : parseJson(CUSTODY_ENTRY_SCHEMA, line);
    yield entry;
    if (!entry) return;
  }
}

/** The custody chain holds from its first entry to the head that the bag names. */
export const custodyCheck: BundleCheck = {
  id: 'custody',
  async run(bag) {
    if (!bag.files.has(CUSTODY)) {
      return { findings: [{ severity: 'failure', code: 'file-missing', path: CUSTODY }] };
    }
    const findings: Finding[] = [];
    const broken = (detail: string) =>
      findings.push({ severity: 'failure', code: 'custody-broken', path: CUSTODY, detail });
    const sound = async function* (): AsyncGenerator<CustodyEntry | WithheldEntry> {
      let line = 0;
      for await (const entry of custodyEntries(bag)) {
        line += 1;
        if (entry) yield entry;
        else broken(`line ${line} is not a custody entry`);
      }
    };
    const chain = await checkChain(sound());
    if (!chain.whole) broken(chain.why);
    const head = `${chain.length} ${chain.whole ? (chain.head ?? 'none') : 'broken'}`;
    const stated = parseBagInfo((await bag.text(BAG_INFO)) ?? '')?.get('Prima-Facie-Custody-Head');
    if (stated !== head) {
      const detail = `stated ${stated ?? 'nothing'}, found ${head}`;
      findings.push({ severity: 'failure', code: 'custody-head', path: CUSTODY, detail });
    }
    const withheld = (await declaredIn(bag))?.file.custodyWithheld.length ?? 0;
    const proven =
      withheld > 0
        ? { key: 'proven-custody-linked', parameters: { entries: chain.length, withheld } }
        : { key: 'proven-custody', parameters: { entries: chain.length } };
    return { findings, proven: findings.length === 0 ? [proven] : [] };
  },
};

/**
 * The log goes on from where it ended in earlier bundles of the case: what was changed before then, and hashed anew from
 * there on, shows by no other means.
 * @param heads hashes (64 hexadecimal digits) that the reader kept: the last entry's of an earlier bundle.
 */
export function continuesCheck(heads: readonly string[]): BundleCheck {
  return {
    id: 'custody-continues',
    async run(bag) {
      const notProven = [{ key: 'not-proven-log' }];
      if (heads.length === 0) return { findings: [], notApplicable: true, notProven };
      const missing = new Set(heads);
      let entries = 0;
      let isWithheld = false;
      for await (const entry of custodyEntries(bag)) {
        if (!entry || missing.size === 0) break;
        entries += 1;
        // The hash of an entry that is not shown whole cannot be computed: it is a claim.
        isWithheld ||= 'withheld' in entry;
        missing.delete(entry.hash);
      }
      const findings = [...missing].map((detail): Finding => ({
        severity: 'failure',
        code: 'custody-other',
        path: CUSTODY,
        detail,
      }));
      if (findings.length > 0 || isWithheld) return { findings, notDone: true, notProven };
      return { findings, proven: [{ key: 'proven-custody-continues', parameters: { entries } }] };
    },
  };
}
