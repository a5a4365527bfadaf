import { describe, expect, it } from 'vitest';
import type { NetworkLog, NetworkRequest } from '../../../utils/case/network.ts';
import type { VideoState } from '../../../utils/capture/injected/read-videos.ts';
import type { Step } from '../../../utils/capture/step.ts';
import { factsStep } from '../../../utils/capture/steps/facts.ts';
import { mediaStep } from '../../../utils/capture/steps/media.ts';
import { foldEvents } from '../../../utils/hosting/fold-events.ts';
import { FACTS, runSteps } from './support.ts';
import { tab } from './tab-support.ts';

const request = (url: string): NetworkRequest => ({
  url,
  method: 'GET',
  type: 'xmlhttprequest',
  frameId: 0,
  parentFrameId: -1,
  status: 200,
  ip: null,
  fromCache: false,
  startedAt: FACTS.readAt,
  bytes: null,
});

/** Runs the step on a page that names manifests; what each answers with is told by its address. */
async function manifestsOf(pageUrl: string, urls: readonly string[]) {
  const asked: string[] = [];
  const log: NetworkLog = { ...foldEvents(1, [], [], 0), requests: urls.map(request) };
  const good = tab();
  const steps: Step[] = [factsStep, mediaStep];
  const { outcome, saved } = await runSteps(
    steps,
    undefined,
    undefined,
    tab({
      probe: () => Promise.resolve({ ...FACTS, url: pageUrl }),
      networkLog: () => Promise.resolve(log),
      fetchAgain: async (url, signal) => {
        asked.push(url);
        const answer = await good.fetchAgain(url, signal);
        const ip = url.includes('rebinds') ? '10.0.0.7' : '8.8.8.8';
        const finalUrl = url.includes('redirects') ? 'http://192.168.0.1/router' : url;
        return { ...answer, ip, finalUrl, body: new TextEncoder().encode('#EXTM3U') };
      },
    }),
  );
  return { asked, kept: saved.filter((path) => path.startsWith('media/manifest')), outcome };
}

describe('manifests that a page names', () => {
  it('are asked for on the internet, over HTTP too', async () => {
    const { kept } = await manifestsOf('https://films.example.com/', ['http://cdn.example.com/a.m3u8']);
    expect(kept).toEqual(['media/manifest-00.m3u8']);
  });

  it.each([
    ['at an address of the local network', 'http://192.168.0.1/x.m3u8', 0],
    ['on this machine', 'http://localhost:8080/x.m3u8', 0],
    ['where a redirect leads there', 'https://redirects.example.com/x.m3u8', 1],
    ['where the name has an address there', 'https://rebinds.example.com/x.m3u8', 1],
  ])('are not read %s', async (_where, url, times) => {
    const { asked, kept, outcome } = await manifestsOf('https://films.example.com/', [url]);
    expect([asked.length, kept]).toEqual([times, []]);
    expect(outcome.notCaptured).toContainEqual({
      what: `media.manifest ${url}`,
      why: expect.stringContaining('private address') as string,
    });
  });

  it('are read beside a page that is there itself', async () => {
    const { kept } = await manifestsOf('http://192.168.0.2/', ['http://192.168.0.1/x.m3u8']);
    expect(kept).toEqual(['media/manifest-00.m3u8']);
  });
});

describe('stills of players', () => {
  const player = (change: Partial<VideoState>): VideoState => ({
    url: 'http://site.test/film.mp4',
    currentTime: 1,
    duration: 60,
    paused: false,
    width: 320,
    height: 180,
    videoWidth: 320,
    videoHeight: 180,
    box: { x: 10, y: 20, width: 320, height: 180 },
    frameUrl: FACTS.url,
    ...change,
  });

  it('are of the place and the time that the player has right before the picture', async () => {
    let asked = 0;
    const { outcome } = await runSteps(
      [factsStep, mediaStep],
      undefined,
      undefined,
      tab({
        videos: () => {
          asked += 1;
          return Promise.resolve([
            {
              frameId: 0,
              ...player({ currentTime: asked, box: { x: 10, y: 1_000 * asked, width: 320, height: 180 } }),
            },
            { frameId: 7, ...player({ currentTime: 30 + asked, frameUrl: 'http://player.test/embed' }) },
          ]);
        },
        frameBoxes: () =>
          Promise.resolve([
            { url: 'http://player.test/embed', box: { x: 0, y: 50, width: 400, height: 300 } },
          ]),
      }),
    );
    const about = outcome.artifacts
      .filter(({ path }) => path.startsWith('media/still'))
      .map((one) => one.about);
    expect(about).toMatchObject([
      { currentTime: 2, box: { y: 2_000 }, url: 'http://site.test/film.mp4' },
      { url: 'http://player.test/embed', players: [{ currentTime: 33 }], box: { y: 50 } },
    ]);
  });
});
