import { createHash } from 'node:crypto';
import pg from 'pg';
import { type Actor, anonymous } from '../../schema/kernel/actor.js';
import { newId, referenceId } from '../../schema/kernel/identifier.js';
import type { Caller } from '../../schema/kernel/unit-of-work.js';
import { type ActorName, buildActors, staffKey } from '../support/actors.js';
import { type GraphqlAnswer, type TestApp, testApp } from '../support/app.js';
import { buildRegions, regionKey } from '../support/build/region.js';

export type Who = ActorName | 'anonymous' | 'coordinatorJabar';

/** A registry with regions and staff, among them a coordinator of the neighbouring province. */
export class World {
  private constructor(
    readonly app: TestApp,
    private readonly tokens: Readonly<Record<string, string>>,
  ) {}

  static async open(): Promise<World> {
    const app = await testApp();
    await buildRegions(app);
    const tokens = { ...(await buildActors(app)), coordinatorJabar: await coordinatorOfJabar(app) };
    return new World(app, tokens);
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** Posts an operation as `who`. */
  run(who: Who, query: string, variables: object = {}): Promise<GraphqlAnswer> {
    return this.app.graphql(this.tokens[who] ?? null, query, variables);
  }

  /** Rows as the owner sees them. */
  rows(text: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
    return this.app.sql(text, values);
  }

  /** One statement on behalf of `who` with the app's login, committed; answers the number of rows it touched. */
  async asApp(who: Who, text: string, values: readonly unknown[] = []): Promise<number> {
    const client = new pg.Client({ connectionString: this.app.database.appUrl });
    await client.connect();
    try {
      await client.query('begin');
      await client.query("select set_config('app.actor_id', $1, true)", [keyOf(who) ?? '']);
      const { rowCount } = await client.query(text, [...values]);
      await client.query('commit');
      return rowCount ?? 0;
    } finally {
      await client.end();
    }
  }

  /** For units of work written by a test; PostgreSQL looks the rights up by itself. */
  callerFor(who: Who): Caller {
    const actor: Actor = { ...anonymous, staffId: keyOf(who), canWrite: true };
    return this.app.unitOfWork.callerFor({ actor, requestId: 'test', address: null });
  }
}

function keyOf(who: Who): string | null {
  if (who === 'anonymous') return null;
  return who === 'coordinatorJabar' ? referenceId('staff', who) : staffKey(who);
}

async function coordinatorOfJabar({ sql }: TestApp): Promise<string> {
  const id = keyOf('coordinatorJabar');
  const token = 'test-session-coordinatorJabar';
  const hash = createHash('sha256').update(token).digest();
  await sql("insert into staff (id, email, name) values ($1, 'jabar@payung.test', 'jabar')", [id]);
  const grant = [newId(), id, 'COORDINATOR', regionKey('32')];
  await sql('insert into staff_grant (id, staff_id, role, region_id) values ($1, $2, $3, $4)', grant);
  await sql(
    "insert into staff_session (id, staff_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '12 hours')",
    [newId(), id, hash],
  );
  return token;
}
