import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ExpectedVersion, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf } from '../kernel/payload.js';
import { Selectable } from '../kernel/selectable.js';
import { selected, selectionOf } from '../kernel/selection.js';
import { Staff } from '../staff/index.js';
import { SqlLogin } from './sql-login.entity.js';
import { SqlLoginListArgs } from './sql-login.list.js';
import {
  SqlAddress,
  SqlLoginPasswordPayload,
  SqlLoginRevokePayload,
  sqlPasswordPayload,
} from './sql-login.payloads.js';
import type { SqlLoginService } from './sql-login.service.js';

export const SqlLoginConnection = connectionOf('SqlLogin', () => SqlLogin);

@Resolver(() => SqlLogin)
export class SqlLoginResolver {
  constructor(private readonly service: SqlLoginService) {}

  @Query(() => SqlLogin, {
    nullable: true,
    description:
      'Login for SQL with this id. Null: absent or not visible. For administrators, coordinators, analysts and auditors.',
  })
  sqlLogin(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => SqlLoginConnection, {
    description:
      'Logins for SQL of the caller and of the accounts that the caller sees, the newest first. For administrators, coordinators, analysts and auditors.',
  })
  sqlLogins(
    @Ctx() { caller }: Context,
    @Args(() => SqlLoginListArgs) args: SqlLoginListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @Query(() => SqlAddress, {
    description:
      'Address of PostgreSQL for logins for SQL. For administrators, coordinators, analysts and auditors.',
  })
  sqlAddress(@Ctx() { caller }: Context): object {
    return this.service.address(caller);
  }

  @Mutation(() => SqlLoginPasswordPayload, {
    description:
      'Makes a login for SQL with a password to hand over. For administrators, and coordinators where every role of the account lies within their region.',
  })
  async sqlLoginCreate(
    @Ctx() { caller }: Context,
    @Arg('staffId', () => ID, { description: 'Id of the account that the login is for.' }) staffId: string,
  ): Promise<object> {
    return sqlPasswordPayload(caller, await this.service.create(caller, staffId));
  }

  @Mutation(() => SqlLoginPasswordPayload, {
    description:
      'Makes a new password for a login for SQL; the old one and its sessions end. For the person, and those who manage the account.',
  })
  async sqlLoginRotate(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
  ): Promise<object> {
    return sqlPasswordPayload(caller, await this.service.rotate(caller, { id, expectedVersion }));
  }

  @Mutation(() => SqlLoginRevokePayload, {
    description:
      'Takes a login for SQL out of PostgreSQL and ends its sessions. For the person, and those who manage the account.',
  })
  async sqlLoginRevoke(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.revoke(caller, { id, expectedVersion }));
  }
}

/** Logins of a member of staff, as a field. */
@Resolver(() => Staff)
export class StaffSqlLoginsResolver {
  @Selectable()
  @FieldResolver(() => [SqlLogin], {
    description: 'Logins for SQL of the person that hold, the direct one first.',
  })
  sqlLogins(@Root() staff: Record<string, unknown>, @Info() info: GraphQLResolveInfo): unknown {
    return selected(staff, info);
  }
}
