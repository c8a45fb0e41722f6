import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { many, readable } from '../kernel/readable.js';
import { Citation, citations } from '../source/index.js';

export enum CategoryFamily {
  GOVERNMENT_ECOSYSTEM = 'GOVERNMENT_ECOSYSTEM',
  VULNERABLE = 'VULNERABLE',
}
registerEnumType(CategoryFamily, {
  name: 'CategoryFamily',
  description: 'Family of worker categories; the two differ in tariff, data source and replacement.',
  valuesConfig: {
    GOVERNMENT_ECOSYSTEM: {
      description: 'Workers around the government: heads of RT and RW, cadres, honorary staff.',
    },
    VULNERABLE: {
      description: 'Vulnerable workers: ojol, fishers, farmers, traders, keepers of houses of worship.',
    },
  },
});

@ObjectType({
  implements: [Node, BaseEntity],
  description: 'Category of workers as programs name it, for instance "Ketua RT" or "Ojek daring".',
})
@Entity('category')
export class Category extends BaseEntity {
  @Field(() => String, { description: 'Stable code of the category, for instance "KETUA_RT".' })
  @Column({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'Indonesian name of the category.' })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'English name of the category.' })
  @Column({ type: 'text' })
  nameEn!: string;

  @Field(() => CategoryFamily, { description: 'Family of the category.' })
  @Column({ type: 'text' })
  family!: CategoryFamily;

  @Field(() => Category, {
    nullable: true,
    description: 'Wider category directly above. Null: it is at the top.',
  })
  @ManyToOne(() => Category, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'parent_id' })
  parent!: Relation<Category> | null;

  @Column({ type: 'uuid', nullable: true })
  parentId!: string | null;

  @Field(() => Boolean, { description: 'Whether the category is in the transport sector of PP 50/2025.' })
  @Column({ type: 'boolean' })
  isTransport!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the cover belongs to a post, so that a successor replaces the person.',
  })
  @Column({ type: 'boolean' })
  isPostHolder!: boolean;

  @Field(() => [String], {
    description: 'Other words for the category in rosters and texts; each names one category only.',
  })
  @Column({ type: 'text', array: true })
  aliases!: string[];

  @Field(() => Boolean, { description: 'Whether the category is offered for new programs.' })
  @Column({ type: 'boolean' })
  isActive!: boolean;

  @Field(() => [Category], { description: 'Narrower categories directly below, by code.' })
  children!: Relation<Category>[];

  @Field(() => [Citation], { description: 'Sources of the category.' })
  citations!: Relation<Citation>[];
}

readable(Category, 'category', {
  children: many(
    () => Category,
    (parent, child) => `${child}.parent_id = ${parent}.id`,
    (child) => `${child}.code`,
  ),
  citations: citations('category'),
});
