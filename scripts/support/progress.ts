/** Writes one line of progress to standard error; standard output is kept for answers. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Seconds with one decimal, for people. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** Runs a stage of work, with a line before and a line after that says how long it took. */
export async function stage<T>(label: string, work: () => Promise<T>): Promise<T> {
  say(`${label} …`);
  const began = performance.now();
  const value = await work();
  say(`${label}: done in ${seconds(performance.now() - began)}`);
  return value;
}
