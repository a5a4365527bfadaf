import type { Capture } from '../../case/capture.ts';
import type { CaptureDocument, Circumstances } from '../../case/capture-document.ts';
import type { Box, PageFacts } from '../../case/facts.ts';
import { REDACTED } from '../../case/redaction.ts';

/** What stands where an audience is not told something of the machine. */
const WITHHELD = 'withheld in this copy';

/**
 * Steps without their times. A copy names the digest of the original: whoever knew all the rest of it could find a
 * short text that is withheld by trying. The document's salt stands in the way, these times where it is of before salts.
 */
function withoutTimes(steps: CaptureDocument['steps']): CaptureDocument['steps'] {
  return steps.map(({ id, required, state }) => ({ id, required, state }));
}

/** `capture.json` for an audience, before texts are cleaned. `safe`: without who captured, and on what machine. */
export function documentFor(
  { salt: _salt, ...given }: CaptureDocument,
  safe: boolean,
  hiddenOnPage: readonly Box[] = [],
): CaptureDocument {
  const document = withoutTextsUnder(given, hiddenOnPage);
  const steps = withoutTimes(document.steps);
  if (!safe) return { ...document, steps };
  return { ...document, operator: '', clock: [], steps, circumstances: machineFor(document.circumstances) };
}

/** What a marked item says of itself goes with the area it stands in; its addresses go with the others there. */
function withoutTextsUnder(document: CaptureDocument, hiddenOnPage: readonly Box[]): CaptureDocument {
  if (!document.items || hiddenOnPage.length === 0) return document;
  const items = document.items.map((item) =>
    hiddenOnPage.some((area) => meet(area, item.box)) ? { ...item, text: REDACTED } : item,
  );
  return { ...document, items };
}

function machineFor({ browser, extensionVersion, incognito }: Circumstances): Circumstances {
  return {
    browser,
    os: WITHHELD,
    locale: WITHHELD,
    languages: [],
    timezone: '',
    utcOffsetMinutes: 0,
    extensionVersion,
    incognito,
    proxyObserved: WITHHELD,
  };
}

/** The row of a capture as its copy carries it. */
export function rowFor(capture: Capture): Capture {
  const { clockOffMs: _clock, clockOffBy: _by, failure: _failure, ...row } = capture;
  return { ...row, steps: withoutTimes(capture.steps) };
}

/**
 * The facts of a page in which something is hidden: without its text and structured data as a whole, and without
 * what stands where an area of the page is hidden.
 */
export function factsFor({ salt: _salt, ...facts }: PageFacts, hiddenOnPage: readonly Box[]): PageFacts {
  return {
    ...facts,
    text: REDACTED,
    jsonLd: facts.jsonLd.map(() => REDACTED),
    meta: facts.meta.map(({ name }) => ({ name, content: REDACTED })),
    resources: facts.resources
      .filter(({ box }) => !box || !hiddenOnPage.some((area) => meet(area, box)))
      .map(({ text: _text, ...resource }) => resource),
  };
}

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
