import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { listArgs } from '../kernel/connection.js';
import { parsePublicId } from '../kernel/identifier.js';
import { type ListRead, list, readableEverywhere } from '../kernel/readable.js';
import { DateTimeScalar } from '../kernel/scalars.js';
import { AuditEvent } from './audit-event.entity.js';

@InputType({ description: 'Conditions on the audit trail; all of them have to hold.' })
export class AuditEventFilter {
  @Field(() => [ID], { nullable: true, description: 'Ids of records that were changed.' })
  subjectIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of staff members who acted.' })
  actorIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Decisions, for instance "mou.sign".' })
  verbs?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Kinds of records, for instance "mou".' })
  concepts?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of regions whose records were changed, without those below them.',
  })
  regionIds?: string[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Timestamp from which on, included.' })
  from?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Timestamp until which, not included.' })
  until?: string | null;
}

export enum AuditEventOrderField {
  OCCURRED_AT = 'OCCURRED_AT',
}

@ArgsType()
export class AuditEventListArgs extends listArgs('AuditEvent', AuditEventFilter, AuditEventOrderField) {}

export const auditEventList: ListRead = {
  of: () => AuditEvent,
  filters: {
    subjectIds: (event, ids: string[], statement) => {
      const keys = ids.flatMap((id) => parsePublicId(id)?.id ?? []);
      return `${event}.subject_id = any(${statement.parameter(keys)}::uuid[])`;
    },
    actorIds: (event, ids: string[], statement) => `${event}.actor_id = any(${statement.ids('staff', ids)})`,
    verbs: (event, verbs: string[], statement) => `${event}.verb = any(${statement.parameter(verbs)})`,
    concepts: (event, concepts: string[], statement) =>
      `${event}.concept = any(${statement.parameter(concepts)})`,
    regionIds: (event, ids: string[], statement) =>
      `${event}.region_id = any(${statement.ids('region', ids)})`,
    from: (event, instant: string, statement) =>
      `${event}.occurred_at >= ${statement.parameter(instant)}::timestamptz`,
    until: (event, instant: string, statement) =>
      `${event}.occurred_at < ${statement.parameter(instant)}::timestamptz`,
  },
  orders: { OCCURRED_AT: { sql: (event) => `${event}.occurred_at`, type: 'timestamptz' } },
  defaultOrder: { field: 'OCCURRED_AT', direction: 'DESC' },
  // several rows for each person and month
  isVast: true,
};

readableEverywhere('history', (table) =>
  list(
    () => auditEventList,
    (record, event) => `${event}.concept = '${table}' and ${event}.subject_id = ${record}.id`,
  ),
);
