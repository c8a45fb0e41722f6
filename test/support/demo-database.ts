import pg from 'pg';
import { stoppedClock } from '../../schema/kernel/clock.js';
import { loadDemo } from '../../server/seed/load-demo.js';
import { loadReference } from '../../server/seed/load-reference.js';
import { loadRosters } from '../../server/seed/roster/load-rosters.js';
import { refreshStatistics, releaseStatistics } from '../../server/statistics-clock.js';
import { loadMainRegions, loadSmallRegions } from '../seed/main-regions.js';
import { testSecret } from './app.js';
import { type FreshDatabase, freshDatabase, templateMadeOnce } from './database.js';

const log = () => undefined;

/** A noon after the last payment of the demo's rosters; before their days nothing of them can have been seen. */
export const demoInstant = '2026-11-16T05:00:00Z';

/** Database with the main regions, reference and demo data. */
export async function demoDatabase(): Promise<FreshDatabase> {
  return freshDatabase(
    await templateMadeOnce('payung_demo', async ({ ownerUrl }) => {
      await loadMainRegions(ownerUrl);
      await loadReference({ ownerUrl, log });
      await loadDemo({ ownerUrl, log });
    }),
  );
}

/** The same with Banten's villages and the 40,000 people of the demo's rosters, a minute after they came in: its sums stand at the ledger. */
export async function rosterDatabase(): Promise<FreshDatabase> {
  return freshDatabase(
    await templateMadeOnce('payung_rosters', async ({ ownerUrl, appUrl }) => {
      await loadMainRegions(ownerUrl);
      await loadSmallRegions(ownerUrl, '36');
      await loadReference({ ownerUrl, log });
      await loadDemo({ ownerUrl, log });
      await loadRosters({ ownerUrl, log, secret: testSecret });
      await roundAlways(ownerUrl);
      const pool = new pg.Pool({ connectionString: appUrl, max: 1 });
      await refreshStatistics({ pool, clock: stoppedClock(demoInstant) });
      await releaseStatistics({ pool, clock: stoppedClock(demoInstant) });
      await pool.end();
    }),
  );
}

/** Areas are rounded at places that every installation has of its own; answers that are compared need one for all. */
async function roundAlways(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query("update statistics_secret set value = '00000000-0000-7000-8000-000000000001'");
  await owner.end();
}
