import net, { type AddressInfo, type Socket } from 'node:net';

export interface CuttingProxy {
  readonly port: number;
  close(): void;
}

/**
 * A way to the program on which connections break: of the answers to `request`, in their order, each is cut off after so
 * many bytes. What is done while it is broken ends before the client hears of the break.
 */
export async function cuttingProxy(
  target: number,
  { request, cuts }: { readonly request: string; readonly cuts: readonly Cut[] },
): Promise<CuttingProxy> {
  const waiting = [...cuts];
  const server = net.createServer((client) => {
    const program = net.connect(target, '127.0.0.1');
    let cut: Cut | undefined;
    let seen = 0;
    client.on('data', (bytes) => {
      if (bytes.includes(request)) [cut, seen] = [waiting.shift(), 0];
      program.write(bytes);
    });
    program.on('data', (bytes: Buffer) => {
      seen += bytes.length;
      if (cut === undefined || seen <= cut.after) {
        client.write(bytes);
        return;
      }
      client.write(bytes.subarray(0, Math.max(0, bytes.length - (seen - cut.after))));
      program.destroy();
      void cut.meanwhile?.().then(() => client.destroy());
      if (cut.meanwhile === undefined) client.destroy();
    });
    endTogether(client, program);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

export interface Cut {
  readonly after: number;
  readonly meanwhile?: () => Promise<unknown>;
}

function endTogether(client: Socket, program: Socket): void {
  client.on('error', () => undefined).on('close', () => program.destroy());
  program.on('error', () => undefined);
}
