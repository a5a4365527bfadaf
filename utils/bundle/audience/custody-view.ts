import type { CustodyAction, CustodyEntry, WithheldEntry } from '../../case/custody.ts';
import type { Audience } from '../../case/notice.ts';
import type { HiddenTexts } from './hidden-texts.ts';

/** What concerns the captures themselves, and nobody's plans: shown to every audience. */
const ABOUT_CAPTURES: ReadonlySet<CustodyAction> = new Set([
  'capture-started',
  'capture-ended',
  'capture-interrupted',
  'capture-deleted',
  'looked-up',
  'time-stamped',
  'original-viewed',
  'redacted',
]);

/**
 * An entry of the custody log for an audience. `forward-safe` never sees who acted; nobody outside sees what the
 * other entries say. The hash stays: the full bundle shows what it is made of.
 */
export function custodyFor(
  entry: CustodyEntry,
  audience: Exclude<Audience, 'full'>,
  hidden: HiddenTexts,
): CustodyEntry | WithheldEntry {
  const ours = ABOUT_CAPTURES.has(entry.action);
  const said = JSON.stringify([entry.actor, entry.note ?? null]);
  if (audience === 'recipient' && ours && !hidden.occursIn(said)) return entry;
  const { seq, at, action, prev, hash, salt } = entry;
  return {
    seq,
    at,
    action,
    objectSha256: ours ? entry.objectSha256 : null,
    // The salt goes with the rest: with it, a short text could be tried until the hash fits.
    withheld: [
      'actor',
      'note',
      ...(salt ? ['salt' as const] : []),
      ...(ours ? [] : ['objectSha256' as const]),
    ],
    prev,
    hash,
  };
}
