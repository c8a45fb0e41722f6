import { Field, InputType } from 'type-graphql';

@InputType({ description: 'New filter of the caller for a list of the panel.' })
export class SavedFilterCreateInput {
  @Field(() => String, { description: 'Name of the list, for instance "mou".' })
  concept!: string;

  @Field(() => String, {
    description: 'Name of the filter, up to 100 characters; one of its own in the list.',
  })
  name!: string;

  @Field(() => String, {
    description: 'Part of the address of the list after the question mark; never with a NIK.',
  })
  query!: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether everybody who signs in may use it; not with text that may be a person’s name. Null: no.',
  })
  isShared?: boolean | null;
}
