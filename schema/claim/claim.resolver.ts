import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ExpectedVersion, IdempotencyKey, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { MonthScalar } from '../kernel/scalars.js';
import { Selectable } from '../kernel/selectable.js';
import { selected, selectionOf } from '../kernel/selection.js';
import { Program } from '../program/index.js';
import { Region } from '../region/index.js';
import { Claim } from './claim.entity.js';
import { ClaimGrouping } from './claim.enums.js';
import { ClaimRecordInput, ClaimReviseInput } from './claim.inputs.js';
import { ClaimFilter, ClaimListArgs } from './claim.list.js';
import { claimCodes } from './claim.problems.js';
import type { ClaimService } from './claim.service.js';
import { BenefitRatio, ClaimRow } from './claim-figures.types.js';

export const ClaimConnection = connectionOf('Claim', () => Claim);
const userError = userErrorOf('Claim', claimCodes);
const parts = { field: 'claim', entity: () => Claim, userError };
const ClaimRecordPayload = payloadType({ mutation: 'ClaimRecord', ...parts });
const ClaimRevisePayload = payloadType({ mutation: 'ClaimRevise', ...parts });

@Resolver(() => Claim)
export class ClaimResolver {
  constructor(private readonly service: ClaimService) {}

  @Query(() => Claim, {
    nullable: true,
    description: 'Benefits with this id. Null: absent or not visible. For staff of the region.',
  })
  claim(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => ClaimConnection, {
    description: 'Benefits paid, the latest month first unless ordered otherwise. For staff of the region.',
  })
  claims(
    @Ctx() { caller }: Context,
    @Args(() => ClaimListArgs) args: ClaimListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @Query(() => [ClaimRow], {
    description:
      'Claims counted together; at most 2000 rows, one row without groups. For staff of the region.',
  })
  claimStatistics(
    @Ctx() { caller }: Context,
    @Arg('filter', () => ClaimFilter, { nullable: true, description: 'Conditions. Null: none.' })
    filter: ClaimFilter | undefined,
    @Arg('groupBy', () => [ClaimGrouping], { description: 'What to count by. Empty: all together.' })
    groupBy: ClaimGrouping[],
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.statistics(caller, { filter, groupBy }, selectionOf(info));
  }

  @Query(() => BenefitRatio, {
    description:
      'Claims paid against contributions paid in these months, with both numbers. For staff of the region.',
  })
  benefitRatio(
    @Ctx() { caller }: Context,
    @Arg('regionIds', () => [ID], { description: 'Ids of payer regions; those below count too.' })
    regionIds: string[],
    @Arg('from', () => MonthScalar, { description: 'First month.' }) from: string,
    @Arg('until', () => MonthScalar, { description: 'Last month, included.' }) until: string,
  ) {
    return this.service.ratio(caller, { regionIds, from, until });
  }

  @Mutation(() => ClaimRecordPayload, {
    description: 'Records benefits paid in a month. For operators of the region and above.',
  })
  async claimRecord(
    @Ctx() { caller }: Context,
    @Input(() => ClaimRecordInput) input: ClaimRecordInput,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.record(caller, input, idempotencyKey));
  }

  @Mutation(() => ClaimRevisePayload, {
    description: 'Corrects recorded benefits. For operators of the region and above.',
  })
  async claimRevise(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => ClaimReviseInput) input: ClaimReviseInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.revise(caller, { id, expectedVersion, input }));
  }
}

/** Benefits in a region, as its field. */
@Resolver(() => Region)
export class RegionClaimsResolver {
  @Selectable()
  @FieldResolver(() => ClaimConnection, {
    description: 'Benefits paid in the region itself, the latest month first; empty for the public.',
  })
  claims(
    @Root() region: Record<string, unknown>,
    @Args(() => ClaimListArgs) _args: ClaimListArgs,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(region, info);
  }
}

/** Benefits of a program's participants, as its field. */
@Resolver(() => Program)
export class ProgramClaimsResolver {
  @Selectable()
  @FieldResolver(() => ClaimConnection, {
    description: 'Benefits paid to participants of the program, the latest month first.',
  })
  claims(
    @Root() program: Record<string, unknown>,
    @Args(() => ClaimListArgs) _args: ClaimListArgs,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(program, info);
  }
}
