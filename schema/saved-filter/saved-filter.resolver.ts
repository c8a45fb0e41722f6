import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { ExpectedVersion, IdempotencyKey, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { selectionOf } from '../kernel/selection.js';
import { SavedFilter } from './saved-filter.entity.js';
import { SavedFilterCreateInput } from './saved-filter.inputs.js';
import { SavedFilterListArgs } from './saved-filter.list.js';
import { savedFilterCodes } from './saved-filter.problems.js';
import type { SavedFilterService } from './saved-filter.service.js';

const SavedFilterConnection = connectionOf('SavedFilter', () => SavedFilter);
const parts = {
  field: 'savedFilter',
  entity: () => SavedFilter,
  userError: userErrorOf('SavedFilter', savedFilterCodes),
};
const SavedFilterCreatePayload = payloadType({ mutation: 'SavedFilterCreate', ...parts });
const SavedFilterRemovePayload = payloadType({ mutation: 'SavedFilterRemove', ...parts });

@Resolver(() => SavedFilter)
export class SavedFilterResolver {
  constructor(private readonly service: SavedFilterService) {}

  @Query(() => SavedFilter, {
    nullable: true,
    description: 'Saved filter with this id. Null: absent, or another person’s and not shared. For staff.',
  })
  savedFilter(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => SavedFilterConnection, {
    description: 'Filters of the caller and those that others share, by name. For staff.',
  })
  savedFilters(
    @Ctx() { caller }: Context,
    @Args(() => SavedFilterListArgs) args: SavedFilterListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @Mutation(() => SavedFilterCreatePayload, { description: 'Keeps a filter of the caller. For staff.' })
  async savedFilterCreate(
    @Ctx() { caller }: Context,
    @Input(() => SavedFilterCreateInput) input: SavedFilterCreateInput,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.create(caller, input, idempotencyKey));
  }

  @Mutation(() => SavedFilterRemovePayload, {
    description: 'Forgets a filter of the caller; `savedFilter` is null then. For its owner.',
  })
  async savedFilterRemove(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.remove(caller, { id, expectedVersion }));
  }
}
