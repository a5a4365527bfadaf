import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { stampItem } from '../../../utils/integrity/timestamp/stamp-queue.ts';
import { openStore } from '../../../utils/store/store.ts';
import { freshStore, localLocks } from './support.ts';

describe('the stamp queue in the database', () => {
  it('is there again after the worker was killed', async () => {
    const { stampQueue, db } = freshStore();
    const item = stampItem({
      id: 'x',
      caseId: 'c',
      purpose: 'export',
      subjectId: 's',
      digest: `sha256:${'1'.repeat(64)}`,
      wantedAt: '2026-01-01T00:00:00.000Z',
    });
    await stampQueue.put(item);
    await stampQueue.setAsked('https://tsa.example/', '2026-01-01T00:00:01.000Z');
    db.close();
    const again = openStore({ name: db.name, serialise: localLocks() });
    expect(await again.stampQueue.items()).toEqual([item]);
    expect(await again.stampQueue.pace()).toEqual(
      new Map([['https://tsa.example/', '2026-01-01T00:00:01.000Z']]),
    );
    await again.stampQueue.remove('x');
    expect(await again.stampQueue.items()).toEqual([]);
  });
});
