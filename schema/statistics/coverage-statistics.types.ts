import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Sex } from '../beneficiary/index.js';
import { PageInfo } from '../kernel/connection.js';
import { DateTimeScalar, DecimalScalar, MonthScalar, RupiahScalar } from '../kernel/scalars.js';
import { FundingSource } from '../tariff/index.js';

@ObjectType({ description: 'What a row of statistics is about, by its id and name.' })
export class StatisticsKey {
  @Field(() => ID, { description: 'Id of the record.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the region or category. Null: the record has no code.',
  })
  code!: string | null;

  @Field(() => String, { description: 'Name to show, in Indonesian; of a region with its kind.' })
  name!: string;
}

const tooFew = 'Null: too few persons to be told';

/** Figures of coverage, of a row or of all. */
@ObjectType({ description: 'Figures of coverage of a group, or of all together.' })
export class CoverageFigures {
  @Field(() => Int, {
    nullable: true,
    description: `Number of distinct persons with at least one month; each counts once, whatever the number of months. ${tooFew}.`,
  })
  persons!: number | null;

  @Field(() => Int, { nullable: true, description: `Number of person-months covered. ${tooFew}.` })
  personMonths!: number | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: `Contributions of the months, paid or not, in whole rupiah. ${tooFew}.`,
  })
  contributionRupiah!: string | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: `Contributions of those months whose bill is paid, in whole rupiah. ${tooFew}.`,
  })
  paidRupiah!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `Number of person-months whose bill is paid. ${tooFew}.`,
  })
  paidPersonMonths!: number | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description:
      'Ceilings of the programs for the fiscal years touched, whole years, in whole rupiah. Null: no budget, or it is not divided that way (by category, sex, decile, month or office).',
  })
  budgetRupiah!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Paid : budget, 0.85 for 85 percent, four decimals. Null: either is not known.',
  })
  absorption!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Number of claims paid in the months, as reported; of each report analysts are told the nearest multiple of five, the public that of ten, of fewer nothing. Null: none told, or claims are not divided that way (by category, funding source, sex, decile or office).',
  })
  claims!: number | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description:
      'Benefits of these claims in whole rupiah, for analysts and the public at the mean of each report to two digits. Null: as for `claims`.',
  })
  claimsRupiah!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Benefits : contributions paid, four decimals. Null: either is not known, or nothing is paid.',
  })
  benefitRatio!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether somebody is left out because too few share what was asked for: the figures are then lower bounds, or null.',
  })
  suppressed!: boolean;
}

@ObjectType({ description: 'Coverage counted together. A key that was not grouped by is null.' })
export class CoverageRow extends CoverageFigures {
  @Field(() => StatisticsKey, { nullable: true, description: 'Region that pays. Null: not grouped by it.' })
  region!: StatisticsKey | null;

  @Field(() => StatisticsKey, { nullable: true, description: 'Province. Null: not grouped by it.' })
  province!: StatisticsKey | null;

  @Field(() => StatisticsKey, {
    nullable: true,
    description: 'Program that pays. Null: not grouped by it, or `suppressed`: of several programs.',
  })
  program!: StatisticsKey | null;

  @Field(() => StatisticsKey, {
    nullable: true,
    description: 'Category. Null: not grouped by it, or `suppressed`: of several categories.',
  })
  category!: StatisticsKey | null;

  @Field(() => FundingSource, {
    nullable: true,
    description: 'Source of the money. Null: not grouped by it.',
  })
  fundingSource!: FundingSource | null;

  @Field(() => Sex, {
    nullable: true,
    description: 'Sex. Null: not grouped by it, not known, or `suppressed`: of both.',
  })
  sex!: Sex | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Decile, 1 to 10. Null: not grouped by it, not known, or `suppressed`: of several.',
  })
  decile!: number | null;

  @Field(() => MonthScalar, { nullable: true, description: 'Month. Null: not grouped by it.' })
  month!: string | null;

  @Field(() => Int, { nullable: true, description: 'Calendar year. Null: not grouped by it.' })
  year!: number | null;

  @Field(() => StatisticsKey, {
    nullable: true,
    description: 'Office that billed the months. Null: not grouped by it, or not billed.',
  })
  office!: StatisticsKey | null;
}

@ObjectType({ description: 'Coverage counted by what was asked for.' })
export class CoverageStatistics {
  @Field(() => DateTimeScalar, {
    description:
      'Timestamp of the figures: now for those who may see the people, else when groups were last brought to the ledger.',
  })
  asOf!: string;

  @Field(() => MonthScalar, { description: 'First month of the figures.' })
  from!: string;

  @Field(() => MonthScalar, { description: 'Last month of the figures, included.' })
  until!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Least number of persons that the caller is told of in some region asked for: 5 for analysts, 10 for the public. Null: every person is counted.',
  })
  leastPersons!: number | null;

  @Field(() => [CoverageRow], {
    description: 'Rows of the page, in the order of their keys; empty without groupings.',
  })
  rows!: CoverageRow[];

  @Field(() => CoverageFigures, {
    description:
      'All together, each person once; not the sum of the rows, where a person is in several of them.',
  })
  totals!: CoverageFigures;

  @Field(() => PageInfo, { description: 'End of the page.' })
  pageInfo!: PageInfo;
}
