import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Beneficiary } from '../beneficiary/index.js';
import { Category } from '../category/index.js';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { CalendarDateScalar } from '../kernel/scalars.js';
import { Program } from '../program/index.js';
import { Region } from '../region/index.js';
import { EnrollmentEndReason, EnrollmentWarning } from './enrollment.enums.js';
import { EnrollmentState } from './enrollment.lifecycle.js';
import { EnrollmentEnding } from './enrollment.parts.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description: 'Place of a person in a program, from proposal to end. Never visible to analysts.',
})
@Entity('enrollment')
export class Enrollment extends BaseEntity {
  @Field(() => Program, { description: 'Program that pays for the person.' })
  @ManyToOne(() => Program, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'program_id' })
  program!: Relation<Program>;

  @Column({ type: 'uuid' })
  programId!: string;

  @Field(() => Beneficiary, { description: 'Registration of the person by the payer region.' })
  @ManyToOne(() => Beneficiary, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'beneficiary_id' })
  beneficiary!: Relation<Beneficiary>;

  @Column({ type: 'uuid' })
  beneficiaryId!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @Field(() => Region, { description: 'Payer region of the program.' })
  @ManyToOne(() => Region, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_id' })
  region!: Relation<Region>;

  @Column({ type: 'uuid' })
  regionId!: string;

  @Field(() => Category, { description: 'Category of work under which the person is enrolled.' })
  @ManyToOne(() => Category, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'category_id' })
  category!: Relation<Category>;

  @Column({ type: 'uuid' })
  categoryId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Post that the person holds, for instance "Ketua RT 02/05". Null: no post, or unknown.',
  })
  @Column({ type: 'text', nullable: true })
  post!: string | null;

  @Field(() => String, { nullable: true, description: 'Decree that lists the person. Null: unknown.' })
  @Column({ type: 'text', nullable: true })
  decree!: string | null;

  @Field(() => String, { nullable: true, description: 'Batch in which the person came. Null: none.' })
  @Column({ type: 'text', nullable: true })
  cohort!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the participant card, 11 digits. Null: not issued, or unknown.',
  })
  @Column({ type: 'text', nullable: true })
  kpj!: string | null;

  @Field(() => EnrollmentState, { description: 'State as people decided it.' })
  @Column({ type: 'text' })
  state!: EnrollmentState;

  @Field(() => CalendarDateScalar, { description: 'Date of entry, on which the age limit is judged.' })
  @Column({ type: 'date' })
  enteredOn!: string;

  @Field(() => EnrollmentEnding, {
    nullable: true,
    description: 'When and why it ended or was rejected. Null: it did not.',
  })
  ending!: EnrollmentEnding | null;

  @Column({ type: 'date', nullable: true })
  endedOn!: string | null;

  @Column({ type: 'text', nullable: true })
  endReason!: EnrollmentEndReason | null;

  @Field(() => Enrollment, {
    nullable: true,
    description: 'Ended enrollment whose place this one took. Null: none.',
  })
  @ManyToOne(() => Enrollment, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'replaces_id' })
  replaces!: Relation<Enrollment> | null;

  @Column({ type: 'uuid', nullable: true })
  replacesId!: string | null;

  @Field(() => Enrollment, {
    nullable: true,
    description: 'Enrollment that took the place of this one. Null: nobody did.',
  })
  replacedBy!: Relation<Enrollment> | null;

  @Field(() => [EnrollmentWarning], { description: 'What is unknown or needs a look; empty: nothing.' })
  warnings!: EnrollmentWarning[];
}
