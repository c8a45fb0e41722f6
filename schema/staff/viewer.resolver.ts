import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Input, RecordId } from '../kernel/arguments.js';
import { type Context, type Payload, payloadOf } from '../kernel/payload.js';
import { selectionOf } from '../kernel/selection.js';
import { PasswordChangeInput, TokenCreateInput } from './staff.inputs.js';
import { AccountPayload, TokenCreatePayload, TokenRevokePayload, tokenPayload } from './staff.payloads.js';
import { Viewer } from './viewer.js';
import type { ViewerService } from './viewer.service.js';

/** What everybody does with the own account. */
@Resolver(() => Viewer)
export class ViewerResolver {
  constructor(private readonly service: ViewerService) {}

  @Query(() => Viewer, {
    nullable: true,
    description: 'Person who makes this request. Null: anonymous. Open to everybody.',
  })
  viewer(@Ctx() { caller }: Context, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, selectionOf(info));
  }

  @Mutation(() => AccountPayload, {
    description: 'Ends the session of this request. For everyone who is signed in.',
  })
  async sessionEnd(@Ctx() { caller }: Context): Promise<Payload> {
    return payloadOf(caller, await this.service.signOut(caller));
  }

  @Mutation(() => AccountPayload, {
    description: 'Ends all sessions of the caller, this one included. For everyone who is signed in.',
  })
  async sessionEndAll(@Ctx() { caller }: Context): Promise<Payload> {
    return payloadOf(caller, await this.service.signOutEverywhere(caller));
  }

  @Mutation(() => AccountPayload, {
    description:
      'Changes the password of the caller and ends the other sessions. For everyone who is signed in.',
  })
  async passwordChange(
    @Ctx() { caller }: Context,
    @Input(() => PasswordChangeInput) input: PasswordChangeInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.changePassword(caller, input));
  }

  @Mutation(() => TokenCreatePayload, {
    description: 'Makes a personal access token. For everyone who is signed in, not by another token.',
  })
  async tokenCreate(
    @Ctx() { caller }: Context,
    @Input(() => TokenCreateInput) input: TokenCreateInput,
  ): Promise<Payload> {
    return tokenPayload(caller, await this.service.createToken(caller, input));
  }

  @Mutation(() => TokenRevokePayload, {
    description: 'Revokes a personal access token of the caller. For everyone who is signed in.',
  })
  async tokenRevoke(@Ctx() { caller }: Context, @RecordId() id: string): Promise<Payload> {
    return payloadOf(caller, await this.service.revokeToken(caller, id));
  }
}
