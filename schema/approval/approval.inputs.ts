import { Field, ID, InputType } from 'type-graphql';
import { ApprovalSubject } from './approval.enums.js';

@InputType({ description: 'What people are asked to agree to.' })
export class ApprovalRequestInput {
  @Field(() => ApprovalSubject, { description: 'What is to be approved.' })
  subject!: ApprovalSubject;

  @Field(() => ID, {
    description: 'Id of the agreement or program; of a list of people, of the program that they enter.',
  })
  recordId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Decree whose verified people make the list, exactly as written there. Null: everyone verified in the program, or no list.',
  })
  decree?: string | null;
}

@InputType({ description: 'Agreement to what was shown.' })
export class ApprovalGiveInput {
  @Field(() => String, {
    description: '`digest` of the approval as it was read together with what was shown.',
  })
  digest!: string;
}

@InputType({ description: 'Reason for returning what was to be approved.' })
export class ApprovalReturnInput {
  @Field(() => String, { description: 'What has to be mended, at most 4,000 characters.' })
  reason!: string;
}
