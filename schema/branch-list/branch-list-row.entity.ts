import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { NikScalar } from '../beneficiary/index.js';
import { Enrollment } from '../enrollment/index.js';
import { Node } from '../kernel/base-entity.js';
import { DateTimeScalar, RupiahScalar } from '../kernel/scalars.js';
import { BranchVerdict } from './branch-list.enums.js';
import { BranchProblem } from './branch-list.parts.js';

@ObjectType({
  implements: [Node],
  description:
    'Somebody on a list with what the branch says, or a row of the branch of nobody on it. Never visible to analysts.',
})
@Entity('branch_list_row')
export class BranchListRow extends Node {
  @Column({ type: 'uuid' })
  listId!: string;

  @Field(() => Int, { description: 'Number on our list; of a row of the branch, its number in the file.' })
  @Column({ type: 'integer' })
  rowNumber!: number;

  @Field(() => Enrollment, {
    nullable: true,
    description: 'Enrollment that is meant. Null: the row of the branch means nobody on our list.',
  })
  @ManyToOne(() => Enrollment, { nullable: true })
  @JoinColumn({ name: 'enrollment_id' })
  enrollment!: Relation<Enrollment> | null;

  @Column({ type: 'uuid', nullable: true })
  enrollmentId!: string | null;

  @Field(() => BranchVerdict, {
    nullable: true,
    description: 'What the branch says. Null: it has not answered.',
  })
  @Column({ type: 'text', nullable: true })
  verdict!: BranchVerdict | null;

  @Field(() => Int, { nullable: true, description: 'Row of the answer, from 1. Null: in none.' })
  @Column({ type: 'integer', nullable: true })
  answerRow!: number | null;

  @Field(() => NikScalar, {
    nullable: true,
    description: 'NIK in a row of nobody on our list, hidden but for province and serial. Null: other rows.',
  })
  @Column({ type: 'text', name: 'nik_mask', nullable: true })
  nik!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'KPJ number that the branch gives; of nobody on our list, only its end. Null: it gives none.',
  })
  @Column({ type: 'text', nullable: true })
  kpj!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Reason that the branch gives, as written; NIKs in it hidden. Null: it gives none.',
  })
  @Column({ type: 'text', nullable: true })
  branchReason!: string | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Contribution for the month that we reckon, in rupiah. Null: unknown, or nobody of ours.',
  })
  @Column({ type: 'numeric', nullable: true })
  oursRupiah!: string | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Contribution that the branch reckons, in rupiah. Null: it names none.',
  })
  @Column({ type: 'numeric', nullable: true })
  theirsRupiah!: string | null;

  @Field(() => BranchProblem, {
    nullable: true,
    description: 'Why it was not read, or not applied. Null: nothing is wrong.',
  })
  problem!: BranchProblem | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which it was applied. Null: it was not.',
  })
  @Column({ type: 'timestamptz', nullable: true })
  appliedAt!: Date | null;
}
