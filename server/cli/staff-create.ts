import 'reflect-metadata';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '../config.js';
import { runningServerUrl } from '../embedded/running.js';
import { embeddedFolders, startEmbeddedPostgres } from '../embedded-postgres.js';
import { bilingual, StartupError } from '../startup-error.js';
import { type AccountRequest, createAccount } from './staff-account.js';

const USAGE = `npm run staff:create -- --email siti@contoh.go.id --name "Siti Aminah" --role COORDINATOR --region 36
  --email           alamat surel untuk masuk / e-mail address to sign in with
  --name            nama orangnya / name of the person
  --role            ADMIN, COORDINATOR, OPERATOR, APPROVER, ANALYST, AUDITOR; boleh diulang / may be repeated
  --region          kode wilayah, misalnya 36 atau 36.72, atau "all" / code of the region, or "all" for Indonesia
  --password-stdin  baca kata sandi dari masukan standar / read the password from the standard input
`;
const DATABASE_NAME = 'payung';

await main(process.argv.slice(2)).catch(refuse);

/** Makes an account on the database of the environment and prints its password, which is stored nowhere. */
async function main(parameters: readonly string[]): Promise<void> {
  const options = readOptions(parameters);
  if (options.help) {
    process.stdout.write(USAGE);
    return;
  }
  const typed = options['password-stdin'] ? (await text(process.stdin)).replace(/\r?\n$/, '') : null;
  const request = accountRequest(options, typed);
  const password = await withOwner(readConfig(), (ownerUrl) => createAccount(ownerUrl, request));
  say(bilingual({ id: `Akun ${request.email} dibuat`, en: `Account ${request.email} was made` }));
  const label = bilingual({ id: 'Kata sandi, hanya ditampilkan sekali', en: 'Password, shown this once' });
  if (typed === null) say(`${label}: ${password}`);
}

type Options = ReturnType<typeof readOptions>;

function readOptions(parameters: readonly string[]) {
  try {
    return parseArgs({
      args: [...parameters],
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        role: { type: 'string', multiple: true },
        region: { type: 'string' },
        'password-stdin': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new StartupError(
      `${bilingual({ id: 'Perintah tidak dapat dibaca', en: 'The command could not be read' })}: ${detail}\n${USAGE}`,
    );
  }
}

function accountRequest({ email, name, role, region }: Options, password: string | null): AccountRequest {
  if (!email?.trim() || !name?.trim()) {
    throw new StartupError(
      `${bilingual({ id: '--email dan --name wajib diisi', en: '--email and --name are required' })}\n${USAGE}`,
    );
  }
  return {
    email: email.trim(),
    name: name.trim(),
    roles: role ?? [],
    region: region?.trim() || null,
    password,
  };
}

async function withOwner(config: Config, work: (ownerUrl: string) => Promise<string>): Promise<string> {
  if (config.databaseUrl === null) return withEmbedded(config, work);
  if (config.ownerDatabaseUrl !== null) return work(config.ownerDatabaseUrl);
  throw new StartupError(
    bilingual({
      id: 'DATABASE_OWNER_URL belum diisi: akun dibuat dengan login pemilik basis data',
      en: 'DATABASE_OWNER_URL is not set: accounts are made with the login that owns the database',
    }),
  );
}

/** The program may be running: then its PostgreSQL is used, otherwise one is started for the moment. */
async function withEmbedded(
  { dataDirectory }: Config,
  work: (ownerUrl: string) => Promise<string>,
): Promise<string> {
  const directory = path.join(dataDirectory, 'postgres');
  const folders = embeddedFolders(directory);
  for (const folder of folders) {
    const url = runningServerUrl({ directory: folder, database: DATABASE_NAME });
    if (url !== null) return work(url);
  }
  if (!folders.some((folder) => existsSync(path.join(folder, 'pgdata')))) throw neverStarted(directory);
  const postgres = await startEmbeddedPostgres({ directory, isFast: false, log: say });
  try {
    return await work(postgres.superUserUrl(DATABASE_NAME));
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
