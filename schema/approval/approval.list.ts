import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { listArgs } from '../kernel/connection.js';
import { parsePublicId } from '../kernel/identifier.js';
import type { ListRead } from '../kernel/readable.js';
import { Approval } from './approval.entity.js';
import { ApprovalState, ApprovalSubject } from './approval.enums.js';

@InputType({ description: 'Conditions on a list of requests for approval; all of them have to hold.' })
export class ApprovalFilter {
  @Field(() => [ApprovalState], {
    nullable: true,
    description: 'Whether the state is one of these. Empty: nothing matches.',
  })
  states?: ApprovalState[] | null;

  @Field(() => [ApprovalSubject], {
    nullable: true,
    description: 'Whether it is about one of these. Empty: nothing matches.',
  })
  subjects?: ApprovalSubject[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of regions, of which, or below which, the region is one. Empty: nothing matches.',
  })
  regionIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of agreements and programs that are to be approved.',
  })
  recordIds?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it waits for the agreement of the caller. False: the rest.',
  })
  isMine?: boolean | null;
}

export enum ApprovalOrderField {
  CREATED_AT = 'CREATED_AT',
}

@ArgsType()
export class ApprovalListArgs extends listArgs('Approval', ApprovalFilter, ApprovalOrderField) {}

export const approvalList: ListRead = {
  of: () => Approval,
  filters: {
    states: (approval, states: string[], statement) =>
      `${approval}.state = any(${statement.parameter(states)})`,
    subjects: (approval, subjects: string[], statement) =>
      `${approval}.concept = any(${statement.parameter(subjects)})`,
    regionIds: (approval, ids: string[], statement) =>
      `${approval}.region_id = any(array(select app.region_subtree(${statement.ids('region', ids)})))`,
    recordIds: (approval, ids: string[], statement) => {
      const keys = ids.flatMap((id) => parsePublicId(id)?.id ?? []);
      return `${approval}.record_id = any(${statement.parameter(keys)}::uuid[])`;
    },
    // the state first: only what is open is looked at closely
    isMine: (approval, isWanted: boolean) =>
      `(case when ${approval}.state = 'OPEN' then app.approval_obstacle(${approval}) is null else false end) = ${isWanted}`,
  },
  orders: { CREATED_AT: { sql: (approval) => `${approval}.created_at`, type: 'timestamptz' } },
  defaultOrder: { field: 'CREATED_AT', direction: 'ASC' },
};
