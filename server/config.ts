import { isIP } from 'node:net';
import path from 'node:path';
import {
  type Environment,
  parseUrl,
  readDatabaseUrl,
  readInteger,
  readSwitch,
  readText,
  wrongSetting,
} from './environment.js';
import { type MailSettings, readMailSettings } from './mail-settings.js';
import { APP_ROLE } from './roles.js';
import type { StartupError } from './startup-error.js';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const MINIMUM_SECRET_LENGTH = 32;

/** Severity from which on log lines are written. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Settings of the program; every value has been checked. */
export interface Config {
  /** TCP port of panel and API. 0: chosen by the system. */
  readonly port: number;
  /** Address to listen on. */
  readonly host: string;
  /** Address of the program's login payung_app. Null: embedded PostgreSQL. */
  readonly databaseUrl: string | null;
  /** Address of the login that migrates. Null: not given to this process. */
  readonly ownerDatabaseUrl: string | null;
  /** Address at which people ask in SQL, such as a replica's, without login. Null: that of the program. */
  readonly sqlDatabaseUrl: string | null;
  /** Port of the embedded PostgreSQL. 0: another free one at each start. */
  readonly embeddedPort: number;
  /** Address past a transaction pooler, for the one connection that listens to notices. Null: that of the program. */
  readonly listenDatabaseUrl: string | null;
  /** Folder of the embedded database, its secrets and the documents; absolute. */
  readonly dataDirectory: string;
  /** Key of cookies and tokens. Null: kept in the data folder (embedded mode only). */
  readonly secret: string | null;
  /** Secrets before this one, while `npm run keys:rotate` has not finished. */
  readonly previousSecrets: readonly string[];
  /** Whether demo data and demo accounts are loaded. */
  readonly isDemo: boolean;
  readonly logLevel: LogLevel;
  /** Connections that this process opens at most. */
  readonly poolMax: number;
  /** False: every query goes through graphql-js. */
  readonly isCompiling: boolean;
  /** Address that people use, without a slash at the end. Null: not behind a proxy. */
  readonly publicUrl: string | null;
  /** Whether people arrive by https; decides Secure and __Host- cookies. */
  readonly isHttps: boolean;
  /** Addresses of the proxies whose X-Forwarded-For is believed, separated by commas. False: none. */
  readonly trustProxy: string | false;
  /** Folder of uploaded documents; absolute. */
  readonly documentDirectory: string;
  /** Program and arguments that look through each upload. Null: none. */
  readonly scanCommand: readonly string[] | null;
  /** File with outlines of regencies and cities. Null: maps are schematic. */
  readonly geojsonFile: string | null;
  readonly mail: MailSettings | null;
}

/**
 * Settings from the environment.
 * @throws StartupError naming the variable that is wrong.
 */
export function readConfig(environment: Environment = process.env): Config {
  const databaseUrl = readDatabaseUrl({ environment, name: 'DATABASE_URL' });
  const dataDirectory = path.resolve(readText({ environment, name: 'PAYUNG_DATA_DIR' }) ?? '.data');
  const publicUrl = readPublicUrl(environment);
  return {
    port: readInteger({ environment, name: 'PORT', standard: 4000, minimum: 0, maximum: 65_535 }),
    host: readText({ environment, name: 'HOST' }) ?? '127.0.0.1',
    databaseUrl,
    ownerDatabaseUrl: readDatabaseUrl({ environment, name: 'DATABASE_OWNER_URL' }),
    embeddedPort: readInteger({
      environment,
      name: 'PAYUNG_POSTGRES_PORT',
      standard: 0,
      minimum: 0,
      maximum: 65_535,
    }),
    sqlDatabaseUrl: readDatabaseUrl({ environment, name: 'DATABASE_SQL_URL' }),
    listenDatabaseUrl: readDatabaseUrl({ environment, name: 'DATABASE_LISTEN_URL' }),
    dataDirectory,
    secret: readSecret({ environment, isRequired: databaseUrl !== null }),
    previousSecrets: readPreviousSecrets(environment),
    isDemo: readSwitch({ environment, name: 'PAYUNG_DEMO' }) ?? databaseUrl === null,
    logLevel: readLogLevel(environment),
    isCompiling: readSwitch({ environment, name: 'PAYUNG_COMPILED' }) ?? true,
    poolMax: readInteger({ environment, name: 'DATABASE_POOL_MAX', standard: 10, minimum: 3, maximum: 90 }),
    publicUrl,
    isHttps: publicUrl?.startsWith('https:') ?? false,
    trustProxy: readProxies(environment),
    documentDirectory: path.resolve(
      readText({ environment, name: 'PAYUNG_DOCUMENT_DIR' }) ?? path.join(dataDirectory, 'documents'),
    ),
    scanCommand: readText({ environment, name: 'PAYUNG_SCAN_COMMAND' })?.split(/\s+/) ?? null,
    geojsonFile: readText({ environment, name: 'PAYUNG_GEOJSON' }),
    mail: readMailSettings(environment),
  };
}

/** What migrating needs: the login that owns the objects, and the password that the program's login shall have. */
export interface MigrationAddresses {
  readonly ownerUrl: string;
  readonly appPassword: string;
}

/**
 * Addresses for `npm run migrate`.
 * @throws StartupError when one is missing, or when DATABASE_URL names another login than the program's.
 */
export function readMigrationAddresses(environment: Environment = process.env): MigrationAddresses {
  const ownerUrl = readDatabaseUrl({ environment, name: 'DATABASE_OWNER_URL' });
  const appUrl = readDatabaseUrl({ environment, name: 'DATABASE_URL' });
  const [owner, app] = [
    { id: 'login pemilik basis data', en: 'login that owns the database' },
    { id: `login program ${APP_ROLE}`, en: `program's login ${APP_ROLE}` },
  ] as const;
  if (ownerUrl === null) throw missingAddress({ name: 'DATABASE_OWNER_URL', ...owner });
  if (appUrl === null) throw missingAddress({ name: 'DATABASE_URL', ...app });
  const { username, password } = new URL(appUrl);
  if (username === APP_ROLE && password !== '')
    return { ownerUrl, appPassword: decodeURIComponent(password) };
  throw wrongSetting({
    id: `DATABASE_URL harus memakai login ${APP_ROLE} beserta sandinya: postgres://${APP_ROLE}:sandi@host:5432/basisdata`,
    en: `DATABASE_URL must use the login ${APP_ROLE} with its password: postgres://${APP_ROLE}:password@host:5432/database`,
  });
}

function readProxies(environment: Environment): string | false {
  const text = readText({ environment, name: 'PAYUNG_TRUST_PROXY' });
  if (text === null) return false;
  if (text.split(',').every((part) => isIP(part.trim().split('/')[0] ?? '') !== 0)) return text;
  throw wrongSetting({
    id: `PAYUNG_TRUST_PROXY harus alamat IP proxy, dipisah koma, misalnya 172.30.36.10, bukan "${text}"`,
    en: `PAYUNG_TRUST_PROXY must be the IP addresses of proxies, separated by commas, such as 172.30.36.10, not "${text}"`,
  });
}

function readLogLevel(environment: Environment): LogLevel {
  const text = readText({ environment, name: 'LOG_LEVEL' }) ?? 'info';
  const level = LOG_LEVELS.find((candidate) => candidate === text);
  if (level !== undefined) return level;
  const choices = LOG_LEVELS.join(', ');
  throw wrongSetting({
    id: `LOG_LEVEL harus salah satu dari ${choices}, bukan "${text}"`,
    en: `LOG_LEVEL must be one of ${choices}, not "${text}"`,
  });
}

function readSecret({
  environment,
  isRequired,
}: {
  readonly environment: Environment;
  readonly isRequired: boolean;
}): string | null {
  const text = readText({ environment, name: 'PAYUNG_SECRET' });
  if (text === null && !isRequired) return null;
  if (text !== null && text.length >= MINIMUM_SECRET_LENGTH) return text;
  throw wrongSetting({
    id: `PAYUNG_SECRET wajib diisi dengan sedikitnya ${MINIMUM_SECRET_LENGTH} karakter acak, misalnya dari "openssl rand -base64 48"`,
    en: `PAYUNG_SECRET must be set to at least ${MINIMUM_SECRET_LENGTH} random characters, such as from "openssl rand -base64 48"`,
  });
}

function readPreviousSecrets(environment: Environment): readonly string[] {
  const text = readText({ environment, name: 'PAYUNG_SECRET_PREVIOUS' });
  const secrets = text?.split(',').map((part) => part.trim()) ?? [];
  if (secrets.every((secret) => secret.length >= MINIMUM_SECRET_LENGTH)) return secrets;
  // the value is not repeated: it is a secret
  throw wrongSetting({
    id: 'PAYUNG_SECRET_PREVIOUS harus berisi PAYUNG_SECRET yang lama, dipisah koma',
    en: 'PAYUNG_SECRET_PREVIOUS must hold former values of PAYUNG_SECRET, separated by commas',
  });
}

function readPublicUrl(environment: Environment): string | null {
  const text = readText({ environment, name: 'PAYUNG_PUBLIC_URL' });
  if (text === null) return null;
  const address = parseUrl(text);
  const isHttp = address?.protocol === 'http:' || address?.protocol === 'https:';
  if (address !== null && isHttp && address.pathname === '/') return address.origin;
  throw wrongSetting({
    id: `PAYUNG_PUBLIC_URL harus berbentuk https://nama.go.id tanpa jalur, bukan "${text}"`,
    en: `PAYUNG_PUBLIC_URL must look like https://name.go.id without a path, not "${text}"`,
  });
}

function missingAddress({
  name,
  id,
  en,
}: {
  readonly name: string;
  readonly id: string;
  readonly en: string;
}): StartupError {
  return wrongSetting({
    id: `${name} belum diisi: alamat PostgreSQL dengan ${id}`,
    en: `${name} is not set: address of PostgreSQL with the ${en}`,
  });
}
