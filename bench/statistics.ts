import 'reflect-metadata';
import pg from 'pg';
import { systemClock } from '../schema/kernel/clock.js';
import { publicId, referenceId } from '../schema/kernel/identifier.js';
import { refreshStatistics, releaseStatistics } from '../server/statistics-clock.js';
import { openBenchDatabase, withClient } from './database.js';
import { plainSql, writeLedger } from './statistics-ledger.js';
import { amountsOf } from './synthetic-data.js';
import { payung, startSystem } from './system.js';

/** Statistics of one province whose regencies and cities pay for all people: ratios within one run. */
const scale = Number(process.env.SCALE ?? 0.25);
const rounds = Number(process.env.BENCH_ROUNDS ?? 15);
/** At a million people the ledger itself takes longer than the five seconds that a statement of staff may. */
const patience = '?statement_timeout=120000&query_timeout=120000';
const amounts = { ...amountsOf(scale), programs: 40, mous: 400, province: '36' };

interface Question {
  readonly name: string;
  readonly query: string;
  readonly variables: object;
}

const figures = 'persons personMonths contributionRupiah paidRupiah budgetRupiah absorption suppressed';
const names =
  'region { code name } program { name } category { code name } office { name } fundingSource sex decile month year';
const operation = `query ($filter: CoverageStatisticsFilter, $groupBy: [CoverageGrouping!]!, $live: Boolean!) {
  coverageStatistics(filter: $filter, groupBy: $groupBy, live: $live) { asOf rows { ${names} ${figures} } totals { ${figures} } } }`;
const year = { from: '2024-01', until: '2024-12' };
const twoYears = { from: '2023-01', until: '2024-12' };
const province = { regionIds: [publicId('region', referenceId('region', '36'))] };

const asked = (name: string, groupBy: readonly string[], filter: object, live = false): Question => ({
  name,
  query: operation,
  variables: { filter: { ...province, ...filter }, groupBy, live },
});

const dashboard = asked('dashboard: REGION x CATEGORY, a year', ['REGION', 'CATEGORY'], year);
const threes = [
  ['REGION', 'CATEGORY', 'MONTH'],
  ['PROGRAM', 'SEX', 'DECILE'],
  ['CATEGORY', 'FUNDING_SOURCE', 'YEAR'],
  ['REGION', 'OFFICE', 'DECILE'],
].map((groupBy) => asked(`${groupBy.join(' x ')}, 24 months`, groupBy, twoYears));
const live = {
  ...asked('live: REGION x CATEGORY x MONTH, 24 months', ['REGION', 'CATEGORY', 'MONTH'], twoYears, true),
  // the SQL beside it has no totals either
  query: operation.replace(/totals \{[^}]*\}/, ''),
};
const afterChange = 'dashboard, just after somebody changed';
const afterFact = 'dashboard, just after a program changed';
const afterRefresh = 'dashboard, once the sums were brought to the ledger';
const sizes = `select (select count(*) from statistics_member) as people, (select count(*) from statistics_cohort) as cohorts,
  (select count(*) from statistics_run) as runs, (select count(*) from statistics_group where level = 5) as groups_5,
  (select count(*) from statistics_group where level = 10) as groups_10, (select sum(end_month - first_month) from coverage_entry) as person_months`;

const began = performance.now();
const database = await openBenchDatabase(amounts, say);
const owner = new pg.Pool({ connectionString: database.superUserUrl, max: 1 });
const login = new pg.Pool({ connectionString: database.appUrl, max: 1 });
const system = await startSystem(payung, { databaseUrl: database.appUrl + patience, connections: 4 });
try {
  say('Menulis buku besar / Writing the ledger …');
  await withClient(database.superUserUrl, writeLedger);
  const parts = { pool: login, clock: systemClock };
  say(`cohorts: ${await seconds(() => refreshStatistics(parts))} s`);
  // who sees people is not answered by groups
  if (process.env.BENCH_GROUPS !== '0') say(`groups: ${await seconds(() => releaseStatistics(parts))} s`);
  await owner.query('vacuum (analyze)');
  say(JSON.stringify((await owner.query(sizes)).rows[0]));
  await measured();
} finally {
  await system.stop();
  await owner.end();
  await login.end();
  await database.stop();
}

/** Everything in turn, round by round, one request at a time; medians. */
async function measured(): Promise<void> {
  const programs = (await owner.query<{ id: string }>('select id from program order by id limit 20')).rows;
  const lookups = programs.map(({ id }) => ({
    name: 'single-row lookup (one program)',
    query: 'query ($id: ID!) { program(id: $id) { id name region { name } quota } }',
    variables: { id: publicId('program', id) },
  }));
  const took = new Map<string, number[]>();
  let round = -3;
  const note = (name: string, ms: number): void => {
    if (round >= 0) took.set(name, [...(took.get(name) ?? []), ms]);
  };
  for (; round < rounds; round += 1) {
    say(`round ${round + 1} of ${rounds}${round < 0 ? ' (warming up)' : ''}`);
    for (const question of [...lookups, ...lookups.map(() => dashboard)]) {
      note(question.name, await milliseconds(() => post(question)));
    }
    note(afterChange, await afterOneChanged(round));
    await refreshStatistics({ pool: login, clock: systemClock });
    note(afterRefresh, await milliseconds(() => post(dashboard)));
    await owner.query('update program set quota = quota where id = $1', [programs[0]?.id]);
    note(afterFact, await milliseconds(() => post(dashboard)));
    for (const question of [dashboard, ...threes, live]) {
      // as after a change of rights: nothing is kept
      await owner.query('insert into statistics_change default values');
      note(`${question.name}, anew`, await milliseconds(() => post(question)));
    }
    note(
      'plain SQL, the same question as live',
      await milliseconds(() => owner.query(plainSql, ['2023-01-01', '2024-12-01'])),
    );
  }
  const medians = new Map([...took].map(([name, all]) => [name, medianOf(all)]));
  for (const [name, ms] of medians) say(`${name.padEnd(55)} ${ms.toFixed(1).padStart(9)} ms`);
  const lookup = medians.get('single-row lookup (one program)') ?? 1;
  say(
    `dashboard after a person changed : lookup = ${((medians.get(afterChange) ?? 0) / lookup).toFixed(2)} (mark: below 3)`,
  );
  say(`dashboard after a program changed : lookup = ${((medians.get(afterFact) ?? 0) / lookup).toFixed(2)}`);
  say(`dashboard anew : lookup = ${((medians.get(`${dashboard.name}, anew`) ?? 0) / lookup).toFixed(2)}`);
  say(`dashboard : lookup = ${((medians.get(dashboard.name) ?? 0) / lookup).toFixed(2)} (mark: below 3)`);
  say(
    `slowest of three groupings: ${Math.max(...threes.map(({ name }) => medians.get(`${name}, anew`) ?? 0)).toFixed(0)} ms (mark: below 300)`,
  );
  const plain = medians.get('plain SQL, the same question as live') ?? 1;
  say(`live : plain SQL = ${((medians.get(`${live.name}, anew`) ?? 0) / plain).toFixed(2)} (mark: below 2)`);
}

/** Somebody's category changes, and the dashboard is asked at once. */
async function afterOneChanged(round: number): Promise<number> {
  await owner.query(
    `update enrollment set category_id = (select id from category where code like 'BENCH_%' and id <> category_id order by id limit 1)
     where id = (select e.id from enrollment e where exists (select from coverage c where c.enrollment_id = e.id) order by e.id offset $1 limit 1)`,
    [round + 3],
  );
  return milliseconds(() => post(dashboard));
}

async function post({ query, variables }: Question): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${system.port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${database.coordinator.token}` },
    body: JSON.stringify({ query, variables }),
  });
  const body = await answer.text();
  if (answer.status !== 200 || body.includes('"errors"')) throw new Error(body.slice(0, 500));
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function seconds(work: () => Promise<unknown>): Promise<string> {
  return ((await milliseconds(work)) / 1000).toFixed(1);
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function say(line: string): void {
  process.stdout.write(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}\n`);
}
