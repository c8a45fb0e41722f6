import type { GraphQLResolveInfo } from 'graphql';
import { Args, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import { Selectable } from '../kernel/selectable.js';
import { selected } from '../kernel/selection.js';
import { Mou } from '../mou/index.js';
import { Region } from '../region/index.js';
import { Regulation, RegulationImpact } from '../regulation/index.js';
import { ProgramListArgs } from './program.list.js';
import { ProgramConnection } from './program.resolver.js';

/** Programs seen from the region that pays. */
@Resolver(() => Region)
export class RegionProgramsResolver {
  @Selectable()
  @FieldResolver(() => ProgramConnection, {
    description: 'Programs that the region pays, latest first, as far as the caller may see them.',
  })
  programs(
    @Root() region: Record<string, unknown>,
    @Args(() => ProgramListArgs) _args: ProgramListArgs,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(region, info);
  }
}

/** Programs seen from the agreement under which they run. */
@Resolver(() => Mou)
export class MouProgramsResolver {
  @Selectable()
  @FieldResolver(() => ProgramConnection, {
    description: 'Programs that run under the agreement, latest first, as far as the caller may see them.',
  })
  programs(
    @Root() mou: Record<string, unknown>,
    @Args(() => ProgramListArgs) _args: ProgramListArgs,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(mou, info);
  }
}

/** Programs seen from the regulation that they rest on. */
@Resolver(() => Regulation)
export class RegulationProgramsResolver {
  @Selectable()
  @FieldResolver(() => ProgramConnection, {
    description: 'Programs that rest on the regulation, latest first, as far as the caller may see them.',
  })
  programs(
    @Root() regulation: Record<string, unknown>,
    @Args(() => ProgramListArgs) _args: ProgramListArgs,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(regulation, info);
  }
}

/** How many programs lose their ground with a regulation. */
@Resolver(() => RegulationImpact)
export class RegulationImpactProgramsResolver {
  @FieldResolver(() => Int, { description: 'Number of programs that rest on it directly.' })
  programs(@Root() { programs }: { readonly programs: number }): number {
    return programs;
  }
}
