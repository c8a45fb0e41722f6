import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ExpectedVersion, IdempotencyKey, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf } from '../kernel/payload.js';
import { selectionOf } from '../kernel/selection.js';
import { Beneficiary } from './beneficiary.entity.js';
import {
  BeneficiaryRegisterInput,
  BeneficiaryReviseInput,
  BeneficiaryVerifyInput,
} from './beneficiary.inputs.js';
import { BeneficiaryListArgs } from './beneficiary.list.js';
import {
  BeneficiaryRegisterPayload,
  BeneficiaryRevealNikPayload,
  BeneficiaryRevisePayload,
  BeneficiaryVerifyPayload,
  revealPayload,
  warnedPayload,
} from './beneficiary.payloads.js';
import type { BeneficiaryService } from './beneficiary.service.js';
import { BeneficiaryViewerCan } from './beneficiary.types.js';
import { NikReveal } from './nik-reveal.entity.js';
import { NikRevealListArgs } from './nik-reveal.list.js';

export const BeneficiaryConnection = connectionOf('Beneficiary', () => Beneficiary);
export const NikRevealConnection = connectionOf('NikReveal', () => NikReveal);

@Resolver(() => Beneficiary)
export class BeneficiaryResolver {
  constructor(private readonly service: BeneficiaryService) {}

  @Query(() => Beneficiary, {
    nullable: true,
    description:
      'Beneficiary with this id. Null: absent or not visible to the caller. For staff other than analysts.',
  })
  beneficiary(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => BeneficiaryConnection, {
    description:
      'Beneficiaries of the regions of the caller, by name unless ordered otherwise. For staff other than analysts.',
  })
  beneficiaries(
    @Ctx() { caller }: Context,
    @Args(() => BeneficiaryListArgs) args: BeneficiaryListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @Query(() => NikRevealConnection, {
    description:
      'NIKs that were seen in full, the latest first: the caller’s own, and for administrators and auditors those of their regions. For staff other than analysts.',
  })
  nikReveals(
    @Ctx() { caller }: Context,
    @Args(() => NikRevealListArgs) args: NikRevealListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.reveals(caller, args, selectionOf(info));
  }

  @FieldResolver(() => BeneficiaryViewerCan, { description: 'What the caller may do with it now.' })
  viewerCan(
    @Ctx() { caller }: Context,
    @Root() { viewerCan }: { readonly viewerCan: { readonly regionId: string } },
  ): BeneficiaryViewerCan {
    return this.service.viewerCan(caller, viewerCan);
  }

  @Mutation(() => BeneficiaryRegisterPayload, {
    description:
      'Registers a person for a region; one whom another region registered too stays one person. For administrators, coordinators and operators of the region.',
  })
  async beneficiaryRegister(
    @Ctx() { caller }: Context,
    @Input(() => BeneficiaryRegisterInput) input: BeneficiaryRegisterInput,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<object> {
    return warnedPayload(caller, await this.service.register(caller, input, idempotencyKey));
  }

  @Mutation(() => BeneficiaryRevisePayload, {
    description:
      'Corrects a registration; a mistyped NIK only while nothing is covered. For administrators, coordinators and operators of the region.',
  })
  async beneficiaryRevise(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => BeneficiaryReviseInput) input: BeneficiaryReviseInput,
  ): Promise<object> {
    return warnedPayload(caller, await this.service.revise(caller, { id, expectedVersion, input }));
  }

  @Mutation(() => BeneficiaryVerifyPayload, {
    description: 'Adds the result of a check. For administrators, coordinators and operators of the region.',
  })
  async beneficiaryVerify(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @Input(() => BeneficiaryVerifyInput) input: BeneficiaryVerifyInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.verify(caller, id, input));
  }

  @Mutation(() => BeneficiaryRevealNikPayload, {
    description:
      'Shows the NIK in full; at most 60 an hour for a person, each noted with its reason. For administrators, coordinators and operators of the region.',
  })
  async beneficiaryRevealNik(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @Arg('reason', () => String, {
      description: 'Why it is needed, 10 to 500 characters, without NIK and name.',
    })
    reason: string,
  ): Promise<object> {
    return revealPayload(caller, await this.service.revealNik(caller, id, reason));
  }
}
