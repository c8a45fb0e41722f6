import type { GraphQLResolveInfo } from 'graphql';
import { Args, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Beneficiary } from '../beneficiary/index.js';
import { Selectable } from '../kernel/selectable.js';
import { selected } from '../kernel/selection.js';
import { Program } from '../program/index.js';
import { EnrollmentListArgs } from './enrollment.list.js';
import { EnrollmentConnection } from './enrollment.resolver.js';

/** Enrollments seen from the program. */
@Resolver(() => Program)
export class ProgramEnrollmentsResolver {
  @Selectable()
  @FieldResolver(() => EnrollmentConnection, {
    description: 'Enrollments in the program, latest entry first; empty for those who may not see people.',
  })
  enrollments(
    @Root() program: Record<string, unknown>,
    @Args(() => EnrollmentListArgs) _args: EnrollmentListArgs,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(program, info);
  }
}

/** Enrollments seen from the person's registration. */
@Resolver(() => Beneficiary)
export class BeneficiaryEnrollmentsResolver {
  @Selectable()
  @FieldResolver(() => EnrollmentConnection, {
    description: 'Enrollments of the person in programs of this region, latest entry first.',
  })
  enrollments(
    @Root() beneficiary: Record<string, unknown>,
    @Args(() => EnrollmentListArgs) _args: EnrollmentListArgs,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(beneficiary, info);
  }
}
