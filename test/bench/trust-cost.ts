import type { CustodyEntry } from '../../utils/case/custody.ts';
import { checkChain, nextEntry } from '../../utils/integrity/custody-chain.ts';
import { makeSigningKey, signBytes } from '../../utils/integrity/signing-key.ts';
import { median, ms, timed, type Measurement } from './bench.ts';

/** A gigabyte of captures of 5 MB, each with its beginning, its end and its stamp in the log. */
const ENTRIES = 600;
/** Octets of a tag manifest. */
const SIGNED = 1_000;
const LIMIT_PERCENT = 1;

/**
 * What signature and custody add to an export: the log is checked, the tag manifest signed. Measured by the code the
 * export runs, here in Node, against the export of the same run.
 * @param exportMs median of the export of 1 GB.
 */
export async function trustCost(kind: string, exportMs: number, runs: number): Promise<Measurement> {
  const log: CustodyEntry[] = [];
  for (let at = 0; at < ENTRIES; at += 1) {
    const note = { captureId: crypto.randomUUID(), state: 'complete', artifacts: 30 };
    const event = { at: new Date().toISOString(), actor: 'A', objectSha256: '0'.repeat(64), note };
    log.push(await nextEntry(log.at(-1) ?? null, { ...event, action: 'capture-ended' }));
  }
  const key = await makeSigningKey(() => new Date());
  const times: number[] = [];
  for (let at = 0; at < runs; at += 1) {
    times.push(
      await timed(async () => {
        const { whole } = await checkChain(log);
        if (!whole) throw new Error('The log is broken.');
        await signBytes(key, crypto.getRandomValues(new Uint8Array(SIGNED)));
      }),
    );
  }
  const ours = median(times);
  return {
    what: `signature and custody of ${ENTRIES} entries, in % of the export of 1 GB (${kind})`,
    ours: ms(ours),
    theirs: ms(exportMs),
    value: (ours / exportMs) * 100,
    limit: LIMIT_PERCENT,
    want: 'at most',
  };
}
