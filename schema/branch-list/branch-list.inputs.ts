import { Field, ID, InputType } from 'type-graphql';
import { MonthScalar } from '../kernel/scalars.js';
import { BranchColumnInput } from './branch-column.js';

@InputType({ description: 'New layout of lists.' })
export class BranchLayoutCreateInput {
  @Field(() => ID, { description: 'Id of the province.' })
  regionId!: string;

  @Field(() => String, { description: 'Name, at most 100 characters, once in the province.' })
  name!: string;

  @Field(() => [BranchColumnInput], {
    nullable: true,
    description: 'Columns from left to right, 1 to 40. Null: those that the registry ships, to begin with.',
  })
  columns?: BranchColumnInput[] | null;
}

@InputType({
  description: 'Changes of a layout: absent or null keeps. Lists that were made stay as they are.',
})
export class BranchLayoutReviseInput {
  @Field(() => String, { nullable: true, description: 'Name, at most 100 characters.' })
  name?: string | null;

  @Field(() => [BranchColumnInput], {
    nullable: true,
    description: 'All columns from left to right, 1 to 40.',
  })
  columns?: BranchColumnInput[] | null;
}

@InputType({ description: 'New list for a branch.' })
export class BranchListMakeInput {
  @Field(() => ID, { description: 'Id of the program whose approved and active people are listed.' })
  programId!: string;

  @Field(() => MonthScalar, { description: 'Month that they are to be covered.' })
  month!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the layout, of the province of the program. Null: the one that the registry ships.',
  })
  layoutId?: string | null;

  @Field(() => String, { description: 'Why NIKs leave in full, 10 to 500 characters.' })
  reason!: string;
}
