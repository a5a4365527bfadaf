import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../utils/case/delivery.ts';
import type { AttachedDocument } from '../../../utils/case/dispute.ts';
import type { Notice } from '../../../utils/case/notice.ts';
import { documentsProducer } from '../../../utils/bundle/producers/payload.ts';
import type { ProducerContext } from '../../../utils/bundle/ports.ts';
import { hexOf, type Digest } from '../../../utils/case/values.ts';
import { checkCaseFile } from '../../../utils/notice/case-file-schema.ts';
import { contentOf, holder, ready, work } from '../notice/a-case.ts';
import { caseFile, CASE_ID, testSource } from './support.ts';

const at = '2026-11-21T10:00:00.000Z';
const blobs = new Map<Digest, Blob>();
function document(text: string, name: string): AttachedDocument {
  const digest: Digest = `sha256:${createHash('sha256').update(text).digest('hex')}`;
  blobs.set(digest, new Blob([text], { type: 'text/plain' }));
  return { digest, name, kind: 'other', addedAt: at };
}

const deed = document('deed', 'deed.txt');
const power = document('power', 'power.txt');
const agentPage = document('agent directory', 'agent.txt');
const receipt = document('receipt', 'receipt.txt');
const oldDeed = document('the deed as it was', 'old-deed.txt');
const unnamed = document('reply', 'reply.txt');

const notice = {
  id: '9b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed',
  content: { ...contentOf(ready('us-512')), works: [{ ...work, titleDocuments: [oldDeed] }] },
  renderings: [],
} as unknown as Notice;
const delivery = (id: string, more: Partial<Delivery>): Delivery => ({
  id,
  caseId: CASE_ID,
  noticeId: notice.id,
  type: 'acknowledged',
  at,
  channel: 'abuse@host.example',
  proof: [],
  ...more,
});

async function produced(file: ReturnType<typeof caseFile>) {
  const source = await testSource([], file);
  for (const [digest, blob] of blobs) source.blobs.set(digest, blob);
  const entries: { path: string; text: string }[] = [];
  for await (const { path, content } of documentsProducer.produce({ source } as unknown as ProducerContext))
    entries.push({ path, text: typeof content === 'string' ? content : await (content as Blob).text() });
  return { entries, source };
}

const full = () =>
  caseFile({
    case: { ...caseFile().case, documents: [agentPage] },
    works: [{ ...work, titleDocuments: [deed] }],
    parties: [{ ...holder, powerOfAttorney: power }],
    notices: [notice],
    deliveries: [
      delivery('1', { proof: [receipt.digest], proofDocuments: [receipt] }),
      delivery('2', { proof: [unnamed.digest, deed.digest] }),
    ],
  });

describe('data/documents', () => {
  it('has every file the case names, each once, named by its digest', async () => {
    const { entries } = await produced(full());
    const texts = ['agent directory', 'deed', 'power', 'the deed as it was', 'receipt', 'reply'];
    expect(entries.map(({ text }) => text).toSorted()).toEqual(texts.toSorted());
    for (const { path, text } of entries) {
      const hex = createHash('sha256').update(text).digest('hex');
      expect(path).toBe(`data/documents/${hex.slice(0, 16)}.txt`);
    }
  });

  it('lists what is named and not held, proof of deliveries too', async () => {
    const { source } = await produced(full());
    source.blobs.delete(receipt.digest);
    source.blobs.delete(unnamed.digest);
    const entries: { path: string; content: unknown }[] = [];
    for await (const entry of documentsProducer.produce({ source } as unknown as ProducerContext))
      entries.push(entry);
    const list = entries.find(({ path }) => path.endsWith('not-held.json'));
    expect(JSON.parse(String(list?.content))).toEqual([
      receipt,
      { digest: unnamed.digest, name: 'delivery 2', kind: 'other', addedAt: at },
    ]);
    expect(entries).toHaveLength(5);
    expect(hexOf(receipt.digest)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('a delivery that names its proof is a case file like any other', () => {
    const file = { ...full(), notices: [] };
    expect(checkCaseFile(JSON.parse(JSON.stringify({ ...file, works: [], parties: [] })))).toMatchObject({
      ok: true,
    });
  });
});
