import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const PLAYER = fileURLToPath(new URL('../../../node_modules/replaywebpage/', import.meta.url));
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

/** ReplayWeb.page as its npm package has it, and archives beside it, on loopback. */
export interface ReplayServer {
  readonly origin: string;
  /** Offers an archive at `/<name>`. */
  offer(name: string, bytes: Uint8Array): void;
  close(): void;
}

/** Starts the player. */
export async function startReplay(): Promise<ReplayServer> {
  const archives = new Map<string, Uint8Array>();
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const archive = archives.get(path.slice(1));
    if (archive) {
      const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '');
      const [start, end] = rangeOf(range, archive.length);
      const part = archive.subarray(start, end + 1);
      response.writeHead(range ? 206 : 200, {
        'content-type': 'application/wacz',
        'content-length': part.length,
        'accept-ranges': 'bytes',
        ...(range ? { 'content-range': `bytes ${start}-${end}/${archive.length}` } : {}),
      });
      response.end(request.method === 'HEAD' ? undefined : part);
      return;
    }
    const file = join(PLAYER, normalize(path === '/' ? '/index.html' : path));
    if (!file.startsWith(PLAYER) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404);
      response.end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    offer: (name, bytes) => void archives.set(name, bytes),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function rangeOf(match: RegExpExecArray | null, size: number): [number, number] {
  if (!match) return [0, size - 1];
  if (match[1] === '') return [Math.max(0, size - Number(match[2])), size - 1];
  return [Number(match[1]), match[2] === '' ? size - 1 : Math.min(size - 1, Number(match[2]))];
}
