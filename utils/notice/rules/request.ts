import type { Finding, FixPlace, NoticeContent } from '../../case/notice.ts';
import type { ServiceClass } from '../../case/regime.ts';
import { noticeAddresses } from '../addresses.ts';
import { privateDetails, privateIn } from '../private-details.ts';
import { demandIn } from './wording.ts';
import type { FindingCode } from './citations.ts';
import { found, isBlank } from './context.ts';
import type { Rule, RuleContext } from './context.ts';

/** Why it is asked; and, in Canada, nothing that the Act keeps out. */
export const reasonRule: Rule = (context) => {
  const { reason, regime } = context.content;
  const fix = { place: 'notice', field: 'reason' } as const;
  if (isBlank(reason)) return found(context, 'reason', { code: 'reason-missing', fix });
  return [...privateFindings(context), ...(regime.id === 'ca-41.25' ? demandFindings(context) : [])];
};

/** A private detail among the reasons: it is left out of what is passed on, and better not written there. */
function privateFindings(context: RuleContext): readonly Finding[] {
  const { reason, measureNote, notifier, holder } = context.content;
  const details = privateDetails([notifier, holder]);
  return Object.entries({ reason, measureNote }).flatMap(([field, text]) => {
    const words = privateIn(text ?? '', details);
    const fix = { place: 'notice', field } as const;
    if (words === null) return [];
    return found(context, 'reason', { code: 'reason-private', severity: 'warn', parameters: { words }, fix });
  });
}

function demandFindings(context: RuleContext): readonly Finding[] {
  const { content } = context;
  const allowed = [...noticeAddresses(content), ...content.works.flatMap((work) => work.authorisedUrls)];
  return demandTexts(content).flatMap(({ text, fix }) => {
    const demand = demandIn(text, allowed);
    if (demand === null) return [];
    // What describes the material may tell what the site charges, or show where: that is for a reader to judge.
    const isFor = fix.place === 'notice' ? demand.isDemand || demand.isLink : demand.isDemand;
    const parameters = { words: demand.words.slice(0, 80) };
    return isFor
      ? found(context, 'reason', { code: 'reason-demand', parameters, fix })
      : found(context, 'reason', { code: 'reason-demand-described', severity: 'warn', parameters, fix });
  });
}

/** Every free text of a notice, with the place it is written in. */
function demandTexts({
  reason,
  measureNote,
  items,
  works,
}: NoticeContent): { text: string; fix: FixPlace }[] {
  return [
    { text: reason, fix: { place: 'notice', field: 'reason' } },
    { text: measureNote ?? '', fix: { place: 'notice', field: 'measureNote' } },
    ...items.flatMap(({ id, description, observations }) => [
      { text: description, fix: { place: 'item', id, field: 'description' } as const },
      {
        text: observations.flatMap(({ text, fields }) => [text, ...Object.values(fields ?? {})]).join('\n'),
        fix: { place: 'item', id, field: 'observations' } as const,
      },
    ]),
    ...works.map(({ id, title, author }) => ({
      text: `${title}\n${author}`,
      fix: { place: 'work', id, field: 'title' } as const,
    })),
  ];
}

/** Classes that pass a notice on rather than act on the content. */
const PASSES_ON = new Set(['iaas', 'conduit', 'cache_cdn', 'dns_registrar']);

/** Classes that hold the material behind a delivery network. */
export const HOSTS: readonly ServiceClass[] = ['hosting', 'iaas', 'ai_model', 'ecommerce'];

/** What is asked, and whether it fits the recipient. */
export const measureRule: Rule = (context) => {
  const { measures, measureNote, provider, regime, linked } = context.content;
  const fix = { place: 'notice', field: 'measures' } as const;
  if (measures.length === 0) return found(context, 'measure', { code: 'measure-missing', fix });
  const warn = (code: FindingCode) => found(context, 'measure', { code, severity: 'warn', fix });
  const hostNamed =
    context.hostNamed === true || linked.some(({ serviceClass }) => HOSTS.includes(serviceClass));
  return [
    ...(measures.includes('suspend-server') && ['iaas', 'hosting'].includes(provider.serviceClass)
      ? warn(isBlank(measureNote) ? 'measure-server-unjustified' : 'measure-server')
      : []),
    ...(measures.includes('delete-everything') ? warn('measure-everything') : []),
    ...(provider.serviceClass === 'cache_cdn' && !hostNamed ? warn('measure-host-unknown') : []),
    ...(regime.id === 'us-512' && provider.serviceClass === 'cache_cdn' && measures.includes('purge-cache')
      ? cacheFindings(context)
      : []),
    ...(regime.forwardsOnly || PASSES_ON.has(provider.serviceClass)
      ? found(context, 'measure', { code: 'measure-forwarding', severity: 'advise', fix })
      : []),
    ...counselFindings(context),
  ];
};

/** The Regulation has no period after a user's counter-statement, but what follows it: restoration at once. */
const COUNTER_STATEMENT = '《信息网络传播权保护条例》第十六条、第十七条';

function counselFindings(context: RuleContext): readonly Finding[] {
  const { regime } = context.content;
  const period = regime.followUps.find((one) => one.after === 'counter')?.citation;
  const citation = period ?? (regime.id === 'cn-reg14' ? COUNTER_STATEMENT : undefined);
  if (citation === undefined) return [];
  const fix = { place: 'notice', field: 'measures' } as const;
  return found(context, 'measure', { code: 'measure-counsel', severity: 'advise', citation, fix });
}

/** A cache acts only on material that is gone at its origin, and the notice states that: where it is true. */
function cacheFindings(context: RuleContext): readonly Finding[] {
  const { statements } = context.content;
  if (statements.some(({ name }) => name === 'origin-removed')) return [];
  const fix = { place: 'notice', field: 'statement-origin-removed' } as const;
  return found(context, 'measure', { code: 'measure-cache-origin', severity: 'warn', fix });
}

/** A notice the recipient can read. */
export const languageRule: Rule = (context) => {
  const { language, regime, channel } = context.content;
  const fix = { place: 'notice', field: 'language' } as const;
  if (!regime.languages.includes(language)) {
    return found(context, 'language', {
      code: 'language-mismatch',
      parameters: { language, expected: regime.languages.join(', ') },
      fix,
    });
  }
  const reads = channel?.languages ?? [];
  const primary = language.split('-')[0] ?? language;
  if (reads.length === 0 || reads.some((tag) => tag.toLowerCase().split('-')[0] === primary)) return [];
  return found(context, 'language', {
    code: 'language-channel',
    parameters: { language, expected: reads.join(', ') },
    fix,
  });
};
