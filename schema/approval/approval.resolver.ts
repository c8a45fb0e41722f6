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
} from 'type-graphql';
import { EnrollmentConnection, EnrollmentListArgs } from '../enrollment/index.js';
import { ExpectedVersion, IdempotencyKey, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { selected, selectionOf } from '../kernel/selection.js';
import { programCodes } from '../program/index.js';
import { Approval } from './approval.entity.js';
import { ApprovalGiveInput, ApprovalRequestInput, ApprovalReturnInput } from './approval.inputs.js';
import { ApprovalListArgs } from './approval.list.js';
import { approvalCodes } from './approval.problems.js';
import type { ApprovalService } from './approval.service.js';

@ObjectType({ description: 'What the caller may do with a request for approval now.' })
export class ApprovalViewerCan {
  @Field(() => Boolean, { description: 'Whether the caller may agree.' })
  give!: boolean;

  @Field(() => Boolean, { description: 'Whether the caller may return it with a reason.' })
  return!: boolean;
}

export const ApprovalConnection = connectionOf('Approval', () => Approval);
// the last agreement approves a program, whose rules may refuse that
const userError = userErrorOf('Approval', [...approvalCodes, ...programCodes]);
const parts = { field: 'approval', entity: () => Approval, userError };
const ApprovalRequestPayload = payloadType({ mutation: 'ApprovalRequest', ...parts });
const ApprovalGivePayload = payloadType({ mutation: 'ApprovalGive', ...parts });
const ApprovalReturnPayload = payloadType({ mutation: 'ApprovalReturn', ...parts });

@Resolver(() => Approval)
export class ApprovalResolver {
  constructor(private readonly service: ApprovalService) {}

  @Query(() => Approval, {
    nullable: true,
    description:
      'Request for approval with this id. Null: absent or not visible. For staff who work in the region and auditors.',
  })
  approval(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => ApprovalConnection, {
    description:
      'Requests for approval, the oldest first unless ordered otherwise. For staff who work in the region and auditors.',
  })
  approvals(
    @Ctx() { caller }: Context,
    @Args(() => ApprovalListArgs) args: ApprovalListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @FieldResolver(() => EnrollmentConnection, {
    description: 'People of the list, latest entry first; empty when it is about an agreement or a program.',
  })
  people(
    @Root() approval: Record<string, unknown>,
    @Args(() => EnrollmentListArgs) _args: EnrollmentListArgs,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(approval, info);
  }

  @FieldResolver(() => ApprovalViewerCan, { description: 'What the caller may do with it now.' })
  viewerCan(
    @Ctx() { caller }: Context,
    @Root() { viewerCan }: { readonly viewerCan: string },
  ): ApprovalViewerCan {
    return this.service.viewerCan(caller, viewerCan);
  }

  @Mutation(() => ApprovalRequestPayload, {
    description:
      'Asks people to agree to a program or a list of people; an agreement is asked for by submitting it. For administrators, coordinators and operators of the region.',
  })
  async approvalRequest(
    @Ctx() { caller }: Context,
    @Input(() => ApprovalRequestInput) input: ApprovalRequestInput,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.request(caller, input, idempotencyKey));
  }

  @Mutation(() => ApprovalGivePayload, {
    description:
      'Agrees to what was shown; refused when it is another content by now, and to whoever edited it last. The last agreement needed approves a program or a list; a signature is recorded by `mouSign`. For approvers, coordinators and administrators of the region.',
  })
  async approvalGive(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @Input(() => ApprovalGiveInput) input: ApprovalGiveInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.give(caller, { id, input }));
  }

  @Mutation(() => ApprovalReturnPayload, {
    description:
      'Returns what was to be approved, with the reason; an agreement becomes a draft again. For approvers, coordinators and administrators of the region.',
  })
  async approvalReturn(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => ApprovalReturnInput) input: ApprovalReturnInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.return(caller, { id, expectedVersion, input }));
  }
}
