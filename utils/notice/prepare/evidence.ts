import type { Capture } from '../../case/capture.ts';
import type { Item } from '../../case/dispute.ts';
import type { HostingSummary } from '../../case/hosting.ts';
import type { EvidenceCapture } from '../../case/notice.ts';
import type { Id, Instant } from '../../case/values.ts';

/** What the caller knows of a capture beside its row. */
export interface CaptureKnowledge {
  /** Whether the artifacts still have the digests taken. Ask the store; never assume. */
  readonly intact: boolean;
  readonly hosting?: HostingSummary;
  /** Time of the RFC 3161 token over `capture.json`. */
  readonly timeStampedAt?: Instant;
}

/** A capture as notices refer to it. Server addresses are those the browser itself used, never resolved ones. */
export function evidenceOf(capture: Capture, known: CaptureKnowledge): EvidenceCapture {
  const { id, number, state, urlFinal, urlTyped, title, startedAt, digest } = capture;
  const used = (known.hosting?.roles ?? []).filter((role) => role.addressSource === 'connection');
  const hostAddresses = Object.fromEntries(
    used.flatMap(({ host, address }) => (address === null ? [] : [[host, address] as const])),
  );
  const ip = hostAddresses[URL.parse(urlFinal)?.hostname ?? ''];
  return {
    id,
    number,
    state,
    urlFinal,
    ...(urlTyped === urlFinal ? {} : { urlTyped }),
    title,
    startedAt,
    digest: digest ?? null,
    intact: known.intact,
    ...(known.timeStampedAt === undefined ? {} : { timeStampedAt: known.timeStampedAt }),
    ...(ip === undefined ? {} : { ip }),
    hostAddresses,
  };
}

/**
 * Ties items typed before anything was captured to the captures of their pages: same address, as typed or final.
 * Items that have captures keep theirs.
 */
export function tieItems(items: readonly Item[], captures: readonly EvidenceCapture[]): Item[] {
  if (items.every(({ captureIds }) => captureIds.length > 0)) return [...items];
  const byPage = new Map<string, Id[]>();
  for (const { id, urlFinal, urlTyped } of captures) {
    for (const page of new Set([urlFinal, urlTyped ?? urlFinal].map(plain))) {
      const mine = byPage.get(page);
      if (mine) mine.push(id);
      else byPage.set(page, [id]);
    }
  }
  return items.map((item) => {
    if (item.captureIds.length > 0) return item;
    const captureIds = byPage.get(plain(item.pageUrl));
    return captureIds === undefined ? item : { ...item, captureIds };
  });
}

/** An address without its fragment, as browsers write it. */
function plain(url: string): string {
  const parsed = URL.parse(url.trim());
  if (!parsed) return url.trim();
  parsed.hash = '';
  return parsed.href;
}
