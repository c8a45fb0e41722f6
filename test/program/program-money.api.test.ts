import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ActorName } from '../support/actors.js';
import { aProgram, programId } from '../support/build/program.js';
import { regionKey } from '../support/build/region.js';
import { billed, covered, enrolled, type ProgramWorld, programWorld } from './program-world.js';

let world: ProgramWorld;
beforeAll(async () => {
  world = await programWorld();
});
afterAll(() => world.app.close());

async function money(key: string, fields: string, year?: number, name: ActorName = 'operatorCilegon') {
  const { data, errors } = await world.app.graphql(
    world.tokens[name],
    `query ($id: ID!, $year: Int) { program(id: $id) { money(fiscalYear: $year) { ${fields} } } }`,
    { id: programId(key), year },
  );
  expect(errors).toBeUndefined();
  return data.program.money;
}

describe('requirement', () => {
  test.each([
    ['1,500 RT and RW of Cilegon', { quota: 1500 }, '302400000'],
    ['3,500 of Cilegon', { quota: 3500 }, '705600000'],
    ['3,450 of Lebak at PU rates', { quota: 3450, segment: 'PU', wageBase: '3000000' }, '670680000'],
    ['with old-age savings', { quota: 1500, hasJht: true }, '662400000'],
    ['two months', { quota: 11666, from: '2025-11', until: '2025-12' }, '391977600'],
    ['nobody knows the quota', { quota: null }, null],
    ['months before any rate', { quota: 10, from: '2015-05', until: '2015-08' }, null],
    ['a wage whose band is not recorded', { quota: 10, wageBase: '5000000' }, null],
  ] as const)('%s', async (_label, build, requiredRupiah) => {
    const key = await aProgram(world.app, build);

    expect(await money(key, 'requiredRupiah')).toEqual({ requiredRupiah });
  });

  test('is reckoned by fiscal year', async () => {
    const key = await aProgram(world.app, { quota: 100, from: '2025-11', until: '2026-02' });

    expect(await money(key, 'fiscalYear months requiredRupiah', 2025)).toEqual({
      fiscalYear: 2025,
      months: 2,
      requiredRupiah: '3360000',
    });
    expect(await money(key, 'fiscalYear months requiredRupiah', 2026)).toEqual({
      fiscalYear: 2026,
      months: 2,
      requiredRupiah: '3360000',
    });
    expect(await money(key, 'fiscalYear months requiredRupiah', 2027)).toEqual({
      fiscalYear: 2027,
      months: 0,
      requiredRupiah: '0',
    });
    expect(await money(key, 'fiscalYear months requiredRupiah')).toEqual({
      fiscalYear: null,
      months: 4,
      requiredRupiah: '6720000',
    });
    expect(await money(key, 'months', 1999)).toBeNull();
    expect(await money(key, 'months', 2147483647)).toBeNull();
  });

  test('takes the relief where the source may have it, at the highest rate of a mixed program', async () => {
    const csr = { year: 2026, source: 'CSR', original: '1000000' };
    const transport = await aProgram(world.app, { quota: 10, categories: [world.ojol], budget: [csr] });
    const mixed = await aProgram(world.app, {
      quota: 10,
      categories: [world.ojol, world.fisher],
      budget: [csr],
    });
    const apbd = await aProgram(world.app, {
      quota: 10,
      categories: [world.ojol],
      budget: [{ ...csr, source: 'APBD_REGENCY' }],
    });

    expect(await money(transport, 'requiredRupiah')).toEqual({ requiredRupiah: '1008000' });
    expect(await money(mixed, 'requiredRupiah')).toEqual({ requiredRupiah: '1260000' });
    expect(await money(apbd, 'requiredRupiah')).toEqual({ requiredRupiah: '2016000' });
  });

  test('of village funds follows the setting of the province', async () => {
    const build = {
      quota: 10,
      categories: [world.ojol],
      budget: [{ year: 2026, source: 'APBDES', original: '1' }],
    };
    const banten = await aProgram(world.app, build);
    const bekasi = await aProgram(world.app, { ...build, region: '32.75' });
    await world.app.sql(
      'insert into province_setting (id, region_id, apbdes_counts_as_apbd) values (gen_random_uuid(), $1, false)',
      [regionKey('32')],
    );

    expect(await money(banten, 'requiredRupiah')).toEqual({ requiredRupiah: '2016000' });
    expect(await money(bekasi, 'requiredRupiah', undefined, 'operatorBekasi')).toEqual({
      requiredRupiah: '1008000',
    });
  });
});

describe('budget', () => {
  test('is the revised ceiling where there is one, beside what is needed', async () => {
    const key = await aProgram(world.app, {
      quota: 1500,
      budget: [
        { year: 2026, original: '200000000', revised: '2200000000' },
        { year: 2026, source: 'CSR', original: '2400000' },
      ],
    });

    expect(await money(key, 'budgetRupiah adequacy { value numerator denominator }')).toEqual({
      budgetRupiah: '2202400000',
      adequacy: { value: '7.2831', numerator: '2202400000', denominator: '302400000' },
    });
  });

  test('that nobody recorded is unknown, not nothing', async () => {
    const key = await aProgram(world.app, { quota: 1500 });

    expect(await money(key, 'budgetRupiah adequacy { value } absorption { value } runsOutOn')).toEqual({
      budgetRupiah: null,
      adequacy: null,
      absorption: null,
      runsOutOn: null,
    });
  });
});

const all = `budgetRupiah billedRupiah paidRupiah absorption { value numerator denominator } personMonths paidPersonMonths
  costPerPersonMonthRupiah enrolledCount quotaFulfilment { value numerator denominator } runsOutOn isSuppressed`;

describe('ledger', () => {
  let key: string;
  beforeAll(async () => {
    key = await aProgram(world.app, {
      state: 'APPROVED',
      quota: 10,
      budget: [{ year: 2026, original: '1000000' }],
    });
    const people = await enrolled(world, key, 6);
    await covered(world, people, ['2026-01-01', '2026-03-01']);
    await billed(world, key, ['2026-01-01', '2026-03-01'], true);
    await covered(world, people, ['2026-03-01', '2026-05-01']);
    await billed(world, key, ['2026-03-01', '2026-05-01']);
    await covered(world, people.slice(0, 1), ['2026-05-01', '2026-06-01']);
  });

  test('tells billed from paid, and when the money ends', async () => {
    expect(await money(key, all)).toEqual({
      budgetRupiah: '1000000',
      billedRupiah: '403200',
      paidRupiah: '201600',
      absorption: { value: '0.2016', numerator: '201600', denominator: '1000000' },
      personMonths: 25,
      paidPersonMonths: 12,
      costPerPersonMonthRupiah: '16800',
      enrolledCount: 6,
      quotaFulfilment: { value: '0.6', numerator: '6', denominator: '10' },
      runsOutOn: '2026-10',
      isSuppressed: false,
    });
  });

  test.each([
    ['604800', '2026-07'],
    ['700000', '2026-07'],
    ['403200', '2026-05'],
    ['403199', '2026-04'],
    ['100', '2026-01'],
    ['5000000', null],
    ['1209600', null],
    ['1209599', '2026-12'],
  ])('ends with %s in %s', async (rupiah, runsOutOn) => {
    await world.app.sql('update budget_line set revised_rupiah = $2 where program_id = $1', [key, rupiah]);

    expect(await money(key, 'runsOutOn', 2026)).toEqual({ runsOutOn });
    await world.app.sql('update budget_line set revised_rupiah = null where program_id = $1', [key]);
  });

  test('is nothing in another year', async () => {
    expect(await money(key, 'personMonths paidRupiah runsOutOn enrolledCount', 2025)).toEqual({
      personMonths: 0,
      paidRupiah: '0',
      runsOutOn: null,
      enrolledCount: 6,
    });
  });

  test('shows analysts the group of six: the months of most of them', async () => {
    await world.app.sql('select app.refresh_statistics(100000)');
    await world.app.sql('select app.release_statistics(true)');
    const exact = await money(key, all, 2026);

    expect(await money(key, all, 2026, 'analystBanten')).toEqual({ ...exact, personMonths: 24 });
    expect(exact.personMonths).toBe(25);
  });

  test('does not count credited months', async () => {
    const [{ id: bill, region_id: region }] = await world.app.sql(
      "select id, region_id from bill where program_id = $1 and state = 'PAID'",
      [key],
    );
    const [{ id: note }] = await world.app.sql(
      `insert into credit_note (id, bill_id, region_id, person_months, jkk_rupiah, jkm_rupiah, jht_rupiah, reason, credited_on)
       values (gen_random_uuid(), $1, $2, 2, 20000, 13600, 0, 'Meninggal', '2026-03-01') returning id`,
      [bill, region],
    );
    await world.app.sql(
      'update coverage set credit_note_id = $2 where id = (select id from coverage where bill_id = $1 order by id limit 1)',
      [bill, note],
    );

    expect(await money(key, 'paidRupiah personMonths paidPersonMonths')).toEqual({
      paidRupiah: '168000',
      personMonths: 23,
      paidPersonMonths: 10,
    });
  });
});

test('analysts see no figures behind which fewer than five persons stand', async () => {
  const key = await aProgram(world.app, {
    state: 'APPROVED',
    quota: 10,
    budget: [{ year: 2026, original: '1000000' }],
  });
  const people = await enrolled(world, key, 4);
  await covered(world, people, ['2026-01-01', '2026-03-01']);

  expect(await money(key, all, undefined, 'analystBanten')).toEqual({
    budgetRupiah: '1000000',
    billedRupiah: null,
    paidRupiah: null,
    absorption: null,
    personMonths: null,
    paidPersonMonths: null,
    costPerPersonMonthRupiah: null,
    enrolledCount: null,
    quotaFulfilment: null,
    runsOutOn: null,
    isSuppressed: true,
  });
  const seen = { personMonths: 8, enrolledCount: 4, isSuppressed: false };
  expect(await money(key, 'personMonths enrolledCount isSuppressed', 2026, 'auditorBanten')).toEqual(seen);
});

test('the figures are the same from the cohorts as from the ledger', async () => {
  const programs = await world.app.sql('select id from program order by id');
  const everything = async () => {
    const figures = [];
    for (const { id } of programs)
      figures.push(await money(id, all, undefined, 'admin'), await money(id, all, 2026, 'admin'));
    return figures;
  };
  const fromLedger = await everything();

  await world.app.sql('select app.refresh_statistics(100000)');

  expect(JSON.stringify(fromLedger)).toContain('"paidPersonMonths":10');
  expect(await everything()).toEqual(fromLedger);
});
