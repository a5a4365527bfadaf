import type { Item } from '../../case/dispute.ts';
import type { EvidenceCapture, Finding } from '../../case/notice.ts';
import { attachedTo } from '../attached.ts';
import { captureIdsBehind, capturesOf, observedCapturesOf } from '../lookup.ts';
import { standingOf } from '../shown.ts';
import { daysBetween, found } from './context.ts';
import type { Rule, RuleContext } from './context.ts';

/** Age, in days, from which a recipient may doubt that the material is still there. */
const OLD_DAYS = 7;

/** Each work has a document that shows title. A power of attorney shows agency, not title. */
export const titleRule: Rule = (context) => {
  const { works, items } = context.content;
  const named = new Set(items.map(({ workId }) => workId));
  const used = works.filter(({ id }) => named.has(id));
  const bare = used.filter(
    (work) => !work.titleDocuments.some((document) => document.kind !== 'power-of-attorney'),
  );
  if (used.length === 0 && items.length > 0) {
    const fix = { place: 'item', id: items[0]?.id ?? null, field: 'workId' } as const;
    return found(context, 'proof-title', { code: 'title-no-work', fix });
  }
  return bare.flatMap((work) =>
    found(context, 'proof-title', {
      code: 'title-missing',
      parameters: { work: work.title },
      fix: { place: 'work', id: work.id, field: 'titleDocuments' },
    }),
  );
};

/** Each item has a capture of its own that is whole and still what it was. */
export const captureRule: Rule = (context) => {
  const { items } = context.content;
  return [
    ...items.flatMap((item, index) => [
      ...itemFindings(context, item, String(index + 1)),
      ...observedFindings(context, item, String(index + 1)),
    ]),
    ...attachedFindings(context),
    ...recheckFindings(context),
  ];
};

function itemFindings(context: RuleContext, item: Item, name: string): readonly Finding[] {
  const mine = capturesOf(context.content, item);
  const fix = { place: 'item', id: item.id, field: 'captureIds' } as const;
  if (mine.length === 0)
    return found(context, 'proof-capture', { code: 'capture-missing', parameters: { item: name }, fix });
  const changed = mine.filter((capture) => !capture.intact);
  if (changed.length > 0) return changed.flatMap((capture) => changedFinding(context, capture));
  const whole = mine.filter(isWhole);
  if (whole.length === 0) {
    return found(context, 'proof-capture', {
      code: 'capture-unfinished',
      parameters: { item: name },
      fix: { place: 'capture', id: mine[0]?.id ?? null },
    });
  }
  const own = whole.filter((capture) => standingOf(capture, item) === 'own');
  if (own.length === 0) return elsewhereFindings(context, item, name, whole);
  const newest = Math.min(...own.map((capture) => daysBetween(capture.startedAt, context.now)));
  if (newest <= OLD_DAYS) return [];
  return found(context, 'proof-capture', {
    code: 'capture-old',
    severity: 'warn',
    parameters: { item: name, days: Math.floor(newest) },
    fix,
  });
}

/** Captures that show another page prove nothing of the item; one of the same site may, and a reader has to judge. */
function elsewhereFindings(
  context: RuleContext,
  item: Item,
  name: string,
  whole: readonly EvidenceCapture[],
): readonly Finding[] {
  const near = whole.find((capture) => standingOf(capture, item) === 'same-host');
  const parameters = { item: name, page: (near ?? whole[0])?.urlFinal ?? '' };
  const fix = { place: 'item', id: item.id, field: 'captureIds' } as const;
  return near
    ? found(context, 'proof-capture', { code: 'capture-other-page', severity: 'warn', parameters, fix })
    : found(context, 'proof-capture', { code: 'capture-elsewhere', parameters, fix });
}

/** What was observed of an item is proof too: its captures are held to the same as the item's own, but for age. */
function observedFindings(context: RuleContext, item: Item, name: string): readonly Finding[] {
  const named = captureIdsBehind(item).filter((id) => !item.captureIds.includes(id));
  const held = observedCapturesOf(context.content, item);
  const changed = held
    .filter((capture) => isWhole(capture) && !capture.intact)
    .flatMap((capture) => changedFinding(context, capture));
  if (changed.length > 0 || held.filter(isWhole).length === named.length) return changed;
  return found(context, 'proof-capture', {
    code: 'capture-observed',
    severity: 'warn',
    parameters: { item: name },
    fix: { place: 'item', id: item.id, field: 'observations' },
  });
}

function isWhole({ digest, state }: EvidenceCapture): boolean {
  return digest !== null && (state === 'complete' || state === 'partial');
}

function changedFinding(context: RuleContext, capture: EvidenceCapture): readonly Finding[] {
  return found(context, 'proof-capture', {
    code: 'capture-changed',
    parameters: { capture: capture.number },
    fix: { place: 'capture', id: capture.id },
  });
}

/** A Chinese notice comes with its preliminary proof, named in it; a letter stands outside that. A number of megabytes names nothing. */
function attachedFindings(context: RuleContext): readonly Finding[] {
  const { regime, kind, items } = context.content;
  const expected = regime.jurisdiction === 'CN' && kind !== 'letter' && items.length > 0;
  if (!expected || attachedTo(context.content).length > 0) return [];
  const fix = { place: 'notice', field: 'attachments' } as const;
  return found(context, 'proof-capture', { code: 'proof-not-attached', severity: 'warn', fix });
}

/** Whether the effect of the notice will be looked at. */
function recheckFindings(context: RuleContext): readonly Finding[] {
  const { items } = context.content;
  if (items.length === 0) return [];
  const open = new Set(context.rechecks.filter(({ at }) => at === undefined).map(({ itemId }) => itemId));
  if (items.every(({ id }) => open.has(id))) return [];
  const fix = { place: 'notice', field: 'recheck' } as const;
  return found(context, 'proof-capture', { code: 'recheck-none', severity: 'warn', fix });
}
