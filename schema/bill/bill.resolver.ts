import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { EnrollmentConnection, EnrollmentListArgs } from '../enrollment/index.js';
import { ExpectedVersion, IdempotencyKey, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { MonthScalar } from '../kernel/scalars.js';
import { Selectable } from '../kernel/selectable.js';
import { selected, selectionOf } from '../kernel/selection.js';
import { Program } from '../program/index.js';
import { Bill, BillActions } from './bill.entity.js';
import type { BillState } from './bill.enums.js';
import { BillCreditInput, BillIssueInput, BillPayInput } from './bill.inputs.js';
import { BillListArgs } from './bill.list.js';
import { billCodes } from './bill.problems.js';
import type { BillService } from './bill.service.js';
import { ArrearsArgs, ArrearsOfAge, Reconciliation } from './bill-figures.types.js';

export const BillConnection = connectionOf('Bill', () => Bill);
const userError = userErrorOf('Bill', billCodes);
const parts = { field: 'bill', entity: () => Bill, userError };
const BillIssuePayload = payloadType({ mutation: 'BillIssue', ...parts });
const BillPayPayload = payloadType({ mutation: 'BillPay', ...parts });
const BillCancelPayload = payloadType({ mutation: 'BillCancel', ...parts });
const BillCreditPayload = payloadType({ mutation: 'BillCredit', ...parts });

@Resolver(() => Bill)
export class BillResolver {
  constructor(private readonly service: BillService) {}

  @Query(() => Bill, {
    nullable: true,
    description: 'Bill with this id. Null: absent or not visible. For staff of the region.',
  })
  bill(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => BillConnection, {
    description: 'Bills, the latest first unless ordered otherwise. For staff of the region.',
  })
  bills(
    @Ctx() { caller }: Context,
    @Args(() => BillListArgs) args: BillListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @Query(() => Reconciliation, {
    nullable: true,
    description:
      'Approved, active, covered, billed and paid of a program in a month, and why they differ. Null: absent or not visible.',
  })
  reconciliation(
    @Ctx() { caller }: Context,
    @Arg('programId', () => ID, { description: 'Id of the program.' }) programId: string,
    @Arg('month', () => MonthScalar, { description: 'Month of the figures.' }) month: string,
  ) {
    return this.service.reconcile(caller, { programId, month });
  }

  @Query(() => [ArrearsOfAge], {
    description: 'Unpaid contributions by age, per program; at most 2000 rows. For staff of the region.',
  })
  arrears(
    @Ctx() { caller }: Context,
    @Args(() => ArrearsArgs) { filter }: ArrearsArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.arrears(caller, filter ?? {}, selectionOf(info));
  }

  @FieldResolver(() => BillActions, { description: 'What the caller may do with the bill as it is now.' })
  viewerCan(
    @Ctx() { caller }: Context,
    @Root() { viewerCan }: { readonly viewerCan: { state: BillState; regionId: string } },
  ): BillActions {
    return this.service.viewerCan(caller, viewerCan);
  }

  @Selectable()
  @FieldResolver(() => EnrollmentConnection, {
    description:
      'Enrollments on the bill, credited ones too; empty for those who may not see people of the region.',
  })
  people(
    @Root() bill: Record<string, unknown>,
    @Args(() => EnrollmentListArgs) _args: EnrollmentListArgs,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(bill, info);
  }

  @Mutation(() => BillIssuePayload, {
    description:
      'Bills all months of a program in a period that are covered and not billed yet. For operators of the region and above.',
  })
  async billIssue(
    @Ctx() { caller }: Context,
    @Input(() => BillIssueInput) input: BillIssueInput,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.issue(caller, input, idempotencyKey));
  }

  @Mutation(() => BillPayPayload, {
    description: 'Records the payment of a bill, once. For operators of the region and above.',
  })
  async billPay(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => BillPayInput) input: BillPayInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.pay(caller, { id, expectedVersion, input }));
  }

  @Mutation(() => BillCancelPayload, {
    description:
      'Takes back a bill that was not paid; its months can be billed again. For operators of the region and above.',
  })
  async billCancel(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.cancel(caller, { id, expectedVersion }));
  }

  @Mutation(() => BillCreditPayload, {
    description: 'Takes paid months back by a credit note. For operators of the region and above.',
  })
  async billCredit(
    @Ctx() { caller }: Context,
    @Input(() => BillCreditInput) input: BillCreditInput,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.credit(caller, input, idempotencyKey));
  }
}

/** Bills of a program, as its field. */
@Resolver(() => Program)
export class ProgramBillsResolver {
  @Selectable()
  @FieldResolver(() => BillConnection, {
    description: 'Bills of the program, the latest first unless ordered otherwise.',
  })
  bills(
    @Root() program: Record<string, unknown>,
    @Args(() => BillListArgs) _args: BillListArgs,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(program, info);
  }
}
