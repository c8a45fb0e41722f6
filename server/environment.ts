import { bilingual, StartupError } from './startup-error.js';

/** Environment of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One variable, by its name. */
export interface Variable {
  readonly environment: Environment;
  readonly name: string;
}

/** An empty variable counts as absent: docker compose passes unset ones that way. */
export function readText({ environment, name }: Variable): string | null {
  const value = environment[name]?.trim() ?? '';
  return value === '' ? null : value;
}

/** @throws StartupError unless it is a whole number within the bounds; absent: the standard. */
export function readInteger({
  environment,
  name,
  standard,
  minimum,
  maximum,
}: Variable & { readonly standard: number; readonly minimum: number; readonly maximum: number }): number {
  const text = readText({ environment, name });
  if (text === null) return standard;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= minimum && value <= maximum) return value;
  throw wrongSetting({
    id: `${name} harus bilangan bulat ${minimum} sampai ${maximum}, bukan "${text}"`,
    en: `${name} must be a whole number from ${minimum} to ${maximum}, not "${text}"`,
  });
}

/** Null: absent. @throws StartupError unless it is 1 or 0. */
export function readSwitch({ environment, name }: Variable): boolean | null {
  const text = readText({ environment, name });
  if (text === null) return null;
  if (text === '1') return true;
  if (text === '0') return false;
  throw wrongSetting({
    id: `${name} harus 1 atau 0, bukan "${text}"`,
    en: `${name} must be 1 or 0, not "${text}"`,
  });
}

/** Null: absent. @throws StartupError unless it is an address of PostgreSQL. */
export function readDatabaseUrl({ environment, name }: Variable): string | null {
  const text = readText({ environment, name });
  if (text === null) return null;
  const protocol = parseUrl(text)?.protocol;
  if (protocol === 'postgres:' || protocol === 'postgresql:') return text;
  // the value is not repeated: it holds a password
  throw wrongSetting({
    id: `${name} harus berbentuk postgres://login:sandi@host:5432/basisdata`,
    en: `${name} must look like postgres://login:password@host:5432/database`,
  });
}

/** Null: not an address. */
export function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** What is wrong with a variable, in both languages, for the operator. */
export function wrongSetting(sentences: { readonly id: string; readonly en: string }): StartupError {
  return new StartupError(bilingual(sentences));
}
