import type { FastifyPluginAsync } from 'fastify';
import type { Pool } from 'pg';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { PostgresChanges } from '../changes.js';

interface Measured {
  /** The reserved connections; they answer while all others are at work. */
  readonly pool: Pool;
  readonly workPool: Pool;
  readonly changes: PostgresChanges;
}

/** Liveness, readiness (false while the database is away) and metrics without personal data. */
export const healthRoutes: FastifyPluginAsync<Measured> = async (http, { pool, workPool, changes }) => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'payung_http_request_seconds',
    help: 'Time to answer a request, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
    registers: [registry],
  });
  new Gauge({
    name: 'payung_database_connections',
    help: 'Connections of the pool, by use.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'open' }, workPool.totalCount);
      this.set({ state: 'idle' }, workPool.idleCount);
      this.set({ state: 'waiting' }, workPool.waitingCount);
    },
  });
  new Gauge({
    name: 'payung_subscriptions',
    help: 'Subscriptions that wait for changes.',
    registers: [registry],
    collect() {
      this.set(changes.listeners);
    },
  });
  // on the root instance, so that the routes of every door are measured
  http.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });
  http.get('/healthz', async () => ({ status: 'ok' }));
  http.get('/readyz', async (_request, reply) => {
    if (await answers(pool)) return { status: 'ready' };
    return reply.status(503).header('retry-after', '2').send({ status: 'database unavailable' });
  });
  http.get('/metrics', async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
};
// not encapsulated: the response hook has to see all routes
Object.assign(healthRoutes, { [Symbol.for('skip-override')]: true });

async function answers(pool: Pool): Promise<boolean> {
  try {
    await pool.query('select 1');
    return true;
  } catch {
    return false; // whatever it is, the answer to the question is no
  }
}
