/** Title of a case nobody named: the site and the day (UTC), which is how people look for it. */
export function caseTitleFor(url: string, now: Date): string {
  const host = URL.canParse(url) ? new URL(url).host : '';
  return [host, now.toISOString().slice(0, 10)].filter(Boolean).join(' · ');
}
