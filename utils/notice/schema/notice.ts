import * as v from 'valibot';
import { DELIVERY_TYPES } from '../../case/delivery.ts';
import { FORM_IDS } from '../../case/notice.ts';
import { ELEMENTS, EXCEPTIONS, MEASURES, REGIME_IDS, SERVICE_CLASSES } from '../../case/regime.ts';
import { documentSchema, evidenceSchema, itemSchema, partySchema, workSchema } from './case.ts';
import {
  count,
  digest,
  id,
  instant,
  language,
  listOf,
  longText,
  MAXIMUM,
  shortText,
  texts,
  url,
} from './values.ts';

const few = MAXIMUM.few;
const regimeId = v.picklist(REGIME_IDS);
const serviceClass = v.picklist(SERVICE_CLASSES);
const measures = listOf(v.picklist(MEASURES), few);
const severity = v.picklist(['block', 'warn', 'advise']);
const contactField = v.picklist(['address', 'phone', 'email']);
const kind = v.picklist(['notice', 'letter', 'correction', 'retraction']);

/** Keys from a closed list, each at most once. */
function byClass<const S extends v.GenericSchema>(schema: S) {
  const entries = Object.fromEntries(SERVICE_CLASSES.map((name) => [name, v.exactOptional(schema)]));
  return v.strictObject(
    entries as Record<(typeof SERVICE_CLASSES)[number], v.ExactOptionalSchema<S, undefined>>,
  );
}

const regimeSchema = v.strictObject({
  id: regimeId,
  jurisdiction: shortText,
  name: texts,
  law: shortText,
  verified: v.boolean(),
  certainty: v.picklist(['primary-text', 'secondary-page', 'memory']),
  checkedOn: shortText,
  classes: listOf(serviceClass, few),
  sections: v.exactOptional(byClass(shortText)),
  languages: listOf(language, few),
  elements: listOf(v.strictObject({ element: v.picklist(ELEMENTS), severity, citation: shortText }), few),
  statements: listOf(
    v.strictObject({
      name: shortText,
      severity,
      citation: shortText,
      text: texts,
      perjury: v.exactOptional(v.literal(true)),
      when: v.exactOptional(
        v.strictObject({ classes: listOf(serviceClass, few), measure: v.picklist(MEASURES) }),
      ),
    }),
    few,
  ),
  exceptions: listOf(v.picklist(EXCEPTIONS), few),
  contact: v.strictObject({ block: listOf(listOf(contactField, few), few), warn: listOf(contactField, few) }),
  identity: v.exactOptional(v.picklist(['name', 'document'])),
  measures: v.exactOptional(byClass(measures)),
  forwardsOnly: v.exactOptional(v.literal(true)),
  followUps: listOf(
    v.strictObject({
      id: shortText,
      after: v.picklist(DELIVERY_TYPES),
      countsFrom: v.exactOptional(v.literal('provider-receipt')),
      amount: v.number(),
      unit: v.picklist(['hours', 'days', 'working-days', 'months', 'undue-delay']),
      until: v.exactOptional(listOf(v.picklist(DELIVERY_TYPES), few)),
      who: v.picklist(['provider', 'notifier', 'other-party']),
      label: texts,
      citation: shortText,
    }),
    few,
  ),
  liability: v.strictObject({ text: texts, citation: shortText }),
});

const channelSchema = v.strictObject({
  kind: v.picklist(['email', 'form', 'postal', 'fax', 'phone', 'procedure', 'support-ticket']),
  address: shortText,
  languages: listOf(shortText, few),
  attachments: v.nullable(v.boolean()),
  designated: v.boolean(),
  source: shortText,
  checkedOn: shortText,
  form: v.exactOptional(v.picklist(FORM_IDS)),
  maximumCharacters: v.exactOptional(count),
  publishes: v.exactOptional(v.literal(true)),
});

/** A recipient, as the user described it or a notice keeps it. */
export const providerSchema = v.strictObject({
  id,
  name: shortText,
  legalEntity: v.exactOptional(shortText),
  serviceClass,
  classBasis: longText,
  role: v.exactOptional(v.picklist(['edge', 'content-host', 'media-host', 'dns', 'registrar', 'platform'])),
  country: v.exactOptional(shortText),
  registeredIn: v.exactOptional(shortText),
  regimes: listOf(regimeId, few),
  channels: listOf(channelSchema, few),
  namedFor: v.exactOptional(listOf(shortText)),
});

const statements = listOf(
  v.strictObject({ name: shortText, text: longText, confirmedBy: shortText, at: instant }),
  few,
);
const exceptions = listOf(
  v.strictObject({
    id: v.picklist(EXCEPTIONS),
    answer: v.picklist(['does-not-apply', 'unsure', 'applies']),
    note: v.exactOptional(longText),
    at: instant,
  }),
  few,
);
const signature = v.strictObject({ name: shortText, at: instant, textDigest: digest });

/** What draft and content have in common. */
const shared = {
  caseId: id,
  matterId: id,
  version: v.pipe(count, v.minValue(1)),
  kind,
  provider: providerSchema,
  channel: v.nullable(channelSchema),
  language,
  reason: longText,
  measures,
  measureNote: v.exactOptional(longText),
  scopeHosts: listOf(shortText),
  statements,
  exceptions,
  signature: v.exactOptional(signature),
  attachmentBytes: v.exactOptional(count),
  attached: v.exactOptional(listOf(digest)),
  supersedes: v.exactOptional(id),
  retracts: v.exactOptional(id),
};

/** A draft. */
export const draftSchema = v.strictObject({
  ...shared,
  id,
  regime: regimeId,
  holderId: v.nullable(id),
  notifierId: v.nullable(id),
  itemIds: listOf(id),
  createdAt: instant,
});

const earlierSchema = v.strictObject({
  noticeId: id,
  version: count,
  finalisedAt: instant,
  channel: v.nullable(shortText),
  sent: listOf(v.strictObject({ at: instant, channel: shortText }), few),
  addresses: listOf(url),
  works: listOf(longText),
});

const contentSchema = v.strictObject({
  ...shared,
  noticeId: id,
  regime: regimeSchema,
  holder: v.nullable(partySchema),
  notifier: v.nullable(partySchema),
  works: listOf(workSchema),
  items: listOf(itemSchema),
  captures: listOf(evidenceSchema),
  linked: listOf(v.strictObject({ noticeId: id, provider: shortText, serviceClass }), few),
  earlier: v.exactOptional(earlierSchema),
  keyFingerprint: v.exactOptional(shortText),
});

const format = v.picklist(['text', 'html', 'xarf', 'acns', 'fields', 'mailto']);

/** A finalised notice. */
export const noticeSchema = v.strictObject({
  schema: v.literal('prima-facie/notice/1'),
  id,
  caseId: id,
  finalisedAt: instant,
  content: contentSchema,
  renderings: listOf(
    v.strictObject({
      format,
      audience: v.picklist(['full', 'recipient', 'forward-safe']),
      path: shortText,
      mediaType: shortText,
      digest,
      size: count,
    }),
  ),
  notRendered: listOf(v.strictObject({ format, why: v.pipe(v.string(), v.maxLength(20_000)) })),
  contentDigest: digest,
});

/** An event after finalising. */
export const deliverySchema = v.strictObject({
  id,
  caseId: id,
  noticeId: id,
  type: v.picklist(DELIVERY_TYPES),
  at: instant,
  channel: shortText,
  digest: v.exactOptional(digest),
  proof: listOf(digest, few),
  proofDocuments: v.exactOptional(listOf(documentSchema, few)),
  redirectedTo: v.exactOptional(shortText),
  deadline: v.exactOptional(instant),
  providerReceivedAt: v.exactOptional(instant),
  note: v.exactOptional(longText),
});

/** A later look at an item. */
export const recheckSchema = v.strictObject({
  id,
  caseId: id,
  itemId: id,
  noticeId: v.exactOptional(id),
  scheduledAt: instant,
  at: v.exactOptional(instant),
  result: v.exactOptional(
    v.picklist(['up', 'changed', 'gone', 'geo-blocked', 'login', 'cdn-interstitial', 'unreachable']),
  ),
  captureId: v.exactOptional(id),
  vantage: v.exactOptional(shortText),
});

/** What the user wants notices to say. */
export const requestSchema = v.strictObject({
  holderId: v.exactOptional(id),
  notifierId: v.exactOptional(id),
  regimes: v.exactOptional(listOf(regimeId, few)),
  language: v.exactOptional(language),
  reason: v.exactOptional(longText),
});
