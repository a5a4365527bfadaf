import type { ArtifactDraft } from '../../case/artifact.ts';
import type { NetworkLog } from '../../case/network.ts';
import { FailureError, failureOf } from '../../case/result.ts';
import { parseAddress } from '../../hosting/address.ts';
import { refusal } from '../../hosting/observe/bounded-fetch.ts';
import { findMedia, redactMedia } from '../media.ts';
import { orAborted } from '../run-capture.ts';
import { redactUrl } from '../secrets.ts';
import { stills } from '../take-stills.ts';
import type { Step, StepContext } from '../step.ts';
import type { VerificationAnswer } from '../verification.ts';

const MAXIMUM_MANIFESTS = 8;

/**
 * Where sound and pictures really come from: the players as they stand, the manifests' own text, the hosts behind a
 * `blob:` address, and a still of each player. Pages without media have no such artifacts.
 */
export const mediaStep: Step = {
  id: 'media',
  required: false,
  timeoutMs: 60_000,
  async *run(context, signal) {
    const { tab } = context;
    const [log, players] = await orAborted(Promise.all([tab.networkLog(), tab.videos()]), signal);
    const logReadAt = context.environment.now().toISOString();
    const texts = new Map<string, string>();
    const kept: string[] = [];
    for await (const manifest of manifests(log, texts, context, signal)) {
      kept.push(manifest.path);
      yield manifest;
    }
    const { value, omitted } = redactMedia(findMedia(log, texts));
    if (value.hosts.length === 0 && players.length === 0) return;
    const shown = players.map((player) => ({
      ...player,
      url: redactUrl(player.url).value,
      frameUrl: redactUrl(player.frameUrl).value,
    }));
    try {
      yield* stills(players, context, signal);
    } catch (error) {
      signal.throwIfAborted();
      // Where the media come from is known without a picture of them.
      const { code, detail } = failureOf(error, 'browser-refused');
      context.notCaptured('media.stills', `${code}: ${detail}`);
    }
    yield {
      path: 'net/media.json',
      mediaType: 'application/json',
      bytes: JSON.stringify(
        { schema: 'prima-facie/media/1', players: shown, ...value, secretsOmitted: omitted },
        null,
        1,
      ),
      // Of the players and of the log as they stand now, and of the manifests that were kept.
      ...(kept.length > 0 ? { role: 'derived', derivedFrom: kept } : { role: 'original' }),
      method: 'webRequest',
      about: { logReadAt },
    };
  },
};

function isManifest(url: string, mediaType = ''): boolean {
  return /mpegurl|dash\+xml/i.test(mediaType) || /\.(m3u8|mpd)(?:[?#]|$)/i.test(url);
}

/** The manifests' own text, asked for again: a browser does not give an extension what it has loaded. */
async function* manifests(
  log: NetworkLog,
  texts: Map<string, string>,
  context: StepContext,
  signal: AbortSignal,
): AsyncGenerator<ArtifactDraft> {
  const { notCaptured } = context;
  const found = log.requests.filter(({ url, mediaType }) => isManifest(url, mediaType)).map(({ url }) => url);
  const urls = [...new Set(found)];
  if (urls.length > MAXIMUM_MANIFESTS)
    notCaptured('media.manifests', `${urls.length} of them; the first were kept`);
  for (const [index, url] of urls.slice(0, MAXIMUM_MANIFESTS).entries()) {
    try {
      const { body, status, ip, at } = await manifestOf(url, context, signal);
      texts.set(url, new TextDecoder().decode(body));
      yield {
        path: `media/manifest-${String(index).padStart(2, '0')}.${/\.mpd/i.test(url) ? 'mpd' : 'm3u8'}`,
        mediaType: 'text/plain',
        bytes: body,
        role: 'original',
        method: 'fetch',
        takenAt: at,
        about: { url: redactUrl(url).value, status, ip, label: 'asked for again without credentials' },
      };
    } catch (error) {
      signal.throwIfAborted();
      notCaptured(
        `media.manifest ${redactUrl(url).value.slice(0, 200)}`,
        `${failureOf(error, 'network-error').code} ${failureOf(error, 'network-error').detail}`.trim(),
      );
    }
  }
}

/**
 * A manifest as the server sends it now. A page of the internet must not make the extension read, past CORS, what is on
 * this machine or its network: neither the address named nor any that it leads to may be there.
 */
async function manifestOf(
  url: string,
  { tab, environment, findings, capture }: StepContext,
  signal: AbortSignal,
): Promise<VerificationAnswer> {
  const isInside = (address: string) => refusal(address.replace(/^http:/i, 'https:'), false) !== null;
  const allowed =
    environment.settings.allowPrivateAddresses || isInside(findings.facts?.url ?? capture.urlFinal);
  if (!allowed && isInside(url)) throw new FailureError('not-available', 'not asked: a private address');
  const answer = await tab.fetchAgain(url, signal);
  const { ip, finalUrl, hops } = answer;
  const used = [ip, ...hops.map((hop) => hop.ip)].flatMap((one) => parseAddress(one ?? '') ?? []);
  const led = [finalUrl, ...hops.map((hop) => hop.url)].some(isInside);
  if (!allowed && (led || used.some((address) => address.kind !== 'public')))
    throw new FailureError('not-available', 'not kept: it led to a private address');
  return answer;
}
