import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { ExpectedVersion, IdempotencyKey, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { selectionOf } from '../kernel/selection.js';
import { Citation } from './citation.entity.js';
import { Source } from './source.entity.js';
import { SourceCiteInput, SourceCreateInput, SourceReviseInput } from './source.inputs.js';
import { SourceListArgs } from './source.list.js';
import { sourceCodes } from './source.problems.js';
import type { SourceService } from './source.service.js';

export const SourceConnection = connectionOf('Source', () => Source);
const userError = userErrorOf('Source', sourceCodes);
const SourceCreatePayload = payloadType({
  mutation: 'SourceCreate',
  field: 'source',
  entity: () => Source,
  userError,
});
const SourceRevisePayload = payloadType({
  mutation: 'SourceRevise',
  field: 'source',
  entity: () => Source,
  userError,
});
const SourceCitePayload = payloadType({
  mutation: 'SourceCite',
  field: 'citation',
  entity: () => Citation,
  userError,
});
const CitationRemovePayload = payloadType({
  mutation: 'CitationRemove',
  field: 'source',
  entity: () => Source,
  userError,
});

@Resolver(() => Source)
export class SourceResolver {
  constructor(private readonly service: SourceService) {}

  @Query(() => Source, {
    nullable: true,
    description: 'Source with this id. Null: there is none. For staff.',
  })
  source(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => SourceConnection, {
    description: 'Sources, by publisher unless ordered otherwise. For staff.',
  })
  sources(
    @Ctx() { caller }: Context,
    @Args(() => SourceListArgs) args: SourceListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @Mutation(() => SourceCreatePayload, {
    description: 'Adds a source. For administrators, coordinators and operators.',
  })
  async sourceCreate(
    @Ctx() { caller }: Context,
    @Input(() => SourceCreateInput) input: SourceCreateInput,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.create(caller, input, idempotencyKey));
  }

  @Mutation(() => SourceRevisePayload, {
    description: 'Corrects a source, which all regions share. For administrators and coordinators.',
  })
  async sourceRevise(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => SourceReviseInput) input: SourceReviseInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.revise(caller, { id, expectedVersion, input }));
  }

  @Mutation(() => SourceCitePayload, {
    description:
      'Cites a source for a record or one field of it. For administrators, coordinators and operators of its region.',
  })
  async sourceCite(
    @Ctx() { caller }: Context,
    @Input(() => SourceCiteInput) input: SourceCiteInput,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.cite(caller, input, idempotencyKey));
  }

  @Mutation(() => CitationRemovePayload, {
    description:
      'Takes a citation back; the source stays. For administrators, coordinators and operators of the record’s region.',
  })
  async citationRemove(@Ctx() { caller }: Context, @RecordId() id: string): Promise<Payload> {
    return payloadOf(caller, await this.service.removeCitation(caller, id));
  }
}
