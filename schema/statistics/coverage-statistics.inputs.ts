import { ArgsType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { Sex } from '../beneficiary/index.js';
import { MonthScalar } from '../kernel/scalars.js';
import { FundingSource } from '../tariff/index.js';

export enum CoverageGrouping {
  REGION = 'REGION',
  PROVINCE = 'PROVINCE',
  PROGRAM = 'PROGRAM',
  CATEGORY = 'CATEGORY',
  FUNDING_SOURCE = 'FUNDING_SOURCE',
  SEX = 'SEX',
  DECILE = 'DECILE',
  MONTH = 'MONTH',
  YEAR = 'YEAR',
  OFFICE = 'OFFICE',
}
registerEnumType(CoverageGrouping, {
  name: 'CoverageGrouping',
  description: 'What coverage can be counted by.',
  valuesConfig: {
    REGION: { description: 'Region that pays: a province, regency or city.' },
    PROVINCE: { description: 'Province in which the payer lies, or which pays itself.' },
    PROGRAM: { description: 'Program that pays.' },
    CATEGORY: { description: 'Category of the worker in the program.' },
    FUNDING_SOURCE: { description: 'Source of the money.' },
    SEX: { description: 'Sex of the person.' },
    DECILE: { description: 'Decile of the person’s family.' },
    MONTH: { description: 'Month of cover.' },
    YEAR: { description: 'Calendar year of cover, which is the fiscal year.' },
    OFFICE: { description: 'Office that billed the months; months that are not billed have none.' },
  },
});

@InputType({ description: 'Conditions on months of cover; all of them have to hold.' })
export class CoverageStatisticsFilter {
  @Field(() => [ID], {
    nullable: true,
    description:
      'Ids of provinces, regencies and cities that pay, or below which the payer lies. Empty: nobody matches.',
  })
  regionIds?: string[] | null;

  @Field(() => MonthScalar, {
    nullable: true,
    description: 'First month. Null: January of the year of `until`, which is the present one unless given.',
  })
  from?: string | null;

  @Field(() => MonthScalar, {
    nullable: true,
    description:
      'Last month, included, at most 60 months in all. Null: December of the year of `from`, else of the present one.',
  })
  until?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of programs. Empty: nobody matches.' })
  programIds?: string[] | null;

  @Field(() => [FundingSource], {
    nullable: true,
    description: 'Sources of the money. Empty: nobody matches.',
  })
  fundingSources?: FundingSource[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of categories; narrower ones below them count too. Empty: nobody matches.',
  })
  categoryIds?: string[] | null;

  @Field(() => [Sex], { nullable: true, description: 'Sexes. Empty: nobody matches.' })
  sexes?: Sex[] | null;

  @Field(() => [Int], {
    nullable: true,
    description: 'Deciles, 1 to 10. Empty: nobody matches.',
  })
  deciles?: number[] | null;
}

@ArgsType()
export class CoverageStatisticsArgs {
  @Field(() => CoverageStatisticsFilter, {
    nullable: true,
    description: 'Conditions. Null: all payers, this calendar year.',
  })
  filter?: CoverageStatisticsFilter | null;

  @Field(() => [CoverageGrouping], {
    defaultValue: [],
    description: 'What to count by, up to four. Empty: `totals` only say it all.',
  })
  groupBy!: CoverageGrouping[];

  @Field(() => Int, { defaultValue: 1000, description: 'Number of rows of the page, 1 to 1,000.' })
  first!: number;

  @Field(() => String, {
    nullable: true,
    description: '`endCursor` of the page before. Null: from the start.',
  })
  after?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether to reckon from the ledger itself instead of the sums kept beside it: the same figures, slower. For staff who may see people.',
  })
  live!: boolean;
}
