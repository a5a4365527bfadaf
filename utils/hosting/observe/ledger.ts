import type { LookupKind, NetworkObservation, PendingLookup } from '../../case/hosting.ts';
import { isStillGood, limitsOf, type CachedAnswer, type HostingEnvironment } from '../environment.ts';
import { boundedFetch, type FetchOutcome, type ServerClock } from './bounded-fetch.ts';
import { flightFrom, onceAtATime, resting, sharedFor, type Flight, type Shared } from './flights.ts';

/** What one lookup is about. */
export interface LookupQuestion {
  readonly kind: LookupKind;
  /** `example.com AAAA`, `192.0.2.1`. */
  readonly question: string;
  /** Resolver or registry, as shown to the reader. */
  readonly source: string;
  readonly url: string;
  readonly accept: string;
  /** Asked once about an answer, before anybody gets it: how long it stays good. Null: it is not kept. */
  readonly keeping: (answer: FetchOutcome) => Keeping | null;
  /** Status codes that are answers too: 404 says 'not registered here'. */
  readonly alsoAnswers?: readonly number[];
  /** True where another form of the question follows a failure: this one is then not pending. */
  readonly hasFallback?: true;
}

/** How an answer is kept for other captures. */
export interface Keeping {
  readonly ms: number;
  /** For an address: blocks for all whose addresses the answer is good. */
  readonly cidrs?: readonly string[];
}

/** A body that may be read, or the lookup's failure (already in the ledger). */
export interface LookupAnswer {
  readonly body: Uint8Array<ArrayBuffer> | null;
  readonly status: number;
  readonly mediaType: string;
  /** Position of its observation in the ledger, so that what is understood can be added. */
  readonly entry: number;
  readonly at: string;
  readonly hops: readonly string[];
}

/**
 * The lookups of one capture: every request goes through here, is answered out of the cache where possible, is made
 * once however many ask, and leaves an observation or a pending entry, never nothing.
 */
export class Ledger {
  readonly observations: NetworkObservation[] = [];
  readonly pending: PendingLookup[] = [];
  /** Questions for which no registry exists: nothing to wait for. */
  readonly withoutRegistry: string[] = [];
  /** The clock of each resolver that answered now, by the quickest of its answers. By host. */
  readonly clocks = new Map<string, ServerClock>();
  readonly #env: HostingEnvironment;
  readonly #shared: Shared;
  readonly #signal: AbortSignal;
  #rdapCount = 0;

  constructor(env: HostingEnvironment, signal: AbortSignal) {
    this.#env = env;
    this.#signal = AbortSignal.any([signal, AbortSignal.timeout(limitsOf(env).totalMs)]);
    this.#shared = sharedFor(env.cache);
  }

  /** Fires when the time for all lookups is over or the capture is cancelled. */
  get signal(): AbortSignal {
    return this.#signal;
  }

  /** Resolvers known to speak the wire form only. */
  get wireOnly(): Set<string> {
    return this.#shared.wireOnly;
  }

  /** Makes a lookup. The answer's body is null where there is none to read. */
  async ask(question: LookupQuestion): Promise<LookupAnswer> {
    const flight = await this.#flight(question);
    if (flight === null) return this.#gaveUp(question, 'time for lookups is over', true);
    return this.#record(question, flight);
  }

  /** Adds an answer that came from the cache under another question (an address of a known block). */
  reuse(question: LookupQuestion, kept: CachedAnswer): LookupAnswer {
    return this.#record(question, flightFrom(kept));
  }

  /** Writes down what was understood of an answer, or why it was of no use. */
  understood(answer: LookupAnswer, parsed: unknown, failure?: string): void {
    const observation = this.observations[answer.entry];
    if (!observation) return;
    this.observations[answer.entry] = {
      ...observation,
      parsed,
      ...(failure === undefined ? {} : { failure }),
    };
  }

  /** Notes an observation made by other means than a request (Firefox's own resolver). */
  add(observation: Omit<NetworkObservation, 'path'>): void {
    this.observations.push({ ...observation, path: this.#pathFor(observation.kind) });
  }

  /** Notes a lookup that was not made or failed. */
  postpone(
    question: Omit<LookupQuestion, 'accept' | 'keeping'>,
    reason: string,
    retryable: boolean,
    waitMs?: number,
  ): void {
    const id = `${question.kind} ${question.question} @ ${question.source}`;
    if (this.pending.some((one) => one.id === id)) return;
    this.pending.push({
      id,
      kind: question.kind,
      question: question.question,
      source: question.source,
      reason,
      retryable,
      attempts: 1,
      ...(waitMs === undefined
        ? {}
        : { retryAt: new Date(this.#env.now().getTime() + waitMs).toISOString() }),
    });
  }

  /** A question that another resolver has answered is no longer open. The failures stay among the observations. */
  answered(question: string): void {
    const open = this.pending.filter((one) => one.kind !== 'dns' || one.question !== question);
    this.pending.splice(0, this.pending.length, ...open);
  }

  /**
   * Nothing is awaited before the flight is found or begun, and a flight ends only when its answer is kept: however
   * slow the machine, whoever comes later finds one or the other and never asks again.
   */
  #flight(question: LookupQuestion): Promise<Flight | null> {
    const key = cacheKey(question);
    const since = this.#env.notBefore === undefined ? '' : ` since ${this.#env.notBefore}`;
    const flight = onceAtATime(this.#shared.flights, key + since, async () => {
      const kept = await this.#env.cache.get(key);
      return kept && isStillGood(kept, this.#env) ? flightFrom(kept) : this.#start(question, key);
    });
    return Promise.race([flight, this.#over()]);
  }

  /** Others may wait for the same answer, so it ends by its own time-out and not by this capture's end. */
  async #start(question: LookupQuestion, key: string): Promise<Flight> {
    const origin = new URL(question.url).origin;
    const rest = (this.#shared.restUntil.get(origin) ?? 0) - this.#env.now().getTime();
    const outcome =
      rest > 0 ? resting(rest) : await boundedFetch(question.url, question.accept, this.#env, NEVER);
    if (outcome.retryAfterMs !== undefined && rest <= 0)
      this.#shared.restUntil.set(origin, this.#env.now().getTime() + outcome.retryAfterMs);
    const at = this.#env.now().toISOString();
    const keeping = question.keeping(outcome);
    if (keeping !== null && outcome.body !== null) {
      const { status, mediaType, body: raw, hops } = outcome;
      const expires = this.#env.now().getTime() + keeping.ms;
      const cidrs = keeping.cidrs ? { cidrs: keeping.cidrs } : {};
      await this.#env.cache.put({
        key,
        at,
        expires,
        source: question.source,
        status,
        mediaType,
        raw,
        hops,
        ...cidrs,
      });
    }
    return { outcome, at, cached: false };
  }

  #over(): Promise<null> {
    return new Promise((resolve) => {
      if (this.#signal.aborted) resolve(null);
      else this.#signal.addEventListener('abort', () => resolve(null), { once: true });
    });
  }

  #gaveUp(question: LookupQuestion, reason: string, retryable: boolean): LookupAnswer {
    this.postpone(question, reason, retryable);
    return { body: null, status: 0, mediaType: '', entry: -1, at: this.#env.now().toISOString(), hops: [] };
  }

  #record(question: LookupQuestion, { outcome, at, cached }: Flight): LookupAnswer {
    if (question.kind === 'dns' && !cached) this.#keepClock(outcome);
    const usable = outcome.ok || question.alsoAnswers?.includes(outcome.status) === true;
    const entry = this.observations.length;
    const { status, mediaType, hops } = outcome;
    this.observations.push({
      kind: question.kind,
      source: question.url,
      at,
      durationMs: Math.round(outcome.durationMs),
      question: question.question,
      status,
      raw: outcome.body,
      mediaType: mediaType || 'application/octet-stream',
      path: this.#pathFor(question.kind),
      parsed: null,
      ...(usable ? {} : { failure: outcome.detail }),
      ...(cached ? { cached: true } : {}),
      ...(hops.length > 1 ? { hops } : {}),
    });
    if (!usable && !(question.hasFallback && status > 0))
      this.postpone(question, outcome.detail, outcome.retryable, outcome.retryAfterMs);
    return { body: usable ? outcome.body : null, status, mediaType, entry, at, hops };
  }

  #keepClock({ clock, hops }: FetchOutcome): void {
    const url = hops.at(-1);
    if (!clock || url === undefined) return;
    const { host } = new URL(url);
    const known = this.clocks.get(host);
    if (!known || clock.headersMs < known.headersMs) this.clocks.set(host, clock);
  }

  #pathFor(kind: LookupKind): string {
    if (kind === 'dns') return 'net/dns.json';
    this.#rdapCount += 1;
    return `net/rdap/${String(this.#rdapCount).padStart(2, '0')}-${kind.replace('rdap-', '')}.json`;
  }
}

/** A signal that never fires: shared requests end by their own time-out. */
const NEVER = new AbortController().signal;

function cacheKey({ kind, url, accept }: LookupQuestion): string {
  return `${kind}:${url} ${accept}`;
}
