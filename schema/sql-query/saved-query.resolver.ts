import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { ExpectedVersion, IdempotencyKey, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { selectionOf } from '../kernel/selection.js';
import { SavedQuery } from './saved-query.entity.js';
import { SavedQueryCreateInput, SavedQueryReviseInput } from './saved-query.inputs.js';
import { SavedQueryListArgs, SqlRunListArgs } from './saved-query.list.js';
import type { SavedQueryService } from './saved-query.service.js';
import { sqlQueryCodes } from './sql-query.problems.js';
import { SqlRun } from './sql-run.entity.js';

export const SavedQueryConnection = connectionOf('SavedQuery', () => SavedQuery);
export const SqlRunConnection = connectionOf('SqlRun', () => SqlRun);
const parts = {
  field: 'savedQuery',
  entity: () => SavedQuery,
  userError: userErrorOf('SavedQuery', sqlQueryCodes),
};
const SavedQueryCreatePayload = payloadType({ mutation: 'SavedQueryCreate', ...parts });
const SavedQueryRevisePayload = payloadType({ mutation: 'SavedQueryRevise', ...parts });
const SavedQueryRemovePayload = payloadType({ mutation: 'SavedQueryRemove', ...parts });

@Resolver(() => SavedQuery)
export class SavedQueryResolver {
  constructor(private readonly service: SavedQueryService) {}

  @Query(() => SavedQuery, {
    nullable: true,
    description:
      'Saved query with this id. Null: absent or not visible. For administrators, coordinators, analysts and auditors.',
  })
  savedQuery(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => SavedQueryConnection, {
    description:
      'Saved queries of the caller and shared ones, by name unless ordered otherwise. For administrators, coordinators, analysts and auditors.',
  })
  savedQueries(
    @Ctx() { caller }: Context,
    @Args(() => SavedQueryListArgs) args: SavedQueryListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @Query(() => SqlRunConnection, {
    description:
      'Statements that came to the SQL console, the latest first: the caller’s, and those of the accounts that the caller sees. For administrators, coordinators, analysts and auditors.',
  })
  sqlRuns(
    @Ctx() { caller }: Context,
    @Args(() => SqlRunListArgs) args: SqlRunListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.history(caller, args, selectionOf(info));
  }

  @Mutation(() => SavedQueryCreatePayload, {
    description: 'Saves a query of the caller. For administrators, coordinators, analysts and auditors.',
  })
  async savedQueryCreate(
    @Ctx() { caller }: Context,
    @Input(() => SavedQueryCreateInput) input: SavedQueryCreateInput,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.create(caller, input, idempotencyKey));
  }

  @Mutation(() => SavedQueryRevisePayload, { description: 'Changes a query of the caller. For its owner.' })
  async savedQueryRevise(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => SavedQueryReviseInput) input: SavedQueryReviseInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.revise(caller, { id, expectedVersion, input }));
  }

  @Mutation(() => SavedQueryRemovePayload, {
    description: 'Forgets a query of the caller; `savedQuery` is null then. For its owner.',
  })
  async savedQueryRemove(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.remove(caller, { id, expectedVersion }));
  }
}
