import * as v from 'valibot';
import type { CaptureDocument } from '../../case/capture-document.ts';
import type { CaseFile } from '../../case/case-file.ts';
import type { NetworkLog, NetworkRequest } from '../../case/network.ts';
import { csvLines } from '../csv.ts';
import { CAPTURE_DOCUMENT, URL_LIST, captureFolder } from '../layout.ts';
import type { BundledCapture, BundleSource, EntryProducer } from '../ports.ts';
import { parseJson } from '../schemas.ts';
import { readCaptureDocument } from '../report/read-document.ts';

const HEADER = ['kind', 'url', 'page_url', 'host', 'status', 'server_address', 'location', 'seen_at'].concat([
  'item_id',
  'work',
  'capture_number',
  'capture_folder',
  'capture_sha256',
]);

interface UrlRow {
  readonly kind: 'page' | 'typed' | 'hop' | 'frame' | 'media' | 'image' | 'item-page' | 'item';
  readonly url: string;
  readonly pageUrl?: string;
  readonly status?: number;
  readonly address?: string | null;
  readonly location?: string;
  readonly seenAt?: string;
  readonly itemId?: string;
  readonly work?: string;
}

/** `data/urls.csv`: each address of the case on a line, so that a host finds every item without reading the report. */
export const urlListProducer: EntryProducer = {
  id: 'url-list',
  async *produce({ source, signal }) {
    const rows: (readonly (string | number)[])[] = [];
    for await (const captured of source.captures()) {
      signal.throwIfAborted();
      rows.push(...(await captureRows(source, captured)));
    }
    rows.push(...itemRows(source.caseFile).map((row) => cells(row)));
    yield { path: URL_LIST, content: [...csvLines(HEADER, rows)].join('') };
  },
};

async function captureRows(
  source: BundleSource,
  captured: BundledCapture,
): Promise<(readonly (string | number)[])[]> {
  const { capture } = captured;
  const document = await readCaptureDocument(source, captured);
  const rows: UrlRow[] = document
    ? documentRows(document)
    : [{ kind: 'page', url: capture.urlFinal, seenAt: capture.startedAt }];
  return [...rows, ...(await contentRows(source, captured))].map((row) => cells(row, captured));
}

/** Pictures and media a page asked for, beyond which a list helps nobody find anything. */
const MAXIMUM_CONTENT = 500;
const MAXIMUM_LOG_BYTES = 32 * 1024 * 1024;
const NETWORK = v.looseObject({
  requests: v.array(
    v.looseObject({
      type: v.string(),
      url: v.string(),
      mediaType: v.optional(v.string()),
      status: v.number(),
      ip: v.nullable(v.string()),
      startedAt: v.string(),
    }),
  ),
});

/** What the page shows, with the server each came from: a host finds the film by these, not by the page alone. */
async function contentRows(source: BundleSource, { capture, entries }: BundledCapture): Promise<UrlRow[]> {
  const log = entries.findLast(({ path }) => path.startsWith('net/requests') && path.endsWith('.json'));
  if (!log || log.size > MAXIMUM_LOG_BYTES) return [];
  const blob = await source.blob(log.digest);
  if (!blob.ok) return [];
  const parsed = parseJson(NETWORK, await blob.value.text());
  if (!parsed) return [];
  // What is read below was checked; the store's own logs fit, one of an imported bundle may not.
  const requests = parsed.requests as unknown as NetworkLog['requests'];
  const isMedia = ({ type, url, mediaType = '' }: NetworkRequest) =>
    type === 'media' ||
    /^(video|audio)\/|mpegurl|dash\+xml/.test(mediaType) ||
    /\.(m3u8|mpd)(\?|$)/.test(url);
  return requests
    .filter((request) => isMedia(request) || request.type === 'image')
    .slice(0, MAXIMUM_CONTENT)
    .map((request) => ({
      kind: isMedia(request) ? ('media' as const) : ('image' as const),
      url: request.url,
      pageUrl: capture.urlFinal,
      status: request.status,
      address: request.ip,
      seenAt: request.startedAt,
    }));
}

function documentRows(document: CaptureDocument): UrlRow[] {
  const { urlFinal, urlTyped, mainResponse } = document;
  return [
    {
      kind: 'page',
      url: urlFinal,
      seenAt: document.startedAt,
      ...(mainResponse ? { status: mainResponse.status, address: mainResponse.ip } : {}),
    },
    ...(urlTyped === urlFinal ? [] : [{ kind: 'typed' as const, url: urlTyped, pageUrl: urlFinal }]),
    ...document.redirects.map((hop): UrlRow => ({
      kind: 'hop',
      url: hop.url,
      pageUrl: urlFinal,
      status: hop.status,
      address: hop.ip,
      seenAt: hop.at,
      ...(hop.location === undefined ? {} : { location: hop.location }),
    })),
    ...document.frames.map(({ url }): UrlRow => ({ kind: 'frame', url, pageUrl: urlFinal })),
  ];
}

function itemRows(file: CaseFile): UrlRow[] {
  const titles = new Map(file.works.map((work) => [work.id, work.title]));
  return file.items.flatMap((item) => {
    const common = {
      itemId: item.id,
      work: item.workId ? (titles.get(item.workId) ?? '') : '',
      seenAt: item.foundAt,
    };
    return [
      { kind: 'item-page' as const, url: item.pageUrl, ...common },
      ...item.urls.map((url) => ({ kind: 'item' as const, url, pageUrl: item.pageUrl, ...common })),
    ];
  });
}

function cells(row: UrlRow, captured?: BundledCapture): readonly (string | number)[] {
  const capture = captured?.capture;
  const host = URL.canParse(row.url) ? new URL(row.url).host : '';
  const document = captured?.entries.find((entry) => entry.path === CAPTURE_DOCUMENT);
  return [row.kind, row.url, row.pageUrl ?? '', host, row.status ?? '', row.address ?? ''].concat([
    row.location ?? '',
    row.seenAt ?? '',
    row.itemId ?? '',
    row.work ?? '',
    capture?.number ?? '',
    capture ? captureFolder(capture).slice('data/'.length, -1) : '',
    document ? document.digest.slice('sha256:'.length) : '',
  ]);
}
