import type { ChainCheck } from '../../case/custody.ts';
import { fingerprintBytes } from '../../integrity/digest.ts';
import { parseBagInfo } from '../bag.ts';
import { ATTESTED, BAG_INFO, HOW_TO, REPORT } from '../layout.ts';
import type { AudienceView, BundleEntry, EntryProducer, ProducerContext } from '../ports.ts';
import { noticesProducer } from '../producers/notices.ts';
import { caseFileProducer, documentsProducer, recordEntry } from '../producers/payload.ts';
import { urlListProducer } from '../producers/url-list.ts';
import { notCompared, other } from './compare-findings.ts';
import { shownCustody } from '../audience/audience-view.ts';
import { languageOf } from './remake-copy.ts';
import { capturesElsewhere } from './redaction-checks.ts';
import { changedBetween, type TwoLogs } from './compare-custody.ts';
import type { Finding, OpenedBag } from './types.ts';

/** Made again for every comparison; the report only where the verifier has its code. */
const ALWAYS: readonly EntryProducer[] = [
  caseFileProducer,
  urlListProducer,
  documentsProducer,
  noticesProducer,
];

interface MadeAnew {
  readonly bag: OpenedBag;
  readonly view: AudienceView;
  readonly logs: TwoLogs;
  readonly signal: AbortSignal;
  /** Paths that were compared already. */
  readonly seen: ReadonlySet<string>;
  readonly producers: readonly EntryProducer[];
  /** Of this program; undefined where any is taken for the same. */
  readonly version: string | undefined;
}

/**
 * Compares the files that a copy has been given anew (case file, lists, records, report) with those made again from the
 * full bundle, and names each file under `data/` that nothing accounts for.
 */
export async function compareMadeAnew(given: MadeAnew): Promise<Finding[]> {
  const { bag, view, logs, producers } = given;
  const context = await contextOf(given);
  const seen = new Set(given.seen);
  const changed = changedBetween(logs);
  const findings: Finding[] = [];
  const take = async (entry: BundleEntry, isComparable = true): Promise<void> => {
    seen.add(entry.path);
    const digest = entry.expected?.digest ?? (await digestOfContent(entry.content));
    if (bag.fingerprints.get(entry.path)?.digest === digest) return;
    // Where the case went on between the two exports, what is made from it may rightly be another.
    const isOther = isComparable && !changed;
    findings.push(isOther ? other(entry.path, 'not what the full bundle gives') : notCompared(entry.path));
  };
  const elsewhere = capturesElsewhere(bag);
  for await (const captured of view.source.captures()) {
    const record = recordEntry(captured);
    if (!elsewhere(record.path)) await take(record);
  }
  // The same case makes the same report only by the same code.
  const isOurs = given.version === undefined || given.version === context.identity.version;
  for (const producer of [...ALWAYS, ...producers]) {
    const isComparable = isOurs || ALWAYS.includes(producer);
    for await (const entry of producer.produce(context)) await take(entry, isComparable);
  }
  for (const path of bag.files.keys()) {
    if (!path.startsWith('data/') || seen.has(path)) continue;
    findings.push(accountable(path) ? notCompared(path) : other(path, 'the full bundle gives no such file'));
  }
  return findings;
}

/** Printed from the report, or left to a verifier that has the report's code, or saying how the export was cut. */
function accountable(path: string): boolean {
  return /^data\/(?:report[^/]*\.(?:html|pdf)|case-uco\.jsonld|volumes\.json)$/.test(path);
}

async function digestOfContent(content: BundleEntry['content']): Promise<string> {
  const bytes =
    typeof content === 'string'
      ? new TextEncoder().encode(content.toWellFormed())
      : content instanceof Blob
        ? new Uint8Array(await content.arrayBuffer())
        : content;
  return (await fingerprintBytes(bytes)).digest;
}

/** What the copy was written with, as it says: where it says it wrongly, what is made again is another. */
async function contextOf({ bag, view, logs, signal }: MadeAnew): Promise<ProducerContext> {
  const info = parseBagInfo((await bag.text(BAG_INFO)) ?? '');
  const howTo = (await bag.text(HOW_TO)) ?? '';
  const signerFingerprint = info?.get('Prima-Facie-Signer');
  const custodyWithheld = logs.copy.flatMap((entry) => ('withheld' in entry ? [entry.seq] : []));
  const chain: ChainCheck = {
    whole: true,
    length: logs.copy.length,
    head: `sha256:${logs.copy.at(-1)?.hash ?? ''}`,
  };
  return {
    // Entries that came after the full bundle stand in the copy's report, too.
    source: { ...view.source, custody: () => shownCustody(logs.copy) },
    identity: {
      name: bag.top,
      exportedAt: info?.get('Prima-Facie-Exported-At') ?? '',
      version: (info?.get('Bag-Software-Agent') ?? '').replace('Prima Facie ', ''),
      operator: info?.get('Contact-Name') ?? '',
      audience: view.declaration.audience,
      language: languageOf((await bag.text(REPORT)) ?? ''),
      stampWanted: howTo.includes(`${ATTESTED}.tsr`),
      ...(signerFingerprint === undefined ? {} : { signerFingerprint }),
    },
    chain,
    audience: { ...view, declaration: { ...view.declaration, custodyWithheld } },
    signal,
    written: [],
    captureDone: () => undefined,
  };
}
