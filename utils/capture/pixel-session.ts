import type { PixelMethod, PixelSession } from './ports.ts';
import { orAborted } from './run-capture.ts';

/** Opens a method, uses it and closes it again, also when the use is broken off while it still opens. */
export async function* withPixels<T>(
  method: PixelMethod,
  signal: AbortSignal,
  use: (session: PixelSession) => AsyncGenerator<T>,
): AsyncGenerator<T> {
  const opening = method.open(signal);
  let session: PixelSession;
  try {
    session = await orAborted(opening, signal);
  } catch (error) {
    // It may open later all the same: an attached debugger must not stay. Where it does not, the failure is the one
    // thrown below; where it cannot be closed, the tab has gone.
    opening.then((late) => late.close()).catch(() => undefined);
    throw error;
  }
  try {
    yield* use(session);
  } finally {
    await session.close();
  }
}
