import type { CdpPort } from '../../../utils/capture/recorder/cdp-events.ts';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** A page's debugger with all its sessions on one connection, as `chrome.debugger` gives it to an extension. */
export interface CdpClient extends CdpPort {
  onEvent: (method: string, parameters: unknown, sessionId?: string) => void;
  close(): void;
}

/** Connects to the debugger of a page. `browserEndpoint`: `ws://host:port/devtools/browser/…`. */
export async function connectToPage(browserEndpoint: string, targetId: string): Promise<CdpClient> {
  const { host } = new URL(browserEndpoint);
  const socket = new WebSocket(`ws://${host}/devtools/page/${targetId}`);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  const client: CdpClient = {
    onEvent: () => undefined,
    close: () => socket.close(),
    send(method, params = {}, sessionId) {
      last += 1;
      const id = last;
      socket.send(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }));
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    },
  };
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    const call = message.id === undefined ? undefined : waiting.get(message.id);
    if (call && message.id !== undefined) {
      waiting.delete(message.id);
      if (message.error) call.reject(new Error(message.error.message));
      else call.resolve(message.result);
    } else if (message.method) client.onEvent(message.method, message.params, message.sessionId);
  });
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('connection closed'));
    waiting.clear();
  });
  return client;
}
