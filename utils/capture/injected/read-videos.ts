/** A player in a frame, as it stands. Sizes in CSS pixels of its own frame's viewport; times in seconds. */
export interface VideoState {
  readonly url: string;
  readonly currentTime: number;
  readonly duration: number | null;
  readonly paused: boolean;
  readonly width: number;
  readonly height: number;
  readonly videoWidth: number;
  readonly videoHeight: number;
}

/** The visible videos of a frame. Injected as a function: it may use nothing from outside itself. */
export function readVideos(): VideoState[] {
  return [...document.querySelectorAll('video')].slice(0, 20).flatMap((video) => {
    const { width, height } = video.getBoundingClientRect();
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
      },
    ];
  });
}
