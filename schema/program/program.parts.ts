import { Field, Int, ObjectType } from 'type-graphql';
import { MonthScalar } from '../kernel/scalars.js';
import { ProgramUnfoundedReason } from './program.enums.js';

@ObjectType({ description: 'Span of whole months of a program.' })
export class ProgramPeriod {
  @Field(() => MonthScalar, { description: 'First month.' })
  from!: string;

  @Field(() => MonthScalar, { description: 'Last month, included.' })
  until!: string;
}

@ObjectType({ description: 'Deciles of families from which a program takes people; 1 is the poorest.' })
export class ProgramDeciles {
  @Field(() => Int, { nullable: true, description: 'Lowest decile, 1 to 10. Null: no lower bound.' })
  lowest!: number | null;

  @Field(() => Int, { nullable: true, description: 'Highest decile, 1 to 10. Null: no upper bound.' })
  highest!: number | null;
}

@ObjectType({ description: 'Months of a program that nothing supports.' })
export class ProgramUnfounded {
  @Field(() => ProgramUnfoundedReason, { description: 'What is lacking in these months.' })
  reason!: ProgramUnfoundedReason;

  @Field(() => ProgramPeriod, { description: 'Months concerned, without a gap between them.' })
  months!: ProgramPeriod;
}

@ObjectType({ description: 'What the caller may do with a program in its present state.' })
export class ProgramViewerCan {
  @Field(() => Boolean, { description: 'Whether the caller may change it, as far as its state allows.' })
  revise!: boolean;

  @Field(() => Boolean, { description: 'Whether the caller may approve it.' })
  approve!: boolean;

  @Field(() => Boolean, { description: 'Whether the caller may close it.' })
  close!: boolean;
}
