import type {
  Audience,
  EvidenceCapture,
  Notice,
  NoticeContent,
  NoticeDraft,
  NoticeFormat,
  NoticeRendering,
} from '../case/notice.ts';
import { fail, succeed } from '../case/result.ts';
import type { Result } from '../case/result.ts';
import type { Digest, Id } from '../case/values.ts';
import { canonicalJson, type Json } from '../integrity/canonical-json.ts';
import { digestOf } from '../integrity/digest.ts';
import { viewFor } from './audience.ts';
import { checked } from './check.ts';
import type { DraftContext } from './check.ts';
import { render } from './renderings/index.ts';
import type { RenderedFile } from './renderings/files.ts';

/** A file of a finalised notice with its bytes as text (UTF-8). `path` as in {@link NoticeRendering}. */
export type NoticeFile = NoticeRendering & Pick<RenderedFile, 'text'>;

/** A finalised notice and the files to keep with it. */
export interface Finalised {
  readonly notice: Notice;
  readonly files: readonly NoticeFile[];
}

/** What is written of each notice. Machine formats and forms go to the recipient alone. */
const PLAN: readonly (readonly [NoticeFormat, Audience])[] = [
  ['text', 'full'],
  ['text', 'recipient'],
  ['text', 'forward-safe'],
  ['html', 'full'],
  ['html', 'recipient'],
  ['html', 'forward-safe'],
  ['xarf', 'recipient'],
  ['acns', 'recipient'],
  ['fields', 'recipient'],
  ['mailto', 'recipient'],
];

/**
 * Turns a ready draft into a notice that never changes: everything it refers to is copied into it (the law, the
 * recipient, parties, works, items, captures with their digests), so that later changes elsewhere do not reach it.
 * Fails with `rejected` and the blocking rules while anything is missing.
 */
export async function finalise(draft: NoticeDraft, context: DraftContext): Promise<Result<Finalised>> {
  const { content, readiness } = await checked(draft, context);
  if (readiness.state !== 'ready') return fail('rejected', readiness.missing.join(' '));
  const copy = structuredClone(viewFor(content, 'full'));
  const files: NoticeFile[] = [];
  const notRendered: Notice['notRendered'][number][] = [];
  for (const [format, audience] of PLAN) {
    const rendered = await render(copy, format, audience);
    if (!rendered.ok) {
      notRendered.push({ format, why: rendered.failure.detail });
      continue;
    }
    for (const file of rendered.value.files) files.push(await noticeFile(file, format, audience));
    for (const { what, why } of rendered.value.omitted) notRendered.push({ format, why: `${what}: ${why}` });
  }
  const notice: Notice = {
    schema: 'prima-facie/notice/1',
    id: draft.id,
    caseId: draft.caseId,
    finalisedAt: context.now,
    content: copy,
    renderings: files.map(({ text: _text, ...rendering }) => rendering),
    notRendered,
    contentDigest: await contentDigest(copy),
  };
  return succeed({ notice: deepFreeze(notice), files });
}

function contentDigest(content: NoticeContent): Promise<Digest> {
  return digestOf(canonicalJson(JSON.parse(JSON.stringify(content)) as Json));
}

async function noticeFile(file: RenderedFile, format: NoticeFormat, audience: Audience): Promise<NoticeFile> {
  const bytes = new TextEncoder().encode(file.text);
  const { mediaType, text } = file;
  const path = `${audience}/${file.path}`;
  return { format, audience, path, mediaType, text, digest: await digestOf(bytes), size: bytes.byteLength };
}

function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const one of Object.values(value)) deepFreeze(one);
  }
  return value;
}

/** Whether a finalised notice, and what it stands on, is still what it was. */
export interface NoticeCheck {
  /** False: the notice itself was altered. */
  readonly contentIntact: boolean;
  /** Captures whose digest no longer matches, is another, or which are gone. */
  readonly lostCaptures: readonly {
    readonly id: Id;
    readonly number: number;
    readonly digest: Digest | null;
  }[];
}

/** Looks whether a notice was altered and whether the captures under it still have the digests it names. */
export async function checkNotice(
  notice: Notice,
  captures: readonly EvidenceCapture[],
): Promise<NoticeCheck> {
  const lostCaptures = notice.content.captures
    .filter((named) => {
      const now = captures.find((one) => one.id === named.id);
      return !now || !now.intact || now.digest !== named.digest;
    })
    .map(({ id, number, digest }) => ({ id, number, digest }));
  return {
    contentIntact: (await contentDigest(notice.content)) === notice.contentDigest,
    lostCaptures,
  };
}
