import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ExpectedVersion, IdempotencyKey, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { RegionCodeScalar } from '../kernel/scalars.js';
import { Selectable } from '../kernel/selectable.js';
import { selected, selectionOf } from '../kernel/selection.js';
import { Region } from './region.entity.js';
import { RegionCreateInput, RegionReviseInput } from './region.inputs.js';
import { RegionListArgs } from './region.list.js';
import { regionCodes } from './region.problems.js';
import type { RegionService } from './region.service.js';

export const RegionConnection = connectionOf('Region', () => Region);
const userError = userErrorOf('Region', regionCodes);
const RegionCreatePayload = payloadType({
  mutation: 'RegionCreate',
  field: 'region',
  entity: () => Region,
  userError,
});
const RegionRevisePayload = payloadType({
  mutation: 'RegionRevise',
  field: 'region',
  entity: () => Region,
  userError,
});

@Resolver(() => Region)
export class RegionResolver {
  constructor(private readonly service: RegionService) {}

  @Query(() => Region, {
    nullable: true,
    description: 'Region with this id. Null: there is none. Open to everybody.',
  })
  region(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => Region, {
    nullable: true,
    description: 'Region with this code, for instance "36.72". Null: there is none. Open to everybody.',
  })
  regionByCode(
    @Ctx() { caller }: Context,
    @Arg('code', () => RegionCodeScalar, { description: 'Code of the region.' }) code: string,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.findByCode(caller, code, selectionOf(info));
  }

  @Query(() => RegionConnection, {
    description: 'Regions of Indonesia, by code unless ordered otherwise. Open to everybody.',
  })
  regions(
    @Ctx() { caller }: Context,
    @Args(() => RegionListArgs) args: RegionListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @Mutation(() => RegionCreatePayload, {
    description: 'Adds a region. For administrators, and coordinators within their province.',
  })
  async regionCreate(
    @Ctx() { caller }: Context,
    @Input(() => RegionCreateInput) input: RegionCreateInput,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.create(caller, input, idempotencyKey));
  }

  @Mutation(() => RegionRevisePayload, {
    description: 'Corrects a region. For administrators, and coordinators within their province.',
  })
  async regionRevise(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => RegionReviseInput) input: RegionReviseInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.revise(caller, { id, expectedVersion, input }));
  }

  @Selectable()
  @FieldResolver(() => RegionConnection, {
    description: 'Regions directly below, by code unless ordered otherwise.',
  })
  children(
    @Root() region: Record<string, unknown>,
    @Args(() => RegionListArgs) _args: RegionListArgs,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(region, info);
  }
}
