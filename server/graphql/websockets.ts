import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyBaseLogger } from 'fastify';
import { CloseCode, handleProtocols, type Server } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { limits } from './limits.js';

/** What the operations of a socket know of its opening. */
export interface Opening {
  readonly request: IncomingMessage;
}

interface Websockets {
  readonly http: HttpServer;
  /** The protocol; what travels on the sockets is its matter. */
  readonly protocol: Server<Opening>;
  readonly log: FastifyBaseLogger;
  /** Sockets that this process holds at once, and of them from one network; whoever asks need not be signed in. */
  readonly most: number;
  readonly mostOfNetwork: number;
  readonly networkOf: (request: IncomingMessage) => string;
}

/** A socket that does not answer within this time is gone. */
const heartbeatMs = 12_000;
/** What a socket that does not answer the farewell gets before it is cut. */
const farewellMs = 1000;

/** Carries graphql-ws at `/graphql`. Errors of a socket end that socket, and nothing is printed past the log. */
export function serveWebsockets({ http, protocol, log, ...sizes }: Websockets): { close(): Promise<void> } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.bodyBytes, handleProtocols });
  const held = new Map<string, number>();
  const hold = (network: string, by: number): void => {
    const count = (held.get(network) ?? 0) + by;
    if (count > 0) held.set(network, count);
    else held.delete(network);
  };
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    const [path] = (request.url ?? '').split('?');
    const network = sizes.networkOf(request);
    const isFull = sockets.clients.size >= sizes.most || (held.get(network) ?? 0) >= sizes.mostOfNetwork;
    if (path !== '/graphql') refuse(socket, '404 Not Found');
    else if (isFull) refuse(socket, '503 Service Unavailable\r\nretry-after: 5');
    else
      sockets.handleUpgrade(request, socket, head, (opened) => {
        hold(network, 1);
        opened.once('close', () => hold(network, -1));
        carry(opened, { request, protocol, log });
      });
  };
  http.on('upgrade', upgrade);
  return {
    close: async () => {
      for (const socket of sockets.clients) socket.close(1001, 'Going away');
      const cut = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, farewellMs);
      await new Promise((resolve) => sockets.close(resolve));
      clearTimeout(cut);
      http.off('upgrade', upgrade);
    },
  };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

function carry(
  socket: WebSocket,
  { request, protocol, log }: Opening & Pick<Websockets, 'protocol' | 'log'>,
): void {
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (data) => sent(socket, data),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (hear) =>
        socket.on('message', (message) => {
          hear(String(message)).catch((error: unknown) => {
            log.warn({ type: error instanceof Error ? error.name : typeof error }, 'websocket failed');
            socket.close(CloseCode.InternalServerError);
          });
        }),
    },
    { request },
  );
  const stopHeartbeat = heartbeat(socket);
  socket.on('error', () => socket.terminate()); // too large, no text, cut: the client's fault or the network's
  socket.once('close', (code, reason) => {
    stopHeartbeat();
    void closed(code, String(reason));
  });
}

function sent(socket: WebSocket, data: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (socket.readyState !== socket.OPEN) return resolve();
    socket.send(data, (error) => (error ? reject(error) : resolve()));
  });
}

function heartbeat(socket: WebSocket): () => void {
  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  const beat = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, heartbeatMs);
  return () => clearInterval(beat);
}
