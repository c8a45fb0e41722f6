import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Regulation } from './regulation.entity.js';
import { RegulationRelationKind } from './regulation.kinds.js';

@ObjectType({
  description: 'Relation of one regulation to another: `regulation` does what `kind` says with `target`.',
})
@Entity('regulation_relation')
export class RegulationRelation {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Field(() => RegulationRelationKind, { description: 'What the regulation does with the target.' })
  @Column({ type: 'text' })
  kind!: RegulationRelationKind;

  @Field(() => Regulation, {
    description: 'Regulation that amends, revokes, implements, rests on or mentions the target.',
  })
  @ManyToOne(() => Regulation, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'regulation_id' })
  regulation!: Relation<Regulation>;

  @Column({ type: 'uuid' })
  regulationId!: string;

  @Field(() => Regulation, { description: 'Regulation that it is done with.' })
  @ManyToOne(() => Regulation, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'target_id' })
  target!: Relation<Regulation>;

  @Column({ type: 'uuid' })
  targetId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Remark, for instance "perubahan kedua" or who verified it. Null: none.',
  })
  @Column({ type: 'text', nullable: true })
  note!: string | null;
}

@ObjectType({ description: 'Regulation in the chain of another, with the way to it.' })
export class RegulationChainLink {
  @Field(() => RegulationRelationKind, { description: 'Relation of the last step on the shortest way.' })
  kind!: RegulationRelationKind;

  @Field(() => Int, { description: 'Number of steps on the shortest way, from 1 to 10.' })
  depth!: number;

  @Field(() => Regulation, { description: 'Regulation at the end of the way.' })
  regulation!: Relation<Regulation>;
}
