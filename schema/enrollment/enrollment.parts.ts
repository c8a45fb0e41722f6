import { Field, ObjectType } from 'type-graphql';
import { CalendarDateScalar } from '../kernel/scalars.js';
import { EnrollmentEndReason } from './enrollment.enums.js';

@ObjectType({ description: 'When and why an enrollment ended or was rejected.' })
export class EnrollmentEnding {
  @Field(() => CalendarDateScalar, {
    description:
      'Last date of membership, or date of the rejection. The month in which it lies still counts.',
  })
  on!: string;

  @Field(() => EnrollmentEndReason, { description: 'Reason as recorded.' })
  reason!: EnrollmentEndReason;
}

@ObjectType({ description: 'What the caller may do with an enrollment in its present state.' })
export class EnrollmentActions {
  @Field(() => Boolean, { description: 'Whether the caller may record it as verified.' })
  verify!: boolean;

  @Field(() => Boolean, { description: 'Whether the caller may approve it.' })
  approve!: boolean;

  @Field(() => Boolean, { description: 'Whether the caller may record that the list went to the branch.' })
  submit!: boolean;

  @Field(() => Boolean, { description: 'Whether the caller may record it as active.' })
  activate!: boolean;

  @Field(() => Boolean, { description: 'Whether the caller may reject it.' })
  reject!: boolean;

  @Field(() => Boolean, { description: 'Whether the caller may end it.' })
  end!: boolean;

  @Field(() => Boolean, { description: 'Whether the caller may put another person in its place.' })
  replace!: boolean;
}
