import type { Item } from '../../case/dispute.ts';
import type { Finding, FixPlace } from '../../case/notice.ts';
import { addressesOf, hostOf, isExactAddress, isHomePage, noticeAddresses, sitesOf } from '../addresses.ts';
import { takesBack } from '../../case/notice-kind.ts';
import { fillingsOf } from '../forms/fillings.ts';
import { FORM_LIMITS } from '../forms/limits.ts';
import { privateDetails, privateIn } from '../private-details.ts';
import { onlyAccuses, saysTooLittle } from './wording.ts';
import { found, isBlank } from './context.ts';
import type { Rule, RuleContext } from './context.ts';
import { workOf } from '../lookup.ts';

function eachItem(
  context: RuleContext,
  look: (item: Item, name: string) => readonly Finding[],
): readonly Finding[] {
  return context.content.items.flatMap((item, index) => look(item, String(index + 1)));
}

/** Which work. */
export const workRule: Rule = (context) => {
  const { items } = context.content;
  const none = { place: 'item', id: null, field: 'workId' } as const;
  if (items.length === 0) return found(context, 'work', { code: 'items-none', fix: none });
  return [...namedWorks(context), ...cutWorks(context), ...fillingFindings(context)];
};

function namedWorks(context: RuleContext): readonly Finding[] {
  return eachItem(context, (item, name) => {
    const work = workOf(context.content, item);
    if (work && !isBlank(work.title)) return [];
    const fix = work
      ? ({ place: 'work', id: work.id, field: 'title' } as const)
      : ({ place: 'item', id: item.id, field: 'workId' } as const);
    return found(context, 'work', { code: 'work-missing', parameters: { item: name }, fix });
  });
}

/** Titles that a web form would cut: then it names another work, or none. */
function cutWorks(context: RuleContext): readonly Finding[] {
  const { channel, works } = context.content;
  const maximum = (channel?.form && FORM_LIMITS[channel.form].maximumWork) ?? Infinity;
  return works
    .filter(({ title }) => title.trim().length > maximum)
    .flatMap(({ id, title }) =>
      found(context, 'work', {
        code: 'work-cut',
        parameters: { work: title.slice(0, 80), maximum },
        fix: { place: 'work', id, field: 'title' },
      }),
    );
}

/** More works than a form's field can name at once: it is filled in several times, or the notice divided. */
function fillingFindings(context: RuleContext): readonly Finding[] {
  const { content } = context;
  const form = content.channel?.form;
  if (!form || FORM_LIMITS[form].maximumWork === undefined || takesBack(content)) return [];
  const { oneHost, maximumUrls = Infinity } = FORM_LIMITS[form];
  const addresses = noticeAddresses(content);
  const divided = oneHost === true && new Set(addresses.map(hostOf)).size > 1;
  const count = fillingsOf(content, form).length;
  // Hosts and numbers have findings of their own.
  if (divided || addresses.length > maximumUrls || count < 2) return [];
  const fix = { place: 'notice', field: 'itemIds' } as const;
  return found(context, 'work', { code: 'work-too-many', severity: 'warn', parameters: { count }, fix });
}

/** Which right. */
export const rightRule: Rule = (context) =>
  eachItem(context, (item, name) =>
    item.right
      ? []
      : found(context, 'right', {
          code: 'right-missing',
          parameters: { item: name },
          fix: { place: 'item', id: item.id, field: 'right' },
        }),
  );

/** What was done with the work. */
export const descriptionRule: Rule = (context) =>
  eachItem(context, (item, name) => {
    const fix = { place: 'item', id: item.id, field: 'description' } as const;
    const parameters = { item: name };
    if (isBlank(item.description))
      return found(context, 'description', { code: 'description-missing', parameters, fix });
    const title = workOf(context.content, item)?.title ?? '';
    return [
      ...saidFindings(context, item.description, title, parameters, fix),
      ...privateFindings(context, item, name),
    ];
  });

function saidFindings(
  context: RuleContext,
  description: string,
  title: string,
  parameters: Finding['parameters'],
  fix: FixPlace,
): readonly Finding[] {
  if (saysTooLittle(description, title))
    return found(context, 'description', { code: 'description-general', parameters, fix });
  if (!onlyAccuses(description, title)) return [];
  return found(context, 'description', { code: 'description-vague', severity: 'warn', parameters, fix });
}

/** A private detail among the words about an item: it is left out of what is passed on, and better not written there. */
function privateFindings(context: RuleContext, item: Item, name: string): readonly Finding[] {
  const details = privateDetails([context.content.notifier, context.content.holder]);
  const observed = item.observations.flatMap(({ text, fields }) => [text, ...Object.values(fields ?? {})]);
  const texts = [
    ['description', item.description],
    ['observations', observed.join('\n')],
  ] as const;
  return texts.flatMap(([field, text]) => {
    const words = privateIn(text, details);
    if (words === null) return [];
    return found(context, 'description', {
      code: 'description-private',
      severity: 'warn',
      parameters: { item: name, words },
      fix: { place: 'item', id: item.id, field },
    });
  });
}

/** Where exactly. */
export const addressRule: Rule = (context) => [
  ...eachItem(context, (item, name) => addressFindings(context, item, name)),
  ...formFindings(context),
  ...siteFindings(context),
];

/** Somebody the user named, written to about several sites without word that they serve each of them. */
function siteFindings(context: RuleContext): readonly Finding[] {
  const { provider, items } = context.content;
  const { namedFor, role, serviceClass, name } = provider;
  const isNamed = namedFor !== undefined || (role === undefined && !provider.id.startsWith('host:'));
  // A search engine shows them all.
  if (!isNamed || serviceClass === 'search_link') return [];
  const sites = new Set(sitesOf(items));
  if (sites.size < 2 || sites.isSubsetOf(new Set(namedFor))) return [];
  return found(context, 'address', {
    code: 'scope-unstated',
    severity: 'warn',
    parameters: { provider: name, count: sites.size },
    fix: { place: 'notice', field: 'itemIds' },
  });
}

function addressFindings(context: RuleContext, item: Item, name: string): readonly Finding[] {
  const fix = { place: 'item', id: item.id, field: 'urls' } as const;
  const addresses = addressesOf(item, context.content.scopeHosts);
  if (addresses.length === 0) {
    const code = addressesOf(item).length === 0 ? 'address-missing' : 'address-out-of-scope';
    return found(context, 'address', { code, parameters: { item: name }, fix });
  }
  const inexact = addresses.filter((url) => !isExactAddress(url));
  if (inexact.length > 0) {
    const parameters = { item: name, url: (inexact[0] ?? '').slice(0, 200) };
    return found(context, 'address', { code: 'address-not-exact', parameters, fix });
  }
  if (!addresses.every(isHomePage)) return [];
  return found(context, 'address', {
    code: 'address-home-page',
    severity: 'warn',
    parameters: { item: name },
    fix,
  });
}

function formFindings(context: RuleContext): readonly Finding[] {
  const form = context.content.channel?.form;
  if (!form) return [];
  const limits = FORM_LIMITS[form];
  const addresses = noticeAddresses(context.content);
  const fix = { place: 'notice', field: 'itemIds' } as const;
  const hosts = new Set(addresses.map(hostOf));
  const citation = `${limits.source}, ${limits.checkedOn}`;
  return [
    ...(limits.oneHost && hosts.size > 1
      ? found(context, 'address', {
          code: 'address-mixed-hosts',
          parameters: { hosts: hosts.size },
          citation,
          fix,
        })
      : []),
    ...(limits.maximumUrls !== undefined && addresses.length > limits.maximumUrls
      ? found(context, 'address', {
          code: 'address-too-many',
          parameters: { urls: addresses.length, maximum: limits.maximumUrls },
          citation,
          fix,
        })
      : []),
  ];
}
