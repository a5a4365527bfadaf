import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { Request, Responses, Verb } from '../../utils/messaging/protocol.ts';
import type { Result } from '../../utils/case/result.ts';
import type { Settings } from '../../utils/case/settings.ts';
import { ensureBrowser } from '../setup/install-browser.ts';
import type { BrowserKind } from '../setup/find-browser.ts';
import { ensureBuilt } from './build.ts';
import { exportByButton, type ExportWishes } from './export.ts';
import { launch, type Launched, type LaunchOptions } from './launch.ts';
import { openExtensionPage } from './pages.ts';
import { createTabs } from './tabs.ts';
import { moveInto } from '../support/files.ts';

/** What to drive, and how. */
export interface DriverOptions extends Partial<
  Pick<
    LaunchOptions,
    | 'headless'
    | 'extension'
    | 'downloads'
    | 'hostRules'
    | 'window'
    | 'devicePixelRatio'
    | 'proxy'
    | 'bypass'
    | 'args'
  >
> {
  readonly browser: BrowserKind;
  /** Settings to change before anything else. */
  readonly settings?: Partial<Settings>;
  /** Folder of profile and downloads, kept on `close`; a temporary one, deleted on `close`, where none is given. */
  readonly folder?: string;
}

/** A real browser with the built extension. */
export interface Driver {
  readonly kind: BrowserKind;
  readonly browser: Browser;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly origin: string;
  /** Where the browser puts downloads. */
  readonly downloads: string;
  /** Opens a tab whose id {@link tabIdOf} knows, in front of the others. */
  newPage(): Promise<Page>;
  /** Opens a page of the extension, e.g. `dashboard.html#/case/…`, and waits until it has loaded. */
  extensionPage(path: string): Promise<Page>;
  /** Sends a request to the background from a page of ours. */
  send<V extends Verb>(request: Extract<Request, { verb: V }>): Promise<Result<Responses[V]>>;
  /** The browser's id of a tab that {@link newPage} opened. */
  tabIdOf(page: Page): number;
  /** Exports a case by the dashboard's button; the zip is moved into `to` where that is given. Returns its path. */
  exportCase(caseId: string, to?: string): Promise<string>;
  /** As {@link Driver.exportCase}, with choices; returns every file: the volumes in their order. */
  exportFiles(caseId: string, wishes: ExportWishes, to?: string): Promise<readonly string[]>;
  /** Whether the browser still runs. */
  isAlive(): boolean;
  close(): Promise<void>;
}

/** The extension refused the settings given; the message says which. */
export class RefusedSettingsError extends Error {
  constructor(why: string) {
    super(`The settings were refused: ${why}`);
    this.name = 'RefusedSettingsError';
  }
}

const EXPORT_TIMEOUT_MS = 60 * 60_000;

/** Starts a browser with the extension. @throws NoBrowserError where there is none and none may be installed. */
export async function openDriver(options: DriverOptions): Promise<Driver> {
  const folder = options.folder ?? (await mkdtemp(path.join(tmpdir(), 'prima-facie-')));
  const profile = path.join(folder, 'profile');
  const downloads = options.downloads ?? path.join(folder, 'downloads');
  await mkdir(profile, { recursive: true });
  await mkdir(downloads, { recursive: true });
  const launched = await launch(options.browser, {
    ...options,
    executable: await ensureBrowser(options.browser),
    extension: options.extension ?? (await ensureBuilt(options.browser)),
    headless: options.headless ?? true,
    profile,
    downloads,
  });
  const driver = driverOf(options.browser, launched, downloads, async () => {
    if (options.folder === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  if (options.settings) await changeSettings(driver, options.settings);
  return driver;
}

async function changeSettings(driver: Driver, change: Partial<Settings>): Promise<void> {
  const changed = await driver.send({ verb: 'change-settings', change });
  if (changed.ok) return;
  await driver.close();
  throw new RefusedSettingsError(`${changed.failure.code} ${changed.failure.detail}`);
}

function driverOf(
  kind: BrowserKind,
  { browser, origin }: Launched,
  downloads: string,
  cleanUp: () => Promise<void>,
): Driver {
  const tabs = createTabs(browser, origin);
  // `browser.connected` stays true when Firefox is killed; its process and the event say so.
  let alive = true;
  const ended = () => {
    alive = false;
  };
  browser.once('disconnected', ended);
  browser.process()?.once('exit', ended);
  const extensionPage = (place: string) => openExtensionPage(browser, `${origin}/${place}`);
  const exportFiles: Driver['exportFiles'] = async (caseId, wishes, to) => {
    const page = await extensionPage(`dashboard.html#/case/${caseId}/export`);
    try {
      const files = await exportByButton(page, EXPORT_TIMEOUT_MS, wishes);
      if (to === undefined) return files;
      const moved: string[] = [];
      for (const file of files) moved.push(await moveInto(to, file));
      return moved;
    } finally {
      await page.close();
    }
  };
  return {
    kind,
    browser,
    origin,
    downloads,
    extensionPage,
    newPage: tabs.open,
    send: tabs.send,
    tabIdOf: tabs.idOf,
    exportCase: async (caseId, to) => {
      const [file = ''] = await exportFiles(caseId, {}, to);
      return file;
    },
    exportFiles,
    isAlive: () => alive && browser.connected,
    close: async () => {
      await browser.close();
      await cleanUp();
    },
  };
}
