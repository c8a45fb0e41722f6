import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
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
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { selectionOf } from '../kernel/selection.js';
import { AlertDelivery } from './alert-delivery.entity.js';
import { alertDeliveryCodes } from './alert-delivery.problems.js';
import type { AlertDeliveryService } from './alert-delivery.service.js';

const userError = userErrorOf('AlertDelivery', alertDeliveryCodes);
const parts = { field: 'alertDelivery', entity: () => AlertDelivery, userError };
const AlertDigestChoosePayload = payloadType({ mutation: 'AlertDigestChoose', ...parts });
const AlertFeedEndPayload = payloadType({ mutation: 'AlertFeedEnd', ...parts });

@ObjectType({ description: 'What `alertFeedRenew` came to.' })
export class AlertFeedRenewPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'Path of the calendar at this installation, secret as a whole; shown in this answer only. Null: nothing was changed.',
  })
  path!: string | null;

  @Field(() => AlertDelivery, {
    nullable: true,
    description: 'Record after the change. Null: nothing was changed, see `userErrors`.',
  })
  alertDelivery(
    @Root() payload: Payload,
    @Ctx() { caller }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    return caller.reads.one(AlertDelivery, payload.id, selectionOf(info));
  }

  @Field(() => [userError], { description: 'Problems to mend; empty when the change was made.' })
  userErrors!: object[];
}

/** How the alerts of the caller leave the panel. */
@Resolver(() => AlertDelivery)
export class AlertDeliveryResolver {
  constructor(private readonly service: AlertDeliveryService) {}

  @Query(() => AlertDelivery, {
    nullable: true,
    description:
      'How the alerts of the caller reach them. Null: never. For staff who work in a region and auditors.',
  })
  alertDelivery(@Ctx() { caller }: Context, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, selectionOf(info));
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the installation has a mail server; without one no mail comes, whatever is wanted.',
  })
  isMailOn(): boolean {
    return this.service.isMailOn;
  }

  @Mutation(() => AlertDigestChoosePayload, {
    description: 'Begins or ends the mail of the morning. For staff who work in a region and auditors.',
  })
  async alertDigestChoose(
    @Ctx() { caller }: Context,
    @Arg('wantsDigest', () => Boolean, { description: 'Whether the mail shall come.' }) wantsDigest: boolean,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.chooseDigest(caller, wantsDigest));
  }

  @Mutation(() => AlertFeedRenewPayload, {
    description:
      'Gives the calendar a new secret address; the former one ends. For staff who work in a region and auditors.',
  })
  async alertFeedRenew(@Ctx() { caller }: Context): Promise<Payload> {
    const outcome = await this.service.renewFeed(caller);
    return { ...payloadOf(caller, outcome), ...{ path: outcome.path } };
  }

  @Mutation(() => AlertFeedEndPayload, {
    description: 'Takes the calendar and its address away. For staff who work in a region and auditors.',
  })
  async alertFeedEnd(@Ctx() { caller }: Context): Promise<Payload> {
    return payloadOf(caller, await this.service.endFeed(caller));
  }
}
