import type pg from 'pg';
import type { ActorName } from '../support/actors.js';
import { regionId } from '../support/build/region.js';
import type { Known } from './attacker.js';
import type { LedgerWorld } from './statistics-world.js';

const rate = 16_800;
const year = '{} 2026-01..2026-12';

const people = 'refusedPersons refusedPersonMonths savedRupiah paidTwicePersons';
const quality =
  'registrations activeEnrollments issues { issue persons } checks { check passed failed needsReview notChecked }';
const debts = 'program { id } age persons personMonths rupiah';
const doorsOfMoney = `query ($cilegon: ID!, $serang: ID!) {
  bills(first: 100) { nodes { id heads personMonths totalRupiah } }
  programs(first: 100) { nodes { id money(fiscalYear: 2026) { personMonths paidPersonMonths enrolledCount } } }
  programStatistics(groupBy: [PROGRAM]) { rows { program { id } persons personMonths } totals { persons personMonths } }
  programRegions: programStatistics(groupBy: [REGION]) { rows { region { code } personMonths } }
  arrears { ${debts} }
  arrearsLater: arrears(filter: { asOf: "2026-07-10" }) { ${debts} }
  cilegon: benefitRatio(regionIds: [$cilegon], from: "2026-01", until: "2026-12") { contributionsRupiah }
  serang: benefitRatio(regionIds: [$serang], from: "2026-01", until: "2026-12") { contributionsRupiah }
  checksCilegon: figureChecks(regionId: $cilegon) { kind computed }
  checksSerang: figureChecks(regionId: $serang) { kind computed } }`;
const doorsOfPeople = `query ($cilegon: ID!, $serang: ID!) {
  readiness { region { code } activePersons }
  dataQuality { rows { region { code } ${quality} } totals { ${quality} } }
  doubleFunding { rows { region { code } ${people} } totals { ${people} } }
  continuity { persons belowThree lapsed }
  continuityCilegon: continuity(filter: { regionIds: [$cilegon] }) { persons belowThree lapsed }
  continuitySerang: continuity(filter: { regionIds: [$serang] }) { persons belowThree lapsed } }`;

type Note = (condition: string, value: unknown) => void;
// biome-ignore lint/suspicious/noExplicitAny: rows as they came
type Answer = any;

/** What stands behind every other door of GraphQL, by the names of the attacker's conditions. */
export async function askDoors({ app, tokens }: LedgerWorld, who: ActorName): Promise<Known> {
  const known = new Map<string, number>();
  const note: Note = (condition, value) => {
    if (value !== null && value !== undefined) known.set(condition, Number(value));
  };
  const variables = { cilegon: regionId('36.72'), serang: regionId('36.04') };
  const ask = async (query: string): Promise<Answer> => {
    const { data, errors } = await app.graphql(tokens[who], query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const money = await ask(doorsOfMoney);
  noteMoney(money, note);
  notePrograms(money, note);
  notePeople(await ask(doorsOfPeople), note);
  return known;
}

/** Bills as an analyst has them in a file and in SQL. */
export async function billsElsewhere(world: LedgerWorld, client: pg.Client): Promise<Known> {
  return new Map([...(await exportedBills(world)), ...(await billsBySql(client))]);
}

function noteMoney(data: Answer, note: Note): void {
  for (const { id, heads, personMonths, totalRupiah } of data.bills.nodes) {
    note(`${year} BILL=${id} persons`, heads);
    note(`${year} BILL=${id} months`, personMonths);
    note(`${year} BILL=${id} rupiah`, Number(totalRupiah) / rate);
  }
  for (const [month, rows] of [
    ['2026-02', data.arrears],
    ['2026-07', data.arrearsLater],
  ])
    for (const { program, age, persons, personMonths, rupiah } of rows) {
      const condition = `{} enrolled ARREARS=${month}/${age} PROGRAM=${program.id}`;
      note(`${condition} owed.persons`, persons);
      note(`${condition} owed.months`, personMonths);
      note(`${condition} owed.rupiah`, rupiah === null ? null : Number(rupiah) / rate);
    }
  for (const [code, ratio, checks] of [
    ['36.72', data.cilegon, data.checksCilegon],
    ['36.04', data.serang, data.checksSerang],
  ]) {
    note(`${year} PAID=true REGION=${code} ratio.rupiah`, Number(ratio.contributionsRupiah) / rate);
    for (const { kind, computed } of checks)
      if (kind === 'REGISTER_CONTRIBUTIONS')
        note(`${year} PAID=true REGION=${code} check.rupiah`, Number(computed) / rate);
  }
}

function notePrograms(data: Answer, note: Note): void {
  for (const { id, money } of data.programs.nodes) {
    note(`${year} PROGRAM=${id} money.months`, money.personMonths);
    note(`${year} PAID=true PROGRAM=${id} money.months`, money.paidPersonMonths);
    note(`{} active PROGRAM=${id} money.persons`, money.enrolledCount);
  }
  for (const { program, persons, personMonths } of [
    ...data.programStatistics.rows,
    { program: null, ...data.programStatistics.totals },
  ]) {
    const key = program ? ` PROGRAM=${program.id}` : '';
    note(`${year}${key} programs.persons`, persons);
    note(`${year}${key} programs.months`, personMonths);
  }
  for (const { region, personMonths } of data.programRegions.rows)
    note(`${year} REGION=${region.code} programs.months`, personMonths);
}

/** Issues of data by the facts that they are about, and whether only of those who are active. */
const issues: Readonly<Record<string, string>> = {
  NIK_PREFIX_ELSEWHERE: 'enrolled NIK_ORIGIN=ELSEWHERE',
  BIRTH_DATE_MISSING: 'enrolled AGE=UNKNOWN',
  SEX_MISSING: 'enrolled SEX=UNKNOWN',
  DECILE_MISSING: 'enrolled DECILE_BAND=UNKNOWN',
  ACTIVE_AT_65: 'active AGE=65+',
  ACTIVE_AFTER_DEATH: 'active LIFE=DEAD_STILL_ENROLLED',
  KPJ_MISSING: 'active KPJ=MISSING',
};

function notePeople(data: Answer, note: Note): void {
  for (const { region, activePersons } of data.readiness)
    note(`{} active REGION=${region.code} readiness.persons`, activePersons);
  for (const row of [...data.dataQuality.rows, data.dataQuality.totals]) {
    const key = row.region ? ` REGION=${row.region.code}` : '';
    note(`{} enrolled${key} quality.persons`, row.registrations);
    note(`{} active${key} quality.persons`, row.activeEnrollments);
    for (const { issue, persons } of row.issues)
      if (issues[issue]) note(`{} ${issues[issue]}${key} quality.persons`, persons);
    for (const { check, passed, failed, needsReview, notChecked } of row.checks)
      if (check === 'DUKCAPIL')
        for (const [result, persons] of Object.entries({
          PASSED: passed,
          FAILED: failed,
          NEEDS_REVIEW: needsReview,
          NOT_CHECKED: notChecked,
        }))
          note(`{} enrolled DUKCAPIL=${result}${key} quality.persons`, persons);
  }
  for (const row of [...data.doubleFunding.rows, data.doubleFunding.totals]) {
    const key = row.region ? ` REGION=${row.region.code}` : '';
    note(`{} enrolled KIND=REFUSED${key} funding.persons`, row.refusedPersons);
    note(`{} enrolled KIND=REFUSED${key} double_funding.months`, row.refusedPersonMonths);
    note(
      `{} enrolled KIND=REFUSED${key} double_funding.rupiah`,
      row.savedRupiah === null ? null : Number(row.savedRupiah) / rate,
    );
    note(`{} enrolled KIND=PAID_TWICE${key} funding.persons`, row.paidTwicePersons);
  }
  for (const [key, { persons, belowThree, lapsed }] of [
    ['', data.continuity],
    [' REGION=36.72', data.continuityCilegon],
    [' REGION=36.04', data.continuitySerang],
  ]) {
    note(`{} active${key} continuity.persons`, persons);
    note(`{} active BELOW_THREE=yes${key} continuity.persons`, belowThree);
    note(`{} active MEMBERSHIP=LAPSED${key} continuity.persons`, lapsed);
  }
}

async function exportedBills({ app, tokens }: LedgerWorld): Promise<Known> {
  const answer = await app.http.inject({
    method: 'POST',
    url: '/exports',
    headers: { authorization: `Bearer ${tokens.analystBanten}` },
    payload: { format: 'CSV', query: '{ bills { nodes { id heads personMonths totalRupiah } } }' },
  });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  const lines = answer.body.trim().split(/\r?\n/).slice(1);
  return new Map(
    lines.flatMap((line) => {
      const [id = '', heads, months, rupiah] = line.split(',');
      return [
        [`${year} BILL=${id} file.persons`, Number(heads)],
        [`${year} BILL=${id} file.months`, Number(months)],
        [`${year} BILL=${id} file.rupiah`, Number(rupiah) / rate],
      ] as [string, number][];
    }),
  );
}

async function billsBySql(client: pg.Client): Promise<Known> {
  const { rows } = await client.query(
    `select 'bill_' || replace(bill_id::text, '-', '') as id, heads, person_months, total_rupiah from analytics.bills where not is_suppressed`,
  );
  return new Map(
    rows.flatMap(
      ({ id, heads, person_months: months, total_rupiah: rupiah }) =>
        [
          [`${year} BILL=${id} sql.persons`, heads],
          [`${year} BILL=${id} sql.months`, months],
          [`${year} BILL=${id} sql.rupiah`, Number(rupiah) / rate],
        ] as [string, number][],
    ),
  );
}
