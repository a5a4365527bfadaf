/**
 * The parts of Firefox's `webRequest` that the recorder reads. Structure is the browser's own and is trusted; texts
 * inside come from servers and are only ever carried as texts.
 */
export interface FirefoxDetails {
  readonly requestId: string;
  readonly url: string;
  readonly method: string;
  readonly type: string;
  readonly frameId: number;
  readonly documentUrl?: string;
  /** Milliseconds since the epoch. */
  readonly timeStamp: number;
  readonly ip?: string | null;
  /** Where the request went through a proxy; `ip` is then the proxy's. */
  readonly proxyInfo?: { readonly type?: string } | null;
  readonly fromCache?: boolean;
  readonly statusCode?: number;
  readonly statusLine?: string;
  readonly requestHeaders?: readonly FirefoxHeader[];
  readonly responseHeaders?: readonly FirefoxHeader[];
  readonly error?: string;
}

export interface FirefoxHeader {
  readonly name: string;
  readonly value?: string;
  /** Where the value is not UTF-8. */
  readonly binaryValue?: readonly number[];
}

/** `webRequest.StreamFilter`: bytes on their way to the page. What is not written does not reach it. */
export interface StreamFilterPort {
  onstart: (() => void) | null;
  ondata: ((event: { readonly data: ArrayBuffer }) => void) | null;
  onstop: (() => void) | null;
  onerror: (() => void) | null;
  readonly error: string;
  write(data: ArrayBuffer): void;
  /** Ends the response. */
  close(): void;
  /** Lets the rest pass by itself. */
  disconnect(): void;
}

/** What `webRequest.getSecurityInfo` answers in a blocking listener. */
export interface FirefoxSecurityInfo {
  readonly state: string;
  readonly protocolVersion?: string;
  readonly cipherSuite?: string;
  readonly keaGroupName?: string;
  readonly certificates: readonly {
    readonly subject: string;
    readonly issuer: string;
    /** Milliseconds since the epoch. */
    readonly validity: { readonly start: number; readonly end: number };
    readonly rawDER?: readonly number[];
  }[];
}
