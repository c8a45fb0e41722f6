import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { holdsRole } from '../kernel/actor.js';
import { filterSql } from '../kernel/page-request.js';
import { Refusal } from '../kernel/problem.js';
import { DecimalScalar, RupiahScalar } from '../kernel/scalars.js';
import type { Selection } from '../kernel/selection.js';
import { Statement } from '../kernel/statement.js';
import type { Caller } from '../kernel/unit-of-work.js';
import { type ProgramFilter, ProgramState, programList } from '../program/index.js';
import { recordSql } from './coverage-keys.js';
import { CoverageGrouping } from './coverage-statistics.inputs.js';
import { summedAnswerSql } from './coverage-statistics.sql.js';
import { StatisticsKey } from './coverage-statistics.types.js';
import { peopleRoles } from './statistics.policy.js';

export enum ProgramGrouping {
  PROGRAM = 'PROGRAM',
  REGION = 'REGION',
  PROVINCE = 'PROVINCE',
  STATE = 'STATE',
  AGENCY = 'AGENCY',
}
registerEnumType(ProgramGrouping, {
  name: 'ProgramGrouping',
  description: 'What programs can be counted by.',
  valuesConfig: {
    PROGRAM: { description: 'The program itself.' },
    REGION: { description: 'Region that pays.' },
    PROVINCE: { description: 'Province in which the payer lies.' },
    STATE: { description: 'State of the program.' },
    AGENCY: { description: 'Agency that runs it.' },
  },
});

@ObjectType({ description: 'Programs counted together. A key that was not grouped by is null.' })
export class ProgramStatisticsRow {
  @Field(() => StatisticsKey, { nullable: true, description: 'Program. Null: not grouped by it.' })
  program!: StatisticsKey | null;

  @Field(() => StatisticsKey, { nullable: true, description: 'Region that pays. Null: not grouped by it.' })
  region!: StatisticsKey | null;

  @Field(() => StatisticsKey, { nullable: true, description: 'Province. Null: not grouped by it.' })
  province!: StatisticsKey | null;

  @Field(() => ProgramState, { nullable: true, description: 'State. Null: not grouped by it.' })
  state!: ProgramState | null;

  @Field(() => String, { nullable: true, description: 'Agency. Null: not grouped by it, or not stated.' })
  agency!: string | null;

  @Field(() => Int, { description: 'Number of programs.' })
  programs!: number;

  @Field(() => Int, { nullable: true, description: 'Sum of the quotas, persons. Null: none is fixed.' })
  quota!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of persons covered in the year, each once per program. Null: too few to be told.',
  })
  persons!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of person-months covered in the year. Null: too few to be told.',
  })
  personMonths!: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Persons of programs with a quota : their quotas, four decimals. Null: no quota, or too few to be told.',
  })
  quotaFulfilment!: string | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Ceilings of the fiscal year, in whole rupiah. Null: no budget line.',
  })
  budgetRupiah!: string | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Contributions of the year’s months, in whole rupiah. Null: too few to be told.',
  })
  contributionRupiah!: string | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Contributions of paid months of the year, in whole rupiah. Null: too few to be told.',
  })
  paidRupiah!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Paid : budget, four decimals. Null: either is not known.',
  })
  absorption!: string | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Paid rupiah for each paid month of a person, rounded. Null: nothing is paid, or not told.',
  })
  costPerPersonMonthRupiah!: string | null;

  @Field(() => Int, {
    description: 'Number of programs with months outside a legal basis in force or a running agreement.',
  })
  unfounded!: number;

  @Field(() => Boolean, { description: 'Whether somebody is left out because too few may not be told.' })
  suppressed!: boolean;
}

@ObjectType({ description: 'Programs that the caller may read, counted by what was asked for.' })
export class ProgramStatistics {
  @Field(() => Int, { description: 'Fiscal year of months and money.' })
  fiscalYear!: number;

  @Field(() => [ProgramStatisticsRow], { description: 'Rows in the order of their keys; at most 2,000.' })
  rows!: ProgramStatisticsRow[];

  @Field(() => ProgramStatisticsRow, { description: 'All programs together.' })
  totals!: ProgramStatisticsRow;
}

export interface ProgramQuestion {
  readonly filter: ProgramFilter | null | undefined;
  readonly groupBy: readonly ProgramGrouping[];
  readonly fiscalYear: number;
}

interface ProgramKey {
  readonly sql: string;
  readonly shown: string;
  readonly join?: string;
  readonly sort: string;
}

const mostRows = 2000;

const keys: Readonly<Record<ProgramGrouping, ProgramKey>> = {
  PROGRAM: {
    sql: 'x.id',
    shown: recordSql('program', 'program', 'null', 'kp.name', 'kp'),
    join: 'left join program kp on kp.id = g.k_program',
    sort: 'kp.name, kp.id',
  },
  REGION: {
    sql: 'x.region_id',
    shown: recordSql('region', 'region', 'kr.code', 'kr.display_name', 'kr'),
    join: 'left join region kr on kr.id = g.k_region',
    sort: 'kr.code',
  },
  PROVINCE: {
    sql: 'x.province_id',
    shown: recordSql('province', 'region', 'kv.code', 'kv.display_name', 'kv'),
    join: 'left join region kv on kv.id = g.k_province',
    sort: 'kv.code',
  },
  STATE: { sql: 'x.state', shown: 'g.k_state as state', sort: 'g.k_state' },
  AGENCY: { sql: 'x.agency', shown: 'g.k_agency as agency', sort: 'g.k_agency' },
};

/** Programs counted; people and money of the year as in coverage statistics. Up to two statements. */
export async function programStatisticsOf(
  caller: Caller,
  question: ProgramQuestion,
  selection: Selection,
): Promise<{ readonly rows: readonly object[]; readonly totals: object | undefined }> {
  const wants = (name: string): boolean => selection.get(name)?.below?.has('unfounded') ?? false;
  const [rows, [totals]] = await Promise.all([
    question.groupBy.length > 0 && selection.has('rows') ? read(caller, question, wants('rows')) : [],
    selection.has('totals') ? read(caller, { ...question, groupBy: [] }, wants('totals')) : [],
  ]);
  if (rows.length > mostRows)
    throw new Refusal('BAD_USER_INPUT', 'STATISTICS_ROWS_TOO_MANY', { limit: mostRows });
  return { rows, totals };
}

function read(
  caller: Caller,
  { filter, groupBy, fiscalYear }: ProgramQuestion,
  isFoundingWanted: boolean,
): Promise<object[]> {
  const statement = new Statement();
  const coverage = summedAnswerSql(
    {
      groupBy: [CoverageGrouping.PROGRAM],
      filter: filter?.regionIds ? { regionIds: filter.regionIds } : {},
      span: { first: fiscalYear * 12, end: fiscalYear * 12 + 12 },
      seesPeople: holdsRole(caller.actor, peopleRoles),
      isLive: false,
    },
    statement,
  );
  const where = filterSql(programList, { filter }, 'p', statement).map((condition) => ` and (${condition})`);
  const parts = groupBy.map((name) => ({ ...keys[name], name: `k_${name.toLowerCase()}` }));
  const text = `with ${coverage},
    x as (
      select p.id, p.region_id, s.province_id, p.state, p.agency, p.quota, a.persons, a.person_months, a.contribution, a.paid, a.paid_months, a.budget,
        s.least > 0 and (a.persons is null or a.is_hidden) as is_hidden,
        ${isFoundingWanted ? 'p.id in (select app.unfounded_programs())' : 'false'} as is_unfounded
      from program p join scope s on s.id = p.region_id left join answer a on a.key_program = p.id where true${where.join('')}),
    g as (
      select ${parts.map(({ sql, name }) => `${sql} as ${name}, `).join('')}count(*)::integer as programs, sum(x.quota)::integer as quota,
        sum(case when x.is_hidden then x.persons else coalesce(x.persons, 0) end)::integer as persons,
        sum(case when x.is_hidden then x.person_months else coalesce(x.person_months, 0) end)::integer as person_months,
        sum(case when x.is_hidden then x.contribution else coalesce(x.contribution, 0) end) as contribution,
        sum(case when x.is_hidden then x.paid else coalesce(x.paid, 0) end) as paid, sum(x.paid_months) as paid_months, sum(x.budget) as budget,
        sum(x.persons) filter (where x.quota is not null) as quota_persons,
        (count(*) filter (where x.is_unfounded))::integer as unfounded, coalesce(bool_or(x.is_hidden), false) as suppressed
      from x ${parts.length > 0 ? `group by ${parts.map((_, index) => index + 1).join(', ')}` : ''})
    select ${parts.map(({ shown }) => `${shown}, `).join('')}g.programs, g.quota, g.persons, g.person_months as "personMonths",
      trim_scale(round(g.quota_persons::numeric / nullif(g.quota, 0), 4))::text as "quotaFulfilment", g.budget::text as "budgetRupiah",
      g.contribution::text as "contributionRupiah", g.paid::text as "paidRupiah", trim_scale(round(g.paid / nullif(g.budget, 0), 4))::text as absorption,
      round(g.paid / nullif(g.paid_months, 0))::text as "costPerPersonMonthRupiah", g.unfounded, g.suppressed
    from g ${parts.map(({ join }) => join ?? '').join(' ')}
    ${parts.length > 0 ? `order by ${parts.map(({ sort }) => sort).join(', ')}` : ''} limit ${mostRows + 1}`;
  return caller.reads.rows<object>(text, statement.values);
}
