import pg from 'pg';
import { bilingual } from '../startup-error.js';
import { openRegionPackage, type PackagedRegion, type RegionPackage } from './packaged-regions.js';
import { type SeedRun, withSeedTransaction } from './seed-transaction.js';

const origin = 'Regions as the Ministry of Home Affairs numbers them. Source: idn-area-data (data ODbL).';

/**
 * Loads all regions of Indonesia from the npm package idn-area-data, once per content of the package.
 * Regions that the package no longer lists, and those that people have changed, are left alone.
 */
export async function loadRegions({ ownerUrl, log }: SeedRun): Promise<void> {
  const regionPackage = openRegionPackage();
  await withSeedTransaction(ownerUrl, async (client) => {
    if (await isLoaded(client, regionPackage)) return;
    log(bilingual({ id: 'Memuat wilayah Indonesia…', en: 'Loading the regions of Indonesia…' }));
    for (const layer of regionPackage.layers) {
      const count = await writeRegions(client, layer());
      log(bilingual({ id: `  ${count} wilayah`, en: `${count} regions` }));
    }
    await noteLoaded(client, regionPackage);
    // a planner without statistics reads all 91,000 rows
    await client.query('analyze region');
  });
}

/** Inserts these regions, whose parents must be there, and updates those that differ; answers how many changed. */
export async function writeRegions(client: pg.Client, regions: readonly PackagedRegion[]): Promise<number> {
  const { rowCount } = await client.query(
    `insert into region (id, code, name, level, parent_id)
     select i.id, i.code, i.name, i.level, p.id
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) as i (id, code, name, level, parent_code)
     left join region p on p.code = i.parent_code
     on conflict (code) do update set name = excluded.name, level = excluded.level, parent_id = excluded.parent_id
     where (region.name, region.level, region.parent_id) is distinct from (excluded.name, excluded.level, excluded.parent_id)
       and not exists (select from audit_event e where e.subject_id = region.id and e.actor_id is not null)`,
    [
      regions.map(({ id }) => id),
      regions.map(({ code }) => code),
      regions.map(({ name }) => name),
      regions.map(({ level }) => level),
      regions.map(({ parentCode }) => parentCode),
    ],
  );
  return rowCount ?? 0;
}

/** The comment on the table says what was loaded; the rows may be missing all the same, after a restore of the schema only. */
async function isLoaded(client: pg.Client, regionPackage: RegionPackage): Promise<boolean> {
  const { rows } = await client.query<{ note: string | null; filled: boolean }>(
    `select obj_description('region'::regclass, 'pg_class') as note,
       exists (select from region r where r.level in ('WARD', 'VILLAGE')) as filled`,
  );
  const [found] = rows;
  return found?.filled === true && found.note === noteOf(regionPackage);
}

async function noteLoaded(client: pg.Client, regionPackage: RegionPackage): Promise<void> {
  await client.query(`comment on table region is ${pg.escapeLiteral(noteOf(regionPackage))}`);
}

function noteOf({ version, checksum }: RegionPackage): string {
  return `${origin} Loaded: version ${version}, sha256 ${checksum}.`;
}
