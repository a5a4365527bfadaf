import { FailureError } from '../../case/result.ts';
import { pngSize } from '../png.ts';
import type { Step } from '../step.ts';

/** What the user sees, before anything touches the page. */
export const viewportStep: Step = {
  id: 'viewport',
  required: true,
  timeoutMs: 20_000,
  async *run({ tab, findings, environment }, signal) {
    // The picture is asked for first: whatever else is asked comes to the page after it.
    const [{ bytes, method }, description] = await Promise.all([tab.viewport(signal), tab.describe()]);
    findings.description = description;
    const size = pngSize(bytes);
    if (!size) throw new FailureError('browser-refused', 'the browser returned an empty picture');
    yield {
      path: 'shots/viewport.png',
      mediaType: 'image/png',
      bytes,
      role: 'original',
      method,
      takenAt: environment.now().toISOString(),
      about: { ...size, zoom: description.zoom },
    };
  },
};
