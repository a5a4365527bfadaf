import * as v from 'valibot';
import { KINDS, RIGHTS } from '../import/fields.ts';
import { count, digest, id, instant, listOf, longText, MAXIMUM, shortText, url } from './values.ts';

/** A file the user attached. */
export const documentSchema = v.strictObject({
  digest,
  name: shortText,
  kind: v.picklist([
    'registration-certificate',
    'publication',
    'manuscript',
    'original-file',
    'contract',
    'assignment',
    'licence',
    'power-of-attorney',
    'other',
  ]),
  addedAt: instant,
});

const few = MAXIMUM.few;

/** A case row. */
export const caseSchema = v.strictObject({
  id,
  title: shortText,
  status: v.picklist(['open', 'closed']),
  createdAt: instant,
  updatedAt: instant,
  captureLocation: v.exactOptional(shortText),
  notes: v.exactOptional(longText),
  documents: v.exactOptional(listOf(documentSchema, few)),
  retentionUntil: v.exactOptional(instant),
});

/** A party. */
export const partySchema = v.strictObject({
  id,
  caseId: id,
  role: v.picklist(['right-holder', 'notifier', 'agent']),
  kind: v.picklist(['person', 'organisation']),
  legalName: shortText,
  contactName: v.exactOptional(shortText),
  legalRepresentative: v.exactOptional(shortText),
  address: shortText,
  city: v.exactOptional(shortText),
  state: v.exactOptional(shortText),
  postalCode: v.exactOptional(shortText),
  country: shortText,
  phone: shortText,
  email: shortText,
  authority: v.picklist(['owner', 'exclusive', 'agent']),
  identityReference: v.exactOptional(shortText),
  powerOfAttorney: v.exactOptional(documentSchema),
});

/** A work. */
export const workSchema = v.strictObject({
  id,
  caseId: id,
  title: shortText,
  kind: v.picklist(KINDS),
  author: shortText,
  rightsClaimed: listOf(v.picklist(RIGHTS), few),
  firstPublication: v.exactOptional(shortText),
  registrationNumber: v.exactOptional(shortText),
  authorisedUrls: listOf(url, few),
  titleDocuments: listOf(documentSchema, few),
});

const observationSchema = v.strictObject({
  kind: v.picklist([
    'front-page',
    'recommendation',
    'chart',
    'advertising',
    'membership',
    'points-or-incentives',
    'category-placement',
    'editing-or-selecting',
    'same-account-repeat',
    'access-count',
    'no-review-terms',
    'complaint-channel-absent',
    'ai-model',
  ]),
  text: longText,
  captureId: v.exactOptional(id),
  observedAt: instant,
  fields: v.exactOptional(v.record(shortText, longText)),
});

const boxSchema = v.strictObject({ x: v.number(), y: v.number(), width: v.number(), height: v.number() });

/** An infringing item. */
export const itemSchema = v.strictObject({
  id,
  caseId: id,
  workId: v.exactOptional(id),
  captureIds: listOf(id, few),
  pageUrl: url,
  urls: listOf(url),
  description: longText,
  right: v.exactOptional(v.picklist(RIGHTS)),
  mode: v.picklist([
    'full-copy',
    'partial-copy',
    'adaptation',
    'link',
    'stream',
    'model-training-output',
    'other',
  ]),
  account: v.exactOptional(shortText),
  foundAt: instant,
  observations: listOf(observationSchema, few),
  mark: v.exactOptional(
    v.strictObject({
      box: boxSchema,
      cropPath: v.exactOptional(shortText),
      text: v.exactOptional(longText),
    }),
  ),
});

/** A capture as a notice refers to it. */
export const evidenceSchema = v.strictObject({
  id,
  number: count,
  state: v.picklist(['running', 'complete', 'partial', 'failed', 'cancelled', 'interrupted']),
  urlFinal: url,
  urlTyped: v.exactOptional(url),
  title: longText,
  startedAt: instant,
  digest: v.nullable(digest),
  intact: v.boolean(),
  timeStampedAt: v.exactOptional(instant),
  ip: v.exactOptional(shortText),
  hostAddresses: v.exactOptional(v.record(shortText, shortText)),
});
