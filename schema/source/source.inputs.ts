import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'New source.' })
export class SourceCreateInput {
  @Field(() => String, { description: 'Name of the publisher, for instance "Banten Raya".' })
  publisher!: string;

  @Field(() => String, { nullable: true, description: 'Title as printed. Null: not recorded.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Author as printed. Null: not recorded.' })
  author?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Date of the publication, YYYY-MM-DD. Null: not recorded.',
  })
  publishedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Address with http:// or https://. Null: not known.' })
  url?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Date on which it was read there, YYYY-MM-DD. Null: not recorded.',
  })
  accessedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Remark on the source, in Indonesian. Null: none.' })
  note?: string | null;
}

@InputType({ description: 'Changes of a source: absent keeps, null clears.' })
export class SourceReviseInput {
  @Field(() => String, { nullable: true, description: 'Name of the publisher; cannot be cleared.' })
  publisher?: string | null;

  @Field(() => String, { nullable: true, description: 'Title as printed. Null: not recorded.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Author as printed. Null: not recorded.' })
  author?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Date of the publication, YYYY-MM-DD. Null: not recorded.',
  })
  publishedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Address with http:// or https://. Null: not known.' })
  url?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Date on which it was read there, YYYY-MM-DD. Null: not recorded.',
  })
  accessedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Remark on the source, in Indonesian. Null: none.' })
  note?: string | null;
}

@InputType({ description: 'That a record, or one field of it, was read in a source.' })
export class SourceCiteInput {
  @Field(() => ID, { description: 'Id of the source.' })
  sourceId!: string;

  @Field(() => ID, {
    description:
      'Id of the record: a region, office, official, regulation, MoU, category, observation, award or document.',
  })
  recordId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the field of the record, as in the API. Null: the whole record.',
  })
  field?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Remark on what exactly was read there, in Indonesian. Null: none.',
  })
  note?: string | null;
}
