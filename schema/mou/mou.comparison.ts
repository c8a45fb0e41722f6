import { Field, ObjectType, registerEnumType } from 'type-graphql';

export enum MouChangeKind {
  SAME = 'SAME',
  CHANGED = 'CHANGED',
  ADDED = 'ADDED',
  KEPT = 'KEPT',
  DROPPED = 'DROPPED',
}
registerEnumType(MouChangeKind, {
  name: 'MouChangeKind',
  description: 'What a draft makes of one field of the text that it follows.',
  valuesConfig: {
    SAME: { description: 'Both say the same.' },
    CHANGED: { description: 'The draft says something else.' },
    ADDED: { description: 'Only the draft says something.' },
    KEPT: { description: 'The addendum is silent: what was signed stays.' },
    DROPPED: { description: 'Only what was signed says something; the renewal does not.' },
  },
});

@ObjectType({ description: 'One field of an addendum or renewal against the signed text that it follows.' })
export class MouDifference {
  @Field(() => String, { description: 'Name of the field as in `MouReviseInput`.' })
  field!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Value in the signed text with its addenda, as text; dates as YYYY-MM-DD, several values parted by "; ". Null: unknown.',
  })
  signed!: string | null;

  @Field(() => String, { nullable: true, description: 'Value in this one, likewise. Null: it says nothing.' })
  draft!: string | null;

  @Field(() => MouChangeKind, { description: 'What becomes of the field.' })
  change!: MouChangeKind;
}
