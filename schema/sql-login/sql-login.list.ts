import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { listArgs } from '../kernel/connection.js';
import type { ListRead } from '../kernel/readable.js';
import { SqlLogin, SqlLoginKind } from './sql-login.entity.js';

@InputType({ description: 'Conditions on a list of logins for SQL; all of them have to hold.' })
export class SqlLoginFilter {
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of staff whose logins they are. Empty: nothing matches.',
  })
  staffIds?: string[] | null;

  @Field(() => SqlLoginKind, { nullable: true, description: 'How the login is used.' })
  kind?: SqlLoginKind | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the login was revoked.' })
  isRevoked?: boolean | null;
}

export enum SqlLoginOrderField {
  CREATED_AT = 'CREATED_AT',
}

@ArgsType()
export class SqlLoginListArgs extends listArgs('SqlLogin', SqlLoginFilter, SqlLoginOrderField) {}

export const sqlLoginList: ListRead = {
  of: () => SqlLogin,
  filters: {
    staffIds: (login, ids: string[], statement) => `${login}.staff_id = any(${statement.ids('staff', ids)})`,
    kind: (login, kind: string, statement) => `${login}.kind = ${statement.parameter(kind)}`,
    isRevoked: (login, isRevoked: boolean, statement) =>
      `(${login}.revoked_at is not null) = ${statement.parameter(isRevoked)}::boolean`,
  },
  orders: { CREATED_AT: { sql: (login) => `${login}.created_at`, type: 'timestamptz' } },
  defaultOrder: { field: 'CREATED_AT', direction: 'DESC' },
};
