import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ExpectedVersion, IdempotencyKey, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { Selectable } from '../kernel/selectable.js';
import { selected, selectionOf } from '../kernel/selection.js';
import { Region } from '../region/index.js';
import { Indicator } from './indicator.entity.js';
import { Observation } from './observation.entity.js';
import { ObservationCreateInput, ObservationReviseInput } from './observation.inputs.js';
import { IndicatorListArgs, ObservationListArgs } from './observation.list.js';
import { observationCodes } from './observation.problems.js';
import type { ObservationService } from './observation.service.js';

export const ObservationConnection = connectionOf('Observation', () => Observation);
const IndicatorConnection = connectionOf('Indicator', () => Indicator);
const userError = userErrorOf('Observation', observationCodes);
const parts = { field: 'observation', entity: () => Observation, userError };
const ObservationCreatePayload = payloadType({ mutation: 'ObservationCreate', ...parts });
const ObservationRevisePayload = payloadType({ mutation: 'ObservationRevise', ...parts });

@Resolver(() => Observation)
export class ObservationResolver {
  constructor(private readonly service: ObservationService) {}

  @Query(() => Observation, {
    nullable: true,
    description: 'Reported figure with this id. Null: there is none. For staff.',
  })
  observation(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => ObservationConnection, {
    description: 'Reported figures, the newest first unless ordered otherwise. For staff.',
  })
  observations(
    @Ctx() { caller }: Context,
    @Args(() => ObservationListArgs) args: ObservationListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @Query(() => IndicatorConnection, { description: 'Indicators that can be reported, by code. For staff.' })
  indicators(
    @Ctx() { caller }: Context,
    @Args(() => IndicatorListArgs) args: IndicatorListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.listIndicators(caller, args, selectionOf(info));
  }

  @Mutation(() => ObservationCreatePayload, {
    description:
      'Records a reported figure with its source. For administrators, and coordinators and operators of the region.',
  })
  async observationCreate(
    @Ctx() { caller }: Context,
    @Input(() => ObservationCreateInput) input: ObservationCreateInput,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.create(caller, input, idempotencyKey));
  }

  @Mutation(() => ObservationRevisePayload, {
    description:
      'Corrects a reported figure. For administrators, and coordinators and operators of the region.',
  })
  async observationRevise(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => ObservationReviseInput) input: ObservationReviseInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.revise(caller, { id, expectedVersion, input }));
  }
}

/** Figures of a region, as its field. */
@Resolver(() => Region)
export class RegionObservationResolver {
  @Selectable()
  @FieldResolver(() => ObservationConnection, {
    description:
      'Reported figures of the region itself, the newest first unless ordered otherwise; empty for the public.',
  })
  observations(
    @Root() region: Record<string, unknown>,
    @Args(() => ObservationListArgs) _args: ObservationListArgs,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(region, info);
  }
}
