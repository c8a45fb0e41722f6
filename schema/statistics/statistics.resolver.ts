import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../kernel/payload.js';
import { selectionOf } from '../kernel/selection.js';
import { CoverageStatisticsArgs } from './coverage-statistics.inputs.js';
import { CoverageStatistics } from './coverage-statistics.types.js';
import type { StatisticsService } from './statistics.service.js';

@Resolver()
export class StatisticsResolver {
  constructor(private readonly service: StatisticsService) {}

  @Query(() => CoverageStatistics, {
    description:
      'Protected people, months and money, counted by up to four things. Those who may see the people of a payer get its exact figures of this moment; analysts get sums over fixed groups of at least five persons, the public of at least ten, so that nobody can be told by comparing answers.',
  })
  coverageStatistics(
    @Ctx() { caller }: Context,
    @Args(() => CoverageStatisticsArgs) args: CoverageStatisticsArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.coverage(caller, args, selectionOf(info));
  }
}
