import type { UserError } from './graphql-client';

export interface SqlView {
  readonly name: string;
  readonly about: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly about: string }[];
}

/** The half of a comment that is in the reader's language. */
export const meaningOf = (about: string, language: 'id' | 'en'): string =>
  about.split(' | ')[language === 'id' ? 0 : 1] ?? about;

export interface SqlLimits {
  readonly rows: number;
  readonly bytes: number;
  readonly milliseconds: number;
  readonly cost: number;
}

export type SqlValue = string | number | boolean | null;

export interface SqlAnswer {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly SqlValue[])[];
  readonly rowCount: number;
  readonly isTruncated: boolean;
  readonly limit: number;
  readonly cost: number;
  readonly milliseconds: number;
}

export interface SqlEstimate {
  readonly cost: number;
  readonly limit: number;
  readonly isTooCostly: boolean;
}

/** A statement as the page holds it. */
export interface SqlStatement {
  readonly sql: string;
  readonly parameters: readonly (string | null)[];
  readonly savedQueryId?: string | null;
}

export type SqlError = UserError & { readonly position: number | null };

/** Why a statement was not run: what has to be mended, each with its place in the text. */
export class SqlRefused extends Error {
  constructor(readonly errors: readonly SqlError[]) {
    super(errors.map(({ message }) => message).join(' '));
  }
}

export async function readSqlViews(): Promise<{
  readonly views: readonly SqlView[];
  readonly limits: SqlLimits;
}> {
  return (await checked(await fetch('/sql/views', { credentials: 'same-origin' }))).json();
}

export async function runSql(statement: SqlStatement, signal: AbortSignal): Promise<SqlAnswer> {
  return (await checked(await post('/sql', statement, signal))).json();
}

export async function estimateSql(statement: SqlStatement): Promise<SqlEstimate> {
  return (await checked(await post('/sql/estimate', statement))).json();
}

/** Types of `$1`, `$2`, …, as PostgreSQL finds them out. */
export async function readParameterTypes(statement: SqlStatement): Promise<readonly string[]> {
  const body: { parameters: readonly { type: string }[] } = await (
    await checked(await post('/sql/parameters', statement))
  ).json();
  return body.parameters.map(({ type }) => type);
}

/** The answer as a file, made by the server: it runs the statement again. */
export async function downloadSql(
  statement: SqlStatement,
  { format, writing }: { readonly format: 'csv' | 'xlsx'; readonly writing: 'ID' | 'ISO' },
): Promise<void> {
  const answer = await checked(await post('/sql', { ...statement, format, writing }));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = `payung.${format}`;
  link.click();
  URL.revokeObjectURL(link.href);
}

function post(address: string, body: object, signal?: AbortSignal): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });
}

/** @throws SqlRefused, or Error with the server's sentence. */
async function checked(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  const body = (await answer.json()) as { userErrors?: readonly SqlError[]; message?: string };
  if (body.userErrors) throw new SqlRefused(body.userErrors);
  throw new Error(body.message ?? answer.statusText);
}

export const isNumeric = (type: string | undefined): boolean =>
  ['int2', 'int4', 'int8', 'numeric', 'float4', 'float8'].includes(type ?? '');
