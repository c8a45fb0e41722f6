import pg from 'pg';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

/** Database of a test, and the statements that look at it. */
export interface SeedWorld {
  readonly ownerUrl: string;
  /** Rows, read or changed as the owner of the tables. */
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the columns that it asked for
  sql(text: string, values?: readonly unknown[]): Promise<any[]>;
  /** Changes something as the app does it for this staff member. */
  asStaff(staffId: string, text: string, values: readonly unknown[]): Promise<void>;
  /** Every row of the tables as it lies on the disk: an update to the same values shows as well. */
  stateOf(tables: readonly string[]): Promise<unknown>;
  close(): Promise<void>;
}

export async function seedWorld(): Promise<SeedWorld> {
  const database = await freshDatabase();
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const sql: SeedWorld['sql'] = async (text, values = []) => (await owner.query(text, [...values])).rows;
  return {
    ownerUrl: database.ownerUrl,
    sql,
    asStaff: (staffId, text, values) => asStaff(database, staffId, { text, values: [...values] }),
    stateOf: async (tables) => {
      const state: Record<string, unknown> = {};
      for (const table of tables) {
        [state[table]] = await sql(
          `select count(*)::integer, max(r.updated_at) as updated, sum(r.xmin::text::bigint) as writers from ${table} r`,
        );
      }
      [state.audit_event] = await sql('select count(*)::integer from audit_event');
      return state;
    },
    close: async () => {
      await owner.end();
      await database.drop();
    },
  };
}

async function asStaff(database: FreshDatabase, staffId: string, query: pg.QueryConfig): Promise<void> {
  const client = new pg.Client({ connectionString: database.appUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('app.actor_id', $1, true)", [staffId]);
    const { rowCount } = await client.query(query);
    if (rowCount === 0) throw new Error('the staff member changed nothing');
    await client.query('commit');
  } finally {
    await client.end();
  }
}

export function silent(): void {
  // the lines of progress are for people
}
