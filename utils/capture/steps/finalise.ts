import { stateFromSteps } from '../../case/capture.ts';
import type { CaptureDocument } from '../../case/capture-document.ts';
import type { ProxyUse } from '../../case/network.ts';
import type { ScrollReport } from '../injected/scroll-through.ts';
import { redactLog } from '../redact-log.ts';
import { freshSalt } from '../../integrity/salt.ts';
import type { StepContext, Step } from '../step.ts';

/** Path of the document that stands for the whole capture. */
export const CAPTURE_DOCUMENT_PATH = 'capture.json';

/** How a proxy came to be known; English, as everything in `capture.json`. */
const PROXY_KNOWN: Readonly<Record<ProxyUse['known'], (address: string) => string>> = {
  'named-by-browser': (address) => `${address}, named by the browser`,
  'local-address': (address) =>
    `inferred: connections to public names ended at ${address}, an address of this machine or a local network`,
  'one-address-for-all': (address) =>
    `inferred: ${address} answered for every one of several unrelated domains`,
};

/** Writes `capture.json`: the last artifact, which names all others by digest. */
export const finaliseStep: Step = {
  id: 'finalise',
  required: true,
  timeoutMs: 20_000,
  always: true,
  async *run(context) {
    sayAddresses(context);
    yield {
      path: CAPTURE_DOCUMENT_PATH,
      mediaType: 'application/json',
      bytes: JSON.stringify(await captureDocument(context), null, 1),
      role: 'original',
      method: 'prima-facie',
    };
  },
};

const PATHS_NAMED = 12;
/** What is not taken of the page itself: its address does not matter to it. */
const ELSEWHERE = /^(?:verification|net)\//;

/** A page that calls itself something else in between: which pictures were taken under which address is said. */
function sayAddresses({ addressChanges, artifacts, notCaptured }: StepContext): void {
  const [first] = addressChanges();
  if (!first) return;
  const after = artifacts().filter(({ path, takenAt }) => takenAt > first.at && !ELSEWHERE.test(path));
  const named = after.slice(0, PATHS_NAMED).map(({ path }) => path);
  const more = after.length > PATHS_NAMED ? ` and ${after.length - PATHS_NAMED} more` : '';
  notCaptured(
    'one address for all',
    `the page gave itself another address without loading, first at ${first.at} (see addressChanges); ` +
      `taken after that: ${named.join(', ') || 'nothing'}${more}`,
  );
}

/** A pass that a bound ended before the end of the page: what loads when seen may make the page longer yet. */
function endedShort(scroll: ScrollReport | undefined): boolean {
  return scroll?.stopped === 'time' || scroll?.stopped === 'height';
}

/** What is known of a capture, as its document. */
export async function captureDocument(
  context: Pick<StepContext, 'capture' | 'environment' | 'findings' | 'steps' | 'artifacts' | 'missing'> &
    Partial<Pick<StepContext, 'addressChanges'>>,
): Promise<CaptureDocument> {
  const { capture, environment, findings } = context;
  const { description, facts, network } = findings;
  const addressChanges = context.addressChanges?.() ?? [];
  const exported = network ? redactLog(network) : null;
  const ended = environment.now();
  const steps = context.steps().filter((step) => step.id !== finaliseStep.id);
  return {
    schema: 'prima-facie/capture/1',
    captureId: capture.id,
    caseId: capture.caseId,
    number: capture.number,
    operator: environment.settings.operatorName,
    trigger: capture.trigger,
    state: stateFromSteps(steps),
    urlTyped: network?.hops[0]?.url ?? capture.urlTyped,
    urlFinal: facts?.url ?? capture.urlFinal,
    title: facts?.title ?? capture.title,
    redirects: exported?.hops ?? [],
    frames: (facts?.resources ?? [])
      .filter((resource) => resource.kind === 'frame')
      .map(({ url, box }) => ({ url, box })),
    ...(addressChanges.length > 0 ? { addressChanges } : {}),
    startedAt: capture.startedAt,
    endedAt: ended.toISOString(),
    monotonicMs: Math.round(environment.monotonicNow() - environment.startedMonotonic),
    clock: findings.clock ?? [],
    timeGrade: 'local',
    page: facts
      ? {
          viewport: facts.viewport,
          devicePixelRatio: facts.devicePixelRatio,
          scroll: facts.scroll,
          page: facts.page,
          language: facts.language,
          canonicalUrl: facts.canonicalUrl,
          protocol: facts.protocol,
        }
      : null,
    zoom: description?.zoom ?? null,
    truncated: (findings.truncated ?? false) || endedShort(findings.scroll),
    circumstances: {
      ...(await environment.circumstances(description?.incognito ?? false)),
      ...(network?.proxy ? { proxyObserved: PROXY_KNOWN[network.proxy.known](network.proxy.address) } : {}),
      ...(environment.settings.preCheck ? { operatorStatement: environment.settings.preCheck } : {}),
    },
    mainResponse: exported?.mainResponse ?? null,
    ...(network?.notObserved ? { mainResponseNotObserved: network.notObserved } : {}),
    ...(findings.verification ? { refetch: { ...findings.verification } } : {}),
    ...(findings.hosting ? { hosting: findings.hosting } : {}),
    ...(findings.capturedItems?.length ? { items: findings.capturedItems } : {}),
    steps,
    artifacts: context.artifacts().map((entry) => ({
      path: entry.path,
      digest: entry.digest,
      bytes: entry.size,
      mediaType: entry.mediaType,
      role: entry.role,
      ...(entry.derivedFrom ? { derivedFrom: entry.derivedFrom } : {}),
      ...(entry.method ? { method: entry.method } : {}),
      takenAt: entry.takenAt,
      ...(entry.about ? { about: entry.about } : {}),
    })),
    notCaptured: context.missing(),
    salt: freshSalt(),
  };
}
