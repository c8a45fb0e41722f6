import type pg from 'pg';
import { getMetadataArgsStorage } from 'typeorm';
import { concepts } from '../../schema/index.js';
import { type Actor, anonymous } from '../../schema/kernel/actor.js';
import { newId, publicId } from '../../schema/kernel/identifier.js';
import { prefixOf } from '../../schema/kernel/readable.js';
import { actorOfToken } from '../../server/auth/authentication.js';
import { loadDemo } from '../../server/seed/load-demo.js';
import { loadReference } from '../../server/seed/load-reference.js';
import { loadRegions } from '../../server/seed/load-regions.js';
import { loadRosters } from '../../server/seed/roster/load-rosters.js';
import { rosterPlans } from '../../server/seed/roster/plans.js';
import { buildActors, staffKey } from '../support/actors.js';
import { type TestApp, testSecret } from '../support/app.js';
import { regionKey } from '../support/build/region.js';
import type { Chance } from './chance.js';
import { addChanceRows } from './chance-rows.js';

/** The demo with two rosters; who asks: a visitor in either language, somebody of each role, and who reads everywhere. */
export async function equivalenceWorld(app: TestApp, pool: pg.Pool): Promise<readonly Actor[]> {
  const run = { ownerUrl: app.database.ownerUrl, log: () => undefined };
  await loadRegions(run);
  await loadReference(run);
  await loadDemo(run);
  await loadRosters({ ...run, secret: testSecret, plans: rosterPlans.slice(0, 2) });
  const tokens = await buildActors(app);
  await app.sql('insert into staff_grant (id, staff_id, role, region_id) values ($1, $2, $3, $4)', [
    newId(),
    staffKey('operatorCilegon'),
    'ANALYST',
    regionKey('36'),
  ]);
  const askers = [anonymous, { ...anonymous, locale: 'en' as const }];
  for (const token of Object.values(tokens)) {
    const found = await actorOfToken(pool, token);
    if (found) askers.push(found.actor);
  }
  for (const role of ['AUDITOR', 'ANALYST'] as const) askers.push(await nationwideActor(app, role));
  await app.sql('select app.refresh_alerts()');
  return askers;
}

/** Records of every kind, strange ones among them, and public ids of some by the type's name. */
export async function strangeRecords(
  app: TestApp,
  chance: Chance,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = tables().map(({ table }) => table);
  await addChanceRows(app.database, names, chance);
  await app.sql('analyze');
  return idsOf(app);
}

async function nationwideActor({ sql }: TestApp, role: 'AUDITOR' | 'ANALYST'): Promise<Actor> {
  const staffId = newId();
  await sql('insert into staff (id, email, name) values ($1, $2, $3)', [
    staffId,
    `${role}@payung.test`,
    role,
  ]);
  await sql('insert into staff_grant (id, staff_id, role) values ($1, $2, $3)', [newId(), staffId, role]);
  return { staffId, grants: [{ role, regionIds: null }], locale: 'en', canWrite: true };
}

async function idsOf({ sql }: TestApp): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = new Map<string, readonly string[]>();
  for (const { type, prefix, table } of tables()) {
    const rows = await sql(`select id from ${table} order by md5(id::text) limit 30`);
    if (rows.length > 0)
      ids.set(
        type,
        rows.map(({ id }) => publicId(prefix, id)),
      );
  }
  return ids;
}

/** The tables of the concepts, parents first. */
function tables() {
  const entities = Object.values(concepts).flatMap((concept) => concept.entities);
  return entities.flatMap((entity) => {
    const table = getMetadataArgsStorage().tables.find(({ target }) => target === entity)?.name;
    return table === undefined ? [] : [{ type: entity.name, prefix: prefixOf(entity), table }];
  });
}
