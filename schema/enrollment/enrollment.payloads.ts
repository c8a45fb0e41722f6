import { Field, ID, Int, ObjectType } from 'type-graphql';
import { payloadType, userErrorOf } from '../kernel/payload.js';
import { Enrollment } from './enrollment.entity.js';
import { enrollmentCodes } from './enrollment.problems.js';

export const EnrollmentUserError = userErrorOf('Enrollment', enrollmentCodes);
const payload = (mutation: string) =>
  payloadType({ mutation, field: 'enrollment', entity: () => Enrollment, userError: EnrollmentUserError });
export const EnrollmentProposePayload = payload('EnrollmentPropose');
export const EnrollmentVerifyPayload = payload('EnrollmentVerify');
export const EnrollmentApprovePayload = payload('EnrollmentApprove');
export const EnrollmentSubmitPayload = payload('EnrollmentSubmit');
export const EnrollmentActivatePayload = payload('EnrollmentActivate');
export const EnrollmentRejectPayload = payload('EnrollmentReject');
export const EnrollmentEndPayload = payload('EnrollmentEnd');
export const EnrollmentReplacePayload = payload('EnrollmentReplace');

@ObjectType({ description: 'One of those for whom a decision is not possible.' })
export class EnrollmentExample {
  @Field(() => ID, { description: 'Id of the enrollment.' })
  id!: string;

  @Field(() => String, { description: 'Name of the person.' })
  name!: string;
}

@ObjectType({ description: 'Reason why a decision is not possible for some of those whom a filter matches.' })
export class EnrollmentRefusal {
  @Field(() => String, { description: 'Stable code of the problem, as in `EnrollmentErrorCode`.' })
  reasonCode!: string;

  @Field(() => String, { description: 'What is wrong and what to do, in the language of the caller.' })
  message!: string;

  @Field(() => Int, {
    description: 'Number of enrollments with this problem; one with two problems counts twice.',
  })
  count!: number;

  @Field(() => [EnrollmentExample], { description: 'First five of them, by id.' })
  examples!: EnrollmentExample[];
}

@ObjectType({ description: 'What `enrollmentsMoveEach` came to, or would come to in a dry run.' })
export class EnrollmentsMoveEachPayload {
  @Field(() => Int, {
    nullable: true,
    description: 'Number that the filter matches, or of the step. Null: refused as a whole.',
  })
  matched!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number for which it is possible. Null: refused as a whole.',
  })
  willChange!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number that was changed; 0 in a dry run. Null: refused as a whole.',
  })
  changed!: number | null;

  @Field(() => [EnrollmentRefusal], { description: 'Why it is not possible for the others, by reason.' })
  refused!: EnrollmentRefusal[];

  @Field(() => ID, {
    nullable: true,
    description: '`after` of the next step. Null: everyone whom the filter matches was judged.',
  })
  nextAfter!: string | null;

  @Field(() => [EnrollmentUserError], {
    description: 'Problems with the request as a whole; empty when it was carried out.',
  })
  userErrors!: object[];
}
