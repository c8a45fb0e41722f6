import pg from 'pg';
import type { Clock } from '../../schema/kernel/clock.js';
import { type AlertRun, refreshAlerts } from '../../server/alert-clock.js';
import { type ActorName, buildActors } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { buildRegions } from '../support/build/region.js';
import { buildTariffs } from '../support/build/tariff.js';

export interface AlertWorld {
  readonly app: TestApp;
  readonly tokens: Readonly<Record<ActorName, string>>;
  /** Brings the alerts to this day, as the server does when it runs on it. */
  refreshOn(day: string): Promise<AlertRun>;
  /** Another connection as the app's login, for two servers at once. */
  readonly pool: pg.Pool;
  readonly clock: Clock;
  close(): Promise<void>;
}

/** Regions, actors, rates and a clock that the test moves. */
export async function alertWorld(start: string): Promise<AlertWorld> {
  let today = start;
  const clock: Clock = { now: () => new Date(`${today}T05:00:00Z`), today: () => today };
  const app = await testApp({ clock });
  await buildRegions(app);
  const tokens = await buildActors(app);
  await buildTariffs(app);
  const pool = new pg.Pool({ connectionString: app.database.appUrl, max: 2 });
  pool.on('error', () => undefined); // dropping the database ends its connections
  return {
    app,
    tokens,
    pool,
    clock,
    refreshOn: (day) => {
      today = day;
      return refreshAlerts({ pool, clock });
    },
    close: async () => {
      await pool.end();
      await app.close();
    },
  };
}

/** Alerts of a record as the ledger has them: rule, lead time, day, state. */
export async function alertsOf({ app }: AlertWorld, subject: string): Promise<string[]> {
  const rows = await app.sql(
    `select rule || ' ' || lead_days || ' ' || coalesce(due_on::text, '-') || ' ' || state as line
     from alert where subject_id = $1 order by rule, lead_days desc, due_on`,
    [subject],
  );
  return rows.map(({ line }) => line);
}
