import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { userErrorOf } from '../kernel/payload.js';
import { DateTimeScalar } from '../kernel/scalars.js';

export enum PresenceStage {
  READING = 'READING',
  EDITING = 'EDITING',
  LEFT = 'LEFT',
}
registerEnumType(PresenceStage, {
  name: 'PresenceStage',
  description: 'What the caller does with a record at this moment.',
  valuesConfig: {
    READING: { description: 'Has it open.' },
    EDITING: { description: 'Has a form open that changes it.' },
    LEFT: { description: 'Has closed it.' },
  },
});

@ObjectType({ description: 'Somebody else who has the record open.' })
export class PresentColleague {
  @Field(() => String, {
    nullable: true,
    description: 'Name of the person. Null: somebody who works in none of the caller’s regions.',
  })
  name!: string | null;

  @Field(() => Boolean, { description: 'Whether a form that changes the record is open.' })
  isEditing!: boolean;

  @Field(() => DateTimeScalar, { description: 'Timestamp since which it is open.' })
  since!: Date;
}

const PresenceUserError = userErrorOf('Presence', []);

@ObjectType({ description: 'What `presenceNote` came to.' })
export class PresenceNotePayload {
  @Field(() => [PresentColleague], {
    description: 'Who else has the record open, at most 20, the longest first.',
  })
  others!: PresentColleague[];

  @Field(() => [PresenceUserError], { description: 'Problems to mend; empty when it was noted.' })
  userErrors!: object[];
}
