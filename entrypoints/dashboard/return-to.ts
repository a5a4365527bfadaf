/** Where a form goes back to when it was opened from a notice's list of lacks. Kept for this window only. */
let place: string | null = null;

/** The next form that is opened goes back to `hash`. */
export function returnTo(hash: string): void {
  place = hash;
}

/** Where to go back to; asking forgets it. */
export function takeReturn(): string | null {
  const taken = place;
  place = null;
  return taken;
}
