import type { Party } from '../../case/dispute.ts';
import type { Finding, FixPlace, NoticeChannel, NoticeContent } from '../../case/notice.ts';
import { takesBack } from '../../case/notice-kind.ts';
import { attachedTo } from '../attached.ts';
import { FORM_LIMITS } from '../forms/limits.ts';
import { REGIMES } from '../regimes/index.ts';
import type { FindingCode } from './citations.ts';
import { daysBetween, found, isBlank } from './context.ts';
import type { Rule, RuleContext } from './context.ts';

/** Days after which a channel record should be looked at again. */
const STALE_DAYS = 90;

/** Bytes that mail servers commonly take with one message. */
const MAIL_BYTES = 20_000_000;

/** An appropriate channel: there is one, it is no support ticket, and what is known of it is fresh. */
export const channelRule: Rule = (context) => {
  const { channel, provider, regime } = context.content;
  const fix = { place: 'notice', field: 'channel' } as const;
  const parameters = { provider: provider.name };
  if (!channel || isBlank(channel.address))
    return found(context, 'channel', { code: 'channel-missing', parameters, fix });
  if (channel.kind === 'support-ticket')
    return found(context, 'channel', { code: 'channel-ticket', parameters, fix });
  // A letter is outside the law's procedure, so what that asks of a channel does not concern it.
  const within = context.content.kind !== 'letter';
  const covered =
    !within || provider.serviceClass === 'site_operator' || regime.classes.includes(provider.serviceClass);
  const warn = (code: FindingCode) => found(context, 'channel', { code, severity: 'warn', parameters, fix });
  return [
    ...ageCodes(channel, context.now).flatMap(warn),
    ...(within && wantsDesignated(regime.id) && !channel.designated ? warn('channel-undesignated') : []),
    ...(covered ? [] : warn('channel-class')),
    ...(within ? lawFindings(context, channel) : []),
    ...(within && regime.id === 'us-512' && provider.country !== undefined && provider.country !== 'US'
      ? warn('channel-not-us')
      : []),
    ...(within && regime.id === 'us-512' && provider.country === undefined ? seatFindings(context) : []),
    ...payloadFindings(context, channel),
    ...emptyFindings(context),
    ...adviceFindings(context, channel),
  ];
};

/** A form that has its own statements made, under one law: under another they would be made unread, and not kept. */
function lawFindings(context: RuleContext, { form }: NoticeChannel): readonly Finding[] {
  const { regime, provider } = context.content;
  const law = form && FORM_LIMITS[form].law;
  if (law === undefined || law === regime.id || takesBack(context.content)) return [];
  const fix = { place: 'notice', field: 'channel' } as const;
  const parameters = { provider: provider.name, law: REGIMES[law].law };
  return found(context, 'channel', { code: 'channel-form-law', parameters, fix });
}

function ageCodes(channel: NoticeChannel, now: string): readonly FindingCode[] {
  const age = daysBetween(channel.checkedOn, now);
  if (Number.isNaN(age)) return ['channel-never-checked'];
  return age > STALE_DAYS ? ['channel-unchecked'] : [];
}

/** No seat is known. Where its addresses are registered is a hint: many a network registers them elsewhere. */
function seatFindings(context: RuleContext): readonly Finding[] {
  const { name, registeredIn } = context.content.provider;
  const fix = { place: 'notice', field: 'channel' } as const;
  if (registeredIn === undefined)
    return found(context, 'channel', {
      code: 'channel-seat-unknown',
      severity: 'warn',
      parameters: { provider: name },
      fix,
    });
  return found(context, 'channel', {
    code: 'channel-seat-registered',
    severity: registeredIn === 'US' ? 'advise' : 'warn',
    parameters: { provider: name, country: registeredIn },
    fix,
  });
}

/** Regimes under which only the designated or published channel counts for sure. */
function wantsDesignated(regime: string): boolean {
  return regime === 'us-512' || regime.startsWith('cn-');
}

function payloadFindings(context: RuleContext, channel: NoticeChannel): readonly Finding[] {
  const limits = channel.form ? FORM_LIMITS[channel.form] : undefined;
  const bytes = context.content.attachmentBytes ?? 0;
  const maximum = channel.maximumCharacters ?? limits?.maximumText;
  const refuses = channel.attachments === false || limits?.attachments === false;
  const fix = { place: 'notice', field: 'attachments' } as const;
  const tooLong = maximum !== undefined && context.textCharacters > maximum && !limits;
  const tooHeavy = channel.kind === 'email' && bytes > MAIL_BYTES;
  const { shortenedFields } = context;
  return [
    ...(shortenedFields.length > 0
      ? found(context, 'channel', {
          code: 'channel-shortened',
          severity: 'warn',
          parameters: { fields: shortenedFields.join(', ') },
          fix: { place: 'notice', field: 'channel' },
        })
      : []),
    ...((bytes > 0 || attachedTo(context.content).length > 0) && refuses
      ? found(context, 'channel', { code: 'channel-attachments', severity: 'warn', fix })
      : []),
    ...(tooLong || tooHeavy
      ? found(context, 'channel', {
          code: 'channel-oversized',
          severity: 'warn',
          parameters: tooLong
            ? { size: `${context.textCharacters} characters`, maximum: `${maximum} characters` }
            : { size: `${Math.ceil(bytes / 1e6)} MB`, maximum: `${MAIL_BYTES / 1e6} MB` },
          fix,
        })
      : []),
  ];
}

/** Fields of web forms that come from a party, and from which; confirmations and contents have rules of their own. */
const PARTY_FIELDS: Readonly<Record<string, readonly [party: 'notifier' | 'holder', field: keyof Party]>> = {
  address1: ['notifier', 'address'],
  address: ['notifier', 'address'],
  city: ['notifier', 'city'],
  state: ['notifier', 'state'],
  country: ['notifier', 'country'],
  phone: ['notifier', 'phone'],
  email: ['notifier', 'email'],
  contact: ['notifier', 'email'],
  identity: ['holder', 'identityReference'],
};

/** What the recipient's form will not do without. */
function emptyFindings(context: RuleContext): readonly Finding[] {
  return context.emptyFields.flatMap(({ id, label }) => {
    const fix = placeOf(context.content, id);
    if (fix === null) return [];
    const parameters = { field: label };
    return found(context, 'channel', { code: 'channel-field-empty', severity: 'warn', parameters, fix });
  });
}

/** Where a form's field is filled in; null where another rule speaks of what it holds. */
function placeOf(content: NoticeContent, id: string): FixPlace | null {
  if (id === 'example') return { place: 'work', id: content.works[0]?.id ?? null, field: 'authorisedUrls' };
  const from = PARTY_FIELDS[id];
  if (!from) return null;
  const [who, field] = from;
  return { place: 'party', id: content[who]?.id ?? null, field };
}

function adviceFindings(context: RuleContext, channel: NoticeChannel): readonly Finding[] {
  const fix = { place: 'notice', field: 'channel' } as const;
  const { regime } = context.content;
  const publishes = channel.publishes ?? (channel.form ? FORM_LIMITS[channel.form].publishes : false);
  return [
    ...(publishes ? found(context, 'channel', { code: 'channel-publishes', severity: 'advise', fix }) : []),
    ...(regime.verified
      ? []
      : found(context, 'channel', { code: 'regime-unverified', severity: 'advise', fix })),
  ];
}
