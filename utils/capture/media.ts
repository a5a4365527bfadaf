import type { NetworkLog, NetworkRequest } from '../case/network.ts';
import { disguisedSequences, hostOf, partOf, type MediaPart } from './media/classify.ts';
import { parseDash } from './media/dash.ts';
import { parseHls } from './media/hls.ts';
import type { MediaManifest } from './media/manifest.ts';
import { redactUrl, type OmittedSecret, type Redacted } from './secrets.ts';

/** A server that media of the page come from, as one frame's requests show it. */
export interface MediaHost {
  readonly host: string;
  /** Null where it was not observed. One host with two addresses stands here twice. */
  readonly ip: string | null;
  /** Addresses of the frames from the page down to the one that asked. */
  readonly frames: readonly string[];
  readonly parts: Readonly<Partial<Record<Exclude<MediaPart, 'none'>, number>>>;
  readonly requests: number;
  /** Bytes as far as responses say; null where none does. */
  readonly bytes: number | null;
  readonly mediaTypes: readonly string[];
  /** Some of its addresses: manifests first, then files, then segments. */
  readonly urls: readonly string[];
  /** Why it counts as a media host, in English. */
  readonly why: readonly string[];
}

/** The media of a page. */
export interface MediaFindings {
  /** The likeliest source of the work first. */
  readonly hosts: readonly MediaHost[];
  readonly manifests: readonly MediaManifest[];
  /** Hosts that manifests name and that nothing was asked of yet. */
  readonly namedOnly: readonly string[];
}

const MAXIMUM_HOST_URLS = 50;
const WEIGHTS: Readonly<Record<MediaPart, number>> = {
  segment: 5,
  disguised: 5,
  file: 4,
  manifest: 3,
  key: 1,
  none: 0,
};

/** Reads the manifest of either kind. @returns null for anything else. */
export function parseManifest(text: string, url: string): MediaManifest | null {
  return parseHls(text, url) ?? parseDash(text, url);
}

/**
 * Finds where the media of a page come from.
 * @param texts of manifests, by address; those that are no manifests are passed over.
 */
export function findMedia(log: NetworkLog, texts: ReadonlyMap<string, string> = new Map()): MediaFindings {
  const manifests = [...texts].flatMap(([url, text]) => parseManifest(text, url) ?? []);
  const listed = new Set(manifests.flatMap(({ segments }) => segments));
  const keys = new Set(manifests.flatMap(({ protection }) => protection.flatMap(({ url }) => url ?? [])));
  const hidden = disguisedSequences(log.requests);
  const parts = log.requests.map((request): [NetworkRequest, MediaPart] => {
    const part = partOf(request, listed, keys);
    return [request, part === 'none' && hidden.has(request.url) ? 'disguised' : part];
  });
  const frames = frameChains(log);
  const groups = Map.groupBy(
    parts.filter(([, part]) => part !== 'none'),
    ([request]) => [hostOf(request.url), request.ip, ...frames(request)].join('\n'),
  );
  const hosts = [...groups.values()].map((group) => mediaHost(group, frames));
  const asked = new Set(hosts.map(({ host }) => host));
  const named = [...listed, ...manifests.flatMap(({ variants }) => variants.flatMap(({ url }) => url ?? []))];
  return {
    hosts: hosts.toSorted((a, b) => scoreOf(b) - scoreOf(a) || (a.host < b.host ? -1 : 1)),
    manifests,
    namedOnly: [...new Set(named.map(hostOf))].filter((host) => !asked.has(host)).toSorted(),
  };
}

/** Findings as they may be exported: addresses without their secrets. */
export function redactMedia(findings: MediaFindings): Redacted<MediaFindings> {
  const omitted: OmittedSecret[] = [];
  const clean = (url: string): string => {
    const redacted = redactUrl(url);
    omitted.push(...redacted.omitted);
    return redacted.value;
  };
  const value: MediaFindings = {
    ...findings,
    hosts: findings.hosts.map((host) => ({
      ...host,
      frames: host.frames.map(clean),
      urls: host.urls.map(clean),
    })),
    manifests: findings.manifests.map((manifest) => ({
      ...manifest,
      url: clean(manifest.url),
      segments: manifest.segments.map(clean),
      variants: manifest.variants.map((variant) => ({ ...variant, url: variant.url && clean(variant.url) })),
      protection: manifest.protection.map(({ method, url }) =>
        url === undefined ? { method } : { method, url: clean(url) },
      ),
    })),
  };
  return { value, omitted };
}

function mediaHost(
  group: readonly (readonly [NetworkRequest, MediaPart])[],
  frames: (request: NetworkRequest) => readonly string[],
): MediaHost {
  const requests = group.map(([request]) => request);
  const [first] = requests;
  const parts: Partial<Record<Exclude<MediaPart, 'none'>, number>> = {};
  for (const [, part] of group) if (part !== 'none') parts[part] = (parts[part] ?? 0) + 1;
  const sized = requests.flatMap(({ bytes }) => (bytes === null ? [] : [bytes]));
  const order: readonly MediaPart[] = ['manifest', 'file', 'segment', 'disguised', 'key'];
  const sorted = group.toSorted(([, a], [, b]) => order.indexOf(a) - order.indexOf(b));
  const ranges = requests.filter(({ status }) => status === 206).length;
  return {
    host: hostOf(first?.url ?? ''),
    ip: first?.ip ?? null,
    frames: first ? frames(first) : [],
    parts,
    requests: requests.length,
    bytes: sized.length === 0 ? null : sized.reduce((sum, bytes) => sum + bytes, 0),
    mediaTypes: [...new Set(requests.flatMap(({ mediaType }) => mediaType ?? []))].toSorted(),
    urls: [...new Set(sorted.map(([{ url }]) => url))].slice(0, MAXIMUM_HOST_URLS),
    why: reasons(parts, ranges),
  };
}

function reasons(parts: MediaHost['parts'], ranges: number): string[] {
  const { manifest = 0, file = 0, segment = 0, disguised = 0, key = 0 } = parts;
  return [
    manifest > 0 ? `served ${manifest} streaming manifest(s)` : '',
    file > 0 ? `served ${file} audio or video file(s)` : '',
    segment > 0 ? `served ${segment} media segment(s)` : '',
    disguised > 0 ? `served ${disguised} media segment(s) named as something else` : '',
    key > 0 ? `served ${key} key(s) of encrypted segments` : '',
    ranges > 0 ? `answered ${ranges} time(s) with a part of a file` : '',
  ].filter((reason) => reason !== '');
}

/** By what was served, then by how much. */
function scoreOf({ parts, bytes }: MediaHost): number {
  const best = Math.max(...Object.keys(parts).map((part) => WEIGHTS[part as MediaPart]));
  return best * 1000 + Math.log2(1 + (bytes ?? 0));
}

/** The addresses of the frames from the page down to the one that made a request. */
function frameChains(log: NetworkLog): (request: NetworkRequest) => readonly string[] {
  const page = log.mainResponse?.url ?? log.hops.at(-1)?.url ?? '';
  const frames = new Map<number, { url: string; parent: number }>();
  for (const { type, frameId, parentFrameId, url } of log.requests) {
    if (type === 'sub_frame') frames.set(frameId, { url, parent: parentFrameId });
  }
  return ({ frameId, initiator }) => {
    const chain: string[] = [];
    let at = frameId;
    while (at > 0 && chain.length < 20) {
      const frame = frames.get(at);
      if (!frame) break;
      chain.unshift(frame.url);
      at = frame.parent;
    }
    // A frame that was there before the log began is known by what its requests say of it.
    if (chain.length === 0 && frameId > 0 && initiator !== undefined) chain.push(initiator);
    return [page, ...chain].filter((url) => url !== '');
  };
}
