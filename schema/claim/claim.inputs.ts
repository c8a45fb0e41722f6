import { Field, ID, InputType, Int } from 'type-graphql';
import { MonthScalar } from '../kernel/scalars.js';
import { ClaimKind } from './claim.enums.js';

@InputType({ description: 'Benefits paid for one kind and month.' })
export class ClaimRecordInput {
  @Field(() => ID, { description: 'Id of the region whose workers were concerned.' })
  regionId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the program, one of that region. Null: not known, or several.',
  })
  programId?: string | null;

  @Field(() => ClaimKind, { description: 'Kind of the benefit.' })
  kind!: ClaimKind;

  @Field(() => MonthScalar, { description: 'Month of the payment; not after this month.' })
  month!: string;

  @Field(() => Int, { description: 'Number of claims paid, 1 to 10,000,000.' })
  cases!: number;

  @Field(() => String, { description: 'Sum paid in whole rupiah, digits only, for instance "42000000".' })
  paidRupiah!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Remark on the report, at most 1000 characters; never names, health data or data of children. Null: none.',
  })
  note?: string | null;
}

@InputType({ description: 'Corrections of recorded benefits: absent keeps, null clears.' })
export class ClaimReviseInput {
  @Field(() => Int, { nullable: true, description: 'Number of claims paid; cannot be cleared.' })
  cases?: number | null;

  @Field(() => String, { nullable: true, description: 'Sum paid in whole rupiah; cannot be cleared.' })
  paidRupiah?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Remark on the report; never names, health data or data of children. Null: none.',
  })
  note?: string | null;
}
