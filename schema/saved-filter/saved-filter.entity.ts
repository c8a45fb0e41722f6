import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { readable, value } from '../kernel/readable.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description:
    'Filter of a list of the panel that a person keeps under a name, for themselves or for everybody who signs in.',
})
@Entity('saved_filter')
export class SavedFilter extends BaseEntity {
  @Field(() => String, { description: 'Name of the list, for instance "mou".' })
  @Column({ type: 'text' })
  concept!: string;

  @Field(() => String, { description: 'Name of the filter.' })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'Part of the address of the list after the question mark.' })
  @Column({ type: 'text' })
  query!: string;

  @Field(() => Boolean, { description: 'Whether everybody who signs in may use it.' })
  @Column({ type: 'boolean' })
  isShared!: boolean;

  @Field(() => Boolean, { description: 'Whether it is the caller’s own.' })
  isOwn!: boolean;

  @Field(() => String, { nullable: true, description: 'Name of the owner. Null: not known any more.' })
  ownerName!: string | null;

  @Column({ type: 'uuid' })
  staffId!: string;
}

readable(SavedFilter, 'filter', {
  isOwn: value((filter) => `${filter}.staff_id = (select app.actor_id())`),
  ownerName: value((filter) => `app.staff_name(${filter}.staff_id)`),
});
