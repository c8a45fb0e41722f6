import 'reflect-metadata';
import pg from 'pg';
import { DataSource, DefaultNamingStrategy } from 'typeorm';
import { allEntities } from '../schema/index.js';
import { snakeCase } from '../schema/kernel/readable.js';
import { PreparingClient } from './preparing-client.js';
import { sqlServer } from './sql/sql-server.js';

class SnakeCaseNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? snakeCase(propertyName);
  }
}

/** Connections kept apart for signing in and health, so that neither waits behind the work of others. */
const reserved = 2;

interface DatabaseOptions {
  readonly url: string;
  /** Connections of this process in all. */
  readonly poolMax: number;
  readonly log: (error: Error) => void;
}

/** Limits that PostgreSQL itself keeps; `query_timeout` ends the wait for one that does not answer at all. */
const settings = {
  statement_timeout: 5000,
  query_timeout: 10_000,
  idle_in_transaction_session_timeout: 15_000,
  lock_timeout: 3000,
  connectionTimeoutMillis: 2000,
  keepAlive: true,
  options: '-c TimeZone=UTC',
};

/** The app's connections: login without ownership, identity set by every unit of work. */
export async function openAppDatabase({ url, poolMax, log }: DatabaseOptions): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities: allEntities(),
    synchronize: false,
    logging: false,
    namingStrategy: new SnakeCaseNaming(),
    applicationName: 'payung',
    poolErrorHandler: log,
    extra: { ...settings, Client: PreparingClient, max: Math.max(1, poolMax - reserved) },
  });
  await dataSource.initialize();
  outliveLostConnections(poolOf(dataSource));
  return dataSource;
}

/** The reserved connections: who is it, may they sign in, is the database there. */
export function openDoorPool({ url, log }: Omit<DatabaseOptions, 'poolMax'>): pg.Pool {
  return openPool({ connectionString: url, application_name: 'payung door', max: reserved }, log);
}

/** The app's own connection to where people ask in SQL, when that is another server, such as a replica. */
export function openSqlPool({
  url,
  sqlUrl,
  log,
}: Omit<DatabaseOptions, 'poolMax'> & { readonly sqlUrl: string }): pg.Pool {
  const { username, password } = new URL(url);
  const own = { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  const server = sqlServer(new URL(sqlUrl));
  return openPool({ ...server, ...own, application_name: 'payung watch', max: 1 }, log);
}

function openPool(config: pg.PoolConfig, log: DatabaseOptions['log']): pg.Pool {
  const pool = new pg.Pool({ ...settings, query_timeout: 3000, ...config });
  pool.on('error', log);
  outliveLostConnections(pool);
  return pool;
}

export function poolOf(dataSource: DataSource): pg.Pool {
  return (dataSource.driver as unknown as { master: pg.Pool }).master;
}

/** A connection lost while in use reports it twice: to its statement, and as an event that would end the process. */
function outliveLostConnections(pool: pg.Pool): void {
  const heard = new WeakSet<pg.PoolClient>();
  // not at 'connect': the first connection is made by TypeORM before anybody listens to its pool
  pool.on('acquire', (client) => {
    if (!heard.has(client)) client.on('error', () => undefined);
    heard.add(client);
  });
}
