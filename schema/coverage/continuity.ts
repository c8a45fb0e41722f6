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

  @Field(() => Int, { description: 'Number of persons who are active.' })
  persons!: number;

  @Field(() => Int, {
    description: 'Number of them with fewer than three consecutive paid months: heirs get Rp10 million only.',
  })
  belowThree!: number;

  @Field(() => Int, {
    description: 'Number of them with more than three unpaid months: membership has ended.',
  })
  lapsed!: number;

  @Field(() => Int, {
    description:
      'Number of persons, active or not, who were covered in December before and not from January to March.',
  })
  decemberOnly!: number;
}

readableAlso(Beneficiary, {
  continuity: value(
    (beneficiary) => `app.continuity_of(${beneficiary}.person_id, date_trunc('month', app.today())::date)`,
  ),
});
