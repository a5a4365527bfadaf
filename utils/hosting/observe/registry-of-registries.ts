import { limitsOf, type HostingEnvironment, type LookupCache } from '../environment.ts';
import { bundledBootstrap, bootstrapFrom, bootstrapFromIana, type Bootstrap } from './bootstrap.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { onceAtATime } from './flights.ts';

const IANA = 'https://data.iana.org/rdap/';
/** Host of IANA's lists, for the plan that is shown before anybody is asked. */
export const REGISTRY_LIST_HOST = new URL(IANA).host;
const FILES = ['dns.json', 'ipv4.json', 'ipv6.json', 'asn.json'];
const WEEK_MS = 7 * 86_400_000;
const DAY_MS = 86_400_000;
/** Shared requests end by their own time-out. */
const NEVER = new AbortController().signal;
const KEY = 'bootstrap:';

/**
 * Which registry to ask: the files at the user's `rdapBootstrapUrl` (a folder, or one file of it), else IANA's as
 * last fetched, else the bundled copy. Only a user's URL is fetched here; see {@link refreshBootstrap}.
 */
export async function currentBootstrap(env: HostingEnvironment, signal: AbortSignal): Promise<Bootstrap> {
  const { rdapBootstrapUrl, allowPrivateAddresses } = env.settings;
  if (rdapBootstrapUrl) {
    const files = await keptOrFetched(env, rdapBootstrapUrl, signal);
    return bootstrapFrom(files, allowPrivateAddresses) ?? bundledBootstrap();
  }
  const kept = await keptFiles(env, IANA);
  return (kept && bootstrapFromIana(kept)) ?? bundledBootstrap();
}

/**
 * Fetches IANA's files once a week, where lookups are allowed; after a failure the next day again. True where there
 * are fresh ones.
 */
export async function refreshBootstrap(env: HostingEnvironment, signal: AbortSignal): Promise<boolean> {
  if (env.settings.lookups !== 'on' || env.settings.rdapBootstrapUrl) return false;
  const files = await keptOrFetched(env, IANA, signal);
  return bootstrapFromIana(files) !== null;
}

async function keptFiles(env: HostingEnvironment, url: string): Promise<unknown[] | null> {
  const kept = await env.cache.get(KEY + url);
  if (!kept || kept.expires <= env.now().getTime()) return null;
  const files: unknown = JSON.parse(new TextDecoder().decode(kept.raw));
  return Array.isArray(files) ? files : null;
}

/** Captures that start together fetch the files once. */
const FLIGHTS = new WeakMap<LookupCache, Map<string, Promise<unknown[]>>>();

async function keptOrFetched(env: HostingEnvironment, url: string, signal: AbortSignal): Promise<unknown[]> {
  const flights = FLIGHTS.get(env.cache) ?? new Map<string, Promise<unknown[]>>();
  FLIGHTS.set(env.cache, flights);
  const work = async () => (await keptFiles(env, url)) ?? (await fetchAll(env, url));
  return Promise.race([onceAtATime(flights, url, work), givenUp(signal)]);
}

/** Others may wait for the same files: a capture that ends only stops waiting. */
function givenUp(signal: AbortSignal): Promise<unknown[]> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve([]);
    else signal.addEventListener('abort', () => resolve([]), { once: true });
  });
}

async function fetchAll(env: HostingEnvironment, url: string): Promise<unknown[]> {
  if (!URL.canParse(url)) return [];
  const folder = url.endsWith('.json') || url.endsWith('/') ? url : `${url}/`;
  const urls = new Set(FILES.map((file) => new URL(file, folder).href));
  if (!url.endsWith('/')) urls.add(url);
  // IANA's file for names is larger than an answer may be with a thousand brands to come: twice the bound.
  const wide = { ...env, limits: { ...env.limits, bodyBytes: limitsOf(env).bodyBytes * 2 } };
  const answers = await Promise.all(
    [...urls].map((one) => boundedFetch(one, 'application/json', wide, NEVER)),
  );
  const files = answers.flatMap(({ ok, body }) => (ok && body ? parsed(body) : []));
  if (url === IANA) {
    const whole = files.length === FILES.length;
    await keep(env, url, whole ? files : [], whole ? WEEK_MS : DAY_MS);
  } else if (files.length > 0) await keep(env, url, files, WEEK_MS);
  return files;
}

async function keep(
  env: HostingEnvironment,
  url: string,
  files: readonly unknown[],
  keepMs: number,
): Promise<void> {
  await env.cache.put({
    key: KEY + url,
    at: env.now().toISOString(),
    expires: env.now().getTime() + keepMs,
    source: url,
    status: 200,
    mediaType: 'application/json',
    raw: new TextEncoder().encode(JSON.stringify(files)),
    hops: [],
  });
}

function parsed(body: Uint8Array): unknown[] {
  try {
    return [JSON.parse(new TextDecoder().decode(body))];
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return [];
    throw error;
  }
}
