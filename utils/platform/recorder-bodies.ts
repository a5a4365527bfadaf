import type { RecorderLimits } from '../capture/recorder/body-recorder.ts';
import { FailureError } from '../case/result.ts';
import type { Settings } from '../case/settings.ts';
import type { Digest } from '../case/values.ts';

/** Requests of one load that are kept. */
const MAXIMUM_REQUESTS = 10_000;

/** What limits a recording, by the user's settings. */
export function recorderLimits({ maximumBodyBytes, recordMedia }: Settings): RecorderLimits {
  return { maximumBodyBytes, recordMedia, maximumRequests: MAXIMUM_REQUESTS };
}

/** Bodies of a recording until they are in the archive. Blobs: the browser moves large ones to the disk. */
export function bodyStore() {
  const bodies = new Map<Digest, Blob>();
  return {
    keep: (digest: Digest, body: Blob): Promise<void> => {
      bodies.set(digest, body);
      return Promise.resolve();
    },
    read: (digest: Digest): Promise<Blob> => {
      const body = bodies.get(digest);
      return body ? Promise.resolve(body) : Promise.reject(new FailureError('not-found', digest));
    },
  };
}
