import { EventEmitter, on } from 'node:events';
import type { FastifyBaseLogger } from 'fastify';
import pg from 'pg';
import { type Change, type ChangeFeed, parseChange } from '../schema/kernel/changes.js';

const retryAfterMs = 2000;

/** Hears what `app.announce` tells, on a connection of its own that comes back after the database was away. */
export class PostgresChanges implements ChangeFeed {
  readonly #emitter = new EventEmitter().setMaxListeners(0);
  #client: pg.Client | null = null;
  #retry: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(
    private readonly url: string,
    private readonly log: FastifyBaseLogger,
  ) {}

  async listen(): Promise<void> {
    if (this.#isClosed) return;
    const client = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: 2000,
      // a listener sends nothing by itself: without this it would not notice a network that is gone
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      application_name: 'payung listener',
    });
    client.on('notification', ({ payload }) => this.#hear(payload ?? ''));
    client.on('error', () => this.#again(client));
    client.on('end', () => this.#again(client));
    try {
      await client.connect();
      const { rows } = await client.query<{ name: string }>('select c.name from change_channel c');
      await client.query(`listen ${rows.map(({ name }) => pg.escapeIdentifier(name)).join()}`);
    } catch {
      return this.#again(client);
    }
    this.#client = client;
    if (this.#isClosed) await this.close();
  }

  async *since(signal: AbortSignal): AsyncGenerator<Change> {
    try {
      for await (const [change] of on(this.#emitter, 'change', { signal })) yield change as Change;
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#retry) clearTimeout(this.#retry);
    const client = this.#client;
    this.#client = null;
    await client?.end();
  }

  /** Subscribers at this moment; a metric. */
  get listeners(): number {
    return this.#emitter.listenerCount('change');
  }

  #hear(payload: string): void {
    const change = parseChange(payload);
    if (change) this.#emitter.emit('change', change);
  }

  #again(client: pg.Client): void {
    client.removeAllListeners();
    client.on('error', () => undefined); // the same loss may be reported twice
    void client.end().catch(() => undefined); // it may be gone, or connected and unable to listen
    this.#client = null;
    if (this.#isClosed || this.#retry) return;
    this.log.warn('change notices are interrupted; listening again shortly');
    this.#retry = setTimeout(() => {
      this.#retry = null;
      void this.listen();
    }, retryAfterMs);
  }
}
