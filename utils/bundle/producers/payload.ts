import type { AttachedDocument } from '../../case/dispute.ts';
import { documentsOf } from '../../case/documents.ts';
import { FailureError } from '../../case/result.ts';
import { CASE_FILE, CUSTODY, RECORD, REDACTIONS, captureFolder } from '../layout.ts';
import type { BundledCapture, BundleEntry, EntryProducer, ProducerContext } from '../ports.ts';
import { documentPath } from './document-path.ts';

/** JSON as a person reads it: two spaces, a line break at the end. */
export function readableJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** `data/case.json`: everything a person entered. */
export const caseFileProducer: EntryProducer = {
  id: 'case-file',
  *produce({ source }) {
    yield { path: CASE_FILE, content: readableJson(source.caseFile) };
  },
};

/** `data/custody.jsonl`: the custody log, one entry a line, first to last. */
export const custodyProducer: EntryProducer = {
  id: 'custody',
  async *produce({ source, audience }) {
    const lines: string[] = [];
    const log = audience?.custody ?? source.custody();
    for await (const entry of log) lines.push(`${JSON.stringify(entry)}\n`);
    yield { path: CUSTODY, content: lines.join('') };
  },
};

/**
 * `data/redactions.json`: in a copy made for an audience what it does not show; in a full bundle, where there are any,
 * the records themselves with what they hide.
 */
export const redactionsProducer: EntryProducer = {
  id: 'redactions',
  *produce({ source, audience }) {
    const redactions = source.redactions ?? [];
    if (audience) yield { path: REDACTIONS, content: readableJson(audience.declaration) };
    else if (redactions.length > 0) {
      const content = readableJson({ schema: 'prima-facie/redactions/1', audience: 'full', redactions });
      yield { path: REDACTIONS, content };
    }
  },
};

/** `data/captures/…`: each capture's artifacts as they were taken, and its row. */
export const capturesProducer: EntryProducer = {
  id: 'captures',
  async *produce(context) {
    for await (const captured of context.source.captures()) {
      yield* captureFiles(captured, context);
      context.captureDone();
    }
  },
};

async function* captureFiles(
  { capture, entries }: BundledCapture,
  { source }: ProducerContext,
): AsyncGenerator<BundleEntry> {
  const folder = captureFolder(capture);
  for (const entry of entries) {
    const path = folder + entry.path;
    const blob = await source.blob(entry.digest);
    if (!blob.ok) throw new FailureError(blob.failure.code, `${path}: ${blob.failure.detail}`);
    const { digest, crc32, size } = entry;
    yield { path, content: blob.value, expected: { digest, crc32, size } };
  }
  yield recordEntry({ capture, entries });
}

/** `record.json` of a capture: its row, and the places of its files. */
export function recordEntry({
  capture,
  entries,
}: BundledCapture): BundleEntry & { readonly content: string } {
  return {
    path: captureFolder(capture) + RECORD,
    content: readableJson({ schema: 'prima-facie/record/1', capture, entries }),
  };
}

/** Lists what the case names and this machine does not hold. */
export const NOT_HELD = 'data/documents/not-held.json';

/**
 * `data/documents/…`: every file the case names ({@link documentsOf}), each once. A case file that came without its
 * documents names some that are not on this machine: they are listed, so that nothing is missing in silence.
 */
export const documentsProducer: EntryProducer = {
  id: 'documents',
  async *produce({ source }) {
    const notHeld: AttachedDocument[] = [];
    for (const document of documentsOf(source.caseFile)) {
      const blob = await source.blob(document.digest);
      if (!blob.ok && blob.failure.code === 'not-found') {
        notHeld.push(document);
        continue;
      }
      if (!blob.ok) throw new FailureError(blob.failure.code, `${document.name}: ${blob.failure.detail}`);
      const path = documentPath(document, blob.value.type);
      yield { path, content: blob.value, expected: { digest: document.digest, size: blob.value.size } };
    }
    if (notHeld.length > 0) yield { path: NOT_HELD, content: readableJson(notHeld) };
  },
};
