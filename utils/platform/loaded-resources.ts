import type { LoadedResource } from '../capture/ports.ts';
import { sleep } from '../capture/run-capture.ts';
import { FailureError, failureOf } from '../case/result.ts';
import type { DebuggerSession, TabDebugger } from './debugger-session.ts';
import { bytesOfBase64 } from './png-bytes.ts';

/** Bytes the browser has are there at once; of a document that never ends it keeps one waiting. */
const PATIENCE_MS = 5_000;

interface FrameTree {
  readonly frame: { readonly id: string; readonly url: string; readonly mimeType: string };
  readonly resources: readonly {
    readonly url: string;
    readonly mimeType: string;
    readonly failed?: boolean;
  }[];
  readonly childFrames?: readonly FrameTree[];
}

/**
 * The page's own bytes as the browser loaded them, without asking the server again (Chromium: the debugger's
 * `Page.getResourceContent`). A resource the browser no longer has is told with the reason.
 */
export async function* loadedResources(held: TabDebugger): AsyncGenerator<LoadedResource> {
  const session = await held.attach();
  try {
    await session.send('Page.enable');
    const { frameTree } = await session.send<{ frameTree: FrameTree }>('Page.getResourceTree');
    for (const { frameId, url, mediaType } of resourcesOf(frameTree)) {
      if (!/^https?:/.test(url)) continue;
      try {
        const answer = await contentOf(session, frameId, url);
        const bytes = answer.base64Encoded
          ? bytesOfBase64(answer.content)
          : new TextEncoder().encode(answer.content);
        // Text comes as the browser decoded it, whatever the server's encoding was.
        if (answer.base64Encoded) yield { url, mediaType, bytes, form: 'bytes' };
        else yield { url, mediaType: `${mediaType}; charset=utf-8`, bytes, form: 'text' };
      } catch (error) {
        yield { url, mediaType, missing: failureOf(error, 'browser-refused').detail };
      }
    }
  } finally {
    await session.detach();
  }
}

interface ResourceContent {
  readonly content: string;
  readonly base64Encoded: boolean;
}

function contentOf(session: DebuggerSession, frameId: string, url: string): Promise<ResourceContent> {
  const late = sleep(PATIENCE_MS).then((): never => {
    throw new FailureError('timeout', `not handed over within ${PATIENCE_MS} ms`);
  });
  return Promise.race([session.send<ResourceContent>('Page.getResourceContent', { frameId, url }), late]);
}

function* resourcesOf({ frame, resources, childFrames = [] }: FrameTree): Generator<{
  frameId: string;
  url: string;
  mediaType: string;
}> {
  yield { frameId: frame.id, url: frame.url, mediaType: frame.mimeType };
  for (const { url, mimeType, failed } of resources) {
    if (!failed) yield { frameId: frame.id, url, mediaType: mimeType };
  }
  for (const child of childFrames) yield* resourcesOf(child);
}
