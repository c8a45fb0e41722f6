import { Field, ID, InputType } from 'type-graphql';
import { OrganisationKind } from './official.entity.js';

@InputType({ description: 'New official. What is absent or null is unknown, or there is none.' })
export class OfficialCreateInput {
  @Field(() => String, { description: 'Name of the person, as corrected.' })
  name!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Spellings of the name in the sources, where they differ from it; at most 20.',
  })
  nameVariants?: string[] | null;

  @Field(() => String, { description: 'Post of the official as written, without the place.' })
  post!: string;

  @Field(() => OrganisationKind, { description: 'Kind of organisation in which the post exists.' })
  organisationKind!: OrganisationKind;

  @Field(() => ID, {
    nullable: true,
    description:
      'Id of the region, for its government or one of its agencies. Null: the post is in an office.',
  })
  regionId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Agency (OPD) of the region. Null: the post is in no agency.',
  })
  agency?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the office of BPJS Ketenagakerjaan. Null: the post is in a region.',
  })
  officeId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the post is held in an acting capacity (Pj, Plt, Pjs). Null: no.',
  })
  isActing?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'First date of the term, YYYY-MM-DD. Null: not known.',
  })
  termFrom?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Last date of the term, included, YYYY-MM-DD. Null: not known, or not ended.',
  })
  termUntil?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Earliest date on which a source names the person in the post, YYYY-MM-DD. Null: none recorded.',
  })
  evidencedFrom?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Latest date on which a source names the person in the post, YYYY-MM-DD. Null: none recorded.',
  })
  evidencedUntil?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Telephone of the post, 8 to 16 digits. Null: not known.',
  })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail of the post. Null: not known.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Remark on the official.' })
  note?: string | null;
}

@InputType({ description: 'Changes of an official: absent keeps, null clears.' })
export class OfficialReviseInput {
  @Field(() => String, { nullable: true, description: 'Name of the person, as corrected.' })
  name?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Spellings of the name in the sources, where they differ from it; at most 20.',
  })
  nameVariants?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Post of the official as written, without the place.' })
  post?: string | null;

  @Field(() => OrganisationKind, {
    nullable: true,
    description: 'Kind of organisation in which the post exists.',
  })
  organisationKind?: OrganisationKind | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Id of the region, for its government or one of its agencies. Null: the post is in an office.',
  })
  regionId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Agency (OPD) of the region. Null: the post is in no agency.',
  })
  agency?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the office of BPJS Ketenagakerjaan. Null: the post is in a region.',
  })
  officeId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the post is held in an acting capacity (Pj, Plt, Pjs). Null: no.',
  })
  isActing?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'First date of the term, YYYY-MM-DD. Null: not known.',
  })
  termFrom?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Last date of the term, included, YYYY-MM-DD. Null: not known, or not ended.',
  })
  termUntil?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Earliest date on which a source names the person in the post, YYYY-MM-DD. Null: none recorded.',
  })
  evidencedFrom?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Latest date on which a source names the person in the post, YYYY-MM-DD. Null: none recorded.',
  })
  evidencedUntil?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Telephone of the post, 8 to 16 digits. Null: not known.',
  })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail of the post. Null: not known.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Remark on the official.' })
  note?: string | null;
}

@InputType({ description: 'End of the term of an official.' })
export class OfficialEndTermInput {
  @Field(() => String, { description: 'Last date of the term, included, YYYY-MM-DD.' })
  endedOn!: string;
}
