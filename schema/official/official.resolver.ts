import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { ExpectedVersion, IdempotencyKey, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { selectionOf } from '../kernel/selection.js';
import { Official } from './official.entity.js';
import { OfficialCreateInput, OfficialEndTermInput, OfficialReviseInput } from './official.inputs.js';
import { OfficialListArgs } from './official.list.js';
import { officialCodes } from './official.problems.js';
import type { OfficialService } from './official.service.js';

export const OfficialConnection = connectionOf('Official', () => Official);
const userError = userErrorOf('Official', officialCodes);
const OfficialCreatePayload = payloadType({
  mutation: 'OfficialCreate',
  field: 'official',
  entity: () => Official,
  userError,
});
const OfficialRevisePayload = payloadType({
  mutation: 'OfficialRevise',
  field: 'official',
  entity: () => Official,
  userError,
});
const OfficialEndTermPayload = payloadType({
  mutation: 'OfficialEndTerm',
  field: 'official',
  entity: () => Official,
  userError,
});

@Resolver(() => Official)
export class OfficialResolver {
  constructor(private readonly service: OfficialService) {}

  @Query(() => Official, {
    nullable: true,
    description: 'Official with this id. Null: there is none. For all staff.',
  })
  official(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => OfficialConnection, {
    description:
      'Officials of regions, agencies and offices, by name unless ordered otherwise. For all staff.',
  })
  officials(
    @Ctx() { caller }: Context,
    @Args(() => OfficialListArgs) args: OfficialListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @Mutation(() => OfficialCreatePayload, {
    description:
      'Adds an official. For administrators, coordinators and operators within their regions; officials of offices by coordinators only.',
  })
  async officialCreate(
    @Ctx() { caller }: Context,
    @Input(() => OfficialCreateInput) input: OfficialCreateInput,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.create(caller, input, idempotencyKey));
  }

  @Mutation(() => OfficialRevisePayload, {
    description:
      'Corrects an official. For administrators, coordinators and operators within their regions; officials of offices by coordinators only.',
  })
  async officialRevise(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => OfficialReviseInput) input: OfficialReviseInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.revise(caller, { id, expectedVersion, input }));
  }

  @Mutation(() => OfficialEndTermPayload, {
    description:
      'Ends the term of an official. For administrators, coordinators and operators within their regions; officials of offices by coordinators only.',
  })
  async officialEndTerm(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => OfficialEndTermInput) input: OfficialEndTermInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.endTerm(caller, { id, expectedVersion, input }));
  }
}
