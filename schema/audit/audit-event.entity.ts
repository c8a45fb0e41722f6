import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../kernel/base-entity.js';
import { readable, value } from '../kernel/readable.js';
import { DateTimeScalar } from '../kernel/scalars.js';

export enum AuditOperation {
  INSERT = 'INSERT',
  UPDATE = 'UPDATE',
  DELETE = 'DELETE',
  EVENT = 'EVENT',
}
registerEnumType(AuditOperation, {
  name: 'AuditOperation',
  description:
    'What happened: a row was added, changed or removed, or an event without a changed row (a sign-in, a download).',
});

@ObjectType({ description: 'One field before and after a change.' })
export class AuditChange {
  @Field(() => String, { description: 'Name of the field as the database has it.' })
  field!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Value before, as text; "***" for secret or personal values. Null: there was none.',
  })
  before!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Value after, as text; "***" for secret or personal values. Null: there is none.',
  })
  after!: string | null;
}

@ObjectType({
  implements: [Node],
  description: 'Entry of the audit trail, written in the transaction of the change and never altered.',
})
@Entity('audit_event')
export class AuditEvent extends Node {
  @Field(() => DateTimeScalar, { description: 'Timestamp of the change.' })
  @Column({ type: 'timestamptz' })
  occurredAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the staff member who acted. Null: the installation itself, or nobody signed in.',
  })
  actorName!: string | null;

  @Field(() => String, { description: 'Decision that was taken, for instance "mou.sign".' })
  @Column({ type: 'text' })
  verb!: string;

  @Field(() => String, { description: 'Kind of the record, for instance "mou".' })
  @Column({ type: 'text' })
  concept!: string;

  @Field(() => ID, { description: 'Id of the record.' })
  subjectId!: string;

  @Field(() => String, {
    description: 'Part of the record that changed, for instance "mou_party"; the record itself otherwise.',
  })
  @Column({ type: 'text' })
  part!: string;

  @Field(() => AuditOperation, { description: 'What happened to the part.' })
  @Column({ type: 'text' })
  operation!: AuditOperation;

  @Field(() => [AuditChange], { description: 'Fields that changed, by name.' })
  changes!: AuditChange[];

  @Field(() => String, { description: 'Id of the request, as in the logs.' })
  @Column({ type: 'text' })
  requestId!: string;
}

const reference = (id: string) => `replace(${id}::text, '-', '')`;

readable(AuditEvent, 'audit', {
  actorName: value((event) => `app.staff_name(${event}.actor_id)`),
  subjectId: value((event) => `${event}.concept || '_' || ${reference(`${event}.subject_id`)}`),
  changes: value(
    (event) => `(select coalesce(json_agg(json_build_object('field', c.key,
        'before', case when ${event}.operation <> 'EVENT' then c.value ->> 0 end,
        'after', case when ${event}.operation = 'EVENT' then c.value #>> '{}' else c.value ->> 1 end) order by c.key), '[]')
      from jsonb_each(${event}.changes) c)`,
  ),
});
