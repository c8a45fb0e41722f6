import 'reflect-metadata';
import pg from 'pg';
import { type Actor, anonymous } from '../../schema/kernel/actor.js';
import { stoppedClock } from '../../schema/kernel/clock.js';
import { type Caller, UnitOfWork } from '../../schema/kernel/unit-of-work.js';
import { openAppDatabase, poolOf } from '../../server/database.js';
import { actors, buildActors, staffKey } from '../support/actors.js';
import { testInstant } from '../support/app.js';
import { buildRegions } from '../support/build/region.js';
import { freshDatabase } from '../support/database.js';

/** The kernel on a database of its own, without server and services. */
export interface KernelWorld {
  readonly unitOfWork: UnitOfWork;
  readonly pool: pg.Pool;
  /** Rows as the owner of the tables sees them. */
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the columns that it asked for
  sql(text: string, values?: readonly unknown[]): Promise<any[]>;
  /** Ends connections of the program, as an administrator or a crash would. */
  breakConnections(): Promise<void>;
  callerOf(name: keyof typeof actors | null): Caller;
  close(): Promise<void>;
}

export async function kernelWorld({ poolMax }: { readonly poolMax: number }): Promise<KernelWorld> {
  const database = await freshDatabase();
  const dataSource = await openAppDatabase({ url: database.appUrl, poolMax, log: () => undefined });
  const superUser = new pg.Pool({ connectionString: database.superUserUrl, max: 1 });
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
  for (const pool of [superUser, owner]) pool.on('error', () => undefined); // dropping the database ends its connections
  const sql: KernelWorld['sql'] = async (text, values = []) => (await owner.query(text, [...values])).rows;
  await buildRegions({ sql });
  await buildActors({ sql });
  const unitOfWork = new UnitOfWork(dataSource, stoppedClock(testInstant));
  return {
    unitOfWork,
    pool: poolOf(dataSource),
    sql,
    breakConnections: async () => {
      await superUser.query(
        "select pg_terminate_backend(pid, 2000) from pg_stat_activity where usename = 'payung_app' and datname = current_database()",
      );
    },
    callerOf: (name) =>
      unitOfWork.callerFor({
        actor: name === null ? anonymous : actorOf(name),
        requestId: 'kernel-test',
        address: null,
      }),
    close: async () => {
      await dataSource.destroy();
      await owner.end();
      await superUser.end();
      await database.drop();
    },
  };
}

/** The copy of the rights that explains refusals early; the database looks up its own. */
function actorOf(name: keyof typeof actors): Actor {
  return {
    staffId: staffKey(name),
    grants: [{ role: actors[name][0], regionIds: null }],
    locale: 'id',
    canWrite: true,
  };
}
