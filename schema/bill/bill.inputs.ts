import { Field, ID, InputType } from 'type-graphql';
import { MonthScalar } from '../kernel/scalars.js';

@InputType({ description: 'New bill over all months of a program that are covered and not billed yet.' })
export class BillIssueInput {
  @Field(() => ID, { description: 'Id of the program.' })
  programId!: string;

  @Field(() => ID, {
    description: 'Id of the office that collects; it has to serve the payer in these months.',
  })
  officeId!: string;

  @Field(() => MonthScalar, { description: 'First month of the bill.' })
  from!: string;

  @Field(() => MonthScalar, { description: 'Last month of the bill, included.' })
  until!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Billing code (kode iuran), unique. Null: not known yet.',
  })
  billCode?: string | null;

  @Field(() => String, { description: 'Date by which it is to be paid, YYYY-MM-DD; not before today.' })
  dueOn!: string;
}

@InputType({ description: 'Payment of a bill.' })
export class BillPayInput {
  @Field(() => String, {
    description: 'Date of the payment, YYYY-MM-DD; not before the bill and not after today.',
  })
  paidOn!: string;

  @Field(() => String, { description: 'Number of the disbursement order (SP2D); unique in the region.' })
  disbursementNumber!: string;
}

@InputType({ description: 'Paid months that are taken back.' })
export class BillCreditInput {
  @Field(() => ID, { description: 'Id of the paid bill.' })
  billId!: string;

  @Field(() => [ID], { description: 'Ids of the enrollments whose months are taken back, 1 to 100.' })
  enrollmentIds!: string[];

  @Field(() => MonthScalar, { description: 'First month that is taken back.' })
  from!: string;

  @Field(() => MonthScalar, { description: 'Last month that is taken back, included.' })
  until!: string;

  @Field(() => String, { description: 'Reason, 3 to 1000 characters; no names and no health data.' })
  reason!: string;
}
