import type { EntryProducer } from '../ports.ts';
import { howToProducer } from './how-to.ts';
import { importsProducer } from './imports.ts';
import {
  caseFileProducer,
  capturesProducer,
  custodyProducer,
  documentsProducer,
  redactionsProducer,
} from './payload.ts';
import { noticesProducer } from './notices.ts';
import { reportProducer } from './report.ts';
import { urlListProducer } from './url-list.ts';

/** What stands under `data/`, in its order. */
export const PAYLOAD_PRODUCERS: readonly EntryProducer[] = [
  reportProducer,
  urlListProducer,
  caseFileProducer,
  custodyProducer,
  redactionsProducer,
  documentsProducer,
  noticesProducer,
  importsProducer,
  capturesProducer,
];

/** What stands beside `data/`. */
export const TAG_PRODUCERS: readonly EntryProducer[] = [howToProducer];
