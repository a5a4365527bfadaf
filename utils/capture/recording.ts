import type { NotCaptured } from '../case/capture.ts';
import type { Exchange } from '../case/exchange.ts';
import type { Digest } from '../case/values.ts';

/** What was recorded while the page loaded, with the bodies it kept. */
export interface RecordedLoad {
  readonly exchanges: readonly Exchange[];
  /** Requests beyond the limit: counted, not kept. */
  readonly dropped: number;
  readonly notCaptured: readonly NotCaptured[];
  readonly readBody: (digest: Digest) => Promise<Blob>;
}

/** What came of loading a page anew. */
export interface Reloaded {
  /** Address of the last document that was committed meanwhile; null where none was: the page would not be left. */
  readonly url: string | null;
  /** Players that were made to let go of their media first, so that the reload asks for them again. */
  readonly playersReleased?: number;
}

/** A recorder that runs. `stop` may be called once and never rejects. */
export interface LiveRecorder {
  /** Loads the page anew and resolves when it has loaded, or after a while. */
  reload(signal: AbortSignal): Promise<Reloaded>;
  stop(): Promise<RecordedLoad>;
}
