import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { Beneficiary } from '../beneficiary/index.js';
import { Enrollment } from '../enrollment/index.js';
import { Refusal } from '../kernel/problem.js';
import { column, group, manyFrom, one, readable, readableAlso, value } from '../kernel/readable.js';
import { MonthScalar, RupiahScalar } from '../kernel/scalars.js';
import type { Statement } from '../kernel/statement.js';
import { Program } from '../program/index.js';
import { CoverageState } from './coverage.enums.js';

@ObjectType({ description: 'Contribution for one month, split by scheme.' })
export class CoverageContribution {
  @Field(() => RupiahScalar, { description: 'Rupiah for work accident (JKK).' })
  jkkRupiah!: string;

  @Field(() => RupiahScalar, { description: 'Rupiah for death (JKM).' })
  jkmRupiah!: string;

  @Field(() => RupiahScalar, { description: 'Rupiah for old-age savings (JHT); "0" when it is not paid.' })
  jhtRupiah!: string;

  @Field(() => RupiahScalar, { description: 'Sum of the three.' })
  totalRupiah!: string;
}

@ObjectType({ description: 'One month of a person in the ledger.' })
export class CoverageMonth {
  @Field(() => MonthScalar, { description: 'Month that is described.' })
  month!: string;

  @Field(() => CoverageState, { description: 'State of the month.' })
  state!: CoverageState;

  @Field(() => Boolean, { description: 'Whether a payer outside the regions of the caller covers it.' })
  isElsewhere!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether a second payer paid the month too; told to staff of that payer and to coordinators of either.',
  })
  isPaidTwice!: boolean;

  @Field(() => Program, {
    nullable: true,
    description: 'Program that covers it. Null: nobody, or not permitted.',
  })
  program!: Program | null;

  @Field(() => CoverageContribution, {
    nullable: true,
    description: 'Contribution for it. Null: nobody covers it, or not permitted.',
  })
  contribution!: CoverageContribution | null;
}

/** Years whose months are shown. */
@ArgsType()
export class CoverageYears {
  @Field(() => Int, { nullable: true, description: 'First year to show. Null: this year.' })
  fromYear?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Last year to show, at most five in all. Null: the first year.',
  })
  untilYear?: number | null;
}

const mostYears = 5;

readable(CoverageMonth, 'coverage-month', {
  month: column('month'),
  state: column('state'),
  isElsewhere: column('is_elsewhere'),
  isPaidTwice: column('is_paid_twice'),
  program: one(
    () => Program,
    (month, program) => `${program}.id = ${month}.program_id`,
  ),
  contribution: group({
    jkkRupiah: value((month) => `${month}.jkk_rupiah::text`),
    jkmRupiah: value((month) => `${month}.jkm_rupiah::text`),
    jhtRupiah: value((month) => `${month}.jht_rupiah::text`),
    totalRupiah: value((month) => `(${month}.jkk_rupiah + ${month}.jkm_rupiah + ${month}.jht_rupiah)::text`),
  }),
});

function monthsOf(person: string, statement: Statement, args: Readonly<Record<string, unknown>>): string {
  const { fromYear, untilYear } = args;
  refuseTooMany(fromYear, untilYear);
  const first = yearSql(fromYear, 'extract(year from app.today())::integer', statement);
  const last = yearSql(untilYear, first, statement);
  return `app.coverage_months(${person}, make_date(${first}, 1, 1), make_date(${last}, 12, 1))`;
}

function yearSql(year: unknown, otherwise: string, statement: Statement): string {
  if (typeof year !== 'number') return otherwise;
  if (year < 2000 || year > 2100) throw outside(year);
  return `${statement.parameter(year)}::integer`;
}

function refuseTooMany(first: unknown, last: unknown): void {
  if (typeof last !== 'number') return;
  if (typeof first !== 'number' || last < first || last - first >= mostYears) throw outside(last);
}

function outside(value: number): Refusal {
  return new Refusal('BAD_USER_INPUT', 'NUMBER_OUT_OF_RANGE', { value, minimum: 2000, maximum: 2100 });
}

const byMonth = (month: string): string => `${month}.month`;

readableAlso(Beneficiary, {
  coverage: manyFrom(
    () => CoverageMonth,
    (beneficiary, statement, args) => `(
      select m.*, exists (select from double_payment d
        where d.person_id = ${beneficiary}.person_id and d.months @> m.month) as is_paid_twice
      from ${monthsOf(`${beneficiary}.person_id`, statement, args)} m)`,
    byMonth,
  ),
});

readableAlso(Enrollment, {
  // months of others are no months of this enrollment; one that it paid in vain is a gap, paid twice
  coverage: manyFrom(
    () => CoverageMonth,
    (enrollment, statement, args) => `(
      select m.month, false as is_elsewhere,
        exists (select from double_payment d where d.person_id = ${enrollment}.person_id and d.months @> m.month
          and ${enrollment}.id in (d.enrollment_id, m.enrollment_id)) as is_paid_twice,
        case when m.enrollment_id = ${enrollment}.id then m.state else 'GAP' end as state,
        case when m.enrollment_id = ${enrollment}.id then m.program_id end as program_id,
        case when m.enrollment_id = ${enrollment}.id then m.jkk_rupiah end as jkk_rupiah,
        case when m.enrollment_id = ${enrollment}.id then m.jkm_rupiah end as jkm_rupiah,
        case when m.enrollment_id = ${enrollment}.id then m.jht_rupiah end as jht_rupiah
      from ${monthsOf(`${enrollment}.person_id`, statement, args)} m)`,
    byMonth,
  ),
});
