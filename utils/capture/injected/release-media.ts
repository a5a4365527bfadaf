/**
 * Lets go of what players hold, so that a reload asks for it again: Firefox shares a running decoder's bytes with the
 * next player of the same address. Injected as a function, into a page that is about to be loaded anew.
 */
export function releaseMedia(): number {
  const players = document.querySelectorAll<HTMLMediaElement>('video, audio');
  for (const player of players) {
    player.pause();
    for (const source of player.querySelectorAll('source')) source.remove();
    player.removeAttribute('src');
    player.load();
  }
  return players.length;
}
