import pg from 'pg';
import { newId } from '../../schema/kernel/identifier.js';
import type { Chance } from './chance.js';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly isNeeded: boolean;
  readonly hasDefault: boolean;
  readonly target: string | null;
  readonly checks: readonly string[];
}

const rowsPerTable = 12;
const fewest = 5;
const strangeTexts = [
  'biasa',
  'kutip " dan \' dan \\ garis',
  'kendali \u0001\u001f\t\n\r\u007f',
  'baris \u2028\u2029 \u{1f64f} \ud7ff \ufffd </script>',
  '',
];
const strangeInstants = ['infinity', '-infinity', '10000-01-01T00:00:00Z', '0044-03-15T00:00:00Z BC'];
const strangeDays = ['infinity', '-infinity', '10000-01-01', '0044-03-15 BC'];
const knownDays = {
  mou: 'signed_on',
  source: 'published_on',
  award: 'ceremony_on',
  regulation: 'enacted_on',
};

/**
 * Rows by chance in the tables that the demo leaves empty, so that every kind of record is answered: nulls where they are
 * allowed, texts of any sort. Some records of the demo get instants that GraphQL cannot say. Constraints and triggers
 * are put aside for that: an answer has to be the same however strange the record is.
 */
export async function addChanceRows(
  { superUserUrl }: { readonly superUserUrl: string },
  tables: readonly string[],
  chance: Chance,
): Promise<void> {
  const client = new pg.Client({ connectionString: superUserUrl });
  await client.connect();
  try {
    await client.query("set session_replication_role = 'replica'");
    for (const table of tables) {
      const { rows } = await client.query(`select count(*)::int as present from ${table}`);
      if (rows[0].present < fewest) await fill(client, table, chance);
    }
    await makeStrange(client);
  } finally {
    await client.end();
  }
}

async function fill(client: pg.Client, table: string, chance: Chance): Promise<void> {
  const columns = await columnsOf(client, table);
  const { rows: checks } = await client.query(
    "select conname as name from pg_constraint where conrelid = $1::regclass and contype = 'c'",
    [table],
  );
  for (const { name } of checks) await client.query(`alter table ${table} drop constraint ${name}`);
  const keys = new Map<string, readonly string[]>();
  for (const { target } of columns) if (target) keys.set(target, await keysOf(client, target));
  for (let row = 0; row < rowsPerTable; row += 1) {
    const given = columns.flatMap((column): [string, unknown][] => {
      if (column.hasDefault && chance.isOnce(3)) return [];
      return [[column.name, cellOf(column, keys, chance)]];
    });
    const places = given.map((_, index) => `$${index + 1}`);
    await client.query(
      `insert into ${table} (${given.map(([name]) => `"${name}"`)}) values (${places}) on conflict do nothing`,
      given.map(([, value]) => value),
    );
  }
}

async function columnsOf(client: pg.Client, table: string): Promise<readonly Column[]> {
  const { rows } = await client.query<Column>(
    `select a.attname as name, format_type(a.atttypid, null) as type, a.attnotnull as "isNeeded", a.atthasdef as "hasDefault",
       coalesce((select k.confrelid::regclass from pg_constraint k
        where k.conrelid = a.attrelid and k.contype = 'f' and k.conkey = array[a.attnum]),
        case when a.atttypid = 'uuid'::regtype then to_regclass(substring(a.attname from '^(.*)_id$')) end)::text as target,
       array(select pg_get_constraintdef(k.oid) from pg_constraint k
        where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum]) as checks
     from pg_attribute a
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''`,
    [table],
  );
  return rows;
}

async function keysOf(client: pg.Client, table: string): Promise<readonly string[]> {
  // of regions those that the actors see
  const order = table === 'region' ? "code in ('36', '36.72', '36.04', '32.75') desc, code" : 'id';
  const { rows } = await client.query(`select id from ${table} order by ${order} limit 6`);
  return rows.map(({ id }) => id);
}

function cellOf(column: Column, keys: ReadonlyMap<string, readonly string[]>, chance: Chance): unknown {
  const { name, type, isNeeded, target } = column;
  if (!isNeeded && chance.isOnce(4)) return null;
  const known = target ? (keys.get(target) ?? []) : [];
  if (target) return known.length > 0 ? chance.of(known) : newId();
  if (name === 'version') return 1 + chance.upTo(3);
  const choices = column.checks.flatMap((check) =>
    [...check.matchAll(/'(\w+)'::text/g)].map(([, word]) => word),
  );
  if (type === 'text[]') return choices.length > 0 ? [chance.of(choices)] : [];
  if (type === 'text' && choices.length > 0) return chance.of(choices);
  if (type === 'date' && /until|ended|revoked|expires/.test(name)) return '2027-12-31';
  if (type.startsWith('json')) return name.endsWith('s') ? '[]' : '{}';
  return plainValue(type, chance);
}

function plainValue(type: string, chance: Chance): unknown {
  switch (type) {
    case 'uuid':
      return newId();
    case 'boolean':
      return chance.isOnce(2);
    case 'smallint':
    case 'integer':
      return chance.upTo(3000);
    case 'bigint':
      return chance.of(['7', '2147483648', '9007199254740993']);
    case 'numeric':
      return chance.of(['0', '16800', '100000000000000001', '0.5']);
    case 'date':
      return chance.of(['2024-02-29', '2026-02-11', '1999-12-31']);
    case 'timestamp with time zone':
      return chance.of(['2026-01-05T04:05:06.789012Z', '2025-07-01T00:00:00Z', '2026-02-11T05:00:00.1Z']);
    case 'daterange':
      return '[2026-01-01,2026-04-01)';
    case 'bytea':
      return Buffer.from([chance.upTo(256), chance.upTo(256), 0]);
    case 'uuid[]':
      return [newId()];
    case 'integer[]':
      return [chance.upTo(9)];
    default:
      return `${chance.of(strangeTexts)} ${chance.upTo(1000)}`;
  }
}

/** Records of the demo whose texts and times are unusual. */
async function makeStrange(client: pg.Client): Promise<void> {
  for (const [place, strange] of strangeTexts.entries()) {
    const some = (table: string) =>
      `id in (select id from ${table} where abs(hashtext(id::text)) % 12 = ${place})`;
    const text = `${strange} ${place}`;
    await client.query(`update mou set title_as_written = $1, subject = $1 where ${some('mou')}`, [text]);
    await client.query(`update regulation set title = $1 where ${some('regulation')}`, [text]);
    await client.query(`update source set publisher = $1 where ${some('source')}`, [text]);
  }
  for (const [place, instant] of strangeInstants.entries())
    for (const table of ['mou', 'source', 'award'])
      await client.query(
        `update ${table} set created_at = $1 where id in (select id from ${table} order by md5(id::text) offset ${place * 3} limit 1)`,
        [instant],
      );
  for (const [place, day] of strangeDays.entries())
    for (const [table, column] of Object.entries(knownDays))
      await client.query(
        `update ${table} set ${column} = $1 where id in (select id from ${table} order by md5(id::text) offset ${place * 3 + 1} limit 1)`,
        [day],
      );
}
