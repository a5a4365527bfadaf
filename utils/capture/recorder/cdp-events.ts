/**
 * The parts of the Chrome DevTools Protocol that the recorder reads. Structure is the browser's own and is trusted;
 * texts inside come from servers and are only ever carried as texts.
 * https://chromedevtools.github.io/devtools-protocol/tot/Network/
 */

/** A name, and a value in which repeated headers are joined by line breaks. */
export type CdpHeaders = Readonly<Record<string, string>>;

export interface CdpSecurityDetails {
  readonly protocol: string;
  readonly keyExchange: string;
  readonly keyExchangeGroup?: string;
  readonly cipher: string;
  readonly subjectName: string;
  readonly sanList: readonly string[];
  readonly issuer: string;
  /** Seconds since the epoch. */
  readonly validFrom: number;
  readonly validTo: number;
}

export interface CdpResponse {
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: CdpHeaders;
  readonly mimeType: string;
  readonly remoteIPAddress?: string;
  readonly remotePort?: number;
  readonly fromDiskCache?: boolean;
  readonly fromServiceWorker?: boolean;
  readonly fromPrefetchCache?: boolean;
  readonly protocol?: string;
  readonly securityState?: string;
  readonly securityDetails?: CdpSecurityDetails;
}

/** Events by name, with the fields that are read. */
export interface CdpEvents {
  'Network.requestWillBeSent': {
    readonly requestId: string;
    readonly documentURL: string;
    readonly request: { readonly url: string; readonly method: string; readonly headers: CdpHeaders };
    /** Seconds of a monotonic clock. */
    readonly timestamp: number;
    /** Seconds since the epoch. */
    readonly wallTime: number;
    readonly redirectHasExtraInfo?: boolean;
    readonly redirectResponse?: CdpResponse;
    readonly type?: string;
    readonly frameId?: string;
  };
  'Network.requestWillBeSentExtraInfo': { readonly requestId: string; readonly headers: CdpHeaders };
  'Network.responseReceived': {
    readonly requestId: string;
    readonly timestamp: number;
    readonly type: string;
    readonly response: CdpResponse;
    readonly hasExtraInfo?: boolean;
    readonly frameId?: string;
  };
  'Network.responseReceivedExtraInfo': {
    readonly requestId: string;
    readonly headers: CdpHeaders;
    readonly statusCode: number;
    readonly headersText?: string;
  };
  'Network.dataReceived': { readonly requestId: string; readonly dataLength: number; readonly data?: string };
  'Network.loadingFinished': { readonly requestId: string; readonly timestamp: number };
  'Network.loadingFailed': {
    readonly requestId: string;
    readonly timestamp: number;
    readonly errorText: string;
    readonly canceled?: boolean;
    readonly blockedReason?: string;
  };
  'Network.requestServedFromCache': { readonly requestId: string };
  'Fetch.requestPaused': {
    readonly requestId: string;
    readonly networkId?: string;
    /** Present where the head of the response has come; absent before the request is sent. */
    readonly responseStatusCode?: number;
  };
  'Target.attachedToTarget': {
    readonly sessionId: string;
    /** The id of a frame's target is the frame's own. */
    readonly targetInfo: { readonly targetId: string; readonly type: string };
    readonly waitingForDebugger: boolean;
  };
}

/** A way to the browser's debugger. `sessionId` names a frame or worker of its own process; absent: the tab. */
export interface CdpPort {
  send(method: string, parameters?: Readonly<Record<string, unknown>>, sessionId?: string): Promise<unknown>;
}
