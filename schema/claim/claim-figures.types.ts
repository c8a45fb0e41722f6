import { Field, Int, ObjectType } from 'type-graphql';
import { DecimalScalar, MonthScalar, RupiahScalar } from '../kernel/scalars.js';
import { Program } from '../program/index.js';
import { Region } from '../region/index.js';
import { ClaimKind } from './claim.enums.js';

@ObjectType({ description: 'Claims counted together.' })
export class ClaimRow {
  @Field(() => ClaimKind, { nullable: true, description: 'Kind of the benefits. Null: not grouped by it.' })
  kind!: ClaimKind | null;

  @Field(() => Region, { nullable: true, description: 'Region concerned. Null: not grouped by it.' })
  region!: Region | null;

  @Field(() => Program, {
    nullable: true,
    description: 'Program concerned. Null: not grouped by it, not known, or several.',
  })
  program!: Program | null;

  @Field(() => MonthScalar, {
    nullable: true,
    description: 'Month of the payments. Null: not grouped by it.',
  })
  month!: string | null;

  @Field(() => Int, { nullable: true, description: 'Year of the payments. Null: not grouped by it.' })
  year!: number | null;

  @Field(() => Int, { description: 'Number of claims paid, as `Claim.cases` tells them.' })
  cases!: number;

  @Field(() => RupiahScalar, { description: 'Sum paid, in whole rupiah, as `Claim.paidRupiah` tells it.' })
  paidRupiah!: string;
}

@ObjectType({ description: 'Claims paid against contributions paid in the same months.' })
export class BenefitRatio {
  @Field(() => MonthScalar, { description: 'First month.' })
  from!: string;

  @Field(() => MonthScalar, { description: 'Last month, included.' })
  until!: string;

  @Field(() => Int, { description: 'Number of claims paid in these months, as `Claim.cases` tells them.' })
  claimCases!: number;

  @Field(() => RupiahScalar, { description: 'Claims paid in these months.' })
  claimsRupiah!: string;

  @Field(() => RupiahScalar, {
    description:
      'Bills paid in these months less the credit notes of these months; negative when more was credited. Who may not see people is told the bills as `Bill.totalRupiah` tells them, and no credit notes.',
  })
  contributionsRupiah!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Claims as a percentage of contributions, two decimals. Null: no contributions.',
  })
  percent!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether bills are sums over groups of at least five persons, claims rounded to fives, and small ones and credit notes left out, because the caller may not see people there.',
  })
  suppressed!: boolean;
}
