import { Field, ObjectType } from 'type-graphql';
import { Document } from '../document/index.js';
import { CalendarDateScalar } from '../kernel/scalars.js';

@ObjectType({ description: 'When and where an agreement was signed.' })
export class MouSigning {
  @Field(() => CalendarDateScalar, { nullable: true, description: 'Date of signing. Null: unknown.' })
  on!: string | null;

  @Field(() => String, { nullable: true, description: 'Place of signing as written. Null: unknown.' })
  place!: string | null;
}

@ObjectType({ description: 'Term of an agreement as it was signed.' })
export class MouPeriod {
  @Field(() => CalendarDateScalar, { nullable: true, description: 'First date of the term. Null: unknown.' })
  from!: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Last date of the term, included. Null: unknown.',
  })
  until!: string | null;
}

@ObjectType({ description: 'How an agreement ended before its term.' })
export class MouTermination {
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Last date on which the agreement held; never null here.',
  })
  on!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Reason as given. Null: not permitted, shown only within its region.',
  })
  reason!: string | null;

  @Field(() => Document, {
    nullable: true,
    description: 'Document of the termination. Null: not permitted, shown only within its region.',
  })
  document!: Document | null;
}

@ObjectType({ description: 'What the caller may do with an agreement in its present state.' })
export class MouViewerCan {
  @Field(() => Boolean, {
    description: 'Whether the caller may change the draft, or fill in what is unknown of a signed agreement.',
  })
  revise!: boolean;

  @Field(() => Boolean, { description: 'Whether the caller may submit it for legal review.' })
  submit!: boolean;

  @Field(() => Boolean, { description: 'Whether the caller may return it to its writers.' })
  return!: boolean;

  @Field(() => Boolean, { description: 'Whether the caller may record it as signed.' })
  sign!: boolean;

  @Field(() => Boolean, { description: 'Whether the caller may draft its renewal.' })
  renew!: boolean;

  @Field(() => Boolean, { description: 'Whether the caller may draft an addendum to it.' })
  amend!: boolean;

  @Field(() => Boolean, { description: 'Whether the caller may terminate it.' })
  terminate!: boolean;
}
