import type { CaseFile } from '../case/case-file.ts';
import type { Delivery } from '../case/delivery.ts';
import type { EvidenceCapture, LinkedNotice, Notice, NoticeContent, NoticeDraft } from '../case/notice.ts';
import type { Instant } from '../case/values.ts';
import { earlierOf } from './earlier.ts';
import { captureIdsBehind } from './lookup.ts';
import { REGIMES } from './regimes/index.ts';

/** The parts of a case that a notice draws on. */
export type NoticeSources = Pick<CaseFile, 'parties' | 'works' | 'items'>;

/** What else a draft needs to become text. */
export interface ContentOptions {
  readonly captures: readonly EvidenceCapture[];
  /** Drafts and notices of the same matter; the draft itself may be among them. */
  readonly matter?: readonly (Pick<NoticeDraft, 'id' | 'matterId' | 'provider'> & {
    /** When it was begun; absent for a finalised one. */
    readonly createdAt?: Instant;
    /** When it was finalised; absent for a draft. */
    readonly finalisedAt?: Instant;
  })[];
  readonly keyFingerprint?: string;
  /** Finalised notices of the case, and what became of them: a correction says what it corrects. */
  readonly notices?: readonly Notice[];
  readonly deliveries?: readonly Delivery[];
}

/**
 * Resolves a draft's ids into the one model that every rendering comes from. Ids that lead nowhere are left out, so
 * that readiness finds what is missing; the order of the draft's items is kept.
 */
export function buildContent(
  draft: NoticeDraft,
  sources: NoticeSources,
  options: ContentOptions,
): NoticeContent {
  const { holderId, notifierId, itemIds, regime, createdAt: _createdAt, id, ...rest } = draft;
  const byId = new Map(sources.items.map((item) => [item.id, item]));
  const items = [...new Set(itemIds)].flatMap((itemId) => byId.get(itemId) ?? []);
  const workIds = new Set(items.map((item) => item.workId));
  const captureIds = new Set(items.flatMap(captureIdsBehind));
  const before = earlierOf(draft, options);
  return {
    ...rest,
    noticeId: id,
    regime: REGIMES[regime],
    holder: sources.parties.find((party) => party.id === holderId) ?? null,
    notifier: sources.parties.find((party) => party.id === notifierId) ?? null,
    works: sources.works.filter((work) => workIds.has(work.id)),
    items,
    captures: options.captures
      .filter((capture) => captureIds.has(capture.id))
      .map((capture) => asOfSigning(capture, draft)),
    linked: linkedTo(draft, options.matter ?? [], options.notices ?? []),
    ...before,
    ...(options.keyFingerprint === undefined ? {} : { keyFingerprint: options.keyFingerprint }),
  };
}

/**
 * The other notices of the matter that somebody had signed when this one was, and that still stand: a draft is nobody's
 * word yet, and what is finalised later is not mentioned, so that the words signed stay the words signed. A letter to
 * the site names none: it would tell the uploader who is written to.
 */
function linkedTo(
  draft: NoticeDraft,
  matter: NonNullable<ContentOptions['matter']>,
  notices: readonly Notice[],
): readonly LinkedNotice[] {
  if (draft.kind === 'letter') return [];
  const signedAt = Date.parse(draft.signature?.at ?? '');
  const known = (finalised: Instant | undefined) =>
    finalised !== undefined && !(Date.parse(finalised) > signedAt);
  const over = new Set(
    notices
      .filter(({ finalisedAt }) => known(finalisedAt))
      .flatMap(({ id, content }) => endedBy(id, content)),
  );
  return matter
    .filter((other) => other.matterId === draft.matterId && other.id !== draft.id && !over.has(other.id))
    .filter(({ finalisedAt, provider }) => known(finalisedAt) && provider.id !== draft.provider.id)
    .map(({ id, provider }) => ({
      noticeId: id,
      provider: provider.name,
      serviceClass: provider.serviceClass,
    }));
}

/** What a notice ends: what it corrects; of a retraction what it takes back, and itself. */
function endedBy(id: string, { supersedes, retracts }: NoticeContent): string[] {
  return [
    ...(supersedes === undefined ? [] : [supersedes]),
    ...(retracts === undefined ? [] : [id, retracts]),
  ];
}

/** A time stamp that came after the signature is not mentioned either; the capture's own page has it. */
function asOfSigning(capture: EvidenceCapture, { signature }: NoticeDraft): EvidenceCapture {
  const { timeStampedAt, ...rest } = capture;
  if (timeStampedAt === undefined || signature === undefined) return capture;
  return Date.parse(timeStampedAt) > Date.parse(signature.at) ? rest : capture;
}
