import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ExpectedVersion, IdempotencyKey, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { selected, selectionOf } from '../kernel/selection.js';
import { messageOf } from '../kernel/texts.js';
import { Program } from '../program/index.js';
import { BranchList } from './branch-list.entity.js';
import type { BranchListState } from './branch-list.enums.js';
import { BranchListMakeInput } from './branch-list.inputs.js';
import { BranchListListArgs, BranchListRowListArgs } from './branch-list.list.js';
import { BranchListViewerCan, BranchProblem } from './branch-list.parts.js';
import { branchListCodes } from './branch-list.problems.js';
import type { BranchListService } from './branch-list.service.js';
import { BranchListRow } from './branch-list-row.entity.js';

export const BranchListConnection = connectionOf('BranchList', () => BranchList);
export const BranchListRowConnection = connectionOf('BranchListRow', () => BranchListRow);
/** Of rules of other concepts that a list has to keep. */
const borrowed = [
  'NIK_REASON_SHORT',
  'NIK_REASON_HOLDS_NUMBER',
  'ENROLLMENT_PROGRAM_NOT_OPEN',
  'ENROLLMENT_KPJ_TAKEN',
];
const parts = {
  field: 'branchList',
  entity: () => BranchList,
  userError: userErrorOf('BranchList', [...branchListCodes, ...borrowed]),
};
const BranchListMakePayload = payloadType({ mutation: 'BranchListMake', ...parts });
const BranchListSendPayload = payloadType({ mutation: 'BranchListSend', ...parts });
const BranchListApplyPayload = payloadType({ mutation: 'BranchListApply', ...parts });
const BranchListDiscardPayload = payloadType({ mutation: 'BranchListDiscard', ...parts });

interface Judged {
  readonly viewerCan: { readonly state: BranchListState; readonly regionId: string };
}

@Resolver(() => BranchList)
export class BranchListResolver {
  constructor(private readonly service: BranchListService) {}

  @Query(() => BranchList, {
    nullable: true,
    description: 'List for a branch with this id. Null: absent or not visible. For staff who may see people.',
  })
  branchList(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => BranchListConnection, {
    description: 'Lists of people for branches, latest first. For staff who may see people.',
  })
  branchLists(
    @Ctx() { caller }: Context,
    @Args(() => BranchListListArgs) args: BranchListListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @FieldResolver(() => BranchListViewerCan, { description: 'What the caller may do with it now.' })
  viewerCan(@Ctx() { caller }: Context, @Root() { viewerCan }: Judged): BranchListViewerCan {
    return this.service.viewerCan(caller, viewerCan);
  }

  @FieldResolver(() => BranchListRowConnection, {
    description: 'People on the list with what the branch says of them, and rows of the branch of others.',
  })
  rows(
    @Root() branchList: Record<string, unknown>,
    @Args(() => BranchListRowListArgs) _args: BranchListRowListArgs,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(branchList, info);
  }

  @Mutation(() => BranchListMakePayload, {
    description:
      'Freezes the approved and active people of a program for a month, at most 5,000 who are on no other list of the month. For staff who propose people there.',
  })
  async branchListMake(
    @Ctx() { caller }: Context,
    @Input(() => BranchListMakeInput) input: BranchListMakeInput,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.make(caller, input, idempotencyKey));
  }

  @Mutation(() => BranchListSendPayload, {
    description:
      'Notes that the list went to the branch: approved people on it are submitted. For staff who propose people there.',
  })
  async branchListSend(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.send(caller, { id, expectedVersion }));
  }

  @Mutation(() => BranchListApplyPayload, {
    description:
      'Applies the answer once: accepted people become active with their KPJ number, rejected ones are out. For staff who propose people there.',
  })
  async branchListApply(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.apply(caller, { id, expectedVersion }));
  }

  @Mutation(() => BranchListDiscardPayload, {
    description: 'Puts a list away that did not go to the branch. For staff who propose people there.',
  })
  async branchListDiscard(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.discard(caller, { id, expectedVersion }));
  }
}

/** What is wrong with a row, in words. */
@Resolver(() => BranchListRow)
export class BranchListRowResolver {
  @FieldResolver(() => BranchProblem, { nullable: true })
  problem(
    @Ctx() { caller }: Context,
    @Root() { problem }: { readonly problem: { readonly code: string } | null },
  ): BranchProblem | null {
    return problem && { code: problem.code, message: messageOf(problem.code, {}, caller.actor.locale) };
  }
}

/** Lists for branches seen from the program. */
@Resolver(() => Program)
export class ProgramBranchListsResolver {
  @FieldResolver(() => BranchListConnection, {
    description: 'Lists of its people for branches, latest first; empty for those who may not see people.',
  })
  branchLists(
    @Root() program: Record<string, unknown>,
    @Args(() => BranchListListArgs) _args: BranchListListArgs,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(program, info);
  }
}
