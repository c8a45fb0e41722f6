import { Field, ID, Int, ObjectType } from 'type-graphql';
import { payloadType, userErrorOf } from '../kernel/payload.js';
import { MonthScalar, RupiahScalar } from '../kernel/scalars.js';
import { coverageCodes } from './coverage.problems.js';
import { CoverageCase } from './coverage-case.entity.js';
import { DoublePayment } from './double-payment.entity.js';

export const CoverageUserError = userErrorOf('Coverage', coverageCodes);
export const CoverageCaseClosePayload = payloadType({
  mutation: 'CoverageCaseClose',
  field: 'coverageCase',
  entity: () => CoverageCase,
  userError: CoverageUserError,
});
const payment = (mutation: string) =>
  payloadType({
    mutation,
    field: 'doublePayment',
    entity: () => DoublePayment,
    userError: CoverageUserError,
  });
export const DoublePaymentRecordPayload = payment('DoublePaymentRecord');
export const DoublePaymentSettlePayload = payment('DoublePaymentSettle');

@ObjectType({
  description: 'Months that were refused because another payer covers them; without name or payer.',
})
export class CoverageRefusal {
  @Field(() => String, { nullable: true, description: 'Number of the case. Null: a dry run makes no case.' })
  caseNumber!: string | null;

  @Field(() => MonthScalar, { description: 'First month that was refused.' })
  from!: string;

  @Field(() => MonthScalar, { description: 'Last month that was refused, included.' })
  until!: string;

  @Field(() => String, { description: 'What it means and what to do, in the language of the caller.' })
  message!: string;
}

@ObjectType({
  description:
    'What `coverageCover` came to, or would come to in a dry run. Figures are 0 when it was refused as a whole.',
})
export class CoverageCoverPayload {
  @Field(() => Int, { description: 'Number of enrollments that were chosen.' })
  matchedEnrollments!: number;

  @Field(() => Int, { description: 'Number of them that got at least one month.' })
  coveredEnrollments!: number;

  @Field(() => Int, { description: 'Number of them that are neither active nor ended, and so get nothing.' })
  inactiveEnrollments!: number;

  @Field(() => Int, { description: 'Number of them with months that another payer covers.' })
  refusedEnrollments!: number;

  @Field(() => Int, { description: 'Number of months that were added, over all persons.' })
  personMonths!: number;

  @Field(() => Int, { description: 'Number of months that the program itself covered before.' })
  knownPersonMonths!: number;

  @Field(() => Int, { description: 'Number of months that another payer covers.' })
  refusedPersonMonths!: number;

  @Field(() => Int, { description: 'Number of months before the entry or after the end of an enrollment.' })
  outsidePersonMonths!: number;

  @Field(() => RupiahScalar, { description: 'Rupiah of the months that were added.' })
  rupiah!: string;

  @Field(() => Int, { description: 'Number of cases, old and new, that the refused months belong to.' })
  refusedCount!: number;

  @Field(() => [CoverageRefusal], { description: 'First hundred of the cases, by number.' })
  refused!: CoverageRefusal[];

  @Field(() => ID, {
    nullable: true,
    description: '`after` of the next step. Null: everyone whom the filter matches was reached.',
  })
  nextAfter!: string | null;

  @Field(() => [CoverageUserError], {
    description: 'Problems with the request as a whole; empty when it was carried out.',
  })
  userErrors!: object[];
}

@ObjectType({
  description:
    'What `coverageUncover` came to, or would come to in a dry run. Figures are 0 when it was refused as a whole.',
})
export class CoverageUncoverPayload {
  @Field(() => Int, { description: 'Number of enrollments that were chosen.' })
  matchedEnrollments!: number;

  @Field(() => Int, { description: 'Number of them that lost at least one month.' })
  uncoveredEnrollments!: number;

  @Field(() => Int, { description: 'Number of months that were taken back, over all persons.' })
  personMonths!: number;

  @Field(() => RupiahScalar, { description: 'Rupiah of the months that were taken back.' })
  rupiah!: string;

  @Field(() => Int, {
    description: 'Number of months that stay because they are billed; paid ones can be credited.',
  })
  billedPersonMonths!: number;

  @Field(() => ID, {
    nullable: true,
    description: '`after` of the next step. Null: everyone whom the filter matches was reached.',
  })
  nextAfter!: string | null;

  @Field(() => [CoverageUserError], {
    description: 'Problems with the request as a whole; empty when it was carried out.',
  })
  userErrors!: object[];
}
