import { Field, Int, ObjectType } from 'type-graphql';
import { DecimalScalar, MonthScalar, RupiahScalar } from '../kernel/scalars.js';

const few = 'not permitted, because fewer than five persons stand behind it';

@ObjectType({ description: 'Quotient of two figures of a program, with both of them.' })
export class ProgramRatio {
  @Field(() => DecimalScalar, {
    description: 'Numerator over denominator, rounded to four decimals; 1 is all of it.',
  })
  value!: string;

  @Field(() => DecimalScalar, { description: 'Figure above the line.' })
  numerator!: string;

  @Field(() => DecimalScalar, { description: 'Figure below the line; never 0.' })
  denominator!: string;
}

@ObjectType({
  description:
    'Money and people of a program in one fiscal year or in all, computed from rates, budget and ledger; for those who may not see people from groups, which follow the ledger within minutes (`coverageStatistics { asOf }`).',
})
export class ProgramMoney {
  @Field(() => Int, { nullable: true, description: 'Fiscal year that is reckoned. Null: the whole program.' })
  fiscalYear!: number | null;

  @Field(() => Int, { description: 'Number of months that the program pays within it.' })
  months!: number;

  @Field(() => RupiahScalar, {
    nullable: true,
    description:
      'Rupiah needed: quota times the rate of each month; the highest where categories or sources differ. Null: quota or a rate is unknown.',
  })
  requiredRupiah!: string | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Sum of the ceilings. Null: no budget line is recorded.',
  })
  budgetRupiah!: string | null;

  @Field(() => ProgramRatio, {
    nullable: true,
    description: 'Budget over requirement. Null: one of them is unknown, or nothing is needed.',
  })
  adequacy!: ProgramRatio | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: `Rupiah of months that are billed, paid ones included, credits taken off. Null: ${few}.`,
  })
  billedRupiah!: string | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: `Rupiah of months that are paid, credits taken off. Null: ${few}.`,
  })
  paidRupiah!: string | null;

  @Field(() => ProgramRatio, {
    nullable: true,
    description: `Paid over budget. Null: no budget is recorded, or ${few}.`,
  })
  absorption!: ProgramRatio | null;

  @Field(() => Int, {
    nullable: true,
    description: `Number of months of persons in the ledger. Null: ${few}.`,
  })
  personMonths!: number | null;

  @Field(() => Int, { nullable: true, description: `Number of paid months of persons. Null: ${few}.` })
  paidPersonMonths!: number | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: `Paid rupiah for each paid month of a person, rounded. Null: nothing is paid, or ${few}.`,
  })
  costPerPersonMonthRupiah!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `Number of persons with an active enrollment now. Null: ${few}.`,
  })
  enrolledCount!: number | null;

  @Field(() => ProgramRatio, {
    nullable: true,
    description: `Enrolled persons over quota. Null: the quota is unknown, or ${few}.`,
  })
  quotaFulfilment!: ProgramRatio | null;

  @Field(() => MonthScalar, {
    nullable: true,
    description: `First month that the budget no longer pays in full, at the pace of the last three billed months. Null: it lasts, nothing is billed or budgeted yet, or ${few}.`,
  })
  runsOutOn!: string | null;

  @Field(() => Boolean, {
    description: 'Whether figures are withheld because fewer than five persons stand behind them.',
  })
  isSuppressed!: boolean;
}
