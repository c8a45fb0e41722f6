import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What every measured server is started with. */
export interface ServerSetup {
  readonly databaseUrl: string;
  /** Connections for the work itself. */
  readonly connections: number;
}

/** What a server has used since it started. */
export interface Usage {
  readonly cpuMs: number;
  readonly memoryMb: number;
}

/** The setup that the parent process passed on. */
export function serverSetup(): ServerSetup {
  const setup: ServerSetup = JSON.parse(process.argv[2] ?? '{}');
  return setup;
}

/** Tells the parent where the server listens, then how much it has used whenever the parent asks. */
export function reportToParent(port: number): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    const usage: Usage = {
      cpuMs: (user + system) / 1000,
      memoryMb: Math.round(process.memoryUsage().rss / 1024 / 1024),
    };
    process.send?.(usage);
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ port });
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server of Node's own on a free port. */
export async function listenBare(handler: Handler): Promise<void> {
  const server: Server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  reportToParent(port);
}
