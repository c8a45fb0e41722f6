import { Field, ObjectType } from 'type-graphql';
import { CalendarDateScalar } from '../kernel/scalars.js';

@ObjectType({ description: 'Term of an official; both days are included.' })
export class OfficialTerm {
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'First date of the term. Null: not known.',
  })
  from!: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Last date of the term. Null: not known, or not ended.',
  })
  until!: string | null;
}

@ObjectType({ description: 'Days between which sources name a person in a post.' })
export class OfficialEvidence {
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Earliest date of the evidence. Null: not recorded.',
  })
  from!: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Latest date of the evidence. Null: not recorded.',
  })
  until!: string | null;
}

@ObjectType({ description: 'How an official is reached; for staff only.' })
export class OfficialContact {
  @Field(() => String, {
    nullable: true,
    description: 'Telephone of the post, digits only. Null: not known.',
  })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail of the post. Null: not known.' })
  email!: string | null;
}
