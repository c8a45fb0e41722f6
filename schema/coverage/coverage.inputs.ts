import { Field, ID, InputType } from 'type-graphql';
import { BulkStepInput, EnrollmentFilter } from '../enrollment/index.js';
import { MonthScalar, RupiahScalar } from '../kernel/scalars.js';
import { FundingSource } from '../tariff/index.js';
import { CoverageCaseOutcome, DoublePaymentOutcome } from './coverage.enums.js';

/** Whose months are meant. */
@InputType()
abstract class CoverageChoiceInput {
  @Field(() => ID, { description: 'Id of the program.' })
  programId!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of enrollments in the program, at most 100. Null: the filter says whose.',
  })
  enrollmentIds?: string[] | null;

  @Field(() => EnrollmentFilter, {
    nullable: true,
    description: 'Conditions on enrollments in the program; `{}` for all of them. Null: the ids say whose.',
  })
  filter?: EnrollmentFilter | null;

  @Field(() => BulkStepInput, {
    nullable: true,
    description: 'Which part of those whom the filter matches. Null: everyone, in one transaction.',
  })
  step?: BulkStepInput | null;

  @Field(() => MonthScalar, { description: 'First month.' })
  from!: string;

  @Field(() => MonthScalar, { description: 'Last month, included.' })
  until!: string;
}

@InputType({ description: 'Months to cover, for many people at once.' })
export class CoverageCoverInput extends CoverageChoiceInput {
  @Field(() => FundingSource, {
    nullable: true,
    description: 'Source of the money. Null: the only one that the program has in each year.',
  })
  fundingSource?: FundingSource | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether someone whom another payer covers in part gets the free months; otherwise nothing.',
  })
  allowPartial!: boolean;
}

@InputType({ description: 'Months to take back; billed ones stay.' })
export class CoverageUncoverInput extends CoverageChoiceInput {}

@InputType({ description: 'How a case ended.' })
export class CoverageCaseCloseInput {
  @Field(() => CoverageCaseOutcome, { description: 'What it came to.' })
  outcome!: CoverageCaseOutcome;

  @Field(() => String, { description: 'How it was settled, at most 1,000 characters; both sides read it.' })
  resolution!: string;
}

@InputType({ description: 'How the recovery of a double payment ended.' })
export class DoublePaymentSettleInput {
  @Field(() => DoublePaymentOutcome, { description: 'What it came to.' })
  outcome!: DoublePaymentOutcome;

  @Field(() => RupiahScalar, { description: 'Rupiah that came back.' })
  recoveredRupiah!: string;

  @Field(() => String, { description: 'How it ended, at most 1,000 characters.' })
  ending!: string;
}
