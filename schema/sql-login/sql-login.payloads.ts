import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Field, Info, Int, ObjectType, Root } from 'type-graphql';
import type { AnalystAddress } from '../kernel/analyst-database.js';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { selectionOf } from '../kernel/selection.js';
import type { Caller } from '../kernel/unit-of-work.js';
import { SqlLogin } from './sql-login.entity.js';
import { sqlLoginCodes } from './sql-login.problems.js';
import type { SqlPasswordOutcome } from './sql-login.service.js';

const SqlLoginUserError = userErrorOf('SqlLogin', sqlLoginCodes);

@ObjectType({ description: 'Where psql, Metabase or DBeaver connect to, beside name and password.' })
export class SqlAddress implements AnalystAddress {
  @Field(() => String, { description: 'Host of PostgreSQL: a replica, where the installation has one.' })
  host!: string;

  @Field(() => Int, { description: 'Port of PostgreSQL.' })
  port!: number;

  @Field(() => String, { description: 'Name of the database.' })
  database!: string;
}

@ObjectType({ description: 'What making a login for SQL, or a new password for it, came to.' })
export class SqlLoginPasswordPayload {
  @Field(() => String, {
    nullable: true,
    description: 'Password to hand over; shown in this answer only. Null: nothing was changed.',
  })
  password!: string | null;

  @Field(() => SqlLogin, {
    nullable: true,
    description: 'Login after the change. Null: nothing was changed, see `userErrors`.',
  })
  sqlLogin(
    @Root() payload: Payload,
    @Ctx() { caller }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    return caller.reads.one(SqlLogin, payload.id, selectionOf(info));
  }

  @Field(() => [SqlLoginUserError], {
    description: 'Problems to mend, in the order of the form; empty when the change was made.',
  })
  userErrors!: object[];
}

export const SqlLoginRevokePayload = payloadType({
  mutation: 'SqlLoginRevoke',
  field: 'sqlLogin',
  entity: () => SqlLogin,
  userError: SqlLoginUserError,
});

export function sqlPasswordPayload(caller: Caller, outcome: SqlPasswordOutcome): object {
  return { ...payloadOf(caller, outcome), password: outcome.password };
}
