import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config.js';
import { EMBEDDED_DATABASE } from '../database-url.js';
import { runningServerUrl } from '../embedded/running.js';
import { embeddedFolders, startEmbeddedPostgres } from '../embedded-postgres.js';
import { bilingual, StartupError } from '../startup-error.js';
import { say } from './operator.js';

/**
 * Runs `work` with the login that owns the database. The program may be running: then its PostgreSQL is used, otherwise
 * one is started for the moment.
 * @throws StartupError when there is no database, or its owner is not known.
 */
export async function withOwner<Result>(
  config: Config,
  work: (ownerUrl: string) => Promise<Result>,
): Promise<Result> {
  if (config.databaseUrl === null) return withEmbedded(config, work);
  if (config.ownerDatabaseUrl !== null) return work(config.ownerDatabaseUrl);
  throw new StartupError(
    bilingual({
      id: 'DATABASE_OWNER_URL belum diisi: perintah ini memakai login pemilik basis data',
      en: 'DATABASE_OWNER_URL is not set: this command uses the login that owns the database',
    }),
  );
}

async function withEmbedded<Result>(
  { dataDirectory }: Config,
  work: (ownerUrl: string) => Promise<Result>,
): Promise<Result> {
  const running = runningDatabaseUrl(dataDirectory);
  if (running !== null) return work(running);
  const directory = path.join(dataDirectory, 'postgres');
  if (!embeddedFolders(directory).some((folder) => existsSync(path.join(folder, 'pgdata'))))
    throw neverStarted(directory);
  const postgres = await startEmbeddedPostgres({ directory, isFast: false, log: say });
  try {
    return await work(postgres.superUserUrl(EMBEDDED_DATABASE));
  } finally {
    await postgres.stop();
  }
}

/** Address of the superuser at the PostgreSQL of a program that runs on the data folder; null: none runs. */
export function runningDatabaseUrl(dataDirectory: string): string | null {
  for (const directory of embeddedFolders(path.join(dataDirectory, 'postgres'))) {
    const url = runningServerUrl({ directory, database: EMBEDDED_DATABASE });
    if (url !== null) return url;
  }
  return null;
}

function neverStarted(directory: string): StartupError {
  return new StartupError(
    bilingual({
      id: `Belum ada basis data di ${directory}; jalankan "npm start" sekali terlebih dahulu`,
      en: `There is no database in ${directory} yet; run "npm start" once first`,
    }),
  );
}
