import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { readable, value } from '../kernel/readable.js';
import { CalendarDateScalar, DateTimeScalar } from '../kernel/scalars.js';
import { worded } from '../kernel/worded.js';
import { Region } from '../region/index.js';
import { AlertRule, AlertState } from './alert.enums.js';
import { alertMessage, alertName } from './alert.message.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description:
    'Something that is due or broken, told once per rule, record, lead time and day. For staff who work in the region and auditors.',
})
@Entity('alert')
export class Alert extends BaseEntity {
  @Field(() => AlertRule, { description: 'Rule that raised it.' })
  @Column({ type: 'text' })
  rule!: AlertRule;

  @Field(() => String, { description: 'Name of the rule in the language of the caller.' })
  name!: string;

  @Field(() => String, {
    description: 'What it is about, what is the matter and what to do, in the language of the caller.',
  })
  message!: string;

  @Field(() => Region, { description: 'Region concerned.' })
  @ManyToOne(() => Region, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_id' })
  region!: Relation<Region>;

  @Column({ type: 'uuid' })
  regionId!: string;

  @Field(() => String, { description: 'Kind of the record concerned: "mou", "program", "bill" or "region".' })
  @Column({ type: 'text' })
  concept!: string;

  @Field(() => ID, { description: 'Id of the record concerned; `node` reads it.' })
  subjectId!: string;

  @Field(() => Int, { description: 'Days before `dueOn` at which this alert speaks; negative: after it.' })
  @Column({ type: 'integer' })
  leadDays!: number;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Date on which the thing falls. Null: it holds now, without a date.',
  })
  @Column({ type: 'date', nullable: true })
  dueOn!: string | null;

  @Field(() => CalendarDateScalar, { description: 'Date on which the alert was due to be raised.' })
  @Column({ type: 'date' })
  firesOn!: string;

  @Field(() => AlertState, { description: 'What became of it.' })
  @Column({ type: 'text' })
  state!: AlertState;

  @Field(() => String, { nullable: true, description: 'Remark of those who work on it. Null: none.' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the staff member who acknowledged it. Null: nobody has.',
  })
  acknowledgedByName!: string | null;

  @Column({ type: 'uuid', nullable: true })
  acknowledgedBy!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the acknowledgement. Null: none.',
  })
  @Column({ type: 'timestamptz', nullable: true })
  acknowledgedAt!: Date | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Date until which it is put aside, included. Null: it is not.',
  })
  @Column({ type: 'date', nullable: true })
  snoozedUntil!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the staff member whose task it is. Null: nobody.',
  })
  @Column({ type: 'uuid', nullable: true })
  assigneeId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the staff member whose task it is. Null: nobody.',
  })
  assigneeName!: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description:
      'Date on which it was handed up to the province, by a person or after 14 days without an answer. Null: it was not.',
  })
  @Column({ type: 'date', nullable: true })
  escalatedOn!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which it no longer held. Null: it still holds.',
  })
  @Column({ type: 'timestamptz', nullable: true })
  resolvedAt!: Date | null;
}

/** Name by which people know the record concerned; null when the reader may not see it. */
export const subjectTitle = (alert: string): string => `case ${alert}.concept
    when 'mou' then (select m.title_as_written from mou m where m.id = ${alert}.subject_id)
    when 'program' then (select p.name from program p where p.id = ${alert}.subject_id)
    when 'bill' then (select coalesce(b.bill_code, p.name) from bill b join program p on p.id = b.program_id where b.id = ${alert}.subject_id)
    else (select r.display_name from region r where r.id = ${alert}.subject_id) end`;

/** What the text is made of; the resolver writes it in the reader's language. */
export const messageParts = (alert: string): string =>
  `json_build_object('rule', ${alert}.rule, 'subjectTitle', ${subjectTitle(alert)}, 'dueOn', ${alert}.due_on,
    'today', app.today(), 'facts', ${alert}.facts)`;

worded(Alert, { name: alertName, message: alertMessage });
readable(Alert, 'alert', {
  viewerCan: value(
    (alert) =>
      `json_build_object('state', ${alert}.state, 'regionId', ${alert}.region_id,
        'isPutAside', coalesce(${alert}.snoozed_until >= app.today(), false))`,
  ),
  name: value((alert) => `${alert}.rule`),
  message: value(messageParts),
  subjectId: value((alert) => `${alert}.concept || '_' || replace(${alert}.subject_id::text, '-', '')`),
  acknowledgedByName: value((alert) => `app.staff_name(${alert}.acknowledged_by)`),
  assigneeId: value((alert) => `'staff_' || replace(${alert}.assignee_id::text, '-', '')`),
  assigneeName: value((alert) => `app.staff_name(${alert}.assignee_id)`),
});
