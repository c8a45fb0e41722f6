import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Category } from '../category/index.js';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { CalendarDateScalar, RupiahScalar } from '../kernel/scalars.js';
import { Mou } from '../mou/index.js';
import { Region } from '../region/index.js';
import { Regulation } from '../regulation/index.js';
import { Citation } from '../source/index.js';
import { ContributionSegment } from '../tariff/index.js';
import { BudgetLine } from './budget-line.entity.js';
import { ParticipantKindCode } from './program.enums.js';
import { ProgramState } from './program.lifecycle.js';
import { ProgramDeciles, ProgramPeriod, ProgramUnfounded } from './program.parts.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description:
    'Program by which a region pays contributions for workers. Visible to staff within its region.',
})
@Entity('program')
export class Program extends BaseEntity {
  @Field(() => Region, { description: 'Province, regency or city that pays.' })
  @ManyToOne(() => Region, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_id' })
  region!: Relation<Region>;

  @Column({ type: 'uuid' })
  regionId!: string;

  @Field(() => String, { description: 'Name of the program, for instance "Gemet Sekul".' })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Agency (perangkat daerah) that runs it. Null: unknown.',
  })
  @Column({ type: 'text', nullable: true })
  agency!: string | null;

  @Field(() => ProgramState, { description: 'State as people decided it.' })
  @Column({ type: 'text' })
  state!: ProgramState;

  @Field(() => ProgramPeriod, { description: 'Months that it pays.' })
  period!: ProgramPeriod;

  @Column({ type: 'date' })
  monthFrom!: string;

  @Column({ type: 'date' })
  monthUntil!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of persons that it may protect at a time. Null: unknown.',
  })
  @Column({ type: 'integer', nullable: true })
  quota!: number | null;

  @Field(() => ProgramDeciles, {
    nullable: true,
    description: 'Deciles of families from which it takes people. Null: not limited, or unknown.',
  })
  deciles!: ProgramDeciles | null;

  @Column({ type: 'integer', nullable: true })
  lowestDecile!: number | null;

  @Column({ type: 'integer', nullable: true })
  highestDecile!: number | null;

  @Field(() => ContributionSegment, { description: 'Segment by whose rates it pays.' })
  @Column({ type: 'text' })
  segment!: ContributionSegment;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Monthly wage that contributions are reckoned from. Null: lowest band of BPU.',
  })
  @Column({ type: 'numeric', nullable: true })
  wageBaseRupiah!: string | null;

  @Field(() => Boolean, { description: 'Whether it pays old-age savings (JHT) too.' })
  @Column({ type: 'boolean' })
  hasJht!: boolean;

  @Field(() => RupiahScalar, {
    nullable: true,
    description:
      'Rupiah for a person and month that the plan was made with, which may be rounded. Null: unknown.',
  })
  @Column({ type: 'numeric', nullable: true })
  plannedTariffRupiah!: string | null;

  @Field(() => ParticipantKindCode, {
    nullable: true,
    description: 'Code by which BPJS Ketenagakerjaan counts the group. Null: unknown.',
  })
  @Column({ type: 'text', nullable: true })
  participantKindCode!: ParticipantKindCode | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Date on which it was closed. Null: it is not.',
  })
  @Column({ type: 'date', nullable: true })
  closedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Note of the staff. Null: none.' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Field(() => [Category], {
    description: 'Categories of workers that it takes, by code; empty: not decided.',
  })
  categories!: Relation<Category>[];

  @Field(() => [Regulation], { description: 'Regulations that it rests on, oldest first.' })
  legalBases!: Relation<Regulation>[];

  @Field(() => [Mou], { description: 'Agreements under which it runs, by signature.' })
  mous!: Relation<Mou>[];

  @Field(() => [BudgetLine], { description: 'Money by fiscal year and source.' })
  budgetLines!: Relation<BudgetLine>[];

  @Field(() => [ProgramUnfounded], {
    description:
      'Months in which no legal basis is in force or no agreement runs, by reason; empty: all are founded.',
  })
  unfoundedMonths!: ProgramUnfounded[];

  @Field(() => [Citation], { description: 'Sources of the program.' })
  citations!: Relation<Citation>[];
}
