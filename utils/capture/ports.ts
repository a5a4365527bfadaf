import type { ArtifactDraft, ArtifactEntry } from '../case/artifact.ts';
import type { Capture } from '../case/capture.ts';
import type { AddressChange, Circumstances, ClockReading } from '../case/capture-document.ts';
import type { Box, PageFacts } from '../case/facts.ts';
import type { NetworkLog } from '../case/network.ts';
import type { Settings } from '../case/settings.ts';
import type { FrameBox, VideoState } from './injected/read-videos.ts';
import type { Item } from '../case/dispute.ts';
import type { CapturedItem, Mark } from '../case/mark.ts';
import type { Digest, Id } from '../case/values.ts';
import type { MarkPlaces } from './mark-places.ts';
import type { CropPlan } from './crops.ts';
import type { HiddenElements } from './injected/fixed-elements.ts';
import type { InnerScroller } from './injected/inner-scrollers.ts';
import type { HostingSummary } from '../case/hosting.ts';
import type { HostingEnvironment } from '../hosting/environment.ts';
import type { LiveRecorder, RecordedLoad } from './recording.ts';
import type { WaczSigner } from '../bundle/archive/wacz-signature.ts';
import type { PageChange } from './changes.ts';
import type { Verification, VerificationAnswer } from './verification.ts';
import type { FrameHtml } from './injected/write-html.ts';
import type { ScrollOptions, ScrollReport } from './injected/scroll-through.ts';

/** A tab as the browser describes it. */
export interface TabDescription {
  readonly url: string;
  readonly title: string;
  readonly incognito: boolean;
  readonly zoom: number;
}

/**
 * Height of a tile in CSS pixels, where a method can take any. One picture of a very tall page has wrong rows (seen
 * at 200,000 px); tiles of this height were right everywhere.
 */
export const TILE_HEIGHT = 8_192;

/** A change of the page by a method, without the step that used it. */
export type SessionChange = Omit<PageChange, 'step'>;

/** Pixels of one page, in pieces. Always closed, whatever happened in between. */
export interface PixelSession {
  /** Size of the whole page in CSS pixels. */
  readonly page: { readonly width: number; readonly height: number };
  /** Device pixels per CSS pixel. */
  readonly scale: number;
  /** Height of what is in view, in CSS pixels, once the method holds the tab: the debugger's bar takes some of it. */
  readonly viewportHeight?: number;
  /** Where the page's left edge lies: below zero where a page scrolls to the left. Boxes count from that edge. */
  readonly left?: number;
  /** Height, in CSS pixels, of the pieces this method takes. */
  readonly tileHeight: number;
  /** Their width, where the method cannot take any. */
  readonly tileWidth?: number;
  /** CSS pixels by which a picture may be larger than its box: pictures of the viewport show its scrollbars. */
  readonly scrollbars?: number;
  /** What was done to the page so far, for `changes.json`. */
  readonly changes: readonly SessionChange[];
  /** How large the page is now, in CSS pixels. */
  measure(): Promise<{ readonly width: number; readonly height: number }>;
  /**
   * A lossless picture (PNG) of a part of the page, as the browser's API gave it, and the part it really shows:
   * a method that scrolls cannot go below the end of the page.
   */
  shot(box: Box, signal: AbortSignal): Promise<{ bytes: Uint8Array<ArrayBuffer>; box: Box }>;
  /** Undoes what was done to the page and lets go of the tab. */
  close(): Promise<void>;
}

/** One way to take the whole page. Methods are tried in order; each says what kind of picture it makes. */
export interface PixelMethod {
  readonly id: 'debugger' | 'captureTab' | 'scroll-and-stitch' | 'html2canvas';
  readonly kind: 'screenshot' | 'rendering';
  /** It scrolls the page or changes how it looks, and undoes that. */
  readonly touchesPage?: true;
  /** Neither page nor window change by it, not even by a bar: it may go on while the first picture is taken. */
  readonly unnoticed?: true;
  open(signal: AbortSignal): Promise<PixelSession>;
}

/** A resource of the loaded page, or why the browser no longer has it. */
export type LoadedResource = { readonly url: string; readonly mediaType: string } & (
  | {
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** `text`: the browser gave decoded text only, which stands here as UTF-8, whatever the server sent. */
      readonly form: 'bytes' | 'text';
    }
  | { readonly missing: string }
);

/** A picture of the viewport (PNG) and the method that made it. */
export interface ViewportPicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly method: string;
}

/** How two pictures of one width differ. */
export interface PictureDifference {
  /** Share of the compared pixels, 0 to 1. */
  readonly share: number;
  /** Rows that both pictures have. */
  readonly rows: number;
}

/** What the user marked on a tab's page. Answers of the page are not yet parsed. */
export interface TabMarks {
  /** Takes the overlay off the page and returns `{shown, marks}`. */
  finish(): Promise<unknown>;
  /** Where the marks are on the page now. */
  boxes(): Promise<unknown>;
  /** Forgets the marks, once a capture has kept them. */
  clear(): Promise<void>;
  /** A picture (PNG) cut out of kept tiles. */
  crop(plan: CropPlan, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;
}

/** What a capture's steps may ask about one tab. Every call may fail with a `FailureError`. */
export interface TabPort {
  readonly tabId: number;
  describe(): Promise<TabDescription>;
  /** What the user sees now, as PNG, and by which method. Changes nothing on the page. */
  viewport(signal: AbortSignal): Promise<ViewportPicture>;
  /** The same once more, when pictures of the whole page have been taken. */
  viewportAgain(signal: AbortSignal): Promise<ViewportPicture>;
  /** What the probe returns: from a hostile page, not yet parsed. */
  probe(): Promise<unknown>;
  /** The DOM of each frame as HTML; frame 0 is the page. */
  html(): Promise<(FrameHtml & { readonly frameId: number })[]>;
  /** The page as MHTML, where the browser gives it. */
  readonly mhtml?: () => Promise<Uint8Array<ArrayBuffer>>;
  /** Asks for an address again without credentials. */
  fetchAgain(url: string, signal: AbortSignal): Promise<VerificationAnswer>;
  networkLog(): Promise<NetworkLog>;
  /** Changes when the tab shows another document; null where none was seen to load. */
  documentMark(): Promise<number | null>;
  /** Begins to note the addresses that the page gives itself without loading; `end` stops it. */
  readonly watchAddress?: () => {
    readonly changes: () => readonly AddressChange[];
    readonly end: () => void;
  };
  /** Scrolls through the page and back; broken off when the signal says so. */
  scrollThrough(options: ScrollOptions, signal: AbortSignal): Promise<ScrollReport>;
  /** The page's own bytes as loaded, without asking the server again, where the browser gives them. */
  readonly loadedResources?: () => AsyncIterable<LoadedResource>;
  /** Starts recording what the tab loads, where the browser allows it. */
  readonly startRecorder?: (settings: Settings) => Promise<LiveRecorder>;
  /** Bytes of an artifact this capture has kept. */
  keptBlob(digest: Digest): Promise<Blob>;
  /** Players of the page and its frames, as they stand. */
  videos(): Promise<(VideoState & { readonly frameId: number })[]>;
  /** Frames of the page, with their places on it. */
  frameBoxes(): Promise<FrameBox[]>;
  /** Elements that scroll by themselves, the largest first. */
  innerScrollers(maximum: number): Promise<InnerScroller[]>;
  /** Scrolls one of them; returns where it is then, −1 where it is gone. */
  scrollInner(index: number, top: number): Promise<number>;
  /** Scrolls through one of them, so that what loads when seen is there; returns how high it is inside, −1 where gone. */
  loadInner(index: number, maximumMs: number): Promise<number>;
  /** Hides what stays in view in one of them and has been pictured; {@link TabPort.showStuck} undoes it. */
  hideStuck(index: number): Promise<HiddenElements>;
  /** Returns how many elements were put back. */
  showStuck(): Promise<number>;
  /** How a kept picture differs from another, down to where the shorter ends; null where their widths differ. */
  compare(kept: Digest, picture: Uint8Array<ArrayBuffer>): Promise<PictureDifference | null>;
  /** What the user marked, where the tab can be marked. */
  readonly marks?: TabMarks;
  readonly pixelMethods: readonly PixelMethod[];
  /** Lets go of what the capture held of the tab (an attached debugger). May be called twice; never rejects. */
  readonly release?: () => Promise<void>;
}

/** Where a running capture puts what it takes. */
export interface CaptureSink {
  saveArtifact(index: number, step: string, draft: ArtifactDraft): Promise<ArtifactEntry>;
  updateRow(change: Partial<Capture>): Promise<void>;
}

/** The surroundings of a run: clocks and circumstances. */
export interface CaptureEnvironment {
  readonly now: () => Date;
  /** Milliseconds of a clock that never jumps. */
  readonly monotonicNow: () => number;
  /** {@link monotonicNow} when the capture started. */
  readonly startedMonotonic: number;
  readonly newId: () => Id;
  readonly circumstances: (incognito: boolean) => Promise<Circumstances>;
  /** Signs archives with the installation's key for archives. */
  readonly signArchive: WaczSigner;
  /** What lookups need of the world. */
  readonly hosting: Omit<HostingEnvironment, 'settings'>;
  readonly settings: Settings;
}

/** What steps learn and later steps need. Each field is set by one step, once. */
export interface Findings {
  description?: TabDescription;
  facts?: PageFacts;
  network?: NetworkLog;
  truncated?: boolean;
  frames?: { frameId: number; url: string }[];
  verification?: Verification;
  hosting?: HostingSummary;
  recorder?: LiveRecorder;
  recorded?: RecordedLoad;
  scroll?: ScrollReport;
  /** Share of the viewport that changed during the capture. */
  viewportChanged?: number | null;
  /** Everything the tool did to the page, in order. */
  changes?: PageChange[];
  clock?: ClockReading[];
  /** What the user had marked when the capture began. */
  marks?: readonly Mark[];
  /** Where the marks were right before the tiles were taken, and right after. */
  markPlaces?: { readonly before: MarkPlaces; readonly after?: MarkPlaces };
  /** The marks as items, as `capture.json` names them. */
  capturedItems?: readonly CapturedItem[];
  /** The rows of those items, written when the capture ends. */
  items?: readonly Item[];
}
