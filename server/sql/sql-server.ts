import type { ClientConfig } from 'pg';

/** Where people ask in SQL, whoever signs in there. */
export function sqlServer({
  hostname,
  port,
  pathname,
  searchParams,
}: URL): Pick<ClientConfig, 'host' | 'port' | 'database' | 'ssl'> {
  const ssl = searchParams.get('sslmode');
  return {
    host: hostname,
    port: Number(port || 5432),
    database: decodeURIComponent(pathname.slice(1)),
    ...(ssl !== null && ssl !== 'disable' && { ssl: { rejectUnauthorized: ssl.startsWith('verify') } }),
  };
}
