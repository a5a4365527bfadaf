import type { ArtifactDraft, ArtifactEntry } from '../case/artifact.ts';
import type { Capture, CaptureTrigger } from '../case/capture.ts';
import { actorOf, type CustodyEntry } from '../case/custody.ts';
import type { Item } from '../case/dispute.ts';
import type { Settings } from '../case/settings.ts';
import type { Digest, Id } from '../case/values.ts';

/** What happened, for the custody log. */
export type CustodyEvent = Pick<CustodyEntry, 'at' | 'actor' | 'action' | 'objectSha256' | 'note'>;

/** A capture before any work starts. */
export interface NewCapture {
  readonly id: Id;
  readonly caseId: Id;
  readonly trigger: CaptureTrigger;
  readonly urlTyped: string;
  readonly urlFinal: string;
  readonly title: string;
  readonly startedAt: string;
  readonly steps: Capture['steps'];
}

/** What captures need of the store. */
export interface CaptureStore {
  settings(): Promise<Settings>;
  /** The case asked for, else the one last used, else a new one with this title; it becomes the one last used. */
  caseFor(asked: Id | undefined, newTitle: () => string): Promise<Id>;
  createCapture(capture: NewCapture, event: CustodyEvent): Promise<Capture>;
  updateCapture(id: Id, change: Partial<Capture>): Promise<Capture>;
  /** Writes the final row and its custody entry. */
  endCapture(id: Id, change: Partial<Capture>, event: CustodyEvent): Promise<void>;
  /** Writes the items the user marked, and their custody entry. */
  saveItems(items: readonly Item[], event: CustodyEvent): Promise<void>;
  capture(id: Id): Promise<Capture | undefined>;
  runningCaptures(): Promise<Capture[]>;
  saveArtifact(
    place: { captureId: Id; index: number; step: string },
    draft: ArtifactDraft,
  ): Promise<ArtifactEntry>;
  artifactEntries(captureId: Id): Promise<ArtifactEntry[]>;
  blob(digest: Digest): Promise<Blob>;
  saveThumbnail(captureId: Id, blob: Blob): Promise<void>;
}

/** An event of a capture, as the custody log keeps it. */
export function captureEvent(
  settings: Settings,
  at: Date,
  action: CustodyEntry['action'],
  objectSha256: string | null,
  note: NonNullable<CustodyEntry['note']>,
): CustodyEvent {
  return {
    at: at.toISOString(),
    actor: actorOf(settings.operatorName),
    action,
    objectSha256,
    note,
  };
}
