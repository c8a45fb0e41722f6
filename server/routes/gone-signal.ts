import type { FastifyReply } from 'fastify';

/** Fires when the reader hangs up before the whole answer has left. */
export function goneSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.on('close', () => {
    if (!raw.writableFinished) gone.abort();
  });
  return gone.signal;
}
