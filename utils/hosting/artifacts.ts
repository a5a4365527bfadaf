import type { ArtifactDraft } from '../case/artifact.ts';
import type { NetworkObservation } from '../case/hosting.ts';

/**
 * The observations as files of a capture: `net/dns.json` with every DNS answer (text as it came, bytes in base64),
 * and one file for each registry answer, untouched. Answers without a body stand in `net/lookups.json`, the index.
 * `folder` (empty, or ending in a slash) is put before every path.
 */
export function observationArtifacts(found: readonly NetworkObservation[], folder = ''): ArtifactDraft[] {
  const observations = found.map((one) => ({ ...one, path: folder + one.path }));
  if (observations.length === 0) return [];
  const dns = observations.filter(({ kind }) => kind === 'dns');
  const registry = observations.filter(({ kind, raw }) => kind !== 'dns' && raw !== null);
  return [
    ...(dns.length > 0 ? [json(`${folder}net/dns.json`, dns.map(dnsRow), dns)] : []),
    ...registry.map(registryDraft),
    json(`${folder}net/lookups.json`, observations.map(indexRow), observations),
  ];
}

function registryDraft(observation: NetworkObservation): ArtifactDraft {
  return {
    path: observation.path,
    mediaType: observation.mediaType,
    bytes: observation.raw ?? '',
    role: 'original',
    method: 'fetch',
    takenAt: observation.at,
    about: indexRow(observation),
  };
}

function json(path: string, rows: unknown, from: readonly NetworkObservation[]): ArtifactDraft {
  const takenAt = from
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  return {
    path,
    mediaType: 'application/json',
    bytes: `${JSON.stringify(rows, null, 1)}\n`,
    role: 'original',
    method: 'fetch',
    ...(takenAt === undefined ? {} : { takenAt }),
  };
}

function indexRow({ raw, parsed: _parsed, ...rest }: NetworkObservation): Record<string, unknown> {
  return { ...rest, bytes: raw?.byteLength ?? 0 };
}

function dnsRow(observation: NetworkObservation): Record<string, unknown> {
  const { raw, path: _path, ...rest } = observation;
  if (raw === null) return rest;
  const isText = /json|text/.test(observation.mediaType);
  return isText
    ? { ...rest, raw: new TextDecoder().decode(raw) }
    : { ...rest, rawBase64: btoa(Array.from(raw, (byte) => String.fromCharCode(byte)).join('')) };
}
