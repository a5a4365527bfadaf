import { STAMP_RESPONSE_PATH } from '../../case/clock.ts';
import type { HostingSummary } from '../../case/hosting.ts';
import { isTile, wholePageTiles, type ArtifactEntry } from '../../case/artifact.ts';
import type { CaptureDocument } from '../../case/capture-document.ts';
import type { Capture } from '../../case/capture.ts';
import type { CaseFile } from '../../case/case-file.ts';
import type { ChainCheck } from '../../case/custody.ts';
import type { StoredImport } from '../../case/import.ts';
import type { NetworkLog } from '../../case/network.ts';
import type { RedactionsFile } from '../../case/redaction.ts';
import { hexOf } from '../../case/values.ts';
import { captureFolder, shortId } from '../layout.ts';
import type { BundledCapture, BundleIdentity, BundleSource } from '../ports.ts';
import type { ReportedChange } from './capture-changes.ts';

/** A capture as the report's lists show it. Addresses of files are relative to `data/`. */
export interface CaptureSummary {
  readonly id: string;
  readonly number: number;
  /** Id of its section. */
  readonly anchor: string;
  readonly state: Capture['state'];
  readonly trigger: Capture['trigger'];
  readonly url: string;
  readonly host: string;
  readonly title: string;
  readonly startedAt: string;
  readonly timezone: string | null;
  readonly status: number | null;
  readonly serverAddress: string | null;
  /** The picture of what was on the screen; null where there is none. */
  readonly picture: string | null;
  /** When an authority says that the capture existed; null where its time is that of the machine alone. */
  readonly stampedAt: string | null;
  /** Hexadecimal digest of `capture.json`. */
  readonly digest: string | null;
  readonly browser: string | null;
  /** Of this extension, when the capture was made. */
  readonly version: string | null;
  /** Where it came from: this installation, a bundle of another one, or a bundle that did not verify. */
  readonly origin: 'here' | 'imported' | 'broken';
  /** Who serves what, as found when the page was captured. */
  readonly roles: HostingSummary['roles'];
  /** Its pictures other than tiles, by their path in the capture. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** What the report says of the case as a whole. */
export interface ReportModel {
  readonly identity: BundleIdentity;
  readonly file: CaseFile;
  readonly captures: readonly CaptureSummary[];
  readonly files: readonly ReportFile[];
  readonly chain: ChainCheck;
  /** The bundles the case was imported from. */
  readonly imports: readonly StoredImport[];
  /** What the copy leaves out, where it is one for an audience. */
  readonly declaration: RedactionsFile | null;
}

/** Up to this many captures stand in `report.html` itself. */
export const CAPTURES_IN_ONE = 100;
/** Captures in each further file of a longer report. */
const CAPTURES_PER_FILE = 50;

/** Captures of one file of the report. */
export interface ReportFile {
  /** Name in `data/`; null for `report.html` itself. */
  readonly name: string | null;
  readonly numbers: ReadonlySet<number>;
}

/** How the captures are spread over files, so that the report of thousands opens as quickly as that of a few. */
export function reportFiles(captures: readonly Pick<CaptureSummary, 'number'>[]): ReportFile[] {
  const numbers = captures.map(({ number }) => number);
  if (numbers.length <= CAPTURES_IN_ONE) return [{ name: null, numbers: new Set(numbers) }];
  const files: ReportFile[] = [];
  for (let at = 0; at < numbers.length;) {
    let end = Math.min(at + CAPTURES_PER_FILE, numbers.length);
    // Captures of two investigators may have one number: they stay in one file, since files are made by number.
    while (end < numbers.length && numbers[end] === numbers[end - 1]) end += 1;
    const part = numbers.slice(at, end);
    at = end;
    const padded = (number: number | undefined) => String(number).padStart(4, '0');
    files.push({ name: `report-${padded(part[0])}-${padded(part.at(-1))}.html`, numbers: new Set(part) });
  }
  return files;
}

/** Where a capture's section is, from `report.html`. */
export function sectionLink({ files }: Pick<ReportModel, 'files'>, capture: CaptureSummary): string {
  const file = files.find(({ numbers }) => numbers.has(capture.number));
  return `${file?.name ?? ''}#${capture.anchor}`;
}

/** One capture in full. */
export interface CaptureSection {
  readonly summary: CaptureSummary;
  readonly capture: Capture;
  readonly document: CaptureDocument | null;
  readonly entries: readonly ArtifactEntry[];
  readonly network: NetworkLog | null;
  /** The newest findings, where hosting was looked up again after the capture. */
  readonly laterHosting: HostingSummary | null;
  /** It came with a bundle that did not verify. */
  readonly broken: boolean;
  /** What the tool did to the page; null where no record of it can be read. */
  readonly changes: readonly ReportedChange[] | null;
  /** Folder of its files, relative to `data/`, with the slash. */
  readonly folder: string;
}

/** A part of a picture of the whole page, at most {@link SLICE_RATIO} times as tall as wide. */
export interface PictureSlice {
  readonly path: string;
  /** Pixels of the picture file. */
  readonly width: number;
  readonly height: number;
  /** Rows of the picture that the slice shows, in its pixels. */
  readonly top: number;
  readonly rows: number;
  /** The same in CSS pixels of the page. */
  readonly from: number;
  readonly to: number;
  readonly rendering: boolean;
}

/** A slice fills a printed page and no more. */
const SLICE_RATIO = 1.25;
/** How much of a long page the report itself shows; all of it stays in the tiles. */
export const SHOWN_SLICES = 8;

/** The line of the lists for one capture. */
export function summarise(
  { capture, entries }: BundledCapture,
  document: CaptureDocument | null,
  origin: CaptureSummary['origin'] = 'here',
): CaptureSummary {
  const url = document?.urlFinal ?? capture.urlFinal;
  const pictures = new Map(
    entries
      .filter(({ path, mediaType }) => mediaType.startsWith('image/') && !isTile(path))
      .map(({ path }) => [path, dataPath(capture) + path]),
  );
  const browser = document?.circumstances.browser;
  return {
    id: capture.id,
    number: capture.number,
    // Two investigators may each have a third capture.
    anchor: `capture-${capture.number}-${shortId(capture.id)}`,
    state: capture.state,
    trigger: capture.trigger,
    url,
    host: URL.canParse(url) ? new URL(url).host : '',
    title: document?.title ?? capture.title,
    startedAt: capture.startedAt,
    timezone: document?.circumstances.timezone ?? null,
    status: document?.mainResponse?.status ?? null,
    serverAddress: document?.mainResponse?.ip ?? null,
    picture: pictures.get('shots/viewport.png') ?? null,
    stampedAt: stampTime(entries),
    digest: capture.digest ? hexOf(capture.digest) : null,
    browser: browser ? `${browser.name} ${browser.version}` : null,
    version: document?.circumstances.extensionVersion ?? null,
    origin,
    roles: document?.hosting?.roles ?? [],
    pictures,
  };
}

/** Where a capture came from. */
export function originOf(
  { imports = [], brokenCaptures }: Pick<BundleSource, 'imports' | 'brokenCaptures'>,
  { id }: Pick<Capture, 'id'>,
  signer: string | undefined,
): CaptureSummary['origin'] {
  if (brokenCaptures?.has(id)) return 'broken';
  const came = imports.filter(({ record }) => record.captureIds.includes(id));
  // A bundle of one's own that comes back (after a deletion, from another machine) makes nothing another's.
  return came.length === 0 || came.some(({ record }) => signer !== undefined && record.signer === signer)
    ? 'here'
    : 'imported';
}

function stampTime(entries: readonly ArtifactEntry[]): string | null {
  const time = entries.find(({ path }) => path === STAMP_RESPONSE_PATH)?.about?.['genTime'];
  return typeof time === 'string' ? time : null;
}

/** A capture's folder relative to `data/`, with the slash. */
export function dataPath(capture: Pick<Capture, 'number' | 'id'>): string {
  return captureFolder(capture).slice('data/'.length);
}

function numberIn(about: unknown, key: string): number | null {
  const value = typeof about === 'object' && about !== null ? (about as Record<string, unknown>)[key] : null;
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;
}

/** Cuts the tiles of the whole page into pieces that fit a page, top to bottom. */
export function slicesOf(section: Pick<CaptureSection, 'entries' | 'folder'>): PictureSlice[] {
  const slices: PictureSlice[] = [];
  let from = 0;
  for (const { path, about, method } of wholePageTiles(section.entries)) {
    const [width, height] = [numberIn(about, 'width'), numberIn(about, 'height')];
    if (!width || !height) continue;
    const scale = numberIn(about, 'scale') ?? 1;
    // Tiles of a wide page lie beside each other: the second of a row begins where the first did.
    const { y } = (about?.['box'] ?? {}) as { readonly y?: unknown };
    if (typeof y === 'number' && Number.isFinite(y) && y >= 0) from = y;
    const rendering = about?.['kind'] === 'rendering' || method === 'html2canvas';
    // Slices of one tile are equally tall, so that no page ends up with a strip of a few rows.
    const equal = Math.ceil(height / Math.ceil(height / (width * SLICE_RATIO)));
    for (let top = 0; top < height; top += equal) {
      const rows = Math.min(equal, height - top);
      const to = from + rows / scale;
      slices.push({ path: section.folder + path, width, height, top, rows, from, to, rendering });
      from = to;
    }
  }
  return slices;
}

/** Requests of a page by host: what came from where. */
export interface HostUse {
  readonly host: string;
  readonly addresses: readonly string[];
  readonly kinds: readonly string[];
  readonly requests: number;
  /** As the servers claimed; null where none did. */
  readonly bytes: number | null;
}

/** Groups a network log by host, the one with the most requests first. */
export function hostUses(log: NetworkLog): HostUse[] {
  const hosts = new Map<
    string,
    { addresses: Set<string>; kinds: Set<string>; requests: number; bytes: number }
  >();
  for (const { url, ip, type, bytes } of log.requests) {
    if (!URL.canParse(url)) continue;
    const { host } = new URL(url);
    if (!host) continue;
    const use = hosts.get(host) ?? { addresses: new Set(), kinds: new Set(), requests: 0, bytes: 0 };
    if (ip) use.addresses.add(ip);
    use.kinds.add(type);
    use.requests += 1;
    use.bytes += bytes ?? 0;
    hosts.set(host, use);
  }
  return [...hosts]
    .map(([host, { addresses, kinds, requests, bytes }]) => ({
      host,
      addresses: [...addresses],
      kinds: [...kinds],
      requests,
      bytes: bytes || null,
    }))
    .toSorted((a, b) => b.requests - a.requests);
}
