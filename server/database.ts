import 'reflect-metadata';
import { DataSource, DefaultNamingStrategy } from 'typeorm';
import { allEntities } from '../schema/index.js';
import { snakeCase } from '../schema/kernel/readable.js';

class SnakeCaseNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? snakeCase(propertyName);
  }
}

/** The app's connections: login without ownership, identity set by every unit of work. */
export async function openAppDatabase({
  url,
  poolMax,
  log,
}: {
  readonly url: string;
  readonly poolMax: number;
  readonly log: (error: Error) => void;
}): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities: allEntities(),
    synchronize: false,
    logging: false,
    namingStrategy: new SnakeCaseNaming(),
    applicationName: 'payung',
    poolSize: poolMax,
    connectTimeoutMS: 2000,
    // a connection that PostgreSQL closed while idle must not end the process
    poolErrorHandler: log,
    extra: {
      max: poolMax,
      statement_timeout: 5000,
      idle_in_transaction_session_timeout: 15_000,
      lock_timeout: 3000,
      options: '-c TimeZone=UTC',
    },
  });
  return dataSource.initialize();
}
