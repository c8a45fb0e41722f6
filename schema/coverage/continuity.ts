import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Beneficiary } from '../beneficiary/index.js';
import { readableAlso, value } from '../kernel/readable.js';
import { MonthScalar } from '../kernel/scalars.js';

@ObjectType({ description: 'Months without payment between two runs of paid months.' })
export class ContinuityGap {
  @Field(() => MonthScalar, { description: 'First month that is not paid.' })
  from!: string;

  @Field(() => MonthScalar, { description: 'Last month that is not paid, included.' })
  until!: string;

  @Field(() => Int, { description: 'Number of months.' })
  months!: number;
}

@ObjectType({ description: 'Runs of consecutive paid months of a person up to this month, whoever paid.' })
export class PersonContinuity {
  @Field(() => MonthScalar, { description: 'Month up to which it is reckoned.' })
  asOf!: string;

  @Field(() => Int, {
    description:
      'Number of months of the present run; up to three unpaid months after it are grace, then it is 0.',
  })
  currentPaidRun!: number;

  @Field(() => Int, { description: 'Number of months of the longest run.' })
  longestPaidRun!: number;

  @Field(() => Boolean, {
    description: 'Whether the present run is shorter than three months: heirs get Rp10 million only.',
  })
  isBelowThree!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of unpaid months since the last paid one. Null: never paid.',
  })
  unpaidMonths!: number | null;

  @Field(() => Boolean, {
    description: 'Whether more than three months are unpaid, so that membership has ended.',
  })
  isLapsed!: boolean;

  @Field(() => [ContinuityGap], { description: 'Unpaid months between runs, oldest first.' })
  gaps!: ContinuityGap[];
}

@InputType({ description: 'Conditions on whom continuity is reckoned of; all of them have to hold.' })
export class ContinuityFilter {
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of regions that pay, or below which the payer lies. Empty: nobody matches.',
  })
  regionIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of programs. Empty: nobody matches.' })
  programIds?: string[] | null;

  @Field(() => MonthScalar, {
    nullable: true,
    description: 'Month up to which it is reckoned. Null: this month.',
  })
  month?: string | null;
}

@ObjectType({ description: 'How many people have a run of paid months, and how many have lost it.' })
export class Continuity {
  @Field(() => MonthScalar, { description: 'Month up to which it is reckoned.' })
  month!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Number of persons who are active. Null: too few to be told, or another month than this for analysts.',
  })
  persons!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Number of them with fewer than three consecutive paid months: heirs get Rp10 million only. Null: as for `persons`.',
  })
  belowThree!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Number of them with more than three unpaid months: membership has ended. Null: as for `persons`.',
  })
  lapsed!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Number of persons, active or not, who were covered in December before and not from January to March. Null: not told to analysts.',
  })
  decemberOnly!: number | null;

  @Field(() => Boolean, {
    description:
      'Whether the figures are sums over groups of at least five, as analysts get them: lower bounds.',
  })
  suppressed!: boolean;
}

readableAlso(Beneficiary, {
  continuity: value(
    (beneficiary) => `app.continuity_of(${beneficiary}.person_id, date_trunc('month', app.today())::date)`,
  ),
});

/** Of everybody, in the regions whose people the caller may see. */
export const factsText = `
  select count(*) filter (where f.is_active)::integer as persons,
    count(*) filter (where f.is_active and f.current_run < 3)::integer as "belowThree",
    count(*) filter (where f.is_active and f.is_lapsed)::integer as lapsed,
    count(*) filter (where f.is_december_only)::integer as "decemberOnly"
  from app.continuity_facts($1::uuid[], $2::uuid[], $3::date) f`;

/** What groups say of their persons is of their own day: of another month they say nothing. */
export const cellsText = `
  select sum(c.persons)::integer as persons, sum(c.persons) filter (where c.paid_run in ('0', '1-2'))::integer as "belowThree",
    sum(c.persons) filter (where c.membership = 'LAPSED')::integer as lapsed, null::integer as "decemberOnly"
  from (
    select distinct on (t.group_id) t.* from app.told_people(array(
      select r.id from app.readable_regions() r(id) where $1::uuid[] is null or r.id in (select app.region_subtree($1::uuid[])))) t
    where t.status = 'ACTIVE' and ($2::uuid[] is null or t.program_id = any ($2::uuid[]))) c
  where $3::date = date_trunc('month', app.today())
    and exists (select from analytics_refresh f where date_trunc('month', f.as_of) = $3::date)`;
