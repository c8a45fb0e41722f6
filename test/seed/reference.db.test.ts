import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, referenceId } from '../../schema/kernel/identifier.js';
import { loadReference } from '../../server/seed/load-reference.js';
import * as reference from '../../server/seed/reference/index.js';
import { freshDatabase } from '../support/database.js';
import { loadMainRegions } from './main-regions.js';
import { type SeedWorld, seedWorld, silent } from './seed-world.js';

const tables = [
  'source',
  'category',
  'office',
  'office_service_area',
  'official',
  'regulation',
  'regulation_relation',
  'tariff',
  'mou',
  'mou_party',
  'mou_legal_basis',
  'indicator',
  'observation',
  'award',
  'award_giver',
  'citation',
];

async function worldWithRegions(): Promise<SeedWorld> {
  const world = await seedWorld();
  await loadMainRegions(world.ownerUrl);
  return world;
}

describe('loading the reference data', () => {
  let world: SeedWorld;

  beforeAll(async () => {
    world = await worldWithRegions();
    await loadReference({ ownerUrl: world.ownerUrl, log: silent });
  });
  afterAll(() => world.close());

  it.each([
    ['source', reference.sources.length],
    ['category', reference.categories.length],
    ['office', reference.offices.length],
    ['office_service_area', sum(reference.offices.map(({ serviceAreas }) => serviceAreas.length))],
    ['official', reference.officials.length],
    ['regulation', reference.regulations.length],
    ['regulation_relation', sum(reference.regulations.map(({ relations }) => relations.length))],
    ['tariff', reference.tariffs.length],
    ['mou', reference.mous.length],
    ['mou_party', sum(reference.mous.map(({ parties }) => parties.length))],
    ['mou_legal_basis', sum(reference.mous.map(({ legalBasisKeys }) => legalBasisKeys.length))],
    ['indicator', reference.indicators.length],
    ['observation', reference.observations.length],
    ['award', reference.awards.length],
    ['award_giver', sum(reference.awards.map(({ givenByKeys }) => givenByKeys.length))],
  ])('brings every row of %s', async (table, count) => {
    expect(count).toBeGreaterThan(0);
    expect(await world.sql(`select count(*)::integer from ${table}`)).toEqual([{ count }]);
  });

  it('uses every source', async () => {
    const unused = await world.sql(
      'select s.url from source s where not exists (select from citation c where c.source_id = s.id)',
    );

    expect(unused).toEqual([]);
  });

  it('is written into the audit trail as the act of nobody', async () => {
    const acts = await world.sql('select distinct e.verb, e.actor_id from audit_event e');

    expect(acts).toEqual([{ verb: 'seed', actor_id: null }]);
  });

  it('writes nothing the second time, and says nothing', async () => {
    const before = await world.stateOf(tables);
    const lines: string[] = [];

    await loadReference({ ownerUrl: world.ownerUrl, log: (line) => lines.push(line) });

    expect(await world.stateOf(tables)).toEqual(before);
    expect(lines).toEqual([]);
  });
});

describe('loading the reference data after people have worked with it', () => {
  let world: SeedWorld;
  const mou = referenceId('mou', 'mou-kab-lebak-2026');
  const office = referenceId('office', 'kc-serang');

  beforeAll(async () => {
    world = await worldWithRegions();
    await loadReference({ ownerUrl: world.ownerUrl, log: silent });
    await world.sql("update mou set subject = 'diubah orang' where id = $1", [mou]);
    await world.sql('delete from mou_party where mou_id = $1 and position = 2', [mou]);
    await world.sql("delete from citation where concept = 'mou' and record_id = $1", [mou]);
    await world.sql('delete from office_service_area where office_id = $1', [office]);
    await loadReference({ ownerUrl: world.ownerUrl, log: silent });
  });
  afterAll(() => world.close());

  it('keeps the changed text', async () => {
    expect(await world.sql('select m.subject, m.version from mou m where m.id = $1', [mou])).toEqual([
      { subject: 'diubah orang', version: 2 },
    ]);
  });

  it.each([
    ['party', 'select p.position from mou_party p where p.mou_id = $1', mou, [{ position: 1 }]],
    ['citation', 'select from citation c where c.record_id = $1', mou, []],
    ['service area', 'select from office_service_area a where a.office_id = $1', office, []],
  ])('does not bring back the %s that was removed', async (_part, text, id, rows) => {
    expect(await world.sql(text, [id])).toEqual(rows);
  });
});

describe('loading the reference data beside a fact that people recorded themselves', () => {
  let world: SeedWorld;

  beforeAll(async () => {
    world = await worldWithRegions();
    await world.sql(
      "insert into regulation (id, kind, region_id, number, year, state) values ($1, 'PERWAL', $2, '41', 2024, 'ENACTED')",
      [newId(), referenceId('region', '36.72')],
    );
  });
  afterAll(() => world.close());

  it('refuses with a sentence that names the fact, and loads nothing', async () => {
    const run = loadReference({ ownerUrl: world.ownerUrl, log: silent });

    await expect(run).rejects.toThrow(/^Data acuan tidak dimuat: .*regulation_number_unique/);
    expect(await world.sql('select count(*)::integer from source')).toEqual([{ count: 0 }]);
  });
});

describe('loading data into a database without tables', () => {
  it('asks for the migrations', async () => {
    const empty = await freshDatabase('template0');
    try {
      const run = loadReference({ ownerUrl: empty.superUserUrl, log: silent });
      await expect(run).rejects.toThrow(/^Basis data belum dimigrasi .*; jalankan npm run migrate/);
    } finally {
      await empty.drop();
    }
  });
});

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
