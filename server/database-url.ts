import { APP_ROLE } from './roles.js';

/** Name of the database in the embedded PostgreSQL. */
export const EMBEDDED_DATABASE = 'payung';

/** Address of another database on the same server, with the same login. */
export function urlOfDatabase({
  url,
  databaseName,
}: {
  readonly url: string;
  readonly databaseName: string;
}): string {
  const address = new URL(url);
  address.pathname = `/${encodeURIComponent(databaseName)}`;
  return address.toString();
}

/** Address of the same database for the program's own login. */
export function urlOfApp({ url, password }: { readonly url: string; readonly password: string }): string {
  const address = new URL(url);
  address.username = APP_ROLE;
  address.password = password;
  return address.toString();
}
