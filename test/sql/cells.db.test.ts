import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LedgerWorld } from '../coverage/ledger-world.js';
import { aProgram } from '../support/build/program.js';
import { closeWorld, type Group, plant, refresh, sqlWorld } from './sql-world.js';

let world: LedgerWorld;
beforeAll(async () => {
  world = await sqlWorld();
});
afterAll(() => closeWorld(world));

const sums = (facet: string) =>
  world.app.sql(
    `select c.program_id, c.status, c.family, c.category_code, sum(c.persons)::int as persons from analytics_cell c
     where c.facet = $1 group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
    [facet],
  );

/** Groups of fewer than five that a relation with these columns would give away. */
const smallGroups = async (relation: string, columns: string) =>
  (
    await world.app.sql(
      `select ${columns}, count(*) from ${relation} group by ${columns} having count(*) < 5`,
    )
  ).length;

const personFacets = [
  'PEOPLE',
  'STATES',
  'DECREES',
  'CHECKS',
  'CONTINUITY',
  'ARREARS',
  'DOUBLE_FUNDING',
  'DEATHS',
];

describe('cells of analytics', () => {
  test('hide three women of sixty among the drivers, and not the others', async () => {
    const cells = await world.app.sql(
      `select c.category_code, c.labels, c.persons from analytics_cell c
       where c.facet = 'PEOPLE' and c.program_id = $1 order by c.persons desc`,
      [world.cilegon],
    );

    // the twelve men go with the three women: told apart, the women would be fifteen less twelve
    expect(cells).toEqual([
      { category_code: 'NELAYAN', labels: ['FEMALE', '40-49', '1-2'], persons: 30 },
      { category_code: 'OJOL', labels: [null, null, null], persons: 15 },
    ]);
  });

  test('are as many people in every view, block by block: nothing comes out by subtracting one from another', async () => {
    const [first, ...others] = await Promise.all(personFacets.map(sums));

    expect(first?.length).toBeGreaterThan(2);
    for (const other of others) expect(other).toEqual(first);
  });

  test('leave a program of four people out', async () => {
    const small = await aProgram(world.app, { state: 'APPROVED', name: 'Empat orang' });
    await plant(world, { program: small, people: 4, sex: 'MALE' });

    await refresh(world);

    expect(await world.app.sql('select from analytics_cell c where c.program_id = $1', [small])).toEqual([]);
  });

  test('keep five or more of everything that is said, however people are spread', async () => {
    const { app, fisher, ojol } = world;
    const group = fc.record({
      people: fc.integer({ min: 1, max: 9 }),
      category: fc.constantFrom(fisher, ojol),
      state: fc.constantFrom('ACTIVE', 'PROPOSED', 'ENDED'),
      sex: fc.constantFrom('FEMALE', 'MALE', null),
      birthDate: fc.constantFrom('1955-01-01', '1980-01-01', '2001-01-01', null),
      decile: fc.constantFrom(1, 4, 8, null),
    });
    const spread = fc.array(group, { minLength: 1, maxLength: 25 });

    await fc.assert(
      fc.asyncProperty(spread, async (groups: Omit<Group, 'program'>[]) => {
        const program = await aProgram(app, { state: 'APPROVED', name: `Acak ${Math.random()}` });
        for (const one of groups) await plant(world, { ...one, program });
        await refresh(world);
        const people = groups.reduce((sum, one) => sum + one.people, 0);
        for (const facet of personFacets) {
          const cells = await app.sql(
            'select c.persons, c.labels, c.status from analytics_cell c where c.facet = $1 and c.program_id = $2',
            [facet, program],
          );
          expect(cells.filter(({ persons }) => persons < 5)).toEqual([]);
          // nobody is lost, so that no total elsewhere tells of a difference
          expect(cells.reduce((sum, { persons }) => sum + persons, 0)).toBe(people < 5 ? 0 : people);
        }
      }),
      { numRuns: 25, seed: 20260211 },
    );

    expect(
      await smallGroups(
        'beneficiary b join enrollment e on e.beneficiary_id = b.id',
        'e.program_id, e.category_id, e.state, b.sex, b.birth_date',
      ),
    ).toBeGreaterThan(50);
  }, 120_000);

  test('of months: sums are exact to the rupiah, and a month of four people is not told', async () => {
    const { app, cilegon } = world;

    const months = await app.sql(
      `select c.month::text, c.labels[2] as state, c.persons, c.rupiah::text from analytics_cell c
       where c.facet = 'MONTHS' and c.program_id = $1 order by 1`,
      [cilegon],
    );

    expect(months).toEqual([
      { month: '2026-01-01', state: 'PAID', persons: 30, rupiah: '504000' },
      { month: '2026-02-01', state: 'NOT_BILLED', persons: 30, rupiah: '504000' },
    ]);
  });

  test('go red when the coarsening is taken away', async () => {
    const { app, cilegon } = world;
    const [{ definition }] = await app.sql(
      "select pg_get_functiondef('app.coarsen_analytics'::regproc) as definition",
    );
    await app.sql(
      `create or replace function app.coarsen_analytics() returns void language plpgsql security definer set search_path = '' as 'begin end'`,
    );

    await refresh(world);

    const counted = await Promise.all(personFacets.map(sums));
    await app.sql(definition);
    const ofProgram = counted.map((rows) =>
      rows.filter((row) => row.program_id === cilegon).map((row) => row.persons),
    );
    // the three women are missing where sex is told, and not where it is not: fifteen less twelve
    expect(ofProgram[0]).toEqual([30, 12]);
    expect(ofProgram[1]).toEqual([30, 15]);
  });
});
