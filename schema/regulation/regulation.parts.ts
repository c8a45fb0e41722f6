import { Field, Int, ObjectType } from 'type-graphql';
import { CalendarDateScalar } from '../kernel/scalars.js';

@ObjectType({ description: 'Period for which a regulation says that it holds.' })
export class RegulationPeriod {
  @Field(() => CalendarDateScalar, { nullable: true, description: 'First date in force. Null: unknown.' })
  from!: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Last date in force, included. Null: no end is known.',
  })
  until!: string | null;
}

@ObjectType({ description: 'Revocation of a regulation.' })
export class RegulationRevocation {
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'First date on which it is no longer in force. Null: unknown.',
  })
  on!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Reason as recorded. Null: none; see the regulation that revokes it.',
  })
  reason!: string | null;
}

@ObjectType({ description: 'What stands on a regulation, as counts of what the caller may see.' })
export class RegulationImpact {
  @Field(() => Int, {
    description: 'Number of regulations that implement, amend or rest on it, directly or through others.',
  })
  regulations!: number;
}

@ObjectType({ description: 'What the caller may do with a regulation in its present state.' })
export class RegulationActions {
  @Field(() => Boolean, {
    description:
      'Whether the caller may revise it: a draft freely, an enacted one only where facts are unknown.',
  })
  revise!: boolean;

  @Field(() => Boolean, { description: 'Whether the caller may record its enactment.' })
  enact!: boolean;

  @Field(() => Boolean, { description: 'Whether the caller may record its revocation.' })
  revoke!: boolean;
}
