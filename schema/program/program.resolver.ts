import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ExpectedVersion, IdempotencyKey, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { Selectable } from '../kernel/selectable.js';
import { selected, selectionOf } from '../kernel/selection.js';
import { Program } from './program.entity.js';
import { ProgramCreateInput, ProgramReviseInput } from './program.inputs.js';
import type { ProgramState } from './program.lifecycle.js';
import { ProgramListArgs } from './program.list.js';
import { ProgramViewerCan } from './program.parts.js';
import { programCodes } from './program.problems.js';
import type { ProgramService } from './program.service.js';
import { ProgramMoney } from './program-money.js';

export const ProgramConnection = connectionOf('Program', () => Program);
const userError = userErrorOf('Program', programCodes);
const payload = (mutation: string) =>
  payloadType({ mutation, field: 'program', entity: () => Program, userError });
const ProgramCreatePayload = payload('ProgramCreate');
const ProgramRevisePayload = payload('ProgramRevise');
const ProgramApprovePayload = payload('ProgramApprove');
const ProgramClosePayload = payload('ProgramClose');

@Resolver(() => Program)
export class ProgramResolver {
  constructor(private readonly service: ProgramService) {}

  @Query(() => Program, {
    nullable: true,
    description: 'Program with this id. Null: absent, or of another region. For staff.',
  })
  program(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => ProgramConnection, {
    description: 'Programs of the regions that the caller may see, latest first. For staff.',
  })
  programs(
    @Ctx() { caller }: Context,
    @Args(() => ProgramListArgs) args: ProgramListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @Selectable()
  @FieldResolver(() => ProgramMoney, {
    nullable: true,
    description: 'Money and people of the program. Null: the fiscal year lies outside 2000 to 2100.',
  })
  money(
    @Root() program: Record<string, unknown>,
    @Arg('fiscalYear', () => Int, {
      nullable: true,
      description: 'Fiscal year to reckon. Null: the whole program.',
    })
    _fiscalYear: number | null,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(program, info);
  }

  @FieldResolver(() => ProgramViewerCan, { description: 'What the caller may do with it now.' })
  viewerCan(
    @Ctx() { caller }: Context,
    @Root() { viewerCan }: { readonly viewerCan: { state: ProgramState; regionId: string } },
  ): ProgramViewerCan {
    return this.service.viewerCan(caller, viewerCan);
  }

  @Mutation(() => ProgramCreatePayload, {
    description: 'Writes down a new draft. For administrators, coordinators and operators of the region.',
  })
  async programCreate(
    @Ctx() { caller }: Context,
    @Input(() => ProgramCreateInput) input: ProgramCreateInput,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.create(caller, input, idempotencyKey));
  }

  @Mutation(() => ProgramRevisePayload, {
    description:
      'Changes a draft, or quota, months, bases and budget of an approved program. For its writers.',
  })
  async programRevise(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => ProgramReviseInput) input: ProgramReviseInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.revise(caller, { id, expectedVersion }, input));
  }

  @Mutation(() => ProgramApprovePayload, {
    description: 'Approves a draft, so that people can be covered. For approvers and coordinators.',
  })
  async programApprove(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.approve(caller, { id, expectedVersion }));
  }

  @Mutation(() => ProgramClosePayload, {
    description:
      'Closes an approved program; nothing of it changes any more. For approvers and coordinators.',
  })
  async programClose(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.close(caller, { id, expectedVersion }));
  }
}
