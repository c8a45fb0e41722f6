import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ExpectedVersion, IdempotencyKey, Input, RecordId } from '../kernel/arguments.js';
import { connectionOf } from '../kernel/connection.js';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { selectionOf } from '../kernel/selection.js';
import { MonthlyContribution, MonthlyContributionArgs } from './monthly-contribution.js';
import { Tariff } from './tariff.entity.js';
import { TariffCreateInput, TariffReviseInput } from './tariff.inputs.js';
import { TariffListArgs } from './tariff.list.js';
import { tariffCodes } from './tariff.problems.js';
import type { TariffService } from './tariff.service.js';

export const TariffConnection = connectionOf('Tariff', () => Tariff);
const userError = userErrorOf('Tariff', tariffCodes);
const payload = (mutation: string) =>
  payloadType({ mutation, field: 'tariff', entity: () => Tariff, userError });
const TariffCreatePayload = payload('TariffCreate');
const TariffRevisePayload = payload('TariffRevise');

@Resolver(() => Tariff)
export class TariffResolver {
  constructor(private readonly service: TariffService) {}

  @Query(() => Tariff, {
    nullable: true,
    description: 'Contribution rate with this id. Null: there is none. For all staff.',
  })
  tariff(@Ctx() { caller }: Context, @RecordId() id: string, @Info() info: GraphQLResolveInfo) {
    return this.service.find(caller, id, selectionOf(info));
  }

  @Query(() => TariffConnection, { description: 'Contribution rates, newest first. For all staff.' })
  tariffs(
    @Ctx() { caller }: Context,
    @Args(() => TariffListArgs) args: TariffListArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.list(caller, args, selectionOf(info));
  }

  @Query(() => MonthlyContribution, {
    nullable: true,
    description:
      'Contribution for one person and month with the rates that applied. Null: no rate is known for it. For all staff.',
  })
  monthlyContribution(
    @Ctx() { caller }: Context,
    @Args(() => MonthlyContributionArgs) args: MonthlyContributionArgs,
  ) {
    return this.service.monthlyContribution(caller, args);
  }

  @Mutation(() => TariffCreatePayload, { description: 'Adds a rate. For administrators.' })
  async tariffCreate(
    @Ctx() { caller }: Context,
    @Input(() => TariffCreateInput) input: TariffCreateInput,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.create(caller, input, idempotencyKey));
  }

  @Mutation(() => TariffRevisePayload, {
    description: 'Changes a rate to come, or ends one in force. For administrators.',
  })
  async tariffRevise(
    @Ctx() { caller }: Context,
    @RecordId() id: string,
    @ExpectedVersion() expectedVersion: number,
    @Input(() => TariffReviseInput) input: TariffReviseInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.revise(caller, { id, expectedVersion }, input));
  }
}

/** The rates behind a contribution, read only when they are asked for. */
@Resolver(() => MonthlyContribution)
export class MonthlyContributionResolver {
  constructor(private readonly service: TariffService) {}

  @FieldResolver(() => [Tariff], { description: 'Rates that applied: JHT, JKK, JKM, then the reliefs.' })
  rules(
    @Ctx() { caller }: Context,
    @Root() contribution: MonthlyContribution,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.rules(caller, contribution, selectionOf(info));
  }
}
