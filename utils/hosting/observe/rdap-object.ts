import * as v from 'valibot';
import { parseJcard, type Card } from './jcard.ts';

/** One entity of an RDAP answer, however deep it stood. */
export interface RdapEntity {
  readonly handle: string;
  readonly roles: readonly string[];
  readonly card: Card | null;
  /** 0: directly under the object. */
  readonly depth: number;
  /** IANA id of a registrar. */
  readonly publicId?: string;
}

/** What is read of an RDAP answer (RFC 9083). Everything is text of strangers: bounded, never HTML. */
export interface RdapObject {
  readonly objectClass: string;
  readonly handle: string;
  readonly name: string;
  readonly startAddress: string;
  readonly endAddress: string;
  /** From `cidr0_cidrs`, where the registry gives them. */
  readonly cidrs: readonly string[];
  /** ISO 3166-1 alpha-2 of the registration: no place. */
  readonly country: string;
  readonly startAutnum: number | null;
  readonly entities: readonly RdapEntity[];
  readonly remarks: readonly string[];
  /** URL of the registrar's own answer (`related`), for a domain. */
  readonly related: string | null;
  /** Date of the last change, as the registry says. */
  readonly lastChanged: string;
  readonly status: readonly string[];
}

const text = (longest: number) =>
  v.fallback(
    v.pipe(
      v.string(),
      v.transform((value) => value.slice(0, longest)),
    ),
    '',
  );
const list = <S extends v.GenericSchema>(schema: S) => v.fallback(v.array(schema), []);

const objectSchema = v.object({
  objectClassName: text(60),
  handle: text(200),
  name: text(300),
  ldhName: text(300),
  startAddress: text(60),
  endAddress: text(60),
  country: text(2),
  startAutnum: v.fallback(v.nullable(v.pipe(v.number(), v.integer())), null),
  cidr0_cidrs: list(v.unknown()),
  entities: list(v.unknown()),
  remarks: list(v.unknown()),
  links: list(v.unknown()),
  events: list(v.unknown()),
  status: list(v.unknown()),
});

const entitySchema = v.object({
  handle: text(200),
  roles: list(v.unknown()),
  vcardArray: v.unknown(),
  entities: list(v.unknown()),
  publicIds: list(v.unknown()),
  remarks: list(v.unknown()),
});

const remarkSchema = v.object({ title: text(200), description: v.union([list(v.unknown()), v.string()]) });
const linkSchema = v.object({ rel: text(60), href: v.pipe(v.string(), v.maxLength(2000)), type: text(100) });
const eventSchema = v.object({ eventAction: text(60), eventDate: text(60) });
const cidrSchema = v.object({
  v4prefix: v.optional(v.string()),
  v6prefix: v.optional(v.string()),
  length: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(128)),
});
const publicIdSchema = v.object({ type: text(100), identifier: text(40) });

const MAXIMUM_DEPTH = 5;
const MAXIMUM_ENTITIES = 200;
const MAXIMUM_REMARKS = 20;

/** Reads an RDAP answer; null where it is no JSON object. Depth and number of entities are bounded. */
export function parseRdap(body: Uint8Array): RdapObject | null {
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder().decode(body));
  } catch (error) {
    // RangeError: nested too deep for the engine.
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
  const parsed = v.safeParse(objectSchema, withKeys(data, Object.keys(objectSchema.entries)));
  if (!parsed.success) return null;
  const object = parsed.output;
  const entities: RdapEntity[] = [];
  const remarks = object.remarks.flatMap(remarkText);
  collect(object.entities, 0, entities, remarks);
  return {
    objectClass: object.objectClassName,
    handle: object.handle,
    name: object.name || object.ldhName,
    startAddress: object.startAddress,
    endAddress: object.endAddress,
    cidrs: object.cidr0_cidrs.slice(0, 50).flatMap(cidrText),
    country: /^[A-Za-z]{2}$/.test(object.country) ? object.country.toUpperCase() : '',
    startAutnum: object.startAutnum,
    entities,
    remarks: [...new Set(remarks)].slice(0, MAXIMUM_REMARKS),
    related: relatedLink(object.links),
    lastChanged: lastChanged(object.events),
    status: object.status.filter((one) => typeof one === 'string').slice(0, 20),
  };
}

/** Fields that are missing count as wrong ones do: the schema's fallbacks then hold. Null for what is no object. */
function withKeys(data: unknown, keys: readonly string[]): Record<string, unknown> | null {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  const source = data as Record<string, unknown>;
  return Object.fromEntries(keys.map((key) => [key, Object.hasOwn(source, key) ? source[key] : null]));
}

function collect(list_: readonly unknown[], depth: number, entities: RdapEntity[], remarks: string[]): void {
  for (const one of list_) {
    if (entities.length >= MAXIMUM_ENTITIES) return;
    const parsed = v.safeParse(entitySchema, withKeys(one, Object.keys(entitySchema.entries)));
    if (!parsed.success) continue;
    const { handle, roles, vcardArray, entities: children, publicIds } = parsed.output;
    const publicId = publicIds.map(publicIdText).find((id) => id !== '');
    const names = roles
      .filter((role) => typeof role === 'string')
      .map((role) => role.toLowerCase().slice(0, 60));
    const card = parseJcard(vcardArray);
    entities.push({ handle, roles: names.slice(0, 20), card, depth, ...(publicId ? { publicId } : {}) });
    if (names.some((role) => role.includes('abuse')))
      remarks.push(...parsed.output.remarks.flatMap(remarkText));
    if (depth + 1 < MAXIMUM_DEPTH) collect(children, depth + 1, entities, remarks);
  }
}

function remarkText(remark: unknown): string[] {
  const parsed = v.safeParse(remarkSchema, withKeys(remark, ['title', 'description']));
  if (!parsed.success) return [];
  const { description } = parsed.output;
  const lines =
    typeof description === 'string' ? [description] : description.filter((line) => typeof line === 'string');
  const joined = lines.join('\n').trim().slice(0, 2000);
  return joined ? [joined] : [];
}

function publicIdText(one: unknown): string {
  const parsed = v.safeParse(publicIdSchema, withKeys(one, ['type', 'identifier']));
  return parsed.success && /registrar/i.test(parsed.output.type) ? parsed.output.identifier : '';
}

function cidrText(one: unknown): string[] {
  const parsed = v.safeParse(cidrSchema, one);
  const prefix = parsed.success ? (parsed.output.v4prefix ?? parsed.output.v6prefix) : undefined;
  return parsed.success && prefix !== undefined ? [`${prefix}/${parsed.output.length}`] : [];
}

function relatedLink(links: readonly unknown[]): string | null {
  for (const link of links.slice(0, 50)) {
    const parsed = v.safeParse(linkSchema, link);
    if (parsed.success && parsed.output.rel === 'related' && /rdap/i.test(parsed.output.type))
      return parsed.output.href;
  }
  return null;
}

function lastChanged(events: readonly unknown[]): string {
  for (const event of events.slice(0, 50)) {
    const parsed = v.safeParse(eventSchema, event);
    if (parsed.success && parsed.output.eventAction === 'last changed') return parsed.output.eventDate;
  }
  return '';
}
