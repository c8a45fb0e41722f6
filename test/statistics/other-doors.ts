import type pg from 'pg';
import { regionId } from '../support/build/region.js';
import type { Known } from './attacker.js';
import type { LedgerWorld } from './statistics-world.js';

const rate = 16_800;
const year = '{} 2026-01..2026-12';

const doors = `query ($cilegon: ID!, $serang: ID!) {
  bills(first: 100) { nodes { id heads personMonths totalRupiah } }
  programs(first: 100) { nodes { id money(fiscalYear: 2026) { personMonths paidPersonMonths enrolledCount } } }
  programStatistics(groupBy: [PROGRAM]) { rows { program { id } persons personMonths } totals { persons personMonths } }
  readiness { region { code } activePersons }
  dataQuality { rows { region { code } registrations } totals { registrations } }
  arrears { program { id } persons personMonths }
  cilegon: benefitRatio(regionIds: [$cilegon], from: "2026-01", until: "2026-12") { contributionsRupiah }
  serang: benefitRatio(regionIds: [$serang], from: "2026-01", until: "2026-12") { contributionsRupiah }
  checksCilegon: figureChecks(regionId: $cilegon) { kind computed }
  checksSerang: figureChecks(regionId: $serang) { kind computed } }`;

/** What stands behind every other door of an analyst, by the names of the attacker's conditions. */
export async function askElsewhere(world: LedgerWorld, client: pg.Client): Promise<Known> {
  const known = new Map<string, number>();
  const note = (condition: string, value: unknown): unknown =>
    value === null || value === undefined ? null : known.set(condition, Number(value));
  const variables = { cilegon: regionId('36.72'), serang: regionId('36.04') };
  const { data, errors } = await world.app.graphql(world.tokens.analystBanten, doors, variables);
  if (errors) throw new Error(JSON.stringify(errors));

  for (const { id, heads, personMonths, totalRupiah } of data.bills.nodes) {
    note(`${year} BILL=${id} persons`, heads);
    note(`${year} BILL=${id} months`, personMonths);
    note(`${year} BILL=${id} rupiah`, Number(totalRupiah) / rate);
  }
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
  for (const { region, activePersons } of data.readiness)
    note(`{} active REGION=${region.code} readiness.persons`, activePersons);
  for (const { region, registrations } of data.dataQuality.rows)
    note(`{} enrolled REGION=${region.code} quality.persons`, registrations);
  note('{} enrolled quality.persons', data.dataQuality.totals.registrations);
  for (const { program, persons, personMonths } of data.arrears) {
    note(`${year} UNPAID=2026-01 PROGRAM=${program.id} owed.persons`, persons);
    note(`${year} UNPAID=2026-01 PROGRAM=${program.id} owed.months`, personMonths);
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
  return new Map([...known, ...(await exportedBills(world)), ...(await billsBySql(client))]);
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
