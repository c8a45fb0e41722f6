import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { ExpectedVersion, IdempotencyKey, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf } from '../kernel/payload.js';
import { selectionOf } from '../kernel/selection.js';
import { Staff } from './staff.entity.js';
import { SessionCreateInput, StaffCreateInput, StaffGrantInput, StaffReviseInput } from './staff.inputs.js';
import { StaffListArgs } from './staff.list.js';
import {
  passwordPayload,
  SessionCreatePayload,
  StaffCreatePayload,
  StaffGrantRolesPayload,
  StaffResetPasswordPayload,
  StaffRevisePayload,
  sessionPayload,
} from './staff.payloads.js';
import type { StaffService } from './staff.service.js';

export const StaffConnection = connectionOf('Staff', () => Staff);

/** Accounts, for those who manage or audit them. */
@Resolver(() => Staff)
export class StaffResolver {
  constructor(private readonly service: StaffService) {}

  @Query(() => Staff, {
    nullable: true,
    description:
      'Member of staff with this id. Null: absent or not visible. For administrators, coordinators and auditors.',
  })
  staffMember(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => StaffConnection, {
    description:
      'Members of staff with a role in the regions of the caller, by name unless ordered otherwise. For administrators, coordinators and auditors.',
  })
  staffMembers(
    @Ctx() { caller }: Context,
    @Args(() => StaffListArgs) args: StaffListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @Mutation(() => SessionCreatePayload, {
    description:
      'Opens a session of at most 12 hours. After 5 failures an account, and after 50 an address, waits up to 15 minutes. Open to everybody.',
  })
  async sessionCreate(
    @Ctx() { caller }: Context,
    @Input(() => SessionCreateInput) input: SessionCreateInput,
  ): Promise<object> {
    return sessionPayload(caller, await this.service.signIn(caller, input));
  }

  @Mutation(() => StaffCreatePayload, {
    description:
      'Makes an account with a password to hand over. For administrators, and coordinators for roles within their region.',
  })
  async staffCreate(
    @Ctx() { caller }: Context,
    @Input(() => StaffCreateInput) input: StaffCreateInput,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<Payload> {
    return passwordPayload(caller, await this.service.create(caller, input, idempotencyKey));
  }

  @Mutation(() => StaffRevisePayload, {
    description:
      'Corrects an account, blocks or unblocks it. For administrators, and coordinators where every role lies within their region.',
  })
  async staffRevise(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => StaffReviseInput) input: StaffReviseInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.revise(caller, { id, expectedVersion, input }));
  }

  @Mutation(() => StaffGrantRolesPayload, {
    description:
      'Gives an account exactly these roles. For administrators, and coordinators within their region, never for themselves.',
  })
  async staffGrantRoles(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Arg('grants', () => [StaffGrantInput], {
      description: 'Roles that the person holds from now on, at least one.',
    })
    grants: StaffGrantInput[],
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.grantRoles(caller, { id, expectedVersion, grants }));
  }

  @Mutation(() => StaffResetPasswordPayload, {
    description:
      'Makes a new password to hand over and ends all sessions of the account. For those who may revise the account.',
  })
  async staffResetPassword(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
  ): Promise<Payload> {
    return passwordPayload(caller, await this.service.resetPassword(caller, { id, expectedVersion }));
  }
}
