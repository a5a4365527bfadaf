import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { NetworkLog, NetworkRequest } from '../../../utils/case/network.ts';
import { parseDash } from '../../../utils/capture/media/dash.ts';
import { parseHls } from '../../../utils/capture/media/hls.ts';
import { findMedia, parseManifest, redactMedia } from '../../../utils/capture/media.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/site/media/${name}`, import.meta.url), 'utf8');
const BASE = 'https://media.example/films/master.m3u8?token=1';

describe('HLS', () => {
  it('reads the playlists of the sample site', () => {
    const master = parseHls(fixture('master.m3u8'), BASE);
    expect(master?.variants.map(({ url, height }) => [url, height])).toEqual([
      ['https://media.example/films/360p.m3u8', 360],
      ['https://media.example/films/180p.m3u8', 180],
    ]);
    expect(master).toMatchObject({ live: null, segments: [], segmentCount: null });
    const film = parseHls(fixture('360p.m3u8'), 'https://media.example/films/360p.m3u8');
    expect(film).toMatchObject({ live: false, segmentCount: 3, protection: [], truncated: false });
    expect(film?.segments).toHaveLength(4);
    expect(film?.segments[0]).toBe('https://media.example/films/360p-init.mp4');
  });

  it('reads renditions, keys, quoted commas, other hosts and Windows lines', () => {
    const text = [
      '\uFEFF#EXTM3U',
      '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="Director, cut",LANGUAGE="en",URI="//audio.example/en.m3u8"',
      '#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,NAME="x"',
      '#EXT-X-STREAM-INF:BANDWIDTH=1280000,CODECS="avc1.4d401f,mp4a.40.2",RESOLUTION=1280x720',
      '/hi.m3u8',
      '#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=10,URI="i.m3u8"',
      '#EXT-X-KEY:METHOD=AES-128,URI="https://keys.example/k?id=1",IV=0x0',
      '#EXTINF:9.5,',
      'seg-1.png',
      '#EXTINF:4.25,title, with comma',
      'javascript:alert(1)',
      '# a comment',
    ].join('\r\n');
    const playlist = parseHls(text, BASE);
    expect(playlist?.variants).toEqual([
      { kind: 'audio', url: 'https://audio.example/en.m3u8', name: 'Director, cut', language: 'en' },
      {
        kind: 'variant',
        url: 'https://media.example/hi.m3u8',
        bandwidth: 1_280_000,
        width: 1280,
        height: 720,
        codecs: 'avc1.4d401f,mp4a.40.2',
      },
      { kind: 'trick-play', url: 'https://media.example/films/i.m3u8', bandwidth: 10 },
    ]);
    expect(playlist).toMatchObject({
      live: true,
      durationSeconds: 13.75,
      segmentCount: 2,
      segments: ['https://media.example/films/seg-1.png'],
      protection: [{ method: 'AES-128', url: 'https://keys.example/k?id=1' }],
    });
  });

  it('is bounded in what it keeps, and in time by the time-out of a test', () => {
    const many = `#EXTM3U\n${Array.from({ length: 6000 }, (_, index) => `s${index}.ts`).join('\n')}`;
    expect(parseHls(many, BASE)).toMatchObject({ segmentCount: 6000, truncated: true });
    expect(parseHls(many, BASE)?.segments).toHaveLength(5000);
    parseHls(`#EXTM3U\n#EXT-X-MEDIA:${'A'.repeat(3_000_000)}\n#EXT-X-MEDIA:${'A'.repeat(16_000)}`, BASE);
    expect(parseHls('<html>', BASE)).toBe(null);
  });
});

describe('DASH', () => {
  const url = 'https://v.example/a/manifest.mpd';

  it('reads templates, base addresses, protection and languages', () => {
    const manifest = parseDash(
      `<?xml version="1.0"?><!-- <MPD> --><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static"
        mediaPresentationDuration="PT1H2M3.5S"><BaseURL>https://cdn.example/x/</BaseURL>
      <Period><AdaptationSet mimeType="video/mp4"><cenc:ContentProtection schemeIdUri="urn:uuid:edef" value="Widevine"/>
        <SegmentTemplate initialization="$RepresentationID$/init.mp4" media="$RepresentationID$/$Number%05d$.m4s?a=1&amp;b=2" startNumber="7"/>
        <Representation id="v1" bandwidth="800000" width="640" height="360" codecs="avc1"/>
        <Representation id="v2" bandwidth="1600000"></Representation>
      </AdaptationSet>
      <AdaptationSet contentType="audio" lang="ja"><Representation id="a"><BaseURL>sound.m4a</BaseURL></Representation></AdaptationSet>
      <AdaptationSet><Representation id="l"><SegmentList><Initialization sourceURL="i.mp4"/><SegmentURL media="1.m4s"/><SegmentURL media="2.m4s"/></SegmentList></Representation></AdaptationSet>
      </Period></MPD>`,
      url,
    );
    expect(manifest).toMatchObject({ live: false, durationSeconds: 3723.5, truncated: false });
    expect(manifest?.variants).toEqual([
      { kind: 'variant', url: null, bandwidth: 800_000, width: 640, height: 360, codecs: 'avc1', name: 'v1' },
      { kind: 'variant', url: null, bandwidth: 1_600_000, name: 'v2' },
      { kind: 'audio', url: 'https://cdn.example/x/sound.m4a', name: 'a', language: 'ja' },
      { kind: 'variant', url: 'https://cdn.example/x/', name: 'l' },
    ]);
    expect(manifest?.segments).toEqual([
      'https://cdn.example/x/v1/init.mp4',
      'https://cdn.example/x/v1/00007.m4s?a=1&b=2',
      'https://cdn.example/x/v2/init.mp4',
      'https://cdn.example/x/v2/00007.m4s?a=1&b=2',
      'https://cdn.example/x/i.mp4',
      'https://cdn.example/x/1.m4s',
      'https://cdn.example/x/2.m4s',
    ]);
    expect(manifest?.protection).toEqual([{ method: 'Widevine' }]);
  });

  it('withstands what is not well formed, in time that grows with the length only', () => {
    const attacks = ['<', '<a ', '<!--', '<![CDATA[', '<a "', "<a b='", '</', '&#x', '<Period>', '<a b=c '];
    for (const attack of attacks) {
      parseDash(`<MPD>${attack.repeat(300_000)}`, url);
    }
    const entities = '<!DOCTYPE MPD [<!ENTITY a "b">]><MPD><BaseURL>&a;&#0;</BaseURL></MPD>';
    expect(parseDash(entities, url)?.segments).toEqual([]);
    expect(parseDash('#EXTM3U', url)).toBe(null);
    expect(parseManifest('nothing', url)).toBe(null);
  });
});

function requestOf(url: string, overrides: Partial<NetworkRequest> = {}): NetworkRequest {
  return {
    url,
    method: 'GET',
    type: 'xmlhttprequest',
    frameId: 0,
    parentFrameId: -1,
    status: 200,
    ip: '192.0.2.1',
    fromCache: false,
    startedAt: '2026-11-21T10:00:00.000Z',
    bytes: 500_000,
    ...overrides,
  };
}

function logOf(requests: readonly NetworkRequest[]): NetworkLog {
  const main = { url: 'https://pirate.example/film', status: 200, ip: '192.0.2.9', fromCache: false };
  return {
    schema: 'prima-facie/network-log/1',
    tabId: 1,
    hops: [],
    mainResponse: { ...main, statusLine: 'HTTP/1.1 200 OK', headers: [], at: '2026-11-21T10:00:00.000Z' },
    requests,
    dropped: 0,
  };
}

describe('media hosts', () => {
  const inner = { frameId: 8, parentFrameId: 5 };
  const film = logOf([
    requestOf('https://player.example/e', { type: 'sub_frame', frameId: 5, parentFrameId: 0, bytes: 900 }),
    requestOf('https://deep.example/e', { type: 'sub_frame', frameId: 8, parentFrameId: 5, bytes: 900 }),
    requestOf('https://pirate.example/logo.png', { type: 'image', mediaType: 'image/png' }),
    requestOf('https://list.example/m.m3u8', { ...inner, mediaType: 'application/x-mpegURL', bytes: 300 }),
    requestOf('https://seg.example/1.ts', { ...inner, mediaType: 'video/mp2t', ip: '192.0.2.2' }),
    requestOf('https://seg.example/2.ts', { ...inner, mediaType: 'video/mp2t', ip: '192.0.2.2' }),
    requestOf('https://seg.example/3.ts', {
      ...inner,
      mediaType: 'video/mp2t',
      ip: '192.0.2.3',
      bytes: null,
    }),
    requestOf('https://files.example/t.mp4', {
      type: 'media',
      status: 206,
      mediaType: 'video/mp4',
      bytes: 9_000_000,
    }),
  ]);

  it('are ranked by what they serve, with address and frames', () => {
    const { hosts } = findMedia(film);
    expect(hosts.map(({ host, ip, requests, bytes }) => [host, ip, requests, bytes])).toEqual([
      ['seg.example', '192.0.2.2', 2, 1_000_000],
      ['seg.example', '192.0.2.3', 1, null],
      ['files.example', '192.0.2.1', 1, 9_000_000],
      ['list.example', '192.0.2.1', 1, 300],
    ]);
    const frames = ['https://pirate.example/film', 'https://player.example/e', 'https://deep.example/e'];
    expect(hosts[0]?.frames).toEqual(frames);
    expect(hosts[2]?.frames).toEqual(['https://pirate.example/film']);
    expect(hosts[2]?.why).toEqual([
      'served 1 audio or video file(s)',
      'answered 1 time(s) with a part of a file',
    ]);
  });

  it('are found behind pictures that a manifest names as segments', () => {
    const texts = new Map([
      [
        'https://list.example/m.m3u8',
        '#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI="https://k.example/key"\n#EXTINF:4,\nhttps://img.example/a.png\n#EXTINF:4,\nhttps://spare.example/b.png',
      ],
      ['https://list.example/none', 'not a manifest'],
    ]);
    const log = logOf([
      requestOf('https://img.example/a.png', { mediaType: 'image/png' }),
      requestOf('https://k.example/key', { mediaType: 'application/octet-stream', bytes: 16 }),
    ]);
    const { hosts, manifests, namedOnly } = findMedia(log, texts);
    expect(hosts.map(({ host, parts }) => [host, parts])).toEqual([
      ['img.example', { disguised: 1 }],
      ['k.example', { key: 1 }],
    ]);
    expect(manifests).toHaveLength(1);
    expect(namedOnly).toEqual(['spare.example']);
  });

  it('are found without a manifest, where a script loads many large pictures; a reader of pictures is none', () => {
    const six = (type: string, mediaType: string, bytes: number) =>
      findMedia(
        logOf(
          Array.from({ length: 6 }, (_, index) =>
            requestOf(`https://img.example/x/${index}.css`, { type, mediaType, bytes }),
          ),
        ),
      ).hosts;
    expect(six('xmlhttprequest', 'text/css', 800_000)).toMatchObject([
      { host: 'img.example', parts: { disguised: 6 } },
    ]);
    expect(six('image', 'image/png', 800_000)).toEqual([]);
    expect(six('xmlhttprequest', 'text/css', 2000)).toEqual([]);
  });

  it('are written down without their secrets', () => {
    const playlist = '#EXTM3U\n#EXTINF:4,\nhttps://seg.example/1.ts?Policy=abcdefgh1234567890&e=1';
    const log = logOf([requestOf('https://list.example/m.m3u8?token=hunter2&v=3', { bytes: 10 })]);
    const found = findMedia(log, new Map([['https://list.example/m.m3u8?token=hunter2&v=3', playlist]]));
    const { value, omitted } = redactMedia(found);
    expect(JSON.stringify(found)).toContain('hunter2');
    expect(JSON.stringify(value)).not.toMatch(/hunter2|abcdefgh1234567890/);
    expect(value.hosts[0]?.urls).toEqual(['https://list.example/m.m3u8?token=(omitted)&v=3']);
    expect(omitted.map(({ name }) => name)).toContain('token');
  });

  it('of a frame that was there before the log are named by what the frame says of itself', () => {
    const early = { frameId: 3, parentFrameId: 0, initiator: 'https://player.example/e' };
    const { hosts } = findMedia(logOf([requestOf('https://seg.example/1.m4s', early)]));
    expect(hosts[0]?.frames).toEqual(['https://pirate.example/film', 'https://player.example/e']);
  });
});
