import { Field, ID, InputType } from 'type-graphql';
import { DecimalScalar, MonthScalar, RupiahScalar } from '../kernel/scalars.js';
import {
  ContributionScheme,
  ContributionSector,
  ContributionSegment,
  FundingSource,
  TariffKind,
} from './tariff.enums.js';

/** What can be written down of a rate; in a change, absent keeps and null clears. */
@InputType()
abstract class TariffContentInput {
  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Rupiah for one person and month; for FLAT only.',
  })
  amountRupiah?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Percent of the wage, or taken off by a relief, at most four decimals.',
  })
  percent?: string | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Lowest monthly wage of the band. Null: from 0.',
  })
  wageFromRupiah?: string | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Monthly wage from which the band no longer holds. Null: no upper end.',
  })
  wageBelowRupiah?: string | null;

  @Field(() => ContributionSector, {
    nullable: true,
    description: 'Sector that it is for. Null: all sectors.',
  })
  sector?: ContributionSector | null;

  @Field(() => [FundingSource], {
    nullable: true,
    description: 'Sources of money to which a relief does not apply.',
  })
  excludedFunding?: FundingSource[] | null;

  @Field(() => MonthScalar, {
    nullable: true,
    description: 'Last month at this rate. Null: no end is known.',
  })
  validUntil?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the regulation that sets the rate.' })
  regulationId?: string | null;

  @Field(() => String, { nullable: true, description: 'Note, at most 1,000 characters.' })
  note?: string | null;
}

@InputType({ description: 'New rate of contributions. What is absent or null is unknown, or there is none.' })
export class TariffCreateInput extends TariffContentInput {
  @Field(() => ContributionSegment, { description: 'Segment that it is for; it never changes.' })
  segment!: ContributionSegment;

  @Field(() => ContributionScheme, { description: 'Scheme that it pays for; it never changes.' })
  scheme!: ContributionScheme;

  @Field(() => TariffKind, { description: 'How it turns into rupiah; it never changes.' })
  kind!: TariffKind;

  @Field(() => MonthScalar, { description: 'First month at this rate.' })
  validFrom!: string;
}

@InputType({
  description:
    'Changes of a rate: absent keeps, null clears. Of a rate in force only its last month, regulation and note.',
})
export class TariffReviseInput extends TariffContentInput {
  @Field(() => MonthScalar, { nullable: true, description: 'First month at this rate.' })
  validFrom?: string | null;
}
