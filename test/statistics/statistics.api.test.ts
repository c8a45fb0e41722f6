import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anEnrollment } from '../coverage/ledger-world.js';
import { aRegulation } from '../program/program-world.js';
import { refresh } from '../sql/sql-world.js';
import type { ActorName } from '../support/actors.js';
import { aMou } from '../support/build/mou.js';
import { aProgram, programId } from '../support/build/program.js';
import { regionId } from '../support/build/region.js';
import {
  bill,
  closeWorld,
  cover,
  type LedgerWorld,
  ledgerWorld,
  pay,
  plant,
  released,
} from './statistics-world.js';

let world: LedgerWorld;
beforeAll(async () => {
  world = await ledgerWorld();
  const { app, cilegon, serang, ojol } = world;
  const women = await plant(world, {
    program: cilegon,
    people: 30,
    sex: 'FEMALE',
    birthDate: '1985-03-12',
    decile: 1,
  });
  await plant(world, { program: cilegon, people: 8, category: ojol, birthDate: '1950-03-12', decile: 3 });
  await plant(world, { program: cilegon, people: 2, state: 'PROPOSED' });
  const men = await plant(world, { program: serang, people: 3, sex: 'MALE', decile: 2 });
  await cover(world, cilegon, women, { from: '2026-01', until: '2026-02' });
  await cover(world, serang, men, { from: '2026-01', until: '2026-01' });
  await pay(world, await bill(world, cilegon, ['2026-01-01', '2026-02-01']));
  await app.sql('update program set quota = 60 where id = $1', [cilegon]);
  await app.sql(
    `update beneficiary set nik_findings = '{PREFIX_ELSEWHERE}' where id in (
       select b.id from beneficiary b where b.sex = 'FEMALE' order by b.id limit 6)`,
  );
  await app.sql(
    `insert into verification (id, beneficiary_id, check_kind, result, checked_on)
     select gen_random_uuid(), b.id, 'DUKCAPIL', 'PASSED', '2026-01-15' from beneficiary b where b.sex = 'FEMALE'`,
  );
  await aProgram(app, { name: 'Konsep', budget: [{ year: 2026, original: '5' }] });
  const umbrella = await aMou(app, { state: 'SIGNED', from: '2024-01-24', until: '2026-03-01' });
  await aMou(app, {
    state: 'SIGNED',
    kind: 'PKS',
    from: '2026-01-01',
    until: '2026-12-31',
    parent: umbrella,
  });
  await aMou(app, { state: 'SIGNED', region: '36.04', from: '2020-01-01', until: '2023-01-01' });
  await aMou(app, { kind: 'PKS', region: '36.04' });
  await aRegulation(world, { region: '36.72' });
  await released(world);
  await refresh(world);
});
afterAll(() => closeWorld(world));

async function ask(who: ActorName | null, query: string, variables: object = {}) {
  const answer = await world.app.graphql(who && world.tokens[who], query, variables);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

describe('mouStatistics', () => {
  const byExpiry = `{ mouStatistics(groupBy: [DAYS_TO_EXPIRY, KIND]) {
    asOf rows { daysToExpiry kind agreements withoutSuccessor } totals { agreements incomplete } } }`;

  test('counts by days to expiry, for the public what is signed', async () => {
    const { mouStatistics } = await ask(null, byExpiry);

    expect(mouStatistics).toEqual({
      asOf: '2026-02-11',
      rows: [
        { daysToExpiry: 'EXPIRED', kind: 'UMBRELLA', agreements: 1, withoutSuccessor: 1 },
        { daysToExpiry: 'WITHIN_30', kind: 'UMBRELLA', agreements: 1, withoutSuccessor: 1 },
        { daysToExpiry: 'LATER', kind: 'PKS', agreements: 1, withoutSuccessor: 1 },
      ],
      totals: { agreements: 3, incomplete: 3 },
    });
  });

  test('counts drafts for staff of the region, by what they ask', async () => {
    const { mouStatistics } = await ask(
      'operatorSerang',
      `query ($filter: MouFilter) { mouStatistics(groupBy: [REGION, PHASE], filter: $filter) { rows { region { code } phase agreements } totals { agreements } } }`,
      { filter: { regionIds: [regionId('36.04')] } },
    );

    expect(mouStatistics.rows).toEqual([
      { region: { code: '36.04' }, phase: 'EXPIRED', agreements: 1 },
      { region: { code: '36.04' }, phase: null, agreements: 1 },
    ]);
    expect(mouStatistics.totals.agreements).toBe(2);
  });
});

test.each([
  ['programStatistics(fiscalYear: 1999) { fiscalYear }', '`fiscalYear` 1999 tidak dapat dijawab'],
  ['readiness(filter: {year: 20260}) { year }', '`year` 20260 tidak dapat dijawab'],
  [
    'mouStatistics(filter: {signedFrom: "2026-02-11", signedUntil: "2026-02-10"}) { totals { agreements } }',
    '`signedFrom` sesudah `signedUntil`',
  ],
  [
    'claimStatistics(groupBy: [KIND], filter: {paidFrom: "2026-02", paidUntil: "2026-01"}) { cases }',
    '`paidFrom` sesudah `paidUntil`',
  ],
  ['beneficiaries(filter: {ageFrom: 60, ageUntil: 9}) { totalCount }', '`ageFrom` sesudah `ageUntil`'],
  ['coverageStatistics(filter: {deciles: [11]}) { asOf }', '`deciles`: desil 11 tidak ada'],
])('says what is wrong with the arguments: %s', async (field, said) => {
  const { errors } = await world.app.graphql(world.tokens.coordinatorBanten, `{ ${field} }`);

  expect(errors).toMatchObject([
    { message: expect.stringContaining(said), extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});

describe('programStatistics', () => {
  const query = `{ programStatistics(groupBy: [REGION, STATE]) { fiscalYear
    rows { region { code } state programs quota persons personMonths quotaFulfilment budgetRupiah paidRupiah absorption costPerPersonMonthRupiah suppressed }
    totals { programs persons } } }`;

  test('counts programs with people and money of the year', async () => {
    const { programStatistics } = await ask('coordinatorBanten', query);

    expect(programStatistics.rows).toEqual([
      {
        region: { code: '36.04' },
        state: 'APPROVED',
        programs: 1,
        quota: null,
        persons: 3,
        personMonths: 3,
        quotaFulfilment: null,
        budgetRupiah: '900000000',
        paidRupiah: '0',
        absorption: '0',
        costPerPersonMonthRupiah: null,
        suppressed: false,
      },
      {
        region: { code: '36.72' },
        state: 'APPROVED',
        programs: 1,
        quota: 60,
        persons: 30,
        personMonths: 60,
        quotaFulfilment: '0.5',
        budgetRupiah: '900000000',
        paidRupiah: '504000',
        absorption: '0.0006',
        costPerPersonMonthRupiah: '16800',
        suppressed: false,
      },
      {
        region: { code: '36.72' },
        state: 'DRAFT',
        programs: 1,
        quota: null,
        persons: 0,
        personMonths: 0,
        quotaFulfilment: null,
        budgetRupiah: null,
        paidRupiah: '0',
        absorption: null,
        costPerPersonMonthRupiah: null,
        suppressed: false,
      },
    ]);
    expect(programStatistics.totals).toEqual({ programs: 3, persons: 33 });
  });

  test('tells analysts nothing of three people', async () => {
    const { programStatistics } = await ask('analystBanten', query);

    expect(programStatistics.rows[0]).toMatchObject({
      persons: null,
      personMonths: null,
      paidRupiah: null,
      suppressed: true,
    });
    expect(programStatistics.rows[1]).toMatchObject({ persons: 30, personMonths: 60, suppressed: false });
  });
});

describe('readiness', () => {
  const query = `query ($filter: ReadinessFilter) { readiness(filter: $filter) {
    region { code name } year hasRegulation strongestInstrument hasUmbrella hasPks hasBudget budgetRupiah hasActivePeople activePersons testsPassed failed } }`;

  test('says which tests a region passes', async () => {
    const { readiness } = await ask('coordinatorBanten', query, { filter: { regionIds: [regionId('36')] } });

    expect(
      readiness.map(({ region, failed }: { region: { code: string }; failed: string[] }) => [
        region.code,
        failed,
      ]),
    ).toEqual([
      ['36', ['REGULATION', 'UMBRELLA', 'PKS', 'BUDGET', 'ACTIVE_PEOPLE']],
      ['36.04', ['REGULATION', 'UMBRELLA', 'PKS']],
      ['36.72', []],
      ['36.73', ['REGULATION', 'UMBRELLA', 'PKS', 'BUDGET', 'ACTIVE_PEOPLE']],
    ]);
    expect(readiness[2]).toMatchObject({
      year: 2026,
      strongestInstrument: 'PERWAL',
      budgetRupiah: '900000000',
      activePersons: 38,
      testsPassed: 5,
    });
  });

  test('counts people for analysts and the public as far as they may be told', async () => {
    const filter = { regionIds: [regionId('36.72'), regionId('36.04')] };
    const analyst = await ask('analystBanten', query, { filter });
    const anonymous = await ask(null, query, { filter: { ...filter, failing: ['ACTIVE_PEOPLE'] } });

    expect(analyst.readiness.map((row: { activePersons: number }) => row.activePersons)).toEqual([null, 30]);
    expect(anonymous.readiness.map((row: { region: { code: string } }) => row.region.code)).toEqual([
      '36.04',
    ]);
  });
});

describe('dataQuality', () => {
  const query = `query ($filter: DataQualityFilter) { dataQuality(filter: $filter) {
    rows { region { code } registrations activeEnrollments suppressed issues { issue persons share } checks { check passed notChecked } } totals { registrations } } }`;
  // biome-ignore lint/suspicious/noExplicitAny: a row as it came
  const issue = (row: any, name: string) => row.issues.find((one: { issue: string }) => one.issue === name);

  test('counts issues and checks exactly for those who see the people', async () => {
    const { dataQuality } = await ask('coordinatorBanten', query);
    const [, city] = dataQuality.rows;

    expect(dataQuality.totals).toEqual({ registrations: 43 });
    expect(city).toMatchObject({
      region: { code: '36.72' },
      registrations: 40,
      activeEnrollments: 38,
      suppressed: false,
    });
    expect(issue(city, 'NIK_PREFIX_ELSEWHERE')).toEqual({
      issue: 'NIK_PREFIX_ELSEWHERE',
      persons: 6,
      share: 0.15,
    });
    expect(issue(city, 'ACTIVE_AT_65').persons).toBe(8);
    expect(issue(city, 'KPJ_MISSING')).toEqual({ issue: 'KPJ_MISSING', persons: 38, share: 1 });
    expect(issue(city, 'SAME_NAME_AND_BIRTH_DATE').persons).toBe(38);
    expect(issue(city, 'REGISTERED_ELSEWHERE').persons).toBe(0);
    expect(city.checks[1]).toEqual({ check: 'DUKCAPIL', passed: 30, notChecked: 10 });
  });

  test('finds in the lists as many as it counts, issue by issue', async () => {
    const { dataQuality } = await ask('coordinatorBanten', query);
    const [, city] = dataQuality.rows;
    const ofActive = ['ACTIVE_AT_65', 'ACTIVE_AFTER_DEATH', 'KPJ_MISSING'];
    const counts = city.issues.map(({ issue: name }: { issue: string }) => {
      const list = ofActive.includes(name) ? 'enrollments' : 'beneficiaries';
      return `${name}: ${list}(first: 1, filter: { regionIds: ["${regionId('36.72')}"], issues: [${name}] }) { totalCount }`;
    });

    const lists = {
      ...(await ask('coordinatorBanten', `{ ${counts.slice(0, 7).join('\n')} }`)),
      ...(await ask('coordinatorBanten', `{ ${counts.slice(7).join('\n')} }`)),
    };

    expect(counts.length).toBe(14);
    for (const { issue: name, persons } of city.issues)
      expect([name, lists[name].totalCount]).toEqual([name, persons]);
  });

  test('gives analysts sums of their cells', async () => {
    const { dataQuality } = await ask('analystBanten', query, {
      filter: { programIds: [programId(world.cilegon)] },
    });
    const [city] = dataQuality.rows;

    expect(city).toMatchObject({ registrations: 40, suppressed: true });
    expect(issue(city, 'NIK_PREFIX_ELSEWHERE').persons).toBe(6);
    expect(issue(city, 'NIK_SEX_DIFFERS').persons).toBeNull();
    for (const { persons } of city.issues) expect(persons === null || persons >= 5).toBe(true);
  });
});

describe('doubleFunding', () => {
  const query = `{ doubleFunding { rows { region { code } refusedPersons refusedPersonMonths savedRupiah openCases paidTwicePersons suppressed }
    totals { refusedPersons savedRupiah paidTwiceRupiah suppressed } } }`;

  test('counts what was refused, and tells analysts nothing of two people', async () => {
    const people = await world.app.sql(
      'select distinct c.person_id from coverage c where c.program_id = $1 order by c.person_id limit 2',
      [world.cilegon],
    );
    const again = [];
    for (const { person_id: person } of people)
      again.push(await anEnrollment(world, world.serang, { person }));
    await cover(world, world.serang, again, { from: '2026-01', until: '2026-02', partial: true });
    await refresh(world);
    const exact = await ask('coordinatorBanten', query);
    const analyst = await ask('analystBanten', query);

    expect(exact.doubleFunding.totals).toEqual({
      refusedPersons: 2,
      savedRupiah: '67200',
      paidTwiceRupiah: '0',
      suppressed: false,
    });
    expect(analyst.doubleFunding.totals).toEqual({
      refusedPersons: null,
      savedRupiah: null,
      paidTwiceRupiah: null,
      suppressed: true,
    });
  });
});

test('continuity is exact for those who see the people, and sums of cells for analysts, of this month', async () => {
  const query =
    'query ($filter: ContinuityFilter) { continuity(filter: $filter) { persons belowThree decemberOnly suppressed } }';
  const filter = { programIds: [programId(world.cilegon)] };

  const exact = await ask('coordinatorBanten', query, { filter });
  const analyst = await ask('analystBanten', query, { filter });
  const former = await ask('analystBanten', query, { filter: { ...filter, month: '2025-06' } });

  expect(exact.continuity).toEqual({ persons: 38, belowThree: 38, decemberOnly: 0, suppressed: false });
  expect(analyst.continuity).toEqual({ persons: 30, belowThree: 30, decemberOnly: null, suppressed: true });
  expect(former.continuity).toEqual({
    persons: null,
    belowThree: null,
    decemberOnly: null,
    suppressed: true,
  });
});
