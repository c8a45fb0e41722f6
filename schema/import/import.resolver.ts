import type { GraphQLResolveInfo } from 'graphql';
import {
  Args,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { ExpectedVersion, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { parsePublicId } from '../kernel/identifier.js';
import type { WatchContext } from '../kernel/node.resolver.js';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { selected, selectionOf } from '../kernel/selection.js';
import { messageOf } from '../kernel/texts.js';
import { ImportMapInput } from './import.inputs.js';
import { ImportBatchListArgs, ImportRowListArgs } from './import.list.js';
import { ImportFailure, ImportProgress, ImportReason } from './import.parts.js';
import { importCodes } from './import.problems.js';
import type { ImportService } from './import.service.js';
import { type ImportFacts, importViewerCan } from './import.viewer.js';
import { ImportBatch } from './import-batch.entity.js';
import { importBatchCodes } from './import-batch.problems.js';
import { ImportRow } from './import-row.entity.js';

@ObjectType({ description: 'What the caller may do with a roster now.' })
export class ImportViewerCan {
  @Field(() => Boolean, { description: 'Whether its columns can be set.' })
  map!: boolean;

  @Field(() => Boolean, { description: 'Whether its good rows can be written.' })
  commit!: boolean;

  @Field(() => Boolean, {
    description: 'Whether what was written can be taken back, if nothing hangs on it.',
  })
  undo!: boolean;

  @Field(() => Boolean, { description: 'Whether it can be put away.' })
  discard!: boolean;
}

export const ImportBatchConnection = connectionOf('ImportBatch', () => ImportBatch);
export const ImportRowConnection = connectionOf('ImportRow', () => ImportRow);
const parts = {
  field: 'importBatch',
  entity: () => ImportBatch,
  userError: userErrorOf('Import', [
    ...new Set([...importBatchCodes, ...importCodes, 'ENROLLMENT_PROGRAM_NOT_OPEN']),
  ]),
};
const ImportMapPayload = payloadType({ mutation: 'ImportMap', ...parts });
const ImportCommitPayload = payloadType({ mutation: 'ImportCommit', ...parts });
const ImportUndoPayload = payloadType({ mutation: 'ImportUndo', ...parts });
const ImportDiscardPayload = payloadType({ mutation: 'ImportDiscard', ...parts });

type Params = Readonly<Record<string, string | number>>;

@Resolver(() => ImportBatch)
export class ImportResolver {
  constructor(private readonly service: ImportService) {}

  @Query(() => ImportBatch, {
    nullable: true,
    description: 'Roster with this id. Null: absent or not visible. For staff who may see people.',
  })
  importBatch(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => ImportBatchConnection, {
    description: 'Rosters that were handed in, latest first. For staff who may see people.',
  })
  importBatches(
    @Ctx() { caller }: Context,
    @Args(() => ImportBatchListArgs) args: ImportBatchListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @FieldResolver(() => ImportViewerCan, { description: 'What the caller may do with it now.' })
  viewerCan(
    @Ctx() { caller }: Context,
    @Root() { viewerCan }: { readonly viewerCan: ImportFacts },
  ): ImportViewerCan {
    return importViewerCan(caller.actor, viewerCan);
  }

  @FieldResolver(() => ImportFailure, { nullable: true })
  failure(
    @Ctx() { caller }: Context,
    @Root() { failure }: { readonly failure: { code: string; params: Params } | null },
  ): ImportFailure | null {
    if (!failure) return null;
    return { code: failure.code, message: messageOf(failure.code, failure.params, caller.actor.locale) };
  }

  @FieldResolver(() => [ImportReason])
  reasons(
    @Ctx() { caller }: Context,
    @Root() { reasons }: { readonly reasons: readonly (ImportReason & { params: Params })[] },
  ): ImportReason[] {
    return reasons.map(({ params, ...reason }) => ({
      ...reason,
      message: messageOf(reason.code, params, caller.actor.locale),
    }));
  }

  @FieldResolver(() => ImportProgress, { nullable: true })
  progress(
    @Root() {
      progress,
    }: {
      readonly progress: { done: number; total: number | null; seconds: number } | null;
    },
  ): ImportProgress | null {
    if (!progress) return null;
    const { done, total, seconds } = progress;
    const rowsPerSecond = done > 0 && seconds > 0 ? Math.round(done / seconds) : null;
    const left = total === null ? null : Math.max(total - done, 0);
    const secondsLeft = rowsPerSecond && left !== null ? Math.ceil(left / rowsPerSecond) : null;
    return { done, total, rowsPerSecond, secondsLeft };
  }

  @FieldResolver(() => ImportRowConnection, {
    description: 'Rows of the roster, in their order in the file.',
  })
  rows(
    @Root() batch: Record<string, unknown>,
    @Args(() => ImportRowListArgs) _args: ImportRowListArgs,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(batch, info);
  }

  @Mutation(() => ImportMapPayload, {
    description:
      'Says what the columns of a roster are; it is then read and judged. Remembered for the next one of the program. For staff who propose people there.',
  })
  async importMap(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => ImportMapInput) input: ImportMapInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.map(caller, { id, expectedVersion }, input));
  }

  @Mutation(() => ImportCommitPayload, {
    description:
      'Writes the good rows of a roster as proposals; goes on by itself, see `importProgress`. For staff who propose people there.',
  })
  async importCommit(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.commit(caller, { id, expectedVersion }));
  }

  @Mutation(() => ImportUndoPayload, {
    description:
      'Takes back what a roster wrote, while nothing hangs on it, see `undo`. For staff who propose people there.',
  })
  async importUndo(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.undo(caller, { id, expectedVersion }));
  }

  @Mutation(() => ImportDiscardPayload, {
    description: 'Puts a roster away of which nothing is written. For staff who propose people there.',
  })
  async importDiscard(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.discard(caller, { id, expectedVersion }));
  }

  @Subscription(() => ImportBatch, {
    description: 'Roster whenever it comes further, for as long as the caller may see it.',
    subscribe: ({ context, args }) => {
      const { watch, caller } = context as WatchContext;
      return watch(caller, [String(args.id)]);
    },
  })
  importProgress(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    return caller.reads.one(ImportBatch, parsePublicId(id)?.id ?? null, selectionOf(info));
  }
}
