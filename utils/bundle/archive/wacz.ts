import { FailureError, failureOf, succeed, type Result } from '../../case/result.ts';
import type { Digest, Instant } from '../../case/values.ts';
import { fingerprintBytes } from '../../integrity/digest.ts';
import { renderCdxj } from './cdxj.ts';
import { signDatapackage, type WaczSigner } from './wacz-signature.ts';
import { writeWarc, type Progress } from './warc-file.ts';
import { uuidOf } from './warc-record.ts';
import type { ReadBody, WarcSource } from './warc.ts';
import type { ZipFile, ZipSink } from './zip-sink.ts';

/** A page a reader can open in the archive. `url` and `at` are those of a record in it. */
export interface ArchivedPage {
  readonly url: string;
  readonly at: Instant;
  readonly title: string;
  /** Visible text, for searching. */
  readonly text?: string;
}

/** What a WACZ is made of; `createdAt` is when it was written, and dates every file in it. */
export interface WaczSource extends WarcSource {
  readonly title: string;
  /** The first is the main page. */
  readonly pages: readonly [ArchivedPage, ...ArchivedPage[]];
}

/** What writing a WACZ needs. Without `sign` the archive is unsigned. */
export interface WaczPorts extends Progress {
  readonly readBody: ReadBody;
  readonly zip: ZipSink;
  readonly sign?: WaczSigner;
}

/** A finished archive. */
export interface Wacz {
  readonly blob: Blob;
  /** Digest of `datapackage.json`, which names every other file with its digest. */
  readonly datapackage: Digest;
  readonly records: number;
  /** Records a reader can find. */
  readonly indexed: number;
  readonly signed: boolean;
}

/**
 * Writes a WACZ 1.1.1 (https://specs.webrecorder.net/wacz/1.1.1/): WARC, index, pages, `datapackage.json`, and last
 * `datapackage-digest.json` with the signature. Equal input gives equal bytes (but for the signature, which ECDSA
 * makes anew each time).
 * Fails with `signing-failed` rather than give an unsigned archive where a signed one was asked for.
 */
export async function writeWacz(source: WaczSource, ports: WaczPorts): Promise<Result<Wacz>> {
  try {
    return succeed(await assemble(source, ports));
  } catch (error) {
    const code = ports.signal?.aborted ? 'cancelled' : 'storage-failed';
    return { ok: false, failure: failureOf(error, code) };
  }
}

async function assemble(source: WaczSource, ports: WaczPorts): Promise<Wacz> {
  const warc = await writeWarc(source, ports.readBody, ports);
  const files: HashedFile[] = [
    { path: `archive/${warc.filename}`, blob: warc.blob, crc32: warc.crc32, digest: warc.digest },
    // Players check the digest of `.cdx` files, and of this one for pages, and of no other name.
    await textFile('indexes/index.cdx', renderCdxj(warc.index)),
    await textFile('pages/pages.jsonl', await renderPages(source.pages)),
  ];
  const datapackage = await textFile('datapackage.json', renderDatapackage(source, files));
  const digestFile = await textFile(
    'datapackage-digest.json',
    await digestJson(source, ports, datapackage.digest),
  );
  const blob = await ports.zip([...files, datapackage, digestFile], source.createdAt);
  return {
    blob,
    datapackage: datapackage.digest,
    records: warc.records,
    indexed: warc.index.length,
    signed: ports.sign !== undefined,
  };
}

interface HashedFile extends ZipFile {
  readonly digest: Digest;
}

async function textFile(path: string, text: string): Promise<HashedFile> {
  const bytes = new TextEncoder().encode(text);
  const { digest, crc32 } = await fingerprintBytes(bytes);
  return { path, blob: new Blob([bytes]), digest, crc32 };
}

async function renderPages(pages: readonly ArchivedPage[]): Promise<string> {
  const hasText = pages.some(({ text }) => text !== undefined);
  const lines: unknown[] = [{ format: 'json-pages-1.0', id: 'pages', title: 'All Pages', hasText }];
  for (const { url, at, title, text } of pages) {
    const id = (await uuidOf(`page\n${at}\n${url}`)).slice('<urn:uuid:'.length, -1);
    lines.push({ id, url, ts: at, title, text });
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

function renderDatapackage(source: WaczSource, files: readonly HashedFile[]): string {
  const [main] = source.pages;
  const datapackage = {
    // The newer profile name `wacz-package` is refused by players in the field.
    profile: 'data-package',
    wacz_version: '1.1.1',
    title: source.title,
    description: source.description,
    software: source.software,
    created: source.createdAt,
    mainPageUrl: main.url,
    mainPageDate: main.at,
    resources: files.map(({ path, digest, blob }) => ({
      name: path.slice(path.lastIndexOf('/') + 1),
      path,
      hash: digest,
      bytes: blob.size,
    })),
  };
  return `${JSON.stringify(datapackage, null, 2)}\n`;
}

async function digestJson(source: WaczSource, { sign }: WaczPorts, hash: Digest): Promise<string> {
  const signedData = sign ? await signDatapackage(sign, hash, source) : undefined;
  if (signedData && !signedData.ok) throw new FailureError('signing-failed', signedData.failure.detail);
  return `${JSON.stringify({ path: 'datapackage.json', hash, signedData: signedData?.value }, null, 2)}\n`;
}
