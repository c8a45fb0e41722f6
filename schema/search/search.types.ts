import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Record that a search over everything has found.' })
export class SearchHit {
  @Field(() => ID, { description: 'Id of the record; `node` reads it.' })
  id!: string;

  @Field(() => String, {
    description:
      'Kind of the record: "region", "mou", "regulation", "program", "office", "official" or "beneficiary".',
  })
  concept!: string;

  @Field(() => String, { description: 'Name by which people know the record.' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What tells it apart: numbers of an agreement, code of a region, masked NIK. Null: nothing.',
  })
  detail!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the region that it belongs to. Null: none, such as a national regulation.',
  })
  regionName!: string | null;
}
