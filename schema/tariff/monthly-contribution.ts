import { ArgsType, Field, ID, ObjectType } from 'type-graphql';
import { MonthScalar, RupiahScalar } from '../kernel/scalars.js';
import { ContributionSector, ContributionSegment, FundingSource } from './tariff.enums.js';

@ObjectType({
  description: 'Contribution for one person and month, split by scheme, as the rates in force have it.',
})
export class MonthlyContribution {
  @Field(() => MonthScalar, { description: 'Month that is paid for.' })
  month!: string;

  @Field(() => RupiahScalar, { description: 'Rupiah for work accident (JKK).' })
  jkkRupiah!: string;

  @Field(() => RupiahScalar, { description: 'Rupiah for death (JKM).' })
  jkmRupiah!: string;

  @Field(() => RupiahScalar, {
    description: 'Rupiah for old-age savings (JHT); "0" when it was not asked for.',
  })
  jhtRupiah!: string;

  @Field(() => RupiahScalar, { description: 'Sum of the three.' })
  totalRupiah!: string;

  /** Database keys of the rates that applied; the resolver reads them. */
  tariffIds!: string[];
}

/** What a contribution depends on. */
@ArgsType()
export class MonthlyContributionArgs {
  @Field(() => ContributionSegment, { description: 'Segment of the person.' })
  segment!: ContributionSegment;

  @Field(() => ContributionSector, {
    defaultValue: ContributionSector.OTHER,
    description: 'Sector of the work; PP 50/2025 tells transport from the rest.',
  })
  sector!: ContributionSector;

  @Field(() => FundingSource, { description: 'Where the money comes from; a relief may exclude it.' })
  fundingSource!: FundingSource;

  @Field(() => MonthScalar, { description: 'Month that is paid for.' })
  month!: string;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Reported monthly wage. Null: none, as for the lowest band of BPU.',
  })
  wageBaseRupiah?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether old-age savings (JHT) are paid too.' })
  withJht!: boolean;

  @Field(() => ID, {
    nullable: true,
    description:
      'Id of the payer region, whose province decides whether village funds count as APBD. Null: they do.',
  })
  regionId?: string | null;
}
