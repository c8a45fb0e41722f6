import { Field, ID, InputType, Int } from 'type-graphql';
import { EnrollmentEndReason } from './enrollment.enums.js';

/** What is written down of a person who enters. */
@InputType()
abstract class EnrollmentEntryInput {
  @Field(() => ID, { description: 'Id of the registration by the payer region.' })
  beneficiaryId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Post that the person holds, at most 200 characters; needed where the category belongs to a post.',
  })
  post?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Decree that lists the person, at most 200 characters.',
  })
  decree?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Batch in which the person comes, at most 100 characters.',
  })
  cohort?: string | null;

  @Field(() => String, { description: 'Date of entry, YYYY-MM-DD, on which the age limit is judged.' })
  enteredOn!: string;
}

@InputType({
  description: 'Person who is proposed for a program. What is absent or null is unknown, or there is none.',
})
export class EnrollmentProposeInput extends EnrollmentEntryInput {
  @Field(() => ID, { description: 'Id of the program, which has to be approved.' })
  programId!: string;

  @Field(() => ID, { description: 'Id of the category of work.' })
  categoryId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the ended enrollment whose place is taken. Null: a place that was free.',
  })
  replacesId?: string | null;
}

@InputType({
  description:
    'Person who takes a vacant place; program and category stay. What is absent or null is unknown, or there is none.',
})
export class EnrollmentReplaceInput extends EnrollmentEntryInput {}

@InputType({ description: 'What becomes known when the branch has made a participant active.' })
export class EnrollmentActivateInput {
  @Field(() => String, {
    nullable: true,
    description: 'Number of the participant card, 11 digits. Null: not yet known.',
  })
  kpj?: string | null;
}

@InputType({ description: 'Why a proposal is turned down.' })
export class EnrollmentRejectInput {
  @Field(() => EnrollmentEndReason, { description: 'Reason of the rejection.' })
  reason!: EnrollmentEndReason;
}

@InputType({ description: 'When and why membership ended.' })
export class EnrollmentEndInput {
  @Field(() => String, { description: 'Last date of membership, YYYY-MM-DD; its month still counts.' })
  endedOn!: string;

  @Field(() => EnrollmentEndReason, { description: 'Reason of the end.' })
  reason!: EnrollmentEndReason;
}

@InputType({ description: 'What a decision for many has to say beside the move. Null: the move needs none.' })
export class EnrollmentBulkInput {
  @Field(() => String, {
    nullable: true,
    description: 'For END: last date of membership, YYYY-MM-DD; its month still counts.',
  })
  endedOn?: string | null;

  @Field(() => EnrollmentEndReason, {
    nullable: true,
    description: 'For END and REJECT: reason of all of them.',
  })
  reason?: EnrollmentEndReason | null;
}

@InputType({
  description:
    'Part of those whom a filter matches, in the order of their ids; each step is a transaction of its own.',
})
export class BulkStepInput {
  @Field(() => Int, { description: 'Number of enrollments to take, 1 to 10,000.' })
  size!: number;

  @Field(() => ID, {
    nullable: true,
    description: '`nextAfter` of the step before. Null: the first step.',
  })
  after?: string | null;
}
