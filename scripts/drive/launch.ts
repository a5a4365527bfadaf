import type { Browser } from 'puppeteer-core';
import type { BrowserKind } from '../setup/find-browser.ts';
import { launchChromium } from './launch-chromium.ts';
import { launchFirefox } from './launch-firefox.ts';

/** How to start a browser with the extension in it. */
export interface LaunchOptions {
  /** The browser's program file. */
  readonly executable: string;
  /** Folder of the built extension. */
  readonly extension: string;
  /** Profile folder. It outlives the browser, so a browser that crashed can be started on it again. */
  readonly profile: string;
  /** Where downloads go, without a question. */
  readonly downloads: string;
  readonly headless: boolean;
  /**
   * Rules as Chromium's `--host-resolver-rules` takes them (`MAP shop.example 127.0.0.5`). In Firefox `MAP` of
   * an exact name or of `*` to an address, without ports.
   */
  readonly hostRules?: string;
  /** The window's outer size in CSS pixels; 1,280 × 900 where none is given. */
  readonly window?: { readonly width: number; readonly height: number };
  /** Device pixel ratio to force. */
  readonly devicePixelRatio?: number;
  /** `address:port` of an HTTP proxy for everything but loopback addresses. */
  readonly proxy?: string;
  /** Hosts that are reached past the proxy, as `*.shop.example`. */
  readonly bypass?: readonly string[];
  /** Further arguments of the browser's own. */
  readonly args?: readonly string[];
}

/** A running browser with the extension installed. */
export interface Launched {
  readonly browser: Browser;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly origin: string;
}

/** Starts a browser of either family. */
export function launch(kind: BrowserKind, options: LaunchOptions): Promise<Launched> {
  return kind === 'chromium' ? launchChromium(options) : launchFirefox(options);
}
