import type { ArtifactEntry } from '../case/artifact.ts';
import type { Capture } from '../case/capture.ts';
import type { CustodyEntry } from '../case/custody.ts';
import { hexOf, type Digest, type Id, type Instant } from '../case/values.ts';
import { captureFolder } from './layout.ts';
import type { BundleSource, EntryProducer, ProducerContext } from './ports.ts';

/** Where the file stands in the bag. */
export const CASE_UCO = 'data/case-uco.jsonld';

/** Prefixes of CASE 1.4 and UCO 1.4, whose SHACL shapes the output was checked against. Objects are UUID URNs. */
const CONTEXT = {
  kb: 'urn:uuid:',
  'case-investigation': 'https://ontology.caseontology.org/case/investigation/',
  'uco-action': 'https://ontology.unifiedcyberontology.org/uco/action/',
  'uco-core': 'https://ontology.unifiedcyberontology.org/uco/core/',
  'uco-identity': 'https://ontology.unifiedcyberontology.org/uco/identity/',
  'uco-observable': 'https://ontology.unifiedcyberontology.org/uco/observable/',
  'uco-tool': 'https://ontology.unifiedcyberontology.org/uco/tool/',
  'uco-types': 'https://ontology.unifiedcyberontology.org/uco/types/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

type Node = Readonly<Record<string, unknown>>;
type NextId = () => string;

/**
 * The case as CASE/UCO JSON-LD (https://caseontology.org), for tools that read cyber-investigation graphs: who did
 * what, when, with which tool, to which URL, and which files with which digests came of it. It repeats facts of the
 * bundle; where the two differ, the bundle's own files count.
 */
export const caseUcoProducer: EntryProducer = {
  id: 'case-uco',
  async *produce(context) {
    const parts: string[] = [];
    const blobs: Blob[] = [];
    for await (const part of caseUcoParts(context)) {
      parts.push(part);
      // A Blob may leave memory: a case of thousands of captures has a graph of hundreds of megabytes.
      if (parts.length >= 2000) blobs.push(new Blob(parts.splice(0)));
    }
    yield { path: CASE_UCO, content: new Blob([...blobs, ...parts]) };
  },
};

/** The document in pieces, one object of the graph a line. */
export async function* caseUcoParts(
  context: Pick<ProducerContext, 'source' | 'identity' | 'signal'>,
): AsyncGenerator<string> {
  yield `{"@context":${JSON.stringify(CONTEXT)},\n"@graph":[\n`;
  let separator = '';
  for await (const node of graph(context)) {
    context.signal.throwIfAborted();
    yield `${separator}${JSON.stringify(node)}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}

async function* graph({
  source,
  identity,
}: Pick<ProducerContext, 'source' | 'identity'>): AsyncGenerator<Node> {
  const nextId = idsFrom(source.caseFile.case.id);
  const investigation = nextId();
  const tool = nextId();
  yield {
    '@id': tool,
    '@type': 'uco-tool:Tool',
    'uco-core:name': 'Prima Facie',
    'uco-tool:version': identity.version,
  };
  const people = new Map<string, string>();
  const actions: string[] = [];
  for await (const node of custodyNodes(source, { nextId, tool, people })) {
    if (node['@type'] === 'case-investigation:InvestigativeAction') actions.push(String(node['@id']));
    yield node;
  }
  for await (const { capture, entries } of source.captures()) {
    for (const node of captureNodes(capture, entries, tool)) {
      if (INVESTIGATED.has(String(node['@type']))) actions.push(String(node['@id']));
      yield node;
    }
  }
  yield investigationNode(investigation, source, actions);
}

const INVESTIGATED: ReadonlySet<string> = new Set([
  'case-investigation:InvestigativeAction',
  'case-investigation:ProvenanceRecord',
]);

function investigationNode(id: string, source: BundleSource, objects: readonly string[]): Node {
  const { title, createdAt, status } = source.caseFile.case;
  return {
    '@id': id,
    '@type': 'case-investigation:Investigation',
    'uco-core:name': title,
    'case-investigation:focus': 'copyright infringement',
    'case-investigation:investigationStatus': status,
    'uco-core:startTime': time(createdAt),
    'uco-core:object': objects.map(reference),
  };
}

/** Who acted, where the audience of a copy may not know: one and the same nobody. */
const WITHHELD = 'withheld in this copy';

/** Each entry of the custody log as an action, informed by the one before it. */
async function* custodyNodes(
  source: BundleSource,
  shared: { readonly nextId: NextId; readonly tool: string; readonly people: Map<string, string> },
): AsyncGenerator<Node> {
  const { nextId, tool, people } = shared;
  let before: string | null = null;
  for await (const entry of source.custody()) {
    let performer = people.get(entry.actor);
    if (performer === undefined) {
      performer = nextId();
      people.set(entry.actor, performer);
      yield { '@id': performer, '@type': 'uco-identity:Identity', 'uco-core:name': entry.actor || WITHHELD };
    }
    const id = nextId();
    yield custodyNode(entry, { id, performer, tool, before });
    before = id;
  }
}

function custodyNode(
  entry: CustodyEntry,
  ids: {
    readonly id: string;
    readonly performer: string;
    readonly tool: string;
    readonly before: string | null;
  },
): Node {
  const object = entry.objectSha256 === null ? '' : `; object sha256:${entry.objectSha256}`;
  return {
    '@id': ids.id,
    '@type': 'case-investigation:InvestigativeAction',
    'uco-core:name': entry.action,
    'uco-core:description': `custody entry ${entry.seq}${object}; hash sha256:${entry.hash}`,
    'uco-action:startTime': time(entry.at),
    'uco-action:endTime': time(entry.at),
    'uco-action:performer': reference(ids.performer),
    'uco-action:instrument': reference(ids.tool),
    ...(ids.before === null ? {} : { 'case-investigation:wasInformedBy': reference(ids.before) }),
  };
}

function* captureNodes(capture: Capture, entries: readonly ArtifactEntry[], tool: string): Generator<Node> {
  const nextId = idsFrom(capture.id);
  const [action, record, url] = [nextId(), nextId(), nextId()];
  yield* urlNodes(url, capture.urlFinal, nextId);
  const files = new Map<string, string>();
  for (const entry of entries) {
    const id = nextId();
    files.set(entry.path, id);
    yield* fileNodes(id, `${captureFolder(capture)}${entry.path}`, entry, nextId);
  }
  for (const entry of entries) yield* derivations(entry, files, nextId);
  const results = [...files.values()].map(reference);
  yield {
    '@id': record,
    '@type': 'case-investigation:ProvenanceRecord',
    'uco-core:name': `Capture ${capture.number}`,
    'case-investigation:exhibitNumber': String(capture.number),
    ...(capture.digest ? { 'uco-core:description': `capture.json ${capture.digest}` } : {}),
    'uco-core:object': results,
  };
  yield {
    '@id': action,
    '@type': 'case-investigation:InvestigativeAction',
    'uco-core:name': `capture ${capture.number}`,
    'uco-core:description': `typed ${capture.urlTyped}; state ${capture.state}`,
    'uco-action:startTime': time(capture.startedAt),
    ...(capture.endedAt ? { 'uco-action:endTime': time(capture.endedAt) } : {}),
    'uco-action:instrument': reference(tool),
    'uco-action:object': reference(url),
    'uco-action:result': [reference(record), ...results],
  };
}

function* urlNodes(id: string, url: string, nextId: NextId): Generator<Node> {
  const facet = nextId();
  yield { '@id': id, '@type': 'uco-observable:URL', 'uco-core:hasFacet': reference(facet) };
  yield { '@id': facet, '@type': 'uco-observable:URLFacet', 'uco-observable:fullValue': url };
}

function* fileNodes(id: string, path: string, entry: ArtifactEntry, nextId: NextId): Generator<Node> {
  const [file, content, hash] = [nextId(), nextId(), nextId()];
  yield {
    '@id': id,
    '@type': 'uco-observable:File',
    'uco-core:tag': entry.role,
    'uco-core:hasFacet': [reference(file), reference(content)],
  };
  yield {
    '@id': file,
    '@type': 'uco-observable:FileFacet',
    'uco-observable:fileName': path.slice(path.lastIndexOf('/') + 1),
    'uco-observable:filePath': path,
    'uco-observable:observableCreatedTime': time(entry.takenAt),
    'uco-observable:sizeInBytes': integer(entry.size),
  };
  yield {
    '@id': content,
    '@type': 'uco-observable:ContentDataFacet',
    'uco-observable:mimeType': entry.mediaType,
    'uco-observable:sizeInBytes': integer(entry.size),
    'uco-observable:hash': reference(hash),
  };
  yield hashNode(hash, entry.digest);
}

function hashNode(id: string, digest: Digest): Node {
  return {
    '@id': id,
    '@type': 'uco-types:Hash',
    'uco-types:hashMethod': 'SHA256',
    'uco-types:hashValue': { '@type': 'xsd:hexBinary', '@value': hexOf(digest) },
  };
}

function* derivations(
  entry: ArtifactEntry,
  files: ReadonlyMap<string, string>,
  nextId: NextId,
): Generator<Node> {
  const derived = files.get(entry.path);
  for (const path of entry.derivedFrom ?? []) {
    const original = files.get(path);
    if (derived === undefined || original === undefined) continue;
    yield {
      '@id': nextId(),
      '@type': 'uco-observable:ObservableRelationship',
      'uco-core:source': reference(derived),
      'uco-core:target': reference(original),
      'uco-core:kindOfRelationship': 'Derived_From',
      'uco-core:isDirectional': true,
    };
  }
}

/** Ids that follow from a UUID of the case: the same case gives the same graph. UUID version 8 (RFC 9562), as made up. */
function idsFrom(id: Id): NextId {
  const hex = id.replaceAll('-', '').toLowerCase().padEnd(32, '0').slice(0, 32);
  let count = 0;
  return () => {
    count += 1;
    const tail = count.toString(16).padStart(8, '0');
    const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
    return `kb:${parts.join('-')}-${hex.slice(20, 24)}${tail}`;
  };
}

function reference(id: string): Node {
  return { '@id': id };
}

function time(at: Instant): Node {
  return { '@type': 'xsd:dateTime', '@value': at };
}

function integer(value: number): Node {
  return { '@type': 'xsd:integer', '@value': String(value) };
}
