import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { enrollmentList } from '../enrollment/index.js';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { column, list, many, one, readable, value } from '../kernel/readable.js';
import { DateTimeScalar } from '../kernel/scalars.js';
import { Mou } from '../mou/index.js';
import { Program } from '../program/index.js';
import { Region } from '../region/index.js';
import { ApprovalObstacle, ApprovalState, ApprovalSubject } from './approval.enums.js';
import { ApprovalVote } from './approval-vote.entity.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description:
    'Request to agree to an agreement, a program with its budget, or a list of people; `createdAt` says since when. For staff who work in the region and auditors.',
})
@Entity('approval')
export class Approval extends BaseEntity {
  @Field(() => ApprovalSubject, { description: 'What is to be approved.' })
  @Column({ type: 'text', name: 'concept' })
  subject!: ApprovalSubject;

  @Column({ type: 'uuid' })
  recordId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name by which people know it. Null: not permitted.',
  })
  title!: string | null;

  @Field(() => Region, { description: 'Region whose matter it is.' })
  @ManyToOne(() => Region, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_id' })
  region!: Relation<Region>;

  @Column({ type: 'uuid' })
  regionId!: string;

  @Field(() => Mou, { nullable: true, description: 'Agreement to be approved. Null: it is none.' })
  mou!: Relation<Mou> | null;

  @Field(() => Program, {
    nullable: true,
    description: 'Program to be approved, or that the people of the list enter. Null: it is an agreement.',
  })
  program!: Relation<Program> | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Decree whose people the list holds. Null: of a list, everyone who was verified; else it is no list.',
  })
  @Column({ type: 'text', nullable: true })
  decree!: string | null;

  @Field(() => ApprovalState, { description: 'What became of it.' })
  @Column({ type: 'text' })
  state!: ApprovalState;

  @Field(() => String, {
    description:
      'SHA-256 of the content as it is now, in hexadecimal; send it back with `approvalGive` to say what was seen.',
  })
  digest!: string;

  @Field(() => Int, { description: 'Number of people who have to agree, as the province decided.' })
  needed!: number;

  @Field(() => Int, { description: 'Number of people whose agreement to the present content counts.' })
  given!: number;

  @Field(() => Int, {
    description: 'Number of people who could agree: who hold the role there and did not edit it last.',
  })
  eligible!: number;

  @Field(() => [ApprovalVote], { description: 'Who agreed, to this content or to an earlier one.' })
  votes!: Relation<ApprovalVote>[];

  @Field(() => ApprovalObstacle, {
    nullable: true,
    description: 'What keeps the caller from agreeing now. Null: nothing does.',
  })
  obstacle!: ApprovalObstacle | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the staff member who asked. Null: it came with the data of the installation.',
  })
  requestedByName!: string | null;

  @Column({ type: 'uuid', nullable: true })
  requestedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the staff member who returned it. Null: it was not returned.',
  })
  returnedByName!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was returned. Null: it was not.' })
  @Column({ type: 'text', nullable: true })
  returnReason!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which it was settled. Null: it waits.',
  })
  @Column({ type: 'timestamptz', nullable: true })
  settledAt!: Date | null;
}

const isList = (approval: string): string => `${approval}.concept = 'enrollment'`;

/** Name by which people know what is to be approved. */
export const approvalTitle = (approval: string): string => `case when ${approval}.concept = 'mou'
    then (select m.title_as_written from mou m where m.id = ${approval}.record_id)
    else (select p.name from program p where p.id = ${approval}.record_id) end`;

readable(Approval, 'approval', {
  subject: column('concept'),
  title: value(approvalTitle),
  mou: one(
    () => Mou,
    (approval, mou) => `${approval}.concept = 'mou' and ${mou}.id = ${approval}.record_id`,
  ),
  program: one(
    () => Program,
    (approval, program) => `${approval}.concept <> 'mou' and ${program}.id = ${approval}.record_id`,
  ),
  people: list(
    () => enrollmentList,
    (approval, enrollment) =>
      `${isList(approval)} and ${enrollment}.id in (select i.enrollment_id from approval_item i where i.approval_id = ${approval}.id)`,
  ),
  digest: value((approval) => `app.approval_digest(${approval})`),
  needed: value((approval) => `app.approvers_needed(${approval}.region_id, ${approval}.concept)`),
  given: value(
    (approval) => `(select count(*) from app.approval_voters(${approval}, app.approval_digest(${approval})))`,
  ),
  eligible: value((approval) => `app.approval_eligible(${approval})`),
  votes: many(
    () => ApprovalVote,
    (approval, vote) => `${vote}.approval_id = ${approval}.id`,
    (vote) => `${vote}.created_at, ${vote}.id`,
  ),
  obstacle: value((approval) => `app.approval_obstacle(${approval})`),
  viewerCan: value((approval) => `to_json(coalesce(app.approval_obstacle(${approval}), 'NONE'))`),
  requestedByName: value((approval) => `app.staff_name(${approval}.requested_by)`),
  returnedByName: value((approval) => `app.staff_name(${approval}.returned_by)`),
});
