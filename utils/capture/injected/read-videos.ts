import type { Box } from '../../case/facts.ts';

/** A player in a frame, as it stands. Sizes in CSS pixels; times in seconds. */
export interface VideoState {
  readonly url: string;
  readonly currentTime: number;
  readonly duration: number | null;
  readonly paused: boolean;
  readonly width: number;
  readonly height: number;
  readonly videoWidth: number;
  readonly videoHeight: number;
  /** Its place on the document of its own frame. */
  readonly box: Box;
  /** Address of that document. */
  readonly frameUrl: string;
}

/** The visible videos of a frame. Injected as a function: it may use nothing from outside itself. */
export function readVideos(): VideoState[] {
  return [...document.querySelectorAll('video')].slice(0, 20).flatMap((video) => {
    const { left, top, width, height } = video.getBoundingClientRect();
    if (width < 1 || height < 1) return [];
    return [
      {
        url: String(video.currentSrc).slice(0, 8192),
        currentTime: video.currentTime,
        duration: Number.isFinite(video.duration) ? video.duration : null,
        paused: video.paused,
        width: Math.round(width),
        height: Math.round(height),
        videoWidth: video.videoWidth,
        videoHeight: video.videoHeight,
        box: { x: left + scrollX, y: top + scrollY, width, height },
        frameUrl: location.href.slice(0, 8192),
      },
    ];
  });
}

/** A frame in a page: the address its element names, and where it is. */
export interface FrameBox {
  readonly url: string;
  readonly box: Box;
}

/** The visible frames of a page. Injected as a function: it may use nothing from outside itself. */
export function readFrames(): FrameBox[] {
  return [...document.querySelectorAll<HTMLIFrameElement>('iframe, frame')].slice(0, 50).flatMap((frame) => {
    const { left, top, width, height } = frame.getBoundingClientRect();
    if (width < 1 || height < 1) return [];
    return [
      { url: String(frame.src).slice(0, 8192), box: { x: left + scrollX, y: top + scrollY, width, height } },
    ];
  });
}
