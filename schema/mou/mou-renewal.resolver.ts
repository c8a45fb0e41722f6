import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { ExpectedVersion, Input, RecordId } from '../kernel/arguments.js';
import { type Context, type Payload, payloadOf } from '../kernel/payload.js';
import { CalendarDateScalar } from '../kernel/scalars.js';
import { Mou } from './mou.entity.js';
import { mouPayload, mouUserError } from './mou.resolver.js';
import { MouAmendInput, MouRenewInput, MousRenewEachInput } from './mou-renewal.inputs.js';
import type { MouRenewalService } from './mou-renewal.service.js';

const MouRenewPayload = mouPayload('MouRenew');
const MouAmendPayload = mouPayload('MouAmend');

@ObjectType({ description: 'Agreement whose term ends soon, with the renewal that was drafted or would be.' })
export class MouRenewal {
  @Field(() => ID, { description: 'Id of the agreement.' })
  mouId!: string;

  @Field(() => String, { description: 'Title of the agreement.' })
  title!: string;

  @Field(() => String, { description: 'Name of the region that made it.' })
  regionName!: string;

  @Field(() => CalendarDateScalar, { description: 'Last date of its term, addenda counted in.' })
  endsOn!: string;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'First date of the new term. Null: no renewal is drafted.',
  })
  effectiveFrom!: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Last date of the new term, included. Null: unknown, or no renewal is drafted.',
  })
  effectiveUntil!: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the draft. Null: a dry run, or none was made.' })
  draftId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Stable code of why none is drafted, as in `MouErrorCode`. Null: it is, or would be.',
  })
  reasonCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why none is drafted, in the language of the caller. Null: it is, or would be.',
  })
  message!: string | null;
}

@ObjectType({ description: 'What `mousRenewEach` came to, or would come to in a dry run.' })
export class MousRenewEachPayload {
  @Field(() => [MouRenewal], { description: 'Agreements that match, the next to end first; at most 100.' })
  results!: MouRenewal[];

  @Field(() => [mouUserError], {
    description: 'Problems with the request as a whole; empty when it was carried out.',
  })
  userErrors!: object[];
}

/** Drafts that follow a signed agreement. */
@Resolver(() => Mou)
export class MouRenewalResolver {
  constructor(private readonly service: MouRenewalService) {}

  @Mutation(() => MouRenewPayload, {
    description:
      'Drafts the successor of a signed agreement with its parties, scope and legal bases in force; the payload holds the draft. For its writers.',
  })
  async mouRenew(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => MouRenewInput) input: MouRenewInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.renew(caller, { id, expectedVersion, input }));
  }

  @Mutation(() => MouAmendPayload, {
    description:
      'Drafts an addendum to a signed agreement; the payload holds the draft, which is silent on everything but the parties. For its writers.',
  })
  async mouAmend(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => MouAmendInput) input: MouAmendInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.amend(caller, { id, expectedVersion, input }));
  }

  @Mutation(() => MousRenewEachPayload, {
    description:
      'Drafts the renewals of the agreements of the caller that match, whose end is known and that no signed one follows. For their writers.',
  })
  async mousRenewEach(
    @Ctx() { caller }: Context,
    @Input(() => MousRenewEachInput) input: MousRenewEachInput,
    @Arg('dryRun', () => Boolean, { description: 'Whether only to say what would be drafted.' })
    dryRun: boolean,
  ): Promise<object> {
    const { outcome, results } = await this.service.renewEach(caller, input, dryRun);
    return { ...payloadOf(caller, outcome), results };
  }
}
