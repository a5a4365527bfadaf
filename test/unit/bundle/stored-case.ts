import type { Capture } from '../../../utils/case/capture.ts';
import { hexOf } from '../../../utils/case/values.ts';
import type { Store } from '../../../utils/store/store.ts';

let captures = 0;

/** A capture as the pipeline leaves it in the store: row, files, `capture.json`, custody entries. */
export async function storedCapture(
  store: Store,
  caseId: string,
  files: Readonly<Record<string, string | Blob>>,
): Promise<Capture> {
  captures += 1;
  const id = `${String(captures).padStart(8, '0')}-0000-4000-8000-000000000000`;
  const startedAt = new Date(Date.UTC(2026, 10, 21, 9, 0, captures)).toISOString();
  const url = `https://pirate.example/chapter/${captures}`;
  const row = await store.captures.create({
    id,
    caseId,
    trigger: 'toolbar',
    urlTyped: url,
    urlFinal: url,
    title: `Chapter ${captures}`,
    startedAt,
    steps: [],
  });
  const event = { at: startedAt, actor: 'A. Tester', note: { captureId: id } };
  await store.custody.append(caseId, { ...event, action: 'capture-started', objectSha256: null });
  const artifacts = [];
  for (const [path, bytes] of Object.entries(files)) {
    const mediaType = path.endsWith('.png') ? 'image/png' : 'text/html';
    const place = { captureId: id, index: artifacts.length, step: 'test' };
    const entry = await store.artifacts.save(place, { path, mediaType, bytes, role: 'original' });
    artifacts.push({ path, digest: entry.digest, bytes: entry.size, role: 'original', mediaType });
  }
  const document = {
    schema: 'prima-facie/capture/1',
    captureId: id,
    caseId,
    number: row.number,
    urlTyped: url,
    urlFinal: url,
    title: row.title,
    timeGrade: 'local',
    operator: 'A. Tester',
    redirects: [],
    frames: [],
    clock: [],
    notCaptured: [],
    mainResponse: null,
    monotonicMs: 1,
    startedAt,
    endedAt: startedAt,
    page: null,
    zoom: null,
    truncated: false,
    circumstances: {
      browser: { name: 'C', version: '1' },
      os: 'L',
      languages: [],
      timezone: 'UTC',
      proxyObserved: '',
    },
    artifacts,
  };
  const { digest } = await store.artifacts.save(
    { captureId: id, index: artifacts.length, step: 'finalise' },
    {
      path: 'capture.json',
      mediaType: 'application/json',
      bytes: JSON.stringify(document),
      role: 'original',
    },
  );
  await store.captures.update(id, { state: 'complete', endedAt: startedAt, digest });
  await store.custody.append(caseId, { ...event, action: 'capture-ended', objectSha256: hexOf(digest) });
  const stored = await store.captures.get(id);
  if (!stored) throw new Error('not stored');
  return stored;
}
