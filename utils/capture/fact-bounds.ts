/** Bounds of what the probe may return; the probe cuts at the same numbers, and this makes sure. */
export const FACT_BOUNDS = {
  resources: 20_000,
  url: 8_192,
  title: 10_000,
  short: 2_000,
  text: 2_000_000,
  meta: 500,
  jsonLd: 50,
  jsonLdText: 200_000,
} as const;
