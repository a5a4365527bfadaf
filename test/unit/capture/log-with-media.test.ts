import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageResource } from '../../../utils/case/facts.ts';
import type { NetworkLog, NetworkRequest } from '../../../utils/case/network.ts';
import { logWithMedia } from '../../../utils/capture/log-with-media.ts';

const FILM = 'https://cdn.media.test/film.mp4';

const request = (change: Partial<NetworkRequest>): NetworkRequest => ({
  url: FILM,
  method: 'GET',
  type: 'media',
  frameId: 0,
  parentFrameId: -1,
  status: 206,
  ip: '127.0.0.12',
  fromCache: false,
  startedAt: '2026-01-01T00:00:00.000Z',
  bytes: null,
  ...change,
});

/** A tab whose log shows the film's request from the read with this number on. */
function tabThatPlays(fromRead: number, film = request({})) {
  let reads = 0;
  return {
    reads: () => reads,
    networkLog: () => {
      reads += 1;
      return Promise.resolve({ requests: reads >= fromRead ? [film] : [] } as unknown as NetworkLog);
    },
  };
}

const facts = (...resources: Partial<PageResource>[]) => ({
  resources: resources.map((one) => ({ kind: 'video', url: FILM, box: null, ...one }) as PageResource),
});

describe('the network log with the page’s media', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const read = async (tab: ReturnType<typeof tabThatPlays>, page?: ReturnType<typeof facts>) => {
    const log = logWithMedia(tab, page, new AbortController().signal);
    await vi.runAllTimersAsync();
    return log;
  };

  it('waits until the host a player names has answered', async () => {
    const tab = tabThatPlays(4);
    expect((await read(tab, facts({}))).requests).toHaveLength(1);
    expect(tab.reads()).toBe(4);
  });

  it('takes a request that failed for an answer', async () => {
    const tab = tabThatPlays(2, request({ status: 0, ip: null, error: 'net::ERR_FAILED' }));
    await read(tab, facts({}));
    expect(tab.reads()).toBe(2);
  });

  it('does not wait for ever for a player that waits for a click', async () => {
    const tab = tabThatPlays(Infinity);
    expect((await read(tab, facts({}))).requests).toEqual([]);
    expect(tab.reads()).toBe(21);
  });

  it.each([
    ['nothing is played', facts()],
    ['the facts are missing', undefined],
    ['a picture has sources', facts({ kind: 'source', url: 'https://cdn.media.test/a.webp' })],
    ['the player plays what a script made', facts({ url: 'blob:https://x.test/1' })],
  ])('reads once where %s', async (_, page) => {
    const tab = tabThatPlays(Infinity);
    await read(tab, page);
    expect(tab.reads()).toBe(1);
  });

  it('ends when the capture is cancelled', async () => {
    const tab = tabThatPlays(Infinity);
    await logWithMedia(tab, facts({}), AbortSignal.abort());
    expect(tab.reads()).toBe(1);
  });
});
