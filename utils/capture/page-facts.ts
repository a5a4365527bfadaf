import * as v from 'valibot';
import type { PageFacts } from '../case/facts.ts';
import { FACT_BOUNDS } from './fact-bounds.ts';
import { fail, succeed, type Result } from '../case/result.ts';

const text = (maximum: number) => v.pipe(v.string(), v.maxLength(maximum));
const finite = v.pipe(v.number(), v.finite());
const box = v.strictObject({ x: finite, y: finite, width: finite, height: finite });
const size = v.strictObject({ width: finite, height: finite });

const resource = v.strictObject({
  kind: v.picklist([
    'link',
    'frame',
    'image',
    'video',
    'audio',
    'source',
    'poster',
    'background',
    'embed',
    'stylesheet',
    'script',
  ]),
  url: text(FACT_BOUNDS.url),
  box: v.nullable(box),
  text: v.exactOptional(text(FACT_BOUNDS.short)),
  truncated: v.exactOptional(v.literal(true)),
});

const facts = v.strictObject({
  schema: v.literal('prima-facie/page-facts/1'),
  readAt: v.pipe(v.string(), v.isoTimestamp()),
  url: text(FACT_BOUNDS.url),
  canonicalUrl: v.nullable(text(FACT_BOUNDS.url)),
  title: text(FACT_BOUNDS.title),
  language: v.nullable(text(100)),
  referrer: v.nullable(text(FACT_BOUNDS.url)),
  contentType: text(200),
  characterSet: text(100),
  lastModified: v.nullable(text(100)),
  readyState: text(20),
  meta: v.pipe(
    v.array(v.strictObject({ name: text(200), content: text(FACT_BOUNDS.short) })),
    v.maxLength(FACT_BOUNDS.meta),
  ),
  jsonLd: v.pipe(v.array(text(FACT_BOUNDS.jsonLdText)), v.maxLength(FACT_BOUNDS.jsonLd)),
  resources: v.pipe(v.array(resource), v.maxLength(FACT_BOUNDS.resources)),
  text: text(FACT_BOUNDS.text),
  viewport: size,
  devicePixelRatio: finite,
  scroll: v.strictObject({ x: finite, y: finite }),
  page: size,
  cut: v.record(v.string(), finite),
  protocol: v.nullable(text(20)),
  throughServiceWorker: v.exactOptional(v.literal(true)),
  colorScheme: v.picklist(['light', 'dark']),
  direction: v.picklist(['ltr', 'rtl']),
  // Not of the probe: the step that keeps the facts writes its own over whatever stands here.
  salt: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))),
});

/** Parses what the probe returned. Nothing beyond the schema passes, whatever the page did to the probe. */
export function parseFacts(value: unknown): Result<PageFacts> {
  const parsed = v.safeParse(facts, value);
  if (parsed.success) return succeed(parsed.output);
  const issue = parsed.issues[0];
  return fail('probe-failed', `${v.getDotPath(issue) ?? 'answer'}: ${issue.message.slice(0, 200)}`);
}
