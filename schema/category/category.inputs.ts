import { Field, ID, InputType } from 'type-graphql';
import { CategoryFamily } from './category.entity.js';

@InputType({ description: 'New category of workers.' })
export class CategoryCreateInput {
  @Field(() => String, { description: 'Code in capitals, digits and underscores, for instance "KETUA_RT".' })
  code!: string;

  @Field(() => String, { description: 'Indonesian name.' })
  name!: string;

  @Field(() => String, { description: 'English name.' })
  nameEn!: string;

  @Field(() => CategoryFamily, { description: 'Family of the category.' })
  family!: CategoryFamily;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the wider category directly above. Null: it is at the top.',
  })
  parentId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is in the transport sector of PP 50/2025. Null: it is not.',
  })
  isTransport?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the cover belongs to a post. Null: it does not.',
  })
  isPostHolder?: boolean | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Other words for the category, at most 50. Null: none.',
  })
  aliases?: string[] | null;
}

@InputType({ description: 'Changes of a category: absent keeps, null clears.' })
export class CategoryReviseInput {
  @Field(() => String, { nullable: true, description: 'Indonesian name; cannot be cleared.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'English name; cannot be cleared.' })
  nameEn?: string | null;

  @Field(() => CategoryFamily, { nullable: true, description: 'Family of the category. Null: as it is.' })
  family?: CategoryFamily | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the wider category directly above. Null: it is at the top.',
  })
  parentId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is in the transport sector of PP 50/2025. Null: as it is.',
  })
  isTransport?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the cover belongs to a post. Null: as it is.',
  })
  isPostHolder?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'All other words for the category. Null: none.' })
  aliases?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the category is offered for new programs. Null: as it is.',
  })
  isActive?: boolean | null;
}
