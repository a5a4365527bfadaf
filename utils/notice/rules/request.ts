import type { Item } from '../../case/dispute.ts';
import type { Finding, FixPlace } from '../../case/notice.ts';
import { noticeAddresses } from '../addresses.ts';
import { demandIn } from './wording.ts';
import { found, isBlank } from './context.ts';
import type { Rule, RuleContext } from './context.ts';

/** Why it is asked; and, in Canada, nothing that the Act keeps out. */
export const reasonRule: Rule = (context) => {
  const { reason, regime } = context.content;
  const fix = { place: 'notice', field: 'reason' } as const;
  if (isBlank(reason)) return found(context, 'reason', { code: 'reason-missing', fix });
  return regime.id === 'ca-41.25' ? demandFindings(context) : [];
};

function demandFindings(context: RuleContext): readonly Finding[] {
  const { content } = context;
  const allowed = [...noticeAddresses(content), ...content.works.flatMap((work) => work.authorisedUrls)];
  const asked = [
    { text: content.reason, fix: { place: 'notice', field: 'reason' } },
    { text: content.measureNote, fix: { place: 'notice', field: 'measureNote' } },
  ] as const;
  return [
    ...asked.flatMap(({ text, fix }) => demandFinding(context, text ?? '', allowed, { fix })),
    ...content.items.flatMap((item) => describedDemands(context, item, allowed)),
  ];
}

/** A description may tell what the site charges, so words of payment there are for a reader to judge: a warning. */
function describedDemands(context: RuleContext, item: Item, allowed: readonly string[]): readonly Finding[] {
  const at = (field: string) => ({ severity: 'warn', fix: { place: 'item', id: item.id, field } }) as const;
  const observed = item.observations.map(({ text }) => text).join('\n');
  return [
    ...demandFinding(context, item.description, allowed, at('description')),
    ...demandFinding(context, observed, allowed, at('observations')),
  ];
}

function demandFinding(
  context: RuleContext,
  text: string,
  allowed: readonly string[],
  what: { readonly fix: FixPlace; readonly severity?: 'warn' },
): readonly Finding[] {
  const words = demandIn(text, allowed);
  if (words === null) return [];
  const code = what.severity === 'warn' ? 'reason-demand-described' : 'reason-demand';
  return found(context, 'reason', { ...what, code, parameters: { words: words.slice(0, 80) } });
}

/** Classes that pass a notice on rather than act on the content. */
const PASSES_ON = new Set(['iaas', 'conduit', 'cache_cdn', 'dns_registrar']);

/** What is asked, and whether it fits the recipient. */
export const measureRule: Rule = (context) => {
  const { measures, measureNote, provider, regime, linked } = context.content;
  const fix = { place: 'notice', field: 'measures' } as const;
  if (measures.length === 0) return found(context, 'measure', { code: 'measure-missing', fix });
  const warn = (code: string, parameters: Finding['parameters'] = {}) =>
    found(context, 'measure', { code, severity: 'warn', parameters, fix });
  const hostNamed = linked.some((one) =>
    ['hosting', 'iaas', 'ai_model', 'ecommerce'].includes(one.serviceClass),
  );
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

/** A cache acts only on material removed at its origin, and the notice states that; only a reader can tell if it does. */
function cacheFindings(context: RuleContext): readonly Finding[] {
  const stated = !isBlank(context.content.measureNote);
  return found(context, 'measure', {
    code: stated ? 'measure-cache-stated' : 'measure-cache-origin',
    severity: stated ? 'advise' : 'warn',
    citation: '17 U.S.C. § 512(b)(2)(E)',
    fix: { place: 'notice', field: 'measureNote' },
  });
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
