import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Which columns the caller wants to see in a list of the panel.' })
export class ColumnChoiceSetInput {
  @Field(() => String, { description: 'Name of the list, for instance "mou".' })
  concept!: string;

  @Field(() => [String], {
    description:
      'Names of the columns, at most 40; the list leaves out those that it does not have. Empty: the list’s own columns.',
  })
  columns!: string[];
}
