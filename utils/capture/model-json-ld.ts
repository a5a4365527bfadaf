import * as v from 'valibot';
import type { ModelFields } from '../case/model-fields.ts';

/** Types of schema.org that pages use for a model. */
const TYPES =
  /^(SoftwareApplication|SoftwareSourceCode|CreativeWork|Dataset|Product|3DModel|WebApplication)$/;
const node = v.record(v.string(), v.unknown());

/** A model out of JSON-LD texts of a page; each is another's work and may be anything. */
export function structuredModel(texts: readonly string[]): ModelFields {
  for (const text of texts) {
    for (const one of nodesOf(text)) {
      const types = [one['@type']].flat();
      if (types.some((type) => typeof type === 'string' && TYPES.test(type))) return fieldsOf(one);
    }
  }
  return {};
}

function nodesOf(text: string): Record<string, unknown>[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
  const top = [parsed].flat().flatMap((one) => {
    const checked = v.safeParse(node, one);
    if (!checked.success) return [];
    const graph: unknown = checked.output['@graph'];
    return [checked.output, ...(Array.isArray(graph) ? (graph as unknown[]) : [])];
  });
  return top.flatMap((one) => {
    const checked = v.safeParse(node, one);
    return checked.success ? [checked.output] : [];
  });
}

/** A text, or the name or address of a thing that stands in its place. */
function textOf(value: unknown): string | undefined {
  const [first] = [value].flat();
  if (typeof first === 'string' || typeof first === 'number') return String(first);
  const checked = v.safeParse(node, first);
  if (!checked.success) return undefined;
  const { name, url, contentUrl } = checked.output;
  return [name, contentUrl, url].find((one) => typeof one === 'string') as string | undefined;
}

function countOf(statistics: unknown, action: RegExp): string | undefined {
  for (const one of [statistics].flat()) {
    const checked = v.safeParse(node, one);
    if (!checked.success) continue;
    const { interactionType, userInteractionCount } = checked.output;
    const type =
      textOf(interactionType) ?? textOf((interactionType as { '@type'?: unknown } | null)?.['@type']);
    if (type && action.test(type)) return textOf(userInteractionCount);
  }
  return undefined;
}

function fieldsOf(one: Readonly<Record<string, unknown>>): ModelFields {
  const category = textOf(one['applicationCategory']);
  const words = one['keywords'];
  const found: Record<string, string | undefined> = {
    model: textOf(one['name']),
    version: textOf(one['softwareVersion'] ?? one['version']),
    type: /\(([^)]+)\)/.exec(category ?? '')?.[1] ?? category,
    'base-model': textOf(one['isBasedOn']),
    'trigger-words': Array.isArray(words) ? words.map(textOf).filter(Boolean).join(', ') : textOf(words),
    creator: textOf(one['author'] ?? one['creator']),
    published: textOf(one['datePublished'] ?? one['uploadDate']),
    description: textOf(one['description']),
    'cover-image': textOf(one['image'] ?? one['thumbnailUrl']),
    downloads: countOf(one['interactionStatistic'], /Download/),
    likes: countOf(one['interactionStatistic'], /Like/),
    runs: countOf(one['interactionStatistic'], /Use|Consume/),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value)) as ModelFields;
}
