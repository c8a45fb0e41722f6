import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../kernel/payload.js';
import { selectionOf } from '../kernel/selection.js';
import { MouFilter } from '../mou/index.js';
import { ProgramFilter } from '../program/index.js';
import { CoverageStatisticsArgs } from './coverage-statistics.inputs.js';
import { CoverageStatistics } from './coverage-statistics.types.js';
import { DataQuality, DataQualityFilter } from './data-quality.types.js';
import { DoubleFunding, DoubleFundingFilter } from './double-funding.js';
import { MouGrouping, MouStatistics } from './mou-statistics.types.js';
import { ProgramGrouping, ProgramStatistics } from './program-statistics.js';
import { Readiness, ReadinessFilter } from './readiness.js';
import type { StatisticsService } from './statistics.service.js';

@Resolver()
export class StatisticsResolver {
  constructor(private readonly service: StatisticsService) {}

  @Query(() => CoverageStatistics, {
    // a row is a sum and no record with everything below it
    complexity: ({ args }) => Math.ceil(Number(args.first) / 50),
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

  @Query(() => MouStatistics, {
    description: 'Agreements counted. The public sees signed ones, staff those of their regions too.',
  })
  mouStatistics(
    @Ctx() { caller }: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('groupBy', () => [MouGrouping], {
      defaultValue: [],
      description: 'What to count by. Empty: `totals` only say it all.',
    })
    groupBy: MouGrouping[],
    @Arg('filter', () => MouFilter, { nullable: true, description: 'Conditions. Null: none.' })
    filter?: MouFilter | null,
  ) {
    return this.service.mous(caller, { filter, groupBy }, selectionOf(info));
  }

  @Query(() => ProgramStatistics, {
    description:
      'Programs counted, with quota, people and money of a fiscal year. For staff, of the regions whose figures they may read; who may not see people reads sums over groups, which follow the ledger within minutes (`coverageStatistics { asOf }`).',
  })
  programStatistics(
    @Ctx() { caller }: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('groupBy', () => [ProgramGrouping], {
      defaultValue: [],
      description: 'What to count by. Empty: `totals` only say it all.',
    })
    groupBy: ProgramGrouping[],
    @Arg('filter', () => ProgramFilter, { nullable: true, description: 'Conditions. Null: none.' })
    filter?: ProgramFilter | null,
    @Arg('fiscalYear', () => Int, {
      nullable: true,
      description: 'Fiscal year of months and money. Null: the present one.',
    })
    fiscalYear?: number | null,
  ) {
    return this.service.programs(caller, { filter, groupBy, fiscalYear }, selectionOf(info));
  }

  @Query(() => [Readiness], {
    description:
      'Which regions have a regulation, an umbrella agreement, a PKS, a budget and active people, as the Paritrana award asks. People are counted exactly for those who may see them; drafts count for nobody.',
  })
  readiness(
    @Ctx() { caller }: Context,
    @Arg('filter', () => ReadinessFilter, { nullable: true, description: 'Conditions. Null: none.' })
    filter?: ReadinessFilter | null,
  ) {
    return this.service.readiness(caller, filter ?? {});
  }

  @Query(() => DataQuality, {
    description:
      'State of the data of people: NIK, checks, duplicates, age, missing KPJ. Analysts get sums over groups of at least five.',
  })
  dataQuality(
    @Ctx() { caller }: Context,
    @Arg('filter', () => DataQualityFilter, { nullable: true, description: 'Conditions. Null: none.' })
    filter?: DataQualityFilter | null,
  ) {
    return this.service.dataQuality(caller, filter ?? {});
  }

  @Query(() => DoubleFunding, {
    description:
      'Months that two payers wanted or did pay, and what it cost or saved. Analysts get sums over groups of at least five.',
  })
  doubleFunding(
    @Ctx() { caller }: Context,
    @Arg('filter', () => DoubleFundingFilter, { nullable: true, description: 'Conditions. Null: none.' })
    filter?: DoubleFundingFilter | null,
  ) {
    return this.service.doubleFunding(caller, filter ?? {});
  }
}
