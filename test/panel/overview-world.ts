import pg from 'pg';
import { refreshStatistics, releaseStatistics } from '../../server/statistics-clock.js';
import { anEnrollment, bill, cover, type LedgerWorld, pay } from '../coverage/ledger-world.js';
import { buildActors } from '../support/actors.js';
import { aProgram } from '../support/build/program.js';
import { regionId } from '../support/build/region.js';
import { type PanelWorld, panelWorld } from './panel-world.js';

export interface OverviewWorld extends PanelWorld {
  readonly cilegonId: string;
}

/**
 * Reference and demo data, and on the day of seed 000 two programs: Kota Cilegon covers 17 of 20 people in January, paid,
 * and in February; Kabupaten Serang covers 5 of 50 and has not paid January.
 */
export async function overviewWorld(): Promise<OverviewWorld> {
  const world = await panelWorld();
  const { app } = world;
  const tokens = await buildActors(app);
  const [{ id: fisher }] = await app.sql('select id from category order by code limit 1');
  const cilegon = await aProgram(app, {
    state: 'APPROVED',
    quota: 20,
    budget: [{ year: 2026, original: '2200000000' }],
  });
  const serang = await aProgram(app, {
    state: 'APPROVED',
    region: '36.04',
    name: 'Serang Bahagia',
    quota: 50,
    budget: [{ year: 2026, original: '3600000000' }],
  });
  const login = new pg.Pool({ connectionString: app.database.appUrl, max: 2 });
  login.on('error', () => undefined); // dropping the database ends its connections
  const ledger: LedgerWorld = { app, tokens, fisher, ojol: fisher, cilegon, serang, login };
  for (const [program, count] of [
    [cilegon, 17],
    [serang, 5],
  ] as const) {
    const people: string[] = [];
    for (let index = 0; index < count; index += 1) people.push(await anEnrollment(ledger, program));
    await cover(ledger, program, people, { until: '2026-02' });
  }
  await pay(ledger, await bill(ledger, cilegon, ['2026-01-01', '2026-02-01']));
  await refreshStatistics({ pool: login, clock: app.unitOfWork.clock });
  await releaseStatistics({ pool: login, clock: app.unitOfWork.clock });
  await login.end();
  return { ...world, cilegonId: regionId('36.72') };
}
