import type { Recheck } from '../case/delivery.ts';
import type { NoticeContent, NoticeDraft, Readiness } from '../case/notice.ts';
import { takesBack } from '../case/notice-kind.ts';
import type { Instant } from '../case/values.ts';
import { digestOf } from '../integrity/digest.ts';
import { buildContent } from './content.ts';
import type { ContentOptions, NoticeSources } from './content.ts';
import { renderText, textToSign } from './renderings/text.ts';
import { formSubmissions } from './forms/index.ts';
import type { FormField } from './forms/model.ts';
import type { RuleContext } from './rules/context.ts';
import { evaluate } from './rules/index.ts';
import { HOSTS } from './rules/request.ts';

/** The case around a draft. */
export interface DraftContext extends ContentOptions {
  readonly sources: NoticeSources;
  readonly now: Instant;
  readonly rechecks?: readonly Recheck[];
}

/** What a draft still lacks: `ready`, `missing` or `to-confirm`, with every finding and where to mend it. */
export async function checkReadiness(draft: NoticeDraft, context: DraftContext): Promise<Readiness> {
  return (await checked(draft, context)).readiness;
}

/** The draft resolved, and its readiness. */
export async function checked(
  draft: NoticeDraft,
  context: DraftContext,
): Promise<{ readonly content: NoticeContent; readonly readiness: Readiness }> {
  const content = buildContent(draft, context.sources, context);
  const readiness = evaluate({
    content,
    now: context.now,
    textDigest: content.signature ? await digestOf(textToSign(content)) : null,
    hostNamed: (context.matter ?? []).some(
      ({ id, matterId, provider }) =>
        id !== draft.id && matterId === draft.matterId && HOSTS.includes(provider.serviceClass),
    ),
    textCharacters: charactersOf(content),
    ...fieldsIn(content),
    notices: context.notices ?? [],
    deliveries: context.deliveries ?? [],
    rechecks: context.rechecks ?? [],
  });
  return { content, readiness };
}

/** Characters of the text as the recipient gets it; 0 where the channel sets no limit, since writing it is work. */
function charactersOf(content: NoticeContent): number {
  return content.channel?.maximumCharacters === undefined ? 0 : renderText(content, 'recipient').length;
}

/** Labels of form fields that hold more than the form takes, and required fields that hold nothing. */
function fieldsIn(content: NoticeContent): Pick<RuleContext, 'shortenedFields' | 'emptyFields'> {
  const form = content.channel?.form;
  // Web forms take complaints: what takes one back goes by another way.
  if (!form || takesBack(content)) return { shortenedFields: [], emptyFields: [] };
  const fields = formSubmissions(content, form).flatMap((submission) => submission.fields);
  const empty = fields.filter(({ required, value }) => required && value === '');
  return {
    shortenedFields: [...new Set(fields.filter(isShortened).map((field) => field.label))],
    emptyFields: [...new Map(empty.map(({ id, label }) => [id, { id, label }])).values()],
  };
}

/** Names of works and holder block where they do not fit, and their rules say so. */
const HAS_RULE: readonly string[] = ['original_work', 'agent_name'];

function isShortened({ id, shortened }: FormField): boolean {
  return shortened === true && !HAS_RULE.includes(id);
}
