import type { Capture } from '../case/capture.ts';
import type { Id, Instant } from '../case/values.ts';

/** Names of the bag's own files, relative to its top folder. */
export const BAGIT = 'bagit.txt';
export const BAG_INFO = 'bag-info.txt';
export const MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';
export const CASE_FILE = 'data/case.json';
export const CUSTODY = 'data/custody.jsonl';
/** In a volume of a larger export: which capture stands in which volume. */
export const VOLUMES = 'data/volumes.json';
/** What a copy made for an audience does not show; in a full bundle the redactions themselves. */
export const REDACTIONS = 'data/redactions.json';
export const URL_LIST = 'data/urls.csv';
export const REPORT = 'data/report.html';
/** The report as it is printed, where the browser can. */
export const REPORT_PDF = 'data/report.pdf';
export const HOW_TO = 'verify/HOW-TO-VERIFY.txt';
export const VERIFIER = 'verify/verify.html';
/** Folder of what speaks about the finished bag: signature, timestamps. */
export const ATTEST = 'attest/';
/** What the signature and the timestamp of the whole bag are named after. */
export const ATTESTED = 'attest/tagmanifest-sha256.txt';
export const SIGNER_KEY = 'attest/signer.pem';
export const TSA_CHAIN = 'attest/tsa-chain.pem';
/** Folder of the captures. */
export const CAPTURES = 'data/captures/';
/** In a capture's folder: the capture's row and the places of its artifacts, as the store held them. */
export const RECORD = 'record.json';
/** In a capture's folder: the capture's own last artifact, which names all the others. */
export const CAPTURE_DOCUMENT = 'capture.json';

/** Folder of the bundles the case was imported from, each in a folder of its own (`importFolder`). */
export const IMPORTS = 'data/imports/';
/** In an import's folder: what was imported, when, by whom, and what its verification said. */
export const IMPORT_RECORD = 'import.json';
/** In an import's folder: files of the imported bundle, at the paths they had there. */
export const IMPORTED_BAG = 'bag/';

/** `data/imports/1f0c…/`, with the slash: the first sixteen digits of the digest of the bundle's tag manifest. */
export function importFolder(bundle: string): string {
  return `${IMPORTS}${bundle.slice(0, 16)}/`;
}

/** Folder names of a capture: its number, so that folders sort as taken, and the start of its id. */
export const CAPTURE_FOLDER = /^(\d{4,})-([0-9a-f]{8})$/;

/** `data/captures/0001-1b9d6bcd/`, with the slash. */
export function captureFolder(capture: Pick<Capture, 'number' | 'id'>): string {
  return `${CAPTURES}${String(capture.number).padStart(4, '0')}-${shortId(capture.id)}/`;
}

/** The first eight hexadecimal digits of an id, for folder names. */
export function shortId(id: Id): string {
  return id.replaceAll('-', '').slice(0, 8).toLowerCase();
}

const TOP_FOLDER = /^case-[0-9a-f]{8}-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** Top folder of a bundle, to the second: `case-1b9d6bcd-20261121T101500Z`. */
export function topFolder(caseId: Id, exportedAt: Instant): string {
  return `case-${shortId(caseId)}-${exportedAt.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** The time in a top folder's name; null where the name is not one of ours. */
export function timeOfTopFolder(name: string): Date | null {
  const match = TOP_FOLDER.exec(name);
  if (!match) return null;
  const [, year, month, day, hour, minute, second] = match;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}

const SEGMENT = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
/** Names Windows reserves for devices, with or without an extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * Whether a path may stand in a bundle: ASCII letters, digits, `.`, `_`, `-` between single slashes, no segment
 * that begins with a dot or ends with one, nothing Windows reserves, at most 200 characters. So it unpacks to the
 * same name on every system, needs no escaping in a manifest, and cannot leave its folder.
 */
export function isBagPath(path: string): boolean {
  if (path.length === 0 || path.length > 200) return false;
  return path
    .split('/')
    .every((segment) => SEGMENT.test(segment) && !segment.endsWith('.') && !DEVICE.test(segment));
}
