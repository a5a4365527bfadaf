import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import type { ArtifactEntry } from '../../../utils/case/artifact.ts';
import type { Capture } from '../../../utils/case/capture.ts';
import type { CustodyEntry } from '../../../utils/case/custody.ts';
import { fail } from '../../../utils/case/result.ts';
import { caseUcoParts } from '../../../utils/bundle/case-uco.ts';
import type { BundleSource } from '../../../utils/bundle/ports.ts';
import { nextEntry } from '../../../utils/integrity/custody-chain.ts';

const AT = '2026-11-21T10:15:00.000Z';
const CASE_ID = '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed';
const CAPTURE_ID = '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d';

const capture: Capture = {
  id: CAPTURE_ID,
  caseId: CASE_ID,
  number: 1,
  state: 'complete',
  trigger: 'toolbar',
  urlTyped: 'http://127.0.0.1/',
  urlFinal: 'http://127.0.0.1/"><script>?a=1#b',
  title: 'x',
  startedAt: AT,
  endedAt: AT,
  steps: [],
  notCaptured: [],
  digest: `sha256:${'a'.repeat(64)}`,
};

function entry(index: number, path: string, derivedFrom?: readonly string[]): ArtifactEntry {
  return {
    captureId: CAPTURE_ID,
    index,
    path,
    digest: `sha256:${String(index).repeat(64)}`,
    crc32: 1,
    size: 5_000_000_000,
    mediaType: 'image/png',
    role: derivedFrom ? 'derived' : 'original',
    step: 'page',
    takenAt: AT,
    ...(derivedFrom ? { derivedFrom } : {}),
  };
}

async function document(): Promise<{
  '@context': Record<string, string>;
  '@graph': Record<string, unknown>[];
}> {
  const custody: CustodyEntry[] = [];
  for (const actor of ['Ada', 'Ada', 'Bo']) {
    const event = { at: AT, actor, action: 'capture-ended', objectSha256: null } as const;
    custody.push(await nextEntry(custody.at(-1) ?? null, event, 'ab'.repeat(16)));
  }
  const source: BundleSource = {
    caseFile: {
      schema: 'prima-facie/case/1',
      case: { id: CASE_ID, title: 'A case', status: 'open', createdAt: AT, updatedAt: AT },
      parties: [],
      works: [],
      items: [],
    },
    captureCount: 1,
    captures: async function* () {
      yield { capture, entries: [entry(0, 'tiles/000.png'), entry(1, 'full.png', ['tiles/000.png'])] };
    },
    custody: async function* () {
      yield* custody;
    },
    blob: async () => fail('not-found'),
  };
  const identity = {
    name: 'case-1b9d6bcd-20261121T101500Z',
    exportedAt: AT,
    version: '1.2.3',
    operator: 'Ada',
    audience: 'full' as const,
    language: 'en' as const,
  };
  let text = '';
  const context = { source, identity, signal: new AbortController().signal };
  for await (const part of caseUcoParts(context)) text += part;
  return JSON.parse(text) as Awaited<ReturnType<typeof document>>;
}

describe('the case as CASE/UCO', () => {
  it('is one graph in which every id is unique and every reference leads somewhere', async () => {
    const { '@graph': graph } = await document();
    const ids = graph.map((node) => node['@id']);
    expect(new Set(ids).size).toBe(ids.length);
    const references = graph.flatMap((node) =>
      Object.values(node)
        .flat()
        .filter(
          (value): value is { '@id': string } =>
            typeof value === 'object' && value !== null && '@id' in value,
        )
        .map((value) => value['@id']),
    );
    expect(references.filter((id) => !ids.includes(id))).toEqual([]);
    for (const id of ids) {
      expect(id).toMatch(/^kb:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  it('uses declared prefixes only', async () => {
    const { '@context': context, '@graph': graph } = await document();
    const names = graph.flatMap((node) => [...Object.keys(node), String(node['@type'])]);
    for (const name of names.filter((one) => !one.startsWith('@'))) {
      expect(Object.keys(context)).toContain(name.split(':')[0]);
    }
  });

  it('says who did what with which digests, and what was derived from what', async () => {
    const { '@graph': graph } = await document();
    const ofType = (type: string) => graph.filter((node) => node['@type'] === type);
    expect(ofType('uco-identity:Identity').map((node) => node['uco-core:name'])).toEqual(['Ada', 'Bo']);
    expect(ofType('uco-observable:URLFacet')[0]?.['uco-observable:fullValue']).toBe(capture.urlFinal);
    expect(ofType('uco-types:Hash').map((node) => node['uco-types:hashValue'])).toEqual([
      { '@type': 'xsd:hexBinary', '@value': '0'.repeat(64) },
      { '@type': 'xsd:hexBinary', '@value': '1'.repeat(64) },
    ]);
    expect(ofType('uco-observable:FileFacet')[1]?.['uco-observable:filePath']).toBe(
      'data/captures/0001-9b1deb4d/full.png',
    );
    const [derived] = ofType('uco-observable:ObservableRelationship');
    const [tile, full] = ofType('uco-observable:File').map((node) => node['@id']);
    expect(derived).toMatchObject({ 'uco-core:source': { '@id': full }, 'uco-core:target': { '@id': tile } });
    expect(ofType('case-investigation:InvestigativeAction')).toHaveLength(4);
    expect(ofType('uco-tool:Tool')[0]).toMatchObject({ 'uco-tool:version': '1.2.3' });
  });

  it('is the same each time it is written', async () => {
    expect(await document()).toEqual(await document());
  });

  it('expands as JSON-LD without losing a member, and becomes RDF in the namespaces of CASE and UCO', async () => {
    const graph = await document();
    // `safe` fails where expansion would drop anything: an undefined term, a relative address, a keyword misused.
    const expanded = await jsonld.expand(graph, { safe: true });
    expect(expanded).toHaveLength(graph['@graph'].length);
    const rdf = await jsonld.toRDF(graph, { format: 'application/n-quads' });
    const triples = rdf.trim().split('\n');
    const predicates = new Set(triples.map((line) => line.split(' ')[1] ?? ''));
    for (const predicate of predicates) {
      expect(predicate).toMatch(
        /^<(https:\/\/ontology\.(caseontology|unifiedcyberontology)\.org\/|http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#type)/,
      );
    }
    const subjects = new Set(triples.map((line) => line.split(' ')[0]));
    expect(subjects.size).toBe(graph['@graph'].length);
    expect(rdf).toContain('^^<http://www.w3.org/2001/XMLSchema#hexBinary>');
  });
});
