import { randomUUID } from 'node:crypto';
import { type EntityManager, In } from 'typeorm';
import type { DraftInput } from './draft-input.js';
import { CoverageMonthRow, type MouRow, RegionRow, RegulationRow } from './first-written-entities.js';
import { Loader } from './first-written-loader.js';
import { keyOf, pageOf, publicKey } from './first-written-page.js';
import { EnrollmentRow } from './first-written-people-entities.js';
import { ProgramRow } from './first-written-program-entities.js';

export const programTypeDefs = `
  type BudgetLine { fiscalYear: Int! originalRupiah: String! }
  extend type Program { version: Int! region: Region! mous: [Mou!]! legalBases: [Regulation!]! budgetLines: [BudgetLine!]!
    enrollments: ProgramEnrollments! }
  type ProgramEnrollments { totalCount: Int! }
  type ProgramConnection { nodes: [Program!]! pageInfo: PageInfo! }
  type CoverageRow { region: Region! category: Category! personMonths: Int! contributionRupiah: String! }
  type Category { id: ID! }
  type CoverageStatistics { rows: [CoverageRow!]! }
  input ProgramFilter { regionIds: [ID!] fiscalYear: Int }
  input CoverageStatisticsFilter { regionIds: [ID!] from: String until: String }
  enum CoverageGrouping { REGION CATEGORY }
  input BudgetLineInput { fiscalYear: Int! fundingSource: String! originalRupiah: String! }
  input ProgramCreateInput { name: String! regionId: ID! monthFrom: String! monthUntil: String! segment: String! quota: Int
    legalBasisIds: [ID!] mouIds: [ID!] budgetLines: [BudgetLineInput!] }
  type ProgramCreatePayload { program: Program userErrors: [UserError!]! }
  extend type Query {
    programs(first: Int!, filter: ProgramFilter): ProgramConnection!
    coverageStatistics(filter: CoverageStatisticsFilter, groupBy: [CoverageGrouping!]!): CoverageStatistics!
  }
  type Mutation { programCreate(input: ProgramCreateInput!): ProgramCreatePayload! }
`;

interface ProgramContext {
  readonly manager: EntityManager;
  readonly regions: Loader<string, RegionRow>;
  readonly programParts: Loader<string, ProgramRow>;
  readonly heads: Loader<string, number>;
}

/** Loaders of what lies below a program. */
export function programLoaders(manager: EntityManager): Pick<ProgramContext, 'programParts' | 'heads'> {
  return {
    programParts: new Loader(async (ids) => {
      const found = await manager.find(ProgramRow, {
        where: { id: In([...ids]) },
        relations: { mouLinks: { mou: true }, basisLinks: { regulation: true }, budgetLines: true },
      });
      return new Map(found.map((program) => [program.id, program]));
    }),
    heads: new Loader(async (ids) => {
      const counted: { id: string; heads: string }[] = await manager
        .createQueryBuilder(EnrollmentRow, 'e')
        .select('e.programId', 'id')
        .addSelect('count(*)', 'heads')
        .where('e.programId in (:...ids)', { ids })
        .groupBy('e.programId')
        .getRawMany();
      return new Map(counted.map(({ id, heads }) => [id, Number(heads)]));
    }),
  };
}

export const programResolvers = {
  Query: {
    programs: (_: unknown, args: ProgramArgs, { manager }: ProgramContext) => programsOf(manager, args),
    coverageStatistics: (_: unknown, { filter }: CoverageArgs, { manager }: ProgramContext) =>
      coverageOf(manager, filter),
  },
  Mutation: {
    programCreate: (_: unknown, { input }: { input: DraftInput }, { manager }: ProgramContext) =>
      created(manager, input),
  },
  Program: {
    id: ({ id }: ProgramRow) => publicKey('program', id),
    region: ({ regionId }: ProgramRow, _: unknown, { regions }: ProgramContext) => regions.load(regionId),
    mous: async ({ id }: ProgramRow, _: unknown, { programParts }: ProgramContext) =>
      ((await programParts.load(id))?.mouLinks ?? []).map(({ mou }) => mou).sort(bySignature),
    legalBases: async ({ id }: ProgramRow, _: unknown, { programParts }: ProgramContext) =>
      ((await programParts.load(id))?.basisLinks ?? []).map(({ regulation }) => regulation).sort(byYear),
    budgetLines: async ({ id }: ProgramRow, _: unknown, { programParts }: ProgramContext) =>
      (await programParts.load(id))?.budgetLines ?? [],
    enrollments: async ({ id }: ProgramRow, _: unknown, { heads }: ProgramContext) => ({
      totalCount: (await heads.load(id)) ?? 0,
    }),
  },
};

interface ProgramArgs {
  readonly first: number;
  readonly filter: { readonly regionIds: readonly string[]; readonly fiscalYear: number };
}
interface CoverageArgs {
  readonly filter: { readonly regionIds: readonly string[]; readonly from: string };
}

async function programsOf(manager: EntityManager, { first, filter }: ProgramArgs) {
  const keys = filter.regionIds.map(keyOf);
  const { fiscalYear } = filter;
  const found = await manager
    .createQueryBuilder(ProgramRow, 'p')
    .innerJoin(RegionRow, 'r', 'r.id = p.regionId')
    .where('(r.id in (:...keys) or r.parent_id in (:...keys))', { keys })
    .andWhere(
      'exists (select 1 from budget_line l where l.program_id = p.id and l.fiscal_year = :fiscalYear)',
      { fiscalYear },
    )
    .orderBy('p.monthFrom', 'DESC')
    .addOrderBy('p.id', 'DESC')
    .limit(first + 1)
    .getMany();
  return pageOf(found, first, ({ monthFrom, id }) => ['PERIOD_FROM:DESC', monthFrom, id]);
}

async function coverageOf(manager: EntityManager, { regionIds, from }: CoverageArgs['filter']) {
  const found: { region: string; category: string; months: string; rupiah: string }[] = await manager
    .createQueryBuilder(CoverageMonthRow, 's')
    .select('s.regionId', 'region')
    .addSelect('s.categoryId', 'category')
    .addSelect('sum(s.personMonths)', 'months')
    .addSelect('sum(s.contribution)', 'rupiah')
    .where('s.provinceId = :province and s.year = :year', {
      province: keyOf(regionIds[0] ?? ''),
      year: Number(from.slice(0, 4)),
    })
    .groupBy('s.regionId')
    .addGroupBy('s.categoryId')
    .getRawMany();
  return {
    rows: found.map(({ region, category, months, rupiah }) => ({
      region: { id: region },
      category: { id: publicKey('category', category) },
      personMonths: Number(months),
      contributionRupiah: rupiah,
    })),
  };
}

function compared(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

function bySignature(left: MouRow, right: MouRow): number {
  return compared(`${left.signedOn ?? '9999'} ${left.id}`, `${right.signedOn ?? '9999'} ${right.id}`);
}

function byYear(left: RegulationRow, right: RegulationRow): number {
  return (left.year ?? 0) - (right.year ?? 0) || compared(left.id, right.id);
}

async function created(manager: EntityManager, input: DraftInput) {
  const { name, segment, quota, legalBasisIds, mouIds, budgetLines } = input;
  const program = manager.create(ProgramRow, {
    ...{ id: randomUUID(), version: 1, name, segment, quota, regionId: keyOf(input.regionId) },
    monthFrom: `${input.monthFrom}-01`,
    monthUntil: `${input.monthUntil}-01`,
    basisLinks: legalBasisIds.map((id) => ({ id: randomUUID(), regulationId: keyOf(id) })),
    mouLinks: mouIds.map((id) => ({ id: randomUUID(), mouId: keyOf(id) })),
    budgetLines: budgetLines.map((line) => ({ id: randomUUID(), ...line })),
  });
  await manager.save(program);
  return { program, userErrors: [] };
}
