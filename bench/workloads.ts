import { publicId, referenceId } from '../schema/kernel/identifier.js';
import type { BenchActor, BenchDatabase } from './database.js';
import { withClient } from './database.js';
import { systemNames } from './system-names.js';

/** What the design asks of Payung in a workload: how many times the speed of other systems, by their names. */
export type Marks = Readonly<Partial<Record<string, number>>>;

const marksOf = (ofLimit: number, ofPostgraphile: number, ofFirstWritten?: number): Marks => ({
  [systemNames.limit]: ofLimit,
  [systemNames.postgraphile]: ofPostgraphile,
  ...(ofFirstWritten && { [systemNames.firstWritten]: ofFirstWritten }),
});

/** One kind of request, asked of every system with the same variables in turn. */
export interface Workload {
  readonly name: string;
  /** Path under which the bare server of the limit answers it. */
  readonly route: string;
  readonly actor: BenchActor;
  readonly query: string;
  readonly variables: readonly object[];
  /** Creates records: answers carry new ids, which are not compared. */
  readonly isWrite: boolean;
  readonly marks: Marks;
  /** The answer without what may differ between systems, such as the order of groups; absent: all of it counts. */
  comparable?(data: never): unknown;
}

const mouQuery = `query Mou($id: ID!) { mou(id: $id) {
  id titleAsWritten kind state signing { on place } region { id code displayName }
  parties { position kind number office { id displayName level } } programs(first: 10) { nodes { id name } } } }`;

const programsQuery = `query Programs($filter: ProgramFilter) { programs(first: 50, filter: $filter) {
  nodes { id name region { id displayName } mous { id titleAsWritten } legalBases { id displayTitle } enrollments { totalCount } }
  pageInfo { hasNextPage endCursor } } }`;

const peopleQuery = `query People($after: String) { beneficiaries(first: 100, after: $after) {
  nodes { id name region { id displayName } enrollments(first: 3) { nodes { id state enteredOn program { id name } } } }
  pageInfo { hasNextPage endCursor } } }`;

const coverageQuery = `query Coverage($filter: CoverageStatisticsFilter) { coverageStatistics(filter: $filter, groupBy: [REGION, CATEGORY]) {
  rows { region { id } category { id } personMonths contributionRupiah } } }`;

const createQuery = `mutation Create($input: ProgramCreateInput!) { programCreate(input: $input) {
  program { id version name region { displayName } budgetLines { fiscalYear originalRupiah } } userErrors { code } } }`;

const page = marksOf(0.75, 2, 6);

/** Two provinces with 60 payers and more between them, so that a year's programs fill a page. */
const provincePairs = [
  ['33', '35'],
  ['32', '33'],
  ['32', '35'],
  ['12', '33'],
  ['12', '35'],
];
const years = [2020, 2021, 2022, 2023, 2024];
/** How far into the list of people the deep page lies. */
const deepShare = 0.9;
const differentRecords = 500;
/** More than are asked for at once: nobody is to profit from two that ask the same at the same time. */
const differentPages = 32;

/** The workloads with variables that exist in this database. */
export async function workloadsOf(database: BenchDatabase): Promise<readonly Workload[]> {
  const { coordinator, administrator } = database;
  const { mouIds, draft, personPlace, firstPeople, deepPeople } = await pickedFrom(database.superUserUrl);
  const people = { actor: administrator, isWrite: false, route: '/people', query: peopleQuery, marks: page };
  return [
    {
      actor: coordinator,
      isWrite: false,
      name: 'one MoU with region, parties, offices, programs',
      route: '/mou',
      query: mouQuery,
      marks: marksOf(0.75, 4, 10),
      variables: mouIds.map((id) => ({ id: publicId('mou', id) })),
    },
    {
      actor: administrator,
      isWrite: false,
      name: '50 programs of a year with region, MoUs, legal bases, head count',
      route: '/programs',
      query: programsQuery,
      marks: marksOf(0.75, 1.5),
      variables: provincePairs.flatMap((provinces) =>
        years.map((fiscalYear) => ({ filter: { regionIds: provinces.map(regionIdOf), fiscalYear } })),
      ),
    },
    {
      ...people,
      name: '100 beneficiaries with region, first 3 enrollments, program',
      variables: [{}, ...firstPeople],
    },
    {
      ...people,
      name: `the same, ${personPlace.toLocaleString('en')} deep`,
      variables: deepPeople,
    },
    {
      actor: coordinator,
      isWrite: false,
      name: 'coverage of a province by region and category',
      route: '/coverage',
      query: coverageQuery,
      marks: marksOf(0.75, 4),
      variables: years.map((year) => ({
        filter: { regionIds: [regionIdOf('36')], from: `${year}-01`, until: `${year}-12` },
      })),
      comparable: ({ coverageStatistics: { rows } }: { coverageStatistics: { rows: readonly object[] } }) =>
        rows.map((row) => JSON.stringify(row)).sort(),
    },
    {
      actor: coordinator,
      isWrite: true,
      name: 'create a program (audited)',
      route: '/create',
      query: createQuery,
      marks: marksOf(0.6, 2),
      variables: [{ input: draft }],
    },
  ];
}

function regionIdOf(code: string): string {
  return publicId('region', referenceId('region', code));
}

async function pickedFrom(superUserUrl: string) {
  return withClient(superUserUrl, async (client) => {
    const mous = await client.query<{ id: string }>(
      "select id from mou where state = 'SIGNED' order by md5(id::text) limit $1",
      [differentRecords],
    );
    const mou = await client.query<{ id: string }>('select id from mou where region_id = $1 limit 1', [
      referenceId('region', '36.72'),
    ]);
    const law = await client.query<{ id: string }>("select id from regulation where kind = 'PP' limit 1");
    const people = await client.query<{ count: number }>(
      'select count(*)::integer as count from beneficiary',
    );
    const personPlace = Math.floor((people.rows[0]?.count ?? 0) * deepShare);
    const behind = async (place: number) => {
      const { rows } = await client.query<{ id: string; name: string }>(
        'select id, name from beneficiary order by name, id offset $1 limit $2',
        [place, differentPages],
      );
      return rows.map(({ id, name }) => ({ after: cursorOf('NAME:ASC', name, id) }));
    };
    return {
      mouIds: mous.rows.map((row) => row.id),
      draft: draftOf(mou.rows[0]?.id ?? '', law.rows[0]?.id ?? ''),
      personPlace,
      firstPeople: await behind(0),
      deepPeople: await behind(personPlace),
    };
  });
}

function cursorOf(...parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function draftOf(mouId: string, regulationId: string): object {
  return {
    name: 'Program percobaan',
    regionId: regionIdOf('36.72'),
    monthFrom: '2026-01',
    monthUntil: '2026-12',
    segment: 'BPU',
    quota: 500,
    legalBasisIds: [publicId('regulation', regulationId)],
    mouIds: [publicId('mou', mouId)],
    budgetLines: [{ fiscalYear: 2026, fundingSource: 'APBD_REGENCY', originalRupiah: '100800000' }],
  };
}
