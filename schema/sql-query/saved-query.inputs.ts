import { Field, InputType } from 'type-graphql';
import { SavedQueryParameterInput } from './saved-query.entity.js';

@InputType({ description: 'New saved query of the caller.' })
export class SavedQueryCreateInput {
  @Field(() => String, { description: 'Name of the query; one of its own among those of the caller.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What the query answers. Null: not said.' })
  description?: string | null;

  @Field(() => String, {
    description: 'Statement, with `$1`, `$2`, … for the parameters; it has to pass the gate.',
  })
  sqlText!: string;

  @Field(() => [SavedQueryParameterInput], {
    nullable: true,
    description: 'Parameters in their order. Null: none.',
  })
  parameters?: SavedQueryParameterInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether everybody who asks in SQL may read and run it. Null: no.',
  })
  isShared?: boolean | null;
}

@InputType({ description: 'Changes of a saved query: absent keeps, null clears.' })
export class SavedQueryReviseInput {
  @Field(() => String, { nullable: true, description: 'Name of the query; cannot be cleared.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What the query answers. Null: not said.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Statement; cannot be cleared.' })
  sqlText?: string | null;

  @Field(() => [SavedQueryParameterInput], {
    nullable: true,
    description: 'All parameters in their order. Null: none.',
  })
  parameters?: SavedQueryParameterInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether everybody who asks in SQL may read and run it; cannot be cleared.',
  })
  isShared?: boolean | null;
}
