import { Field, InputType, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { readable, value } from '../kernel/readable.js';

@ObjectType({ description: 'Parameter of a saved query; the first is `$1` in its text.' })
export class SavedQueryParameter {
  @Field(() => String, { description: 'Name of the parameter, as the form shows it.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Usual value, as text. Null: none.' })
  value!: string | null;
}

@InputType({ description: 'Parameter of a saved query; the first is `$1` in its text.' })
export class SavedQueryParameterInput {
  @Field(() => String, { description: 'Name of the parameter, up to 60 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Usual value, as text. Null: none.' })
  value?: string | null;
}

@ObjectType({
  implements: [Node, BaseEntity],
  description:
    'Statement in SQL that a person keeps under a name, for themselves or for everybody who asks in SQL.',
})
@Entity('saved_query')
export class SavedQuery extends BaseEntity {
  @Field(() => String, { description: 'Name of the query.' })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What the query answers. Null: not said.' })
  @Column({ type: 'text', nullable: true })
  description!: string | null;

  @Field(() => String, { description: 'Statement, with `$1`, `$2`, … for the parameters.' })
  @Column({ type: 'text' })
  sqlText!: string;

  @Field(() => [SavedQueryParameter], { description: 'Parameters in their order.' })
  @Column({ type: 'jsonb' })
  parameters!: SavedQueryParameter[];

  @Field(() => Boolean, { description: 'Whether everybody who asks in SQL may read and run it.' })
  @Column({ type: 'boolean' })
  isShared!: boolean;

  @Field(() => Boolean, { description: 'Whether the query is the caller’s own.' })
  isOwn!: boolean;

  @Field(() => String, { nullable: true, description: 'Name of the owner. Null: not known any more.' })
  ownerName!: string | null;

  @Column({ type: 'uuid' })
  staffId!: string;
}

readable(SavedQuery, 'query', {
  isOwn: value((query) => `${query}.staff_id = (select app.actor_id())`),
  ownerName: value((query) => `app.staff_name(${query}.staff_id)`),
});
