import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config.js';
import { runningServerUrl } from '../embedded/running.js';
import { embeddedFolders, startEmbeddedPostgres } from '../embedded-postgres.js';
import { bilingual, StartupError } from '../startup-error.js';

const databaseName = 'payung';

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
  const directory = path.join(dataDirectory, 'postgres');
  const folders = embeddedFolders(directory);
  for (const folder of folders) {
    const url = runningServerUrl({ directory: folder, database: databaseName });
    if (url !== null) return work(url);
  }
  if (!folders.some((folder) => existsSync(path.join(folder, 'pgdata')))) throw neverStarted(directory);
  const postgres = await startEmbeddedPostgres({
    directory,
    isFast: false,
    log: (line) => process.stdout.write(`${line}\n`),
  });
  try {
    return await work(postgres.superUserUrl(databaseName));
  } finally {
    await postgres.stop();
  }
}

function neverStarted(directory: string): StartupError {
  return new StartupError(
    bilingual({
      id: `Belum ada basis data di ${directory}; jalankan "npm start" sekali terlebih dahulu`,
      en: `There is no database in ${directory} yet; run "npm start" once first`,
    }),
  );
}
