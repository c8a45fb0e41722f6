import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { ExpectedVersion, IdempotencyKey, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { CalendarDateScalar, DateTimeScalar } from '../kernel/scalars.js';
import { selectionOf } from '../kernel/selection.js';
import { Annex } from './annex.entity.js';
import { AnnexSealInput, AnnexWithdrawInput } from './annex.inputs.js';
import { AnnexListArgs } from './annex.list.js';
import { annexCodes } from './annex.problems.js';
import type { AnnexFacts, AnnexService } from './annex.service.js';

@ObjectType({ description: 'What the code on a paper confirms; never a person.' })
export class AnnexCertificate {
  @Field(() => String, { description: 'Name of the program.' })
  programName!: string;

  @Field(() => String, { description: 'Name of the region that pays.' })
  regionName!: string;

  @Field(() => String, { description: 'Number of the decree.' })
  decree!: string;

  @Field(() => CalendarDateScalar, { description: 'Date of the decree.' })
  decreedOn!: string;

  @Field(() => Int, { description: 'Number of persons on the list.' })
  peopleCount!: number;

  @Field(() => String, { description: 'SHA-256 of the list in hexadecimal, as it was sealed.' })
  digest!: string;

  @Field(() => DateTimeScalar, { description: 'Timestamp of the sealing.' })
  sealedAt!: string;

  @Field(() => Boolean, { description: 'Whether it was withdrawn since.' })
  isWithdrawn!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the withdrawal. Null: it holds.',
  })
  withdrawnAt!: string | null;

  @Field(() => Boolean, { description: 'Whether the list still has the hash that it was sealed with.' })
  isIntact!: boolean;
}

@ObjectType({ description: 'What the caller may do with a sealed list now.' })
export class AnnexViewerCan {
  @Field(() => Boolean, { description: 'Whether the caller may withdraw it.' })
  withdraw!: boolean;
}

export const AnnexConnection = connectionOf('Annex', () => Annex);
const parts = { field: 'annex', entity: () => Annex, userError: userErrorOf('Annex', annexCodes) };
const AnnexSealPayload = payloadType({ mutation: 'AnnexSeal', ...parts });
const AnnexWithdrawPayload = payloadType({ mutation: 'AnnexWithdraw', ...parts });

@Resolver(() => Annex)
export class AnnexResolver {
  constructor(private readonly service: AnnexService) {}

  @Query(() => Annex, {
    nullable: true,
    description:
      'Sealed list with this id. Null: absent or not visible. For staff who see people of the region.',
  })
  annex(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => AnnexConnection, {
    description: 'Sealed lists, the newest first. For staff who see people of the region.',
  })
  annexes(
    @Ctx() { caller }: Context,
    @Args(() => AnnexListArgs) args: AnnexListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @Query(() => AnnexCertificate, {
    nullable: true,
    description: 'What the code on a paper confirms. Null: no paper has this code. Open to everybody.',
  })
  annexCertificate(
    @Ctx() { caller }: Context,
    @Arg('code', () => String, { description: 'Code on the paper; case and hyphens do not matter.' })
    code: string,
  ): Promise<AnnexFacts | null> {
    return this.service.confirm(caller, code);
  }

  @FieldResolver(() => AnnexViewerCan, { description: 'What the caller may do with it now.' })
  viewerCan(
    @Ctx() { caller }: Context,
    @Root() { viewerCan }: { readonly viewerCan: { state: string; regionId: string } },
  ): AnnexViewerCan {
    return this.service.viewerCan(caller, viewerCan);
  }

  @Mutation(() => AnnexSealPayload, {
    description:
      'Freezes the people whom a decree names in a program, as they are now. For approvers, coordinators and administrators of the region.',
  })
  async annexSeal(
    @Ctx() { caller }: Context,
    @Input(() => AnnexSealInput) input: AnnexSealInput,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.seal(caller, input, idempotencyKey));
  }

  @Mutation(() => AnnexWithdrawPayload, {
    description:
      'Says that a sealed list no longer holds; its code says so from then on. For approvers, coordinators and administrators of the region.',
  })
  async annexWithdraw(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => AnnexWithdrawInput) input: AnnexWithdrawInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.withdraw(caller, { id, expectedVersion, input }));
  }
}
