/** A timestamp authority that stamps for anybody without an account. */
export interface KnownAuthority {
  readonly name: string;
  readonly url: string;
  /** Least time between two requests, as the authority asks for or as courtesy demands. */
  readonly minimumIntervalMs: number;
  /** Name of the bundled root its chain leads to. */
  readonly root: string;
}

/** Between two requests to an authority that does not say. */
export const DEFAULT_INTERVAL_MS = 15_000;

/**
 * Authorities offered in the options, checked 2026-11-21 in their own pages and in what others ask successfully.
 * Sectigo asks for 15 s between requests by scripts; for the others the same is courtesy.
 */
export const KNOWN_AUTHORITIES: readonly KnownAuthority[] = [
  {
    name: 'DigiCert',
    url: 'http://timestamp.digicert.com',
    minimumIntervalMs: DEFAULT_INTERVAL_MS,
    root: 'DigiCert Trusted Root G4',
  },
  {
    name: 'Sectigo',
    url: 'https://timestamp.sectigo.com',
    minimumIntervalMs: DEFAULT_INTERVAL_MS,
    root: 'USERTrust RSA Certification Authority',
  },
  {
    name: 'GlobalSign',
    url: 'http://timestamp.globalsign.com/tsa/r6advanced1',
    minimumIntervalMs: DEFAULT_INTERVAL_MS,
    root: 'GlobalSign Root CA - R6',
  },
  {
    name: 'SSL.com',
    url: 'http://ts.ssl.com',
    minimumIntervalMs: DEFAULT_INTERVAL_MS,
    root: 'SSL.com Root Certification Authority RSA',
  },
  {
    name: 'Certum',
    url: 'http://time.certum.pl',
    minimumIntervalMs: DEFAULT_INTERVAL_MS,
    root: 'Certum Trusted Network CA',
  },
];
