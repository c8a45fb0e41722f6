import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Config, readConfig } from '../config.js';
import { runningServerUrl } from '../embedded/running.js';
import { embeddedFolders, startEmbeddedPostgres } from '../embedded-postgres.js';
import { rotateKeys } from '../key-rotation.js';
import { createNikVault } from '../nik-vault.js';
import { bilingual, StartupError } from '../startup-error.js';

const DATABASE_NAME = 'payung';

await main().catch(refuse);

/** Puts all NIKs under PAYUNG_SECRET, from those of PAYUNG_SECRET_PREVIOUS. */
async function main(): Promise<void> {
  const config = readConfig();
  const secret = config.secret ?? keptSecret(config);
  const vault = createNikVault({ secret, previousSecrets: config.previousSecrets });
  const count = await withOwner(config, (ownerUrl) => rotateKeys({ ownerUrl, vault, log: say }));
  say(
    bilingual({
      id: `Selesai: ${count} NIK dipindahkan; PAYUNG_SECRET_PREVIOUS boleh dikosongkan di semua server`,
      en: `Done: ${count} NIKs moved; PAYUNG_SECRET_PREVIOUS can be emptied on all servers`,
    }),
  );
}

function keptSecret({ dataDirectory }: Config): string {
  const file = path.join(dataDirectory, 'session.secret');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  throw new StartupError(bilingual({ id: 'PAYUNG_SECRET belum diisi', en: 'PAYUNG_SECRET is not set' }));
}

async function withOwner(config: Config, work: (ownerUrl: string) => Promise<number>): Promise<number> {
  if (config.databaseUrl === null) return withEmbedded(config, work);
  if (config.ownerDatabaseUrl !== null) return work(config.ownerDatabaseUrl);
  throw new StartupError(
    bilingual({
      id: 'DATABASE_OWNER_URL belum diisi: kunci diganti dengan login pemilik basis data',
      en: 'DATABASE_OWNER_URL is not set: keys are changed with the login that owns the database',
    }),
  );
}

/** The program may be running: then its PostgreSQL is used, otherwise one is started for the moment. */
async function withEmbedded(
  { dataDirectory }: Config,
  work: (ownerUrl: string) => Promise<number>,
): Promise<number> {
  const directory = path.join(dataDirectory, 'postgres');
  for (const folder of embeddedFolders(directory)) {
    const url = runningServerUrl({ directory: folder, database: DATABASE_NAME });
    if (url !== null) return work(url);
  }
  const postgres = await startEmbeddedPostgres({ directory, isFast: false, log: say });
  try {
    return await work(postgres.superUserUrl(DATABASE_NAME));
  } finally {
    await postgres.stop();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function refuse(error: unknown): void {
  const isOurs = error instanceof StartupError || !(error instanceof Error);
  // anything else is a bug or a lost connection: its stack helps
  const text = isOurs ? String(error) : (error.stack ?? error.message);
  process.stderr.write(`${text.replace(/^StartupError: /, '')}\n`);
  process.exitCode = 1;
}
