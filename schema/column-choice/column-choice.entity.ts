import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { readable } from '../kernel/readable.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description: 'Columns that a person wants to see in a list of the panel; only the person sees the choice.',
})
@Entity('column_choice')
export class ColumnChoice extends BaseEntity {
  @Field(() => String, { description: 'Name of the list, for instance "mou".' })
  @Column({ type: 'text' })
  concept!: string;

  @Field(() => [String], { description: 'Names of the columns, in the order of the list; never empty.' })
  @Column({ type: 'text', array: true })
  columns!: string[];

  @Column({ type: 'uuid' })
  staffId!: string;
}

readable(ColumnChoice, 'columns');
