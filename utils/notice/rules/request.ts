import type { Finding } from '../../case/notice.ts';
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
  const texts: readonly (readonly [string, string | undefined])[] = [
    ['reason', content.reason],
    ['measureNote', content.measureNote],
  ];
  return texts.flatMap(([field, text]) => {
    const words = demandIn(text ?? '', allowed);
    if (words === null) return [];
    const fix = { place: 'notice', field } as const;
    return found(context, 'reason', {
      code: 'reason-demand',
      parameters: { words: words.slice(0, 80) },
      fix,
    });
  });
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
    ...(regime.followUps.some((one) => one.after === 'counter') || regime.id === 'cn-reg14'
      ? found(context, 'measure', { code: 'measure-counsel', severity: 'advise', fix })
      : []),
  ];
};

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
