import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer-core';
import type { Capture } from '../../../utils/case/capture.ts';
import type { Box } from '../../../utils/case/facts.ts';
import type { CaptureDocument } from '../../../utils/case/capture-document.ts';
import type { Driver } from './driver.ts';

/** Starts a capture of a page. */
export async function start(driver: Driver, page: Page): Promise<{ captureId: string; caseId: string }> {
  const started = await driver.send({
    verb: 'start-capture',
    tabId: driver.tabIdOf(page),
    trigger: 'command-line',
  });
  if (!started.ok) throw new Error(`${started.failure.code} ${started.failure.detail}`);
  return started.value;
}

/** Waits until a capture has ended. */
export async function ended(driver: Driver, captureId: string): Promise<Capture> {
  for (;;) {
    const answer = await driver.send({ verb: 'await-capture', captureId, waitMs: 20_000 });
    if (!answer.ok) throw new Error(`${answer.failure.code} ${answer.failure.detail}`);
    if (answer.value.state !== 'running') return answer.value;
  }
}

/** Captures a page from start to end. */
export async function capture(driver: Driver, page: Page): Promise<Capture> {
  return ended(driver, (await start(driver, page)).captureId);
}

/** Opens a URL in a tab of its own; a page that never finishes loading is taken as it is after a while. */
export async function open(driver: Driver, url: string, patienceMs = 20_000): Promise<Page> {
  const page = await driver.newPage();
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  await page.goto(url, { timeout: patienceMs }).catch((error: unknown) => {
    if (!/timeout|detached/i.test(String(error))) throw error;
  });
  return page;
}

/** An unzipped bundle, read with other tools than ours. */
export interface UnzippedBundle {
  readonly zip: string;
  readonly root: string;
  readonly files: readonly string[];
  read(file: string): Buffer;
  json<T>(file: string): T;
  png(file: string): PNG;
  /** Folder of the capture with this id. */
  folderOf(captureId: string): string;
  document(captureId: string): CaptureDocument;
}

/** Unzips a bundle with `unzip`, which checks every CRC on the way. */
export function unzip(zip: string): UnzippedBundle {
  const folder = mkdtempSync(path.join(tmpdir(), 'prima-facie-bundle-'));
  execFileSync('unzip', ['-q', zip, '-d', folder]);
  const [top = ''] = readdirSync(folder);
  const root = path.join(folder, top);
  const read = (file: string) => readFileSync(path.join(root, file));
  const json = <T>(file: string) => JSON.parse(read(file).toString('utf8')) as T;
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
  const folderOf = (captureId: string) => {
    const file = files.find((name) => name.includes(`-${captureId.slice(0, 8)}/capture.json`));
    if (!file) throw new Error(`capture ${captureId} is not in the bundle`);
    return path.dirname(file);
  };
  // The last few pictures only: a decoded tile of a tall page is 40 MB.
  const decoded = new Map<string, PNG>();
  const png = (file: string): PNG => {
    const known = decoded.get(file);
    if (known) return known;
    if (decoded.size > 3) decoded.clear();
    const picture = PNG.sync.read(read(file));
    decoded.set(file, picture);
    return picture;
  };
  return {
    zip,
    root,
    files,
    read,
    json,
    png,
    folderOf,
    document: (captureId) => json<CaptureDocument>(path.join(folderOf(captureId), 'capture.json')),
  };
}

/** Lines `sha256sum -c` prints for a manifest; it exits with an error when one does not match. */
export function sha256sum(bundle: UnzippedBundle, manifest: string): string {
  return execFileSync('sha256sum', ['-c', manifest], { cwd: bundle.root, encoding: 'utf8' });
}

/** The colour at a place of a picture in tiles, in CSS pixels of the page. */
export function colorAt(
  bundle: UnzippedBundle,
  captureId: string,
  place: { readonly x: number; readonly y: number },
  folder = 'tiles/',
): [number, number, number] {
  const tile = bundle.document(captureId).artifacts.find(({ path: name, about }) => {
    const box = about?.['box'] as Box | undefined;
    if (!box || !name.startsWith(folder) || place.x < box.x || place.x >= box.x + box.width) return false;
    return place.y >= box.y && place.y < box.y + box.height;
  });
  if (!tile) throw new Error(`no tile holds ${place.x}, ${place.y}`);
  const { box, scale } = tile.about as { box: Box; scale: number };
  const png = bundle.png(path.join(bundle.folderOf(captureId), tile.path));
  const x = Math.floor((place.x - box.x) * scale);
  const y = Math.floor((place.y - box.y) * scale);
  const at = (y * png.width + x) * 4;
  return [png.data[at] ?? -1, png.data[at + 1] ?? -1, png.data[at + 2] ?? -1];
}
