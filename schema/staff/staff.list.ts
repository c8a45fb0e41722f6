import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { Role } from '../kernel/actor.js';
import { listArgs } from '../kernel/connection.js';
import { likePattern } from '../kernel/like.js';
import type { ListRead } from '../kernel/readable.js';
import { Staff } from './staff.entity.js';
import { RoleEnum } from './staff.enums.js';

@InputType({ description: 'Conditions on a list of staff; all of them have to hold.' })
export class StaffFilter {
  @Field(() => [RoleEnum], {
    nullable: true,
    description: 'Whether the person holds one of these roles. Empty: nothing matches.',
  })
  roles?: Role[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Ids of regions in which, or directly below which, the person holds a role. Empty: nothing matches.',
  })
  regionIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the person may sign in.' })
  isActive?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the name or the e-mail address; at least three characters.',
  })
  search?: string | null;
}

export enum StaffOrderField {
  NAME = 'NAME',
  CREATED_AT = 'CREATED_AT',
}

@ArgsType()
export class StaffListArgs extends listArgs('Staff', StaffFilter, StaffOrderField) {}

export const staffList: ListRead = {
  of: () => Staff,
  filters: {
    roles: (staff, roles: string[], statement) =>
      `exists (select from staff_grant g where g.staff_id = ${staff}.id and g.role = any(${statement.parameter(roles)}))`,
    regionIds: (staff, ids: string[], statement) => {
      const wanted = statement.ids('region', ids);
      return `exists (select from staff_grant g join region r on r.id = g.region_id
        where g.staff_id = ${staff}.id and (r.id = any(${wanted}) or r.parent_id = any(${wanted})))`;
    },
    isActive: (staff, isActive: boolean, statement) =>
      `${staff}.is_active = ${statement.parameter(isActive)}`,
    search: (staff, text: string, statement) =>
      `lower(${staff}.name || ' ' || ${staff}.email::text) like ${statement.parameter(likePattern(text))}`,
  },
  orders: {
    NAME: { sql: (staff) => `${staff}.name`, type: 'text' },
    CREATED_AT: { sql: (staff) => `${staff}.created_at`, type: 'timestamptz' },
  },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
};
