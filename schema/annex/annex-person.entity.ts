import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { readable } from '../kernel/readable.js';
import { CalendarDateScalar } from '../kernel/scalars.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description: 'Line of a sealed list: a person as the register had her then. Never visible to analysts.',
})
@Entity('annex_person')
export class AnnexPerson extends BaseEntity {
  @Column({ type: 'uuid' })
  annexId!: string;

  @Field(() => Int, { description: 'Number of the line, from 1, in the order of names.' })
  @Column({ type: 'integer' })
  position!: number;

  @Field(() => String, { description: 'Name of the person.' })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'NIK of the person, hidden but for province and serial.' })
  @Column({ type: 'text' })
  nikMask!: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Date of birth. Null: was unknown.' })
  @Column({ type: 'date', nullable: true })
  birthDate!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the person. Null: was unknown.' })
  @Column({ type: 'text', nullable: true })
  address!: string | null;

  @Field(() => String, { description: 'Name of the category of work.' })
  @Column({ type: 'text' })
  category!: string;

  @Field(() => String, { nullable: true, description: 'Post that the person held. Null: none, or unknown.' })
  @Column({ type: 'text', nullable: true })
  post!: string | null;
}

readable(AnnexPerson, 'annexperson');
