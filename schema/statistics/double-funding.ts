import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { RupiahScalar } from '../kernel/scalars.js';
import { Statement } from '../kernel/statement.js';
import type { Caller } from '../kernel/unit-of-work.js';
import { scopeSql } from './coverage-entries.js';
import { recordSql } from './coverage-keys.js';
import { StatisticsKey } from './coverage-statistics.types.js';

@InputType({
  description: 'Conditions on who asked for months that another payer covers; all of them have to hold.',
})
export class DoubleFundingFilter {
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of the regions that asked, or of what lies above them. Empty: nobody matches.',
  })
  regionIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of the programs that asked. Empty: nobody matches.',
  })
  programIds?: string[] | null;
}

const tooFew = 'Null: too few persons to be told';

@ObjectType({ description: 'Months that two payers wanted, or did pay.' })
export class DoubleFundingRow {
  @Field(() => StatisticsKey, {
    nullable: true,
    description: 'Region that asked after the other. Null: all regions together.',
  })
  region!: StatisticsKey | null;

  @Field(() => Int, { nullable: true, description: `Number of persons refused in time. ${tooFew}.` })
  refusedPersons!: number | null;

  @Field(() => Int, { nullable: true, description: `Number of person-months refused in time. ${tooFew}.` })
  refusedPersonMonths!: number | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: `Rupiah saved by refusing. ${tooFew}.`,
  })
  savedRupiah!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of cases that nobody has judged yet. Null: not told to analysts.',
  })
  openCases!: number | null;

  @Field(() => Int, { nullable: true, description: `Number of persons paid for twice. ${tooFew}.` })
  paidTwicePersons!: number | null;

  @Field(() => Int, { nullable: true, description: `Number of person-months paid twice. ${tooFew}.` })
  paidTwicePersonMonths!: number | null;

  @Field(() => RupiahScalar, { nullable: true, description: `Rupiah paid a second time. ${tooFew}.` })
  paidTwiceRupiah!: string | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Rupiah of it that came back. Null: not told to analysts.',
  })
  recoveredRupiah!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether the figures are sums over groups of at least five, as analysts get them: lower bounds.',
  })
  suppressed!: boolean;
}

@ObjectType({ description: 'Double funding, by the region that asked for the months after another.' })
export class DoubleFunding {
  @Field(() => [DoubleFundingRow], { description: 'Regions by code; those without any are left out.' })
  rows!: DoubleFundingRow[];

  @Field(() => DoubleFundingRow, { description: 'All regions together, each person once.' })
  totals!: DoubleFundingRow;
}

/** Rows by region and the totals. Two statements in one snapshot. */
export async function doubleFundingOf(caller: Caller, filter: DoubleFundingFilter): Promise<object> {
  const [rows, [totals]] = await Promise.all([read(caller, filter, true), read(caller, filter, false)]);
  return { rows, totals };
}

function read(caller: Caller, filter: DoubleFundingFilter, isByRegion: boolean): Promise<object[]> {
  const statement = new Statement();
  const scope = scopeSql(filter, statement);
  const programs = filter.programIds ? statement.ids('program', filter.programIds) : null;
  const within = (alias: string): string => (programs ? ` and ${alias}.program_id = any(${programs})` : '');
  const seen = 'any(array(select s.id from scope s where s.least = 0))';
  const key = (alias: string): string => (isByRegion ? `${alias}.region_id` : 'null::uuid');
  const text = `with ${scope},
    refused as (
      select ${key('k')} as region_id, count(distinct k.person_id) filter (where k.state <> 'PAID_TWICE') as persons,
        sum(app.month_count(k.months)) filter (where k.state <> 'PAID_TWICE') as months, sum(k.saved_rupiah) filter (where k.state <> 'PAID_TWICE') as rupiah,
        count(*) filter (where k.state = 'OPEN') as open
      from coverage_case k where k.region_id = ${seen}${within('k')} group by 1),
    twice as (
      select ${key('d')} as region_id, count(distinct d.person_id) as persons, sum(app.month_count(d.months)) as months, sum(d.paid_rupiah) as rupiah,
        sum(d.recovered_rupiah) as recovered
      from double_payment d where d.region_id = ${seen}${within('d')} group by 1),
    exact as (
      select r.region_id, r.persons as refused_persons, r.months as refused_months, r.rupiah as saved, r.open,
        null::bigint as twice_persons, null::bigint as twice_months, null::numeric as twice, null::numeric as recovered, false as is_grouped from refused r
      union all
      select t.region_id, null, null, null, null, t.persons, t.months, t.rupiah, t.recovered, false from twice t),
    grouped as (
      select ${key('c')} as region_id, sum(c.persons) filter (where c.overlap = 'REFUSED') as refused_persons,
        sum(c.persons * c.overlap_months) filter (where c.overlap = 'REFUSED') as refused_months,
        sum(c.persons * c.overlap_rupiah) filter (where c.overlap = 'REFUSED') as saved,
        null::bigint as open, sum(c.persons) filter (where c.overlap = 'PAID_TWICE') as twice_persons,
        sum(c.persons * c.overlap_months) filter (where c.overlap = 'PAID_TWICE') as twice_months,
        sum(c.persons * c.overlap_rupiah) filter (where c.overlap = 'PAID_TWICE') as twice,
        null::numeric as recovered, true as is_grouped
      from app.told_people(array(select s.id from scope s where s.least = 5)) c where true${within('c')} group by 1),
    f as (
      select region_id, sum(refused_persons) as refused_persons, sum(refused_months) as refused_months, sum(saved) as saved, sum(open) as open,
        sum(twice_persons) as twice_persons, sum(twice_months) as twice_months, sum(twice) as twice, sum(recovered) as recovered,
        coalesce(bool_or(is_grouped), false) as is_grouped
      from (select * from exact union all select * from grouped) e group by 1)
    select ${isByRegion ? recordSql('region', 'region', 'r.code', 'r.display_name', 'r') : 'null as region'},
      coalesce(f.refused_persons, ${none})::integer as "refusedPersons", coalesce(f.refused_months, ${none})::integer as "refusedPersonMonths",
      coalesce(f.saved, ${none})::text as "savedRupiah", coalesce(f.open, ${none})::integer as "openCases",
      coalesce(f.twice_persons, ${none})::integer as "paidTwicePersons", coalesce(f.twice_months, ${none})::integer as "paidTwicePersonMonths",
      coalesce(f.twice, ${none})::text as "paidTwiceRupiah", coalesce(f.recovered, ${none})::text as "recoveredRupiah",
      coalesce(f.is_grouped, false) as suppressed
    from ${isByRegion ? 'f join region r on r.id = f.region_id order by r.code' : '(values (1)) one left join f on true'}`;
  return caller.reads.rows<object>(text, statement.values);
}

/** Without a row there is nothing; in groups, what is missing is not told. */
const none = 'case when coalesce(f.is_grouped, false) then null else 0 end';
