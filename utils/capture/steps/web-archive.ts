import type { Content } from '../../bundle/archive/content.ts';
import { isRecordedResponse, type ArchivedResource } from '../../bundle/archive/warc.ts';
import { writeWacz } from '../../bundle/archive/wacz.ts';
import { waczSink } from '../../bundle/archive/zip-sink.ts';
import { FailureError, failureOf } from '../../case/result.ts';
import type { Digest } from '../../case/values.ts';
import { digestOf } from '../../integrity/digest.ts';
import { isDisputed } from '../run-capture.ts';
import { redactUrl } from '../secrets.ts';
import type { StepContext, Step } from '../step.ts';

/** Loaded resources up to this many bytes are held until the archive is written; larger ones wait in Blobs. */
const KEPT_IN_MEMORY = 64 * 1024;
const DOM_PATH = 'page.html';
const AS_IT_STOOD = 'DOM as it stood';

/**
 * `page.wacz`. Of a recorded capture it holds `response` records, of the bytes as they came. Of a plain one, where
 * nothing was recorded while the page loaded, it holds `resource` records only, of the bytes the browser still has
 * and of the DOM as it stood, and never passes them off as responses.
 */
export const webArchiveStep: Step = {
  id: 'web-archive',
  required: false,
  beside: 'page',
  timeoutMs: 120_000,
  async *run(context, signal) {
    const { environment, findings, capture } = context;
    const bodies = new Map<Digest, Content>();
    const url = withoutFragment(findings.facts?.url ?? capture.urlFinal);
    const exchanges = findings.recorded?.exchanges ?? [];
    const main = exchanges.find((exchange) => exchange.url === url && exchange.body !== null);
    const fromBrowser = findings.recorded ? [] : await loaded(context, bodies, signal);
    const hasPage = main !== undefined || fromBrowser.some((resource) => resource.url === url);
    const resources = hasPage ? fromBrowser : [...fromBrowser, ...(await domOf(url, context, bodies))];
    const { extensionVersion } = await environment.circumstances(false);
    const recorded = exchanges.find((exchange) => exchange.url === url) ?? exchanges[0];
    const at =
      main?.startedAt ?? resources.find((resource) => resource.url === url)?.at ?? recorded?.startedAt;
    if (!at) throw new FailureError('not-available', 'neither DOM nor loaded bytes of the page are there');
    const responses = exchanges.filter(isRecordedResponse).length;
    if (findings.recorded && responses === 0)
      context.notCaptured('page.wacz.responses', 'no response came while the page was loaded anew');
    const made = await writeWacz(
      {
        software: `Prima Facie ${extensionVersion}`,
        createdAt: environment.now().toISOString(),
        title: findings.facts?.title ?? capture.title,
        description: describe(findings.recorded !== undefined, responses),
        exchanges,
        resources,
        pages: [{ url, at, title: findings.facts?.title ?? capture.title, text: findings.facts?.text ?? '' }],
      },
      {
        readBody: (digest) => {
          const body = bodies.get(digest);
          if (!body && findings.recorded) return findings.recorded.readBody(digest);
          return body ? Promise.resolve(body) : Promise.reject(new FailureError('not-found', digest));
        },
        zip: waczSink,
        sign: environment.signArchive,
        signal,
      },
    );
    if (!made.ok) throw new FailureError(made.failure.code, made.failure.detail);
    yield {
      path: 'page.wacz',
      mediaType: 'application/wacz',
      bytes: made.value.blob,
      role: 'derived',
      ...(resources.some(({ source }) => source === AS_IT_STOOD) ? { derivedFrom: [DOM_PATH] } : {}),
      method: 'prima-facie',
      about: {
        records: made.value.records,
        kind: responses > 0 ? 'response' : 'resource',
        datapackage: made.value.datapackage,
      },
    };
  },
};

/** What the archive says of itself: what its records are, not what was asked for. */
function describe(wasRecorded: boolean, responses: number): string {
  if (responses > 0) return `Recorded capture: ${responses} response(s) as this browser received them`;
  return wasRecorded
    ? 'Recorded capture in which no response came: the DOM as it stood; no recorded responses'
    : 'Plain capture: what the browser had loaded, each record saying in which form, and the DOM as it stood; no recorded responses';
}

async function loaded(
  { tab, environment, notCaptured }: StepContext,
  bodies: Map<Digest, Content>,
  signal: AbortSignal,
): Promise<ArchivedResource[]> {
  if (!tab.loadedResources) {
    notCaptured(
      'page.wacz.loaded-bytes',
      'not available: this browser gives loaded bytes only to a recorded capture',
    );
    return [];
  }
  const kept = new Map<string, ArchivedResource>();
  let room = environment.settings.maximumBodyBytes;
  try {
    for await (const resource of tab.loadedResources()) {
      signal.throwIfAborted();
      if (kept.has(resource.url)) continue;
      if ('missing' in resource) {
        notCaptured(`page.wacz ${redactUrl(resource.url).value.slice(0, 200)}`, resource.missing);
        continue;
      }
      room -= resource.bytes.byteLength;
      if (room < 0) {
        notCaptured('page.wacz.rest', `beyond the setting of ${environment.settings.maximumBodyBytes} bytes`);
        break;
      }
      const digest = await digestOf(resource.bytes);
      bodies.set(
        digest,
        resource.bytes.byteLength > KEPT_IN_MEMORY ? new Blob([resource.bytes]) : resource.bytes,
      );
      kept.set(resource.url, {
        url: resource.url,
        at: environment.now().toISOString(),
        mediaType: resource.mediaType,
        digest,
        source:
          resource.form === 'bytes'
            ? 'bytes of the loaded page'
            : 'text of the loaded page as the browser decoded it, written anew as UTF-8',
      });
    }
  } catch (error) {
    signal.throwIfAborted();
    // Where the debugger is forbidden or was taken away, the DOM stands in, and the archive says so.
    const { code, detail } = failureOf(error, 'browser-refused');
    notCaptured('page.wacz.loaded-bytes', `${code}: ${detail}`);
  }
  return [...kept.values()];
}

/** The DOM stands in for a document whose loaded bytes are not there; the record says that it is the DOM. */
async function domOf(
  url: string,
  { tab, artifacts, finished, missing }: StepContext,
  bodies: Map<Digest, Content>,
): Promise<ArchivedResource[]> {
  await finished('page-html');
  const dom = artifacts().find(({ path }) => path === DOM_PATH);
  if (!dom || isDisputed(missing(), dom.path)) return [];
  bodies.set(dom.digest, await tab.keptBlob(dom.digest));
  const { takenAt: at, digest } = dom;
  return [{ url, at, mediaType: 'text/html', digest, source: AS_IT_STOOD }];
}

function withoutFragment(url: string): string {
  return url.split('#')[0] ?? url;
}
