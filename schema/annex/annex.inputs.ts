import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'List to be sealed: the people of a program whom a decree names.' })
export class AnnexSealInput {
  @Field(() => ID, { description: 'Id of the program.' })
  programId!: string;

  @Field(() => String, {
    description: 'Number of the decree, exactly as the enrollments have it, at most 200 characters.',
  })
  decree!: string;

  @Field(() => String, { description: 'Date of the decree, YYYY-MM-DD, not after today.' })
  decreedOn!: string;
}

@InputType({ description: 'Why a sealed list no longer holds.' })
export class AnnexWithdrawInput {
  @Field(() => String, { description: 'Reason, at most 1,000 characters.' })
  reason!: string;
}
