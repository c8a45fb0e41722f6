import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { ExpectedVersion, IdempotencyKey, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { selectionOf } from '../kernel/selection.js';
import { BranchLayout } from './branch-layout.entity.js';
import type { BranchLayoutService } from './branch-layout.service.js';
import { BranchLayoutCreateInput, BranchLayoutReviseInput } from './branch-list.inputs.js';
import { BranchLayoutListArgs } from './branch-list.list.js';
import { branchListCodes } from './branch-list.problems.js';

export const BranchLayoutConnection = connectionOf('BranchLayout', () => BranchLayout);
const parts = {
  field: 'branchLayout',
  entity: () => BranchLayout,
  userError: userErrorOf('BranchLayout', branchListCodes),
};
const BranchLayoutCreatePayload = payloadType({ mutation: 'BranchLayoutCreate', ...parts });
const BranchLayoutRevisePayload = payloadType({ mutation: 'BranchLayoutRevise', ...parts });

@Resolver(() => BranchLayout)
export class BranchLayoutResolver {
  constructor(private readonly service: BranchLayoutService) {}

  @Query(() => BranchLayout, {
    nullable: true,
    description: 'Layout with this id. Null: there is none. For staff.',
  })
  branchLayout(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => BranchLayoutConnection, {
    description: 'Layouts of lists for branches, latest first. For staff.',
  })
  branchLayouts(
    @Ctx() { caller }: Context,
    @Args(() => BranchLayoutListArgs) args: BranchLayoutListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @Mutation(() => BranchLayoutCreatePayload, {
    description: 'Adds a layout of a province. For administrators, and its coordinators.',
  })
  async branchLayoutCreate(
    @Ctx() { caller }: Context,
    @Input(() => BranchLayoutCreateInput) input: BranchLayoutCreateInput,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.create(caller, input, idempotencyKey));
  }

  @Mutation(() => BranchLayoutRevisePayload, {
    description:
      'Changes a layout; lists that were made keep theirs. For administrators, and coordinators there.',
  })
  async branchLayoutRevise(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => BranchLayoutReviseInput) input: BranchLayoutReviseInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.revise(caller, { id, expectedVersion, input }));
  }
}
