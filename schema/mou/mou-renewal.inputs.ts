import { Field, ID, InputType, Int } from 'type-graphql';
import { MouFilter } from './mou.list.js';

@InputType({ description: 'What the draft of a renewal shall say otherwise than what it renews.' })
export class MouRenewInput {
  @Field(() => String, {
    nullable: true,
    description: 'First date of the new term, YYYY-MM-DD. Null: the day after the present one.',
  })
  effectiveFrom?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Last date of the new term, included, YYYY-MM-DD. Null: as long as the present one.',
  })
  effectiveUntil?: string | null;

  @Field(() => String, { nullable: true, description: 'Title as the paper will have it. Null: the same.' })
  titleAsWritten?: string | null;
}

@InputType({ description: 'What the draft of an addendum is called.' })
export class MouAmendInput {
  @Field(() => String, {
    nullable: true,
    description: 'Title as the paper will have it. Null: "Adendum" with its number and the title.',
  })
  titleAsWritten?: string | null;
}

@InputType({
  description:
    'Agreements whose renewal is to be prepared; all conditions have to hold. One of them has to be said.',
})
export class MousRenewEachInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'Days from today within which the term ends, 1 to 366. Null: whenever, terms that are over included.',
  })
  withinDays?: number | null;

  @Field(() => MouFilter, {
    nullable: true,
    description: 'Conditions as in the list of agreements. Null: none.',
  })
  filter?: MouFilter | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Ids of agreements that are meant, such as those chosen after a dry run. Null: whichever match.',
  })
  mouIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of regions that made them, or below which the maker lies. Null: all of the caller.',
  })
  regionIds?: string[] | null;
}
