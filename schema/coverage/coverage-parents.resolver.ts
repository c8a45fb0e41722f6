import type { GraphQLResolveInfo } from 'graphql';
import { Args, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Beneficiary } from '../beneficiary/index.js';
import { Enrollment } from '../enrollment/index.js';
import { Selectable } from '../kernel/selectable.js';
import { selected } from '../kernel/selection.js';
import { PersonContinuity } from './continuity.js';
import { CoverageMonth, CoverageYears } from './coverage-month.js';

/** Months seen from the person. */
@Resolver(() => Beneficiary)
export class BeneficiaryCoverageResolver {
  @Selectable()
  @FieldResolver(() => [CoverageMonth], {
    description:
      'Months of the person in these years, whoever pays; of other regions only that they are covered.',
  })
  coverage(
    @Root() beneficiary: Record<string, unknown>,
    @Args(() => CoverageYears) _args: CoverageYears,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(beneficiary, info);
  }

  @FieldResolver(() => PersonContinuity, {
    nullable: true,
    description: 'Runs of paid months of the person up to this month, whoever paid. Null: not permitted.',
  })
  continuity(
    @Root() { continuity }: { readonly continuity: PersonContinuity | null },
  ): PersonContinuity | null {
    return continuity;
  }
}

/** Months seen from the enrollment. */
@Resolver(() => Enrollment)
export class EnrollmentCoverageResolver {
  @Selectable()
  @FieldResolver(() => [CoverageMonth], { description: 'Months of this enrollment in these years.' })
  coverage(
    @Root() enrollment: Record<string, unknown>,
    @Args(() => CoverageYears) _args: CoverageYears,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return selected(enrollment, info);
  }
}
