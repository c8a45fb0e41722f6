import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Document } from '../document/index.js';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { CalendarDateScalar, DateTimeScalar } from '../kernel/scalars.js';
import { Region } from '../region/index.js';
import { Regulation } from '../regulation/index.js';
import { Citation } from '../source/index.js';
import { MouDifference } from './mou.comparison.js';
import { MouConcern, MouFact, MouKind, MouPhase, Segment } from './mou.enums.js';
import { MouState } from './mou.lifecycle.js';
import { MouPeriod, MouSigning, MouTermination } from './mou.parts.js';
import { MouParty } from './mou-party.entity.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description:
    'Agreement with BPJS Ketenagakerjaan: umbrella, PKS or addendum. Drafts are visible only within their region.',
})
@Entity('mou')
export class Mou extends BaseEntity {
  @Field(() => MouKind, { description: 'Kind of the agreement.' })
  @Column({ type: 'text' })
  kind!: MouKind;

  @Field(() => String, { description: 'Title as the paper has it.' })
  @Column({ type: 'text' })
  titleAsWritten!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the agreement is about (tentang). Null: unknown.',
  })
  @Column({ type: 'text', nullable: true })
  subject!: string | null;

  @Field(() => Region, { description: 'Province, regency or city that made the agreement.' })
  @ManyToOne(() => Region, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_id' })
  region!: Relation<Region>;

  @Column({ type: 'uuid' })
  regionId!: string;

  @Field(() => Mou, {
    nullable: true,
    description: 'Agreement above: the umbrella of a PKS, or what an addendum changes. Null: none known.',
  })
  @ManyToOne(() => Mou, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'parent_id' })
  parent!: Relation<Mou> | null;

  @Column({ type: 'uuid', nullable: true })
  parentId!: string | null;

  @Field(() => Mou, { nullable: true, description: 'Agreement that this one renews. Null: none known.' })
  @ManyToOne(() => Mou, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'predecessor_id' })
  predecessor!: Relation<Mou> | null;

  @Column({ type: 'uuid', nullable: true })
  predecessorId!: string | null;

  @Field(() => [Mou], {
    description: 'Agreements that renew this one, oldest first, as far as the caller may see them.',
  })
  successors!: Relation<Mou>[];

  @Field(() => [Mou], {
    description: 'PKS and addenda directly below, in order of signing, as far as the caller may see them.',
  })
  children!: Relation<Mou>[];

  @Field(() => [MouParty], { description: 'Parties in the order of the text.' })
  parties!: Relation<MouParty>[];

  @Field(() => [Regulation], { description: 'Regulations that the agreement cites as its legal basis.' })
  legalBases!: Relation<Regulation>[];

  @Field(() => MouState, { description: 'State as people decided it.' })
  @Column({ type: 'text' })
  state!: MouState;

  @Field(() => MouPhase, { nullable: true, description: 'Phase today. Null: not signed yet, or terminated.' })
  phase!: MouPhase | null;

  @Field(() => [MouFact], {
    description:
      'Facts that nobody knows yet, in the order of the paper; DOCUMENT only for those who may see documents.',
  })
  missing!: MouFact[];

  @Field(() => [MouFact], {
    description:
      'Facts that the province requires of the caller before the next step and that are not recorded; empty: none.',
  })
  lacking!: MouFact[];

  @Field(() => [MouDifference], {
    description:
      'Addendum against the text that it changes, or renewal against what it renews; empty: it follows none, or what it follows is not visible.',
  })
  comparison!: MouDifference[];

  @Field(() => [MouConcern], { description: 'What needs a person to look at.' })
  concerns!: MouConcern[];

  @Field(() => MouSigning, {
    nullable: true,
    description: 'When and where it was signed. Null: nothing is known of it.',
  })
  signing!: MouSigning | null;

  @Field(() => MouPeriod, { nullable: true, description: 'Term as signed. Null: nothing is known of it.' })
  period!: MouPeriod | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Last date of the term with signed addenda counted in. Null: unknown.',
  })
  endsOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days from today to `endsOn`, negative when past. Null: unknown, or not signed.',
  })
  daysLeft!: number | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Last date for giving notice: `endsOn` less `noticeDays`. Null: unknown.',
  })
  noticeOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Term in words as written, for instance "3 (tiga) tahun". Null: unknown.',
  })
  @Column({ type: 'text', nullable: true })
  termText!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it renews itself when nobody gives notice. Null: unknown.',
  })
  @Column({ type: 'boolean', nullable: true })
  isAutoRenewed!: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days before the end by which notice has to be given. Null: unknown.',
  })
  @Column({ type: 'integer', nullable: true })
  noticeDays!: number | null;

  @Field(() => [Segment], { description: 'Segments of participants that it covers; empty: unknown.' })
  @Column({ type: 'text', array: true })
  segments!: Segment[];

  @Field(() => [String], { description: 'Scope as written, one phrase each; empty: unknown.' })
  @Column({ type: 'text', array: true })
  scope!: string[];

  @Field(() => Int, {
    nullable: true,
    description: 'Number of persons that it plans to protect. Null: unknown.',
  })
  @Column({ type: 'integer', nullable: true })
  plannedBeneficiaries!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Note of the staff. Null: none, or not permitted: shown only within its region.',
  })
  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the last submission for legal review. Null: never submitted.',
  })
  @Column({ type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why legal review returned it. Null: not returned, or submitted again.',
  })
  @Column({ type: 'text', nullable: true })
  returnedReason!: string | null;

  @Field(() => MouTermination, {
    nullable: true,
    description: 'How it ended before its term. Null: it was not terminated.',
  })
  termination!: MouTermination | null;

  @Field(() => [Document], {
    description: 'Attached files; empty: none, or not permitted: shown only within its region.',
  })
  documents!: Relation<Document>[];

  @Field(() => [Citation], { description: 'Sources of the agreement and of single facts about it.' })
  citations!: Relation<Citation>[];

  @Column({ type: 'date', nullable: true })
  signedOn!: string | null;

  @Column({ type: 'text', nullable: true })
  signedPlace!: string | null;

  @Column({ type: 'date', nullable: true })
  effectiveFrom!: string | null;

  @Column({ type: 'date', nullable: true })
  effectiveUntil!: string | null;

  @Column({ type: 'date', nullable: true })
  terminatedOn!: string | null;

  @Column({ type: 'text', nullable: true })
  terminationReason!: string | null;

  @Column({ type: 'uuid', nullable: true })
  terminationDocumentId!: string | null;
}
