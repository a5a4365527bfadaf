/** HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), the parts written here. `-1` means 'not known'. */
export interface HarNameValue {
  readonly name: string;
  readonly value: string;
  readonly comment?: string;
}

export interface HarRequest {
  readonly method: string;
  readonly url: string;
  /** The address as the browser has it, where `url` had to be encoded further. */
  readonly _url?: string;
  readonly httpVersion: string;
  readonly cookies: readonly HarNameValue[];
  readonly headers: readonly HarNameValue[];
  readonly queryString: readonly HarNameValue[];
  readonly headersSize: number;
  /** Bytes. */
  readonly bodySize: number;
  readonly comment?: string;
}

export interface HarResponse {
  readonly status: number;
  readonly statusText: string;
  readonly httpVersion: string;
  readonly cookies: readonly HarNameValue[];
  readonly headers: readonly HarNameValue[];
  readonly content: {
    readonly size: number;
    readonly mimeType: string;
    readonly comment?: string;
    /** Digest of the kept body, which is an artifact or a record of the WACZ. */
    readonly _sha256?: string;
  };
  readonly redirectURL: string;
  readonly headersSize: number;
  readonly bodySize: number;
  /** The browser's error text for a request that failed. */
  readonly _error?: string;
  readonly comment?: string;
}

export interface HarEntry {
  readonly pageref: string;
  readonly startedDateTime: string;
  /** Milliseconds. */
  readonly time: number;
  readonly request: HarRequest;
  readonly response: HarResponse;
  readonly cache: Record<string, never>;
  readonly timings: { readonly send: number; readonly wait: number; readonly receive: number };
  readonly serverIPAddress?: string;
  readonly connection?: string;
  readonly comment?: string;
  readonly _fromCache?: string;
  readonly _resourceType?: string;
  readonly _initiator?: { readonly type: string; readonly url: string };
  readonly _protocol?: string;
  readonly _securityDetails?: Readonly<Record<string, unknown>>;
}

export interface Har {
  readonly log: {
    readonly version: '1.2';
    readonly creator: { readonly name: string; readonly version: string };
    readonly browser?: { readonly name: string; readonly version: string };
    readonly pages: readonly {
      readonly startedDateTime: string;
      readonly id: string;
      readonly title: string;
      readonly pageTimings: Record<string, never>;
    }[];
    readonly entries: readonly HarEntry[];
    readonly comment: string;
    /** Secrets that were left out: where, name, and how often. */
    readonly _secretsOmitted: readonly {
      readonly where: string;
      readonly name: string;
      readonly count: number;
    }[];
    /** Requests that were counted and not kept. */
    readonly _requestsDropped: number;
  };
}
