import type { Confidence } from '../case/hosting.ts';
import type { NetworkLog } from '../case/network.ts';
import type { HOSTING_CATALOG } from '../i18n/catalog/hosting.ts';
import { isPublicAddress } from './address.ts';
import { classifyHost, type Found } from './classify.ts';
import { directoryWith, type Directory } from './directory/directory.ts';
import { subjectsOf, type Subject } from './subjects.ts';

/** One sentence of the at-a-glance view: a key of the hosting catalog, and its parameters. */
export interface GlanceSentence {
  readonly key: keyof typeof HOSTING_CATALOG & string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Catalog key whose text stands for the parameter `confidence`. */
  readonly confidence?: Confidence;
  readonly tone: 'fact' | 'doubt' | 'missing';
}

/** What can be said about who serves the page before anything is looked up. Pure; asks nobody. */
export function glance(log: NetworkLog, directory: Directory = directoryWith()): GlanceSentence[] {
  const subjects = subjectsOf(log, []);
  const page = subjects.find((subject) => subject.serves.includes('page'));
  const sentences = log.proxy
    ? [...claimedSentence(page, directory), proxySentence(log.proxy.address)]
    : [pageSentence(log, page, directory)];
  for (const media of subjects) {
    if (!media.serves.includes('media') || media === page) continue;
    sentences.push(mediaSentence(media, directory));
    if (media.disguised)
      sentences.push({ key: 'glance-disguised', parameters: { host: shown(media) }, tone: 'doubt' });
  }
  return sentences;
}

function pageSentence(log: NetworkLog, page: Subject | undefined, directory: Directory): GlanceSentence {
  if (log.notObserved === 'service-worker') return missing('glance-service-worker');
  if (!page || !log.mainResponse) return missing('glance-not-observed');
  const found = foundFor(page);
  const [top] = found;
  const front = found.find(({ role, confidence }) => role === 'edge' && confidence !== 'claimed');
  if (top && front && top.role === 'content-host' && top.confidence !== 'claimed')
    return behindSentence(top, front, directory);
  if (top && (page.observed || top.confidence !== 'claimed')) return layerSentence(top, directory);
  if (page.fromCache) return missing('glance-from-cache');
  if (!page.observed) return top ? layerSentence(top, directory) : missing('glance-not-observed');
  const key = isPublicAddress(page.observed) ? 'glance-unknown' : 'glance-private';
  return { key, parameters: { address: page.observed }, tone: 'missing' };
}

/** Through a proxy only names and headers tell anything: the page's own address was not seen. */
function claimedSentence(page: Subject | undefined, directory: Directory): GlanceSentence[] {
  const top = page && foundFor(page)[0];
  return top ? [layerSentence(top, directory)] : [];
}

function proxySentence(address: string): GlanceSentence {
  return { key: 'glance-proxy', parameters: { address }, tone: 'missing' };
}

function layerSentence(found: Found, directory: Directory): GlanceSentence {
  const provider = directory.get(found.providerId)?.name ?? found.providerId;
  const kind = found.role === 'platform' ? 'platform' : found.role === 'edge' ? 'edge' : 'host';
  if (found.confidence === 'claimed' && kind !== 'platform')
    return { key: `glance-${kind}-claimed`, parameters: { provider }, tone: 'doubt' };
  return { key: `glance-${kind}`, parameters: { provider }, confidence: found.confidence, tone: 'fact' };
}

/** A host known by its name is not reached straight where an edge carries it. */
function behindSentence(host: Found, front: Found, directory: Directory): GlanceSentence {
  const name = ({ providerId }: Found) => directory.get(providerId)?.name ?? providerId;
  const parameters = { provider: name(host), edge: name(front) };
  return { key: 'glance-host-behind', parameters, confidence: host.confidence, tone: 'fact' };
}

function mediaSentence(media: Subject, directory: Directory): GlanceSentence {
  const found = foundFor(media)[0];
  if (!found) {
    const { observed: address } = media;
    return address === null
      ? { key: 'glance-media-unseen', parameters: { host: shown(media) }, tone: 'missing' }
      : { key: 'glance-media-unknown', parameters: { host: shown(media), address }, tone: 'missing' };
  }
  const provider = directory.get(found.providerId)?.name ?? found.providerId;
  return {
    key: 'glance-media',
    parameters: { host: shown(media), provider },
    confidence: found.confidence,
    tone: found.confidence === 'claimed' ? 'doubt' : 'fact',
  };
}

function foundFor(subject: Subject): Found[] {
  const { host, observed: address, headers, fromCache } = subject;
  return classifyHost({ host, address, headers, fromCache });
}

function missing(key: GlanceSentence['key']): GlanceSentence {
  return { key, parameters: {}, tone: 'missing' };
}

function shown(subject: Subject): string {
  return subject.hostUnicode ?? subject.host;
}
