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
import { reportProducer, type ReportPrinting } from './report.ts';
import { urlListProducer } from './url-list.ts';

/** What stands under `data/`, in its order. `printing`: how the report becomes a PDF, where it does. */
export function payloadProducers(printing?: ReportPrinting): readonly EntryProducer[] {
  return [
    reportProducer(printing),
    urlListProducer,
    caseFileProducer,
    custodyProducer,
    redactionsProducer,
    documentsProducer,
    noticesProducer,
    importsProducer,
    capturesProducer,
  ];
}

/** {@link payloadProducers} without a PDF. */
export const PAYLOAD_PRODUCERS: readonly EntryProducer[] = payloadProducers();

/** What stands beside `data/`. */
export const TAG_PRODUCERS: readonly EntryProducer[] = [howToProducer];
