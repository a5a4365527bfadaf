import type { Delivery, LedgerEntry, Recheck } from '../../case/delivery.ts';
import type { Work } from '../../case/dispute.ts';
import type { Language } from '../../case/settings.ts';
import { DELIVERY_WORDS, DOSSIER_WORDS, RECHECK_WORDS } from '../../i18n/catalog/dossier.ts';
import { addressesOf } from '../addresses.ts';
import { cleanDeep } from '../audience.ts';
import { list, paragraphs, rows, utc } from '../document/model.ts';
import type { Block, NoticeDocument, Section } from '../document/model.ts';
import { workOf } from '../lookup.ts';
import type { LedgerSources } from './ledger.ts';

/**
 * The file on one repeat infringer: works, items, re-checks, notices with what
 * became of each, removals and reappearances. Written like a notice, so text and HTML come from the same document.
 */
export function dossierOf(
  entry: LedgerEntry,
  sources: LedgerSources & { readonly works: readonly Work[] },
  language: Language,
): NoticeDocument {
  const word = (key: keyof typeof DOSSIER_WORDS) => DOSSIER_WORDS[key][language];
  const ids = new Set(entry.itemIds);
  const items = sources.items.filter(({ id }) => ids.has(id));
  const workIds = new Set(entry.workIds);
  const works = sources.works.filter(({ id }) => workIds.has(id));
  const checks = Map.groupBy(sources.rechecks, ({ itemId }) => itemId);
  const sections: Section[] = [
    { heading: word('works'), blocks: list(works.map((work) => work.title)) },
    {
      heading: word('items'),
      blocks: items.map((item): Block => ({
        kind: 'group',
        heading: `${utc(item.foundAt)} ${workOf({ works }, item)?.title ?? ''}`.trim(),
        blocks: [
          ...paragraphs(item.description),
          ...list(addressesOf(item), undefined, true),
          ...list(checksOf(checks.get(item.id) ?? [], language), word('rechecks')),
        ],
      })),
    },
    { heading: word('notices'), blocks: noticeBlocks(entry, sources, language) },
  ];
  return cleanDeep({
    language,
    title: `${word('title')}: ${entry.name}`,
    opening: [
      rows(
        [word('kind'), word(entry.kind)],
        [word('first'), utc(entry.firstFoundAt)],
        [word('last'), utc(entry.lastFoundAt)],
        [word('items'), String(entry.itemIds.length)],
        [word('notices'), String(entry.noticeIds.length)],
        [word('removals'), String(entry.removals)],
        [word('counters'), String(countersOf(entry, sources))],
        [word('reappearances'), String(entry.reappearances)],
      ),
    ],
    sections: sections.filter((section) => section.blocks.length > 0),
  });
}

/** What the other side objected to belongs on the file too. */
function countersOf({ noticeIds }: LedgerEntry, { deliveries }: LedgerSources): number {
  return deliveries.filter(({ type, noticeId }) => type === 'counter' && noticeIds.includes(noticeId)).length;
}

function checksOf(rechecks: readonly Recheck[], language: Language): string[] {
  return rechecks
    .filter((one) => one.at !== undefined && one.result !== undefined)
    .map((one) => `${utc(one.at ?? '')}: ${one.result ? RECHECK_WORDS[one.result][language] : ''}`);
}

function noticeBlocks(entry: LedgerEntry, sources: LedgerSources, language: Language): Block[] {
  return sources.notices
    .filter((notice) => entry.noticeIds.includes(notice.id))
    .map((notice): Block => ({
      kind: 'group',
      heading: `${utc(notice.finalisedAt)} ${notice.content.provider.name} (${notice.content.regime.name[language]})`,
      blocks: list(
        sources.deliveries
          .filter((delivery) => delivery.noticeId === notice.id)
          .map((delivery) => deliveryLine(delivery, language)),
      ),
    }));
}

function deliveryLine(delivery: Delivery, language: Language): string {
  const note = delivery.note ? ` (${delivery.note})` : '';
  return `${utc(delivery.at)}: ${DELIVERY_WORDS[delivery.type][language]}, ${delivery.channel}${note}`;
}
