import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { type FieldRead, many, readable, value } from '../kernel/readable.js';
import { Source } from './source.entity.js';

/** Tables whose records can cite sources. */
export const citableConcepts: readonly string[] = [
  'region',
  'office',
  'official',
  'regulation',
  'mou',
  'category',
  'observation',
  'award',
  'document',
  'tariff',
  'program',
];

@ObjectType({
  implements: [Node, BaseEntity],
  description: 'That a record, or one field of it, was read in a source. Visible to whoever sees the record.',
})
@Entity('citation')
export class Citation extends BaseEntity {
  @Field(() => Source, { description: 'Source in which the fact was read.' })
  @ManyToOne(() => Source, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'source_id' })
  source!: Relation<Source>;

  @Column({ type: 'uuid' })
  sourceId!: string;

  @Column({ type: 'text' })
  concept!: string;

  /** Key of the cited record, unlike the id that the API shows. */
  @Column({ type: 'uuid', name: 'record_id' })
  recordKey!: string;

  @Field(() => ID, { description: 'Id of the record that cites the source; read it with `node`.' })
  recordId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the field of the record, for instance "signing". Null: the whole record.',
  })
  @Column({ type: 'text', nullable: true })
  field!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Remark on what exactly was read there, in Indonesian. Null: none.',
  })
  @Column({ type: 'text', nullable: true })
  note!: string | null;
}

readable(Citation, 'citation', {
  recordId: value(
    (citation) => `${citation}.concept || '_' || replace(${citation}.record_id::text, '-', '')`,
  ),
});

/** Sources of a record as its field `citations`: `readable(Mou, 'mou', { citations: citations('mou') })`. */
export function citations(concept: string): FieldRead {
  if (!citableConcepts.includes(concept)) throw new Error(`${concept} cannot cite sources`);
  return many(
    () => Citation,
    (record, citation) => `${citation}.concept = '${concept}' and ${citation}.record_id = ${record}.id`,
    (citation) => `${citation}.field nulls first, ${citation}.id`,
  );
}
