import { Field, ID, InputType } from 'type-graphql';
import { CalendarDateScalar } from '../kernel/scalars.js';

const note = {
  nullable: true,
  description: 'Remark for the others, at most 1000 characters. Null: none.',
} as const;

@InputType({ description: 'What is said when an alert is acknowledged.' })
export class AlertAcknowledgeInput {
  @Field(() => String, note)
  note?: string | null;
}

@InputType({ description: 'How long an alert is put aside.' })
export class AlertSnoozeInput {
  @Field(() => CalendarDateScalar, {
    description: 'Last date on which it stays away, at most 90 days from now.',
  })
  until!: string;

  @Field(() => String, note)
  note?: string | null;
}

@InputType({ description: 'Whose task an alert is.' })
export class AlertAssignInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the staff member, who must have a role in the region. Null: nobody any more.',
  })
  staffId?: string | null;

  @Field(() => String, note)
  note?: string | null;
}

@InputType({ description: 'Why an alert is handed up to the province.' })
export class AlertEscalateInput {
  @Field(() => String, { description: 'Reason, at most 1000 characters.' })
  note!: string;
}
