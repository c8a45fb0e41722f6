import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { ExpectedVersion, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf } from '../kernel/payload.js';
import { selectionOf } from '../kernel/selection.js';
import { Continuity, ContinuityFilter } from './continuity.js';
import {
  CoverageCaseCloseInput,
  CoverageCoverInput,
  CoverageUncoverInput,
  DoublePaymentSettleInput,
} from './coverage.inputs.js';
import { CoverageCaseListArgs, DoublePaymentListArgs } from './coverage.list.js';
import * as payloads from './coverage.payloads.js';
import type { CaseRights, CoverageService } from './coverage.service.js';
import { CoverageCase } from './coverage-case.entity.js';
import { DoublePayment } from './double-payment.entity.js';

export const CoverageCaseConnection = connectionOf('CoverageCase', () => CoverageCase);
export const DoublePaymentConnection = connectionOf('DoublePayment', () => DoublePayment);

const nothing = { matchedEnrollments: 0, personMonths: 0, rupiah: '0', nextAfter: null };
const nothingCovered = {
  ...nothing,
  coveredEnrollments: 0,
  inactiveEnrollments: 0,
  refusedEnrollments: 0,
  knownPersonMonths: 0,
  refusedPersonMonths: 0,
  outsidePersonMonths: 0,
  refusedCount: 0,
  refused: [],
};
const nothingUncovered = { ...nothing, uncoveredEnrollments: 0, billedPersonMonths: 0 };

@ObjectType({ description: 'What the caller may do with a case in its present state.' })
export class CoverageCaseActions {
  @Field(() => Boolean, { description: 'Whether the caller may say what it came to.' })
  close!: boolean;

  @Field(() => Boolean, { description: 'Whether the caller may record that the months were paid twice.' })
  recordDoublePayment!: boolean;
}

/** Whether only the figures are wanted. */
function DryRun() {
  return Arg('dryRun', () => Boolean, { description: 'Whether only to say what would change.' });
}

@Resolver(() => CoverageCase)
export class CoverageResolver {
  constructor(private readonly service: CoverageService) {}

  @Query(() => CoverageCase, {
    nullable: true,
    description: 'Case with this id. Null: absent, or of other regions. For staff who may see people.',
  })
  coverageCase(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.findCase(caller, id, selectionOf(info));
  }

  @Query(() => CoverageCaseConnection, {
    description:
      'Months refused because another payer covers them, newest first. For staff who may see people.',
  })
  coverageCases(
    @Ctx() { caller }: Context,
    @Args(() => CoverageCaseListArgs) args: CoverageCaseListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.cases(caller, args, selectionOf(info));
  }

  @Query(() => DoublePaymentConnection, {
    description: 'Months that two payers did pay, newest first. For staff who may see people.',
  })
  doublePayments(
    @Ctx() { caller }: Context,
    @Args(() => DoublePaymentListArgs) args: DoublePaymentListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.doublePayments(caller, args, selectionOf(info));
  }

  @Query(() => Continuity, {
    description:
      'How many people have a run of paid months, and how many have lost it: exact for staff who may see people, sums over groups of at least five for analysts.',
  })
  continuity(
    @Ctx() { caller }: Context,
    @Arg('filter', () => ContinuityFilter, {
      nullable: true,
      description: 'Of whom, and up to when. Null: everyone, this month.',
    })
    filter?: ContinuityFilter | null,
  ) {
    return this.service.continuity(caller, filter ?? {});
  }

  @FieldResolver(() => CoverageCaseActions, { description: 'What the caller may do with it now.' })
  viewerCan(
    @Ctx() { caller }: Context,
    @Root() { viewerCan }: { readonly viewerCan: CaseRights },
  ): CoverageCaseActions {
    return this.service.viewerCan(caller, viewerCan);
  }

  @Mutation(() => payloads.CoverageCoverPayload, {
    description:
      'Covers months of many people at once. Months that another payer covers are refused with a case number. For operators of the payer region and above.',
  })
  async coverageCover(
    @Ctx() { caller }: Context,
    @Input(() => CoverageCoverInput) input: CoverageCoverInput,
    @DryRun() dryRun: boolean,
  ) {
    const { outcome, result } = await this.service.cover(caller, input, dryRun);
    return { ...payloadOf(caller, outcome), ...(result ?? nothingCovered) };
  }

  @Mutation(() => payloads.CoverageUncoverPayload, {
    description:
      'Takes months of many people back; billed ones are counted and stay. For operators of the payer region and above.',
  })
  async coverageUncover(
    @Ctx() { caller }: Context,
    @Input(() => CoverageUncoverInput) input: CoverageUncoverInput,
    @DryRun() dryRun: boolean,
  ) {
    const { outcome, result } = await this.service.uncover(caller, input, dryRun);
    return { ...payloadOf(caller, outcome), ...(result ?? nothingUncovered) };
  }

  @Mutation(() => payloads.CoverageCaseClosePayload, {
    description: 'Says what a case came to. For coordinators of either side.',
  })
  async coverageCaseClose(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => CoverageCaseCloseInput) input: CoverageCaseCloseInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.closeCase(caller, { id, expectedVersion }, input));
  }

  @Mutation(() => payloads.DoublePaymentRecordPayload, {
    description:
      'Records that the months of a case were paid a second time. For operators of the second payer and above.',
  })
  async doublePaymentRecord(
    @Ctx() { caller }: Context,
    @Arg('caseId', () => ID, { description: 'Id of the case.' }) caseId: string,
    @ExpectedVersion() expectedVersion: number,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.recordDoublePayment(caller, { id: caseId, expectedVersion }));
  }

  @Mutation(() => payloads.DoublePaymentSettlePayload, {
    description:
      'Records how the recovery of a double payment ended. For operators of the second payer and above.',
  })
  async doublePaymentSettle(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => DoublePaymentSettleInput) input: DoublePaymentSettleInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.settleDoublePayment(caller, { id, expectedVersion }, input));
  }
}
