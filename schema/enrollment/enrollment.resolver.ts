import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ExpectedVersion, IdempotencyKey, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf } from '../kernel/payload.js';
import { selectionOf } from '../kernel/selection.js';
import { Enrollment } from './enrollment.entity.js';
import { EnrollmentBulkMove } from './enrollment.enums.js';
import {
  BulkStepInput,
  EnrollmentActivateInput,
  EnrollmentBulkInput,
  EnrollmentEndInput,
  EnrollmentProposeInput,
  EnrollmentRejectInput,
  EnrollmentReplaceInput,
} from './enrollment.inputs.js';
import type { EnrollmentState } from './enrollment.lifecycle.js';
import { EnrollmentFilter, EnrollmentListArgs } from './enrollment.list.js';
import { EnrollmentActions } from './enrollment.parts.js';
import * as payloads from './enrollment.payloads.js';
import type { EnrollmentService } from './enrollment.service.js';

export const EnrollmentConnection = connectionOf('Enrollment', () => Enrollment);

@Resolver(() => Enrollment)
export class EnrollmentResolver {
  constructor(private readonly service: EnrollmentService) {}

  @Query(() => Enrollment, {
    nullable: true,
    description: 'Enrollment with this id. Null: absent, or of another region. For staff who may see people.',
  })
  enrollment(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => EnrollmentConnection, {
    description:
      'Enrollments of the regions of the caller, latest entry first. For staff who may see people.',
  })
  enrollments(
    @Ctx() { caller }: Context,
    @Args(() => EnrollmentListArgs) args: EnrollmentListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @FieldResolver(() => EnrollmentActions, { description: 'What the caller may do with it now.' })
  viewerCan(
    @Ctx() { caller }: Context,
    @Root() {
      viewerCan,
    }: { readonly viewerCan: { state: EnrollmentState; regionId: string; isReplaced: boolean } },
  ): EnrollmentActions {
    return this.service.viewerCan(caller, viewerCan);
  }

  @Mutation(() => payloads.EnrollmentProposePayload, {
    description: 'Proposes a person for an approved program. For operators of the payer region and above.',
  })
  async enrollmentPropose(
    @Ctx() { caller }: Context,
    @Input(() => EnrollmentProposeInput) input: EnrollmentProposeInput,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.propose(caller, input, idempotencyKey));
  }

  @Mutation(() => payloads.EnrollmentVerifyPayload, {
    description: 'Records that a proposed person was checked. For operators of the payer region and above.',
  })
  async enrollmentVerify(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.verify(caller, { id, expectedVersion }));
  }

  @Mutation(() => payloads.EnrollmentApprovePayload, {
    description: 'Approves a verified person. For approvers and coordinators.',
  })
  async enrollmentApprove(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.approve(caller, { id, expectedVersion }));
  }

  @Mutation(() => payloads.EnrollmentSubmitPayload, {
    description:
      'Records that the list with the person went to the branch. For operators of the payer region and above.',
  })
  async enrollmentSubmit(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.submit(caller, { id, expectedVersion }));
  }

  @Mutation(() => payloads.EnrollmentActivatePayload, {
    description:
      'Records that the branch made the person a participant. For operators of the payer region and above.',
  })
  async enrollmentActivate(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => EnrollmentActivateInput) input: EnrollmentActivateInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.activate(caller, { id, expectedVersion }, input));
  }

  @Mutation(() => payloads.EnrollmentRejectPayload, {
    description:
      'Turns a proposal down, with the reason. For operators and approvers of the payer region and above.',
  })
  async enrollmentReject(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => EnrollmentRejectInput) input: EnrollmentRejectInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.reject(caller, { id, expectedVersion }, input));
  }

  @Mutation(() => payloads.EnrollmentEndPayload, {
    description:
      'Ends membership; unbilled months after its last month are taken back. For operators of the payer region and above.',
  })
  async enrollmentEnd(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => EnrollmentEndInput) input: EnrollmentEndInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.end(caller, { id, expectedVersion }, input));
  }

  @Mutation(() => payloads.EnrollmentReplacePayload, {
    description:
      'Proposes another person for the place of one whose enrollment ended. For operators of the payer region and above.',
  })
  async enrollmentReplace(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => EnrollmentReplaceInput) input: EnrollmentReplaceInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.replace(caller, { id, expectedVersion }, input));
  }

  @Mutation(() => payloads.EnrollmentsMoveEachPayload, {
    description:
      'Takes one decision for everyone whom a filter matches, page or no page; with the reasons for the others.',
  })
  async enrollmentsMoveEach(
    @Ctx() { caller }: Context,
    @Arg('filter', () => EnrollmentFilter, {
      description: 'Whom it is about; conditions that all have to hold.',
    })
    filter: EnrollmentFilter,
    @Arg('move', () => EnrollmentBulkMove, { description: 'Decision to take.' }) move: EnrollmentBulkMove,
    @Arg('dryRun', () => Boolean, { description: 'Whether only to say what would change.' }) dryRun: boolean,
    @Arg('input', () => EnrollmentBulkInput, {
      nullable: true,
      description: 'What the decision says beside the move. Null: nothing, which END and REJECT refuse.',
    })
    input?: EnrollmentBulkInput | null,
    @Arg('step', () => BulkStepInput, {
      nullable: true,
      description: 'Which part of them to decide on now. Null: everyone, in one transaction.',
    })
    step?: BulkStepInput | null,
  ) {
    const request = { filter, move, input, step, dryRun };
    const { outcome, result } = await this.service.moveEach(caller, request);
    return { ...payloadOf(caller, outcome), refused: [], ...result };
  }
}
