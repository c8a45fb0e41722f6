import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ExpectedVersion, IdempotencyKey, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { Selectable } from '../kernel/selectable.js';
import { selected, selectionOf } from '../kernel/selection.js';
import { Region } from '../region/index.js';
import { Award } from './award.entity.js';
import { AwardCreateInput, AwardReviseInput } from './award.inputs.js';
import { AwardListArgs } from './award.list.js';
import { awardCodes } from './award.problems.js';
import type { AwardService } from './award.service.js';

export const AwardConnection = connectionOf('Award', () => Award);
const userError = userErrorOf('Award', awardCodes);
const parts = { field: 'award', entity: () => Award, userError };
const AwardCreatePayload = payloadType({ mutation: 'AwardCreate', ...parts });
const AwardRevisePayload = payloadType({ mutation: 'AwardRevise', ...parts });

@Resolver(() => Award)
export class AwardResolver {
  constructor(private readonly service: AwardService) {}

  @Query(() => Award, {
    nullable: true,
    description: 'Award with this id. Null: there is none. Open to everybody.',
  })
  award(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => AwardConnection, {
    description: 'Awards, the latest edition first unless ordered otherwise. Open to everybody.',
  })
  awards(
    @Ctx() { caller }: Context,
    @Args(() => AwardListArgs) args: AwardListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @Mutation(() => AwardCreatePayload, {
    description: 'Adds an award. For administrators, and coordinators of the recipient’s region.',
  })
  async awardCreate(
    @Ctx() { caller }: Context,
    @Input(() => AwardCreateInput) input: AwardCreateInput,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.create(caller, input, idempotencyKey));
  }

  @Mutation(() => AwardRevisePayload, {
    description: 'Corrects an award. For administrators, and coordinators of the recipient’s region.',
  })
  async awardRevise(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => AwardReviseInput) input: AwardReviseInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.revise(caller, { id, expectedVersion, input }));
  }
}

/** Awards of a region, as its field. */
@Resolver(() => Region)
export class RegionAwardResolver {
  @Selectable()
  @FieldResolver(() => AwardConnection, {
    description:
      'Awards that the region’s government received, the latest edition first unless ordered otherwise.',
  })
  awards(
    @Root() region: Record<string, unknown>,
    @Args(() => AwardListArgs) _args: AwardListArgs,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(region, info);
  }
}
