import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { DateTimeScalar, MonthScalar, RupiahScalar } from '../kernel/scalars.js';
import { Program } from '../program/index.js';
import { Region } from '../region/index.js';
import { BranchColumn } from './branch-column.js';
import { BranchLayout } from './branch-layout.entity.js';
import { BranchListState } from './branch-list.enums.js';
import { BranchOutcome } from './branch-list.parts.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description: 'People of a program for one month, frozen as they went to the branch, and what it answered.',
})
@Entity('branch_list')
export class BranchList extends BaseEntity {
  @Field(() => Program, { description: 'Program that pays for the people.' })
  @ManyToOne(() => Program, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'program_id' })
  program!: Relation<Program>;

  @Column({ type: 'uuid' })
  programId!: string;

  @Field(() => Region, { description: 'Payer region of the program.' })
  @ManyToOne(() => Region, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_id' })
  region!: Relation<Region>;

  @Column({ type: 'uuid' })
  regionId!: string;

  @Field(() => String, { description: 'Program and month, as people name the list.' })
  displayTitle!: string;

  @Field(() => MonthScalar, { description: 'Month that the people are to be covered.' })
  @Column({ type: 'date' })
  month!: string;

  @Field(() => BranchLayout, {
    nullable: true,
    description: 'Layout that it was made with. Null: the one that the registry ships.',
  })
  @ManyToOne(() => BranchLayout, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'layout_id' })
  layout!: Relation<BranchLayout> | null;

  @Column({ type: 'uuid', nullable: true })
  layoutId!: string | null;

  @Field(() => [BranchColumn], { description: 'Columns from left to right, as when the list was made.' })
  @Column({ type: 'jsonb' })
  columns!: BranchColumn[];

  @Field(() => String, { description: 'Why NIKs leave in full; noted with each download.' })
  @Column({ type: 'text' })
  reason!: string;

  @Field(() => Int, { description: 'Number of people on the list.' })
  @Column({ type: 'integer' })
  heads!: number;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Contribution of everyone on it for the month, in rupiah. Null: a rate is unknown.',
  })
  @Column({ type: 'numeric', nullable: true })
  totalRupiah!: string | null;

  @Field(() => BranchListState, { description: 'How far it is.' })
  @Column({ type: 'text' })
  state!: BranchListState;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which it was noted as sent. Null: it was not.',
  })
  @Column({ type: 'timestamptz', nullable: true })
  sentAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'File of the answer. Null: there is none yet.' })
  @Column({ type: 'text', nullable: true })
  answerFileName!: string | null;

  @Column({ type: 'text', nullable: true })
  answerSha256!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which the answer was read. Null: there is none yet.',
  })
  @Column({ type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which the answer was applied. Null: it was not.',
  })
  @Column({ type: 'timestamptz', nullable: true })
  appliedAt!: Date | null;

  @Field(() => [BranchOutcome], {
    description: 'Comparison with the answer, one entry for each verdict; empty until there is an answer.',
  })
  outcomes!: BranchOutcome[];

  @Field(() => String, { nullable: true, description: 'Who made it. Null: not known any more.' })
  createdByName!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Path below the address of this service of the list as a file, with NIKs in full (?format=XLSX or CSV). Null: it was put away.',
  })
  filePath!: string | null;

  @Column({ type: 'uuid' })
  createdBy!: string;
}
