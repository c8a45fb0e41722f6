import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ExpectedVersion, IdempotencyKey, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { Selectable } from '../kernel/selectable.js';
import { selected, selectionOf } from '../kernel/selection.js';
import { Region } from '../region/index.js';
import { Office } from './office.entity.js';
import { OfficeCloseInput, OfficeCreateInput, OfficeReviseInput } from './office.inputs.js';
import { OfficeListArgs } from './office.list.js';
import { officeCodes } from './office.problems.js';
import type { OfficeService } from './office.service.js';

export const OfficeConnection = connectionOf('Office', () => Office);
const userError = userErrorOf('Office', officeCodes);
const OfficeCreatePayload = payloadType({
  mutation: 'OfficeCreate',
  field: 'office',
  entity: () => Office,
  userError,
});
const OfficeRevisePayload = payloadType({
  mutation: 'OfficeRevise',
  field: 'office',
  entity: () => Office,
  userError,
});
const OfficeClosePayload = payloadType({
  mutation: 'OfficeClose',
  field: 'office',
  entity: () => Office,
  userError,
});

@Resolver(() => Office)
export class OfficeResolver {
  constructor(private readonly service: OfficeService) {}

  @Query(() => Office, {
    nullable: true,
    description: 'Office with this id. Null: there is none. For all staff.',
  })
  office(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => OfficeConnection, {
    description: 'Offices of BPJS Ketenagakerjaan, by name unless ordered otherwise. For all staff.',
  })
  offices(
    @Ctx() { caller }: Context,
    @Args(() => OfficeListArgs) args: OfficeListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @Mutation(() => OfficeCreatePayload, {
    description: 'Adds an office. For administrators, and coordinators within their province.',
  })
  async officeCreate(
    @Ctx() { caller }: Context,
    @Input(() => OfficeCreateInput) input: OfficeCreateInput,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.create(caller, input, idempotencyKey));
  }

  @Mutation(() => OfficeRevisePayload, {
    description:
      'Corrects an office. For administrators, and coordinators whose province has its seat or one of its service areas.',
  })
  async officeRevise(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => OfficeReviseInput) input: OfficeReviseInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.revise(caller, { id, expectedVersion, input }));
  }

  @Mutation(() => OfficeClosePayload, {
    description:
      'Closes an office; it serves nobody afterwards. For administrators, and coordinators whose province has its seat or one of its service areas.',
  })
  async officeClose(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => OfficeCloseInput) input: OfficeCloseInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.close(caller, { id, expectedVersion, input }));
  }
}

/** Offices below a region: the office knows the region, never the other way round. */
@Resolver(() => Region)
export class RegionOfficesResolver {
  @Selectable()
  @FieldResolver(() => OfficeConnection, {
    description:
      'Offices that serve the region itself, now or ever, or on `servesOn` when the filter gives it; by name unless ordered otherwise.',
  })
  offices(
    @Root() region: Record<string, unknown>,
    @Args(() => OfficeListArgs) _args: OfficeListArgs,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(region, info);
  }
}
