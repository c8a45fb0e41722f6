import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { listArgs } from '../kernel/connection.js';
import { likePattern } from '../kernel/like.js';
import type { ListRead } from '../kernel/readable.js';
import { Category, CategoryFamily } from './category.entity.js';

@InputType({ description: 'Conditions on a list of categories; all of them have to hold.' })
export class CategoryFilter {
  @Field(() => [CategoryFamily], {
    nullable: true,
    description: 'Whether the family is one of these. Empty: nothing matches.',
  })
  families?: CategoryFamily[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the category is in the transport sector.' })
  isTransport?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the category is offered for new programs.' })
  isActive?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Id of the category directly above.' })
  parentId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the name or of an alias; at least three characters.',
  })
  search?: string | null;
}

export enum CategoryOrderField {
  CODE = 'CODE',
  NAME = 'NAME',
}

@ArgsType()
export class CategoryListArgs extends listArgs('Category', CategoryFilter, CategoryOrderField) {}

export const categoryList: ListRead = {
  of: () => Category,
  filters: {
    families: (category, families: string[], statement) =>
      `${category}.family = any(${statement.parameter(families)})`,
    isTransport: (category, wanted: boolean, statement) =>
      `${category}.is_transport = ${statement.parameter(wanted)}`,
    isActive: (category, wanted: boolean, statement) =>
      `${category}.is_active = ${statement.parameter(wanted)}`,
    parentId: (category, id: string, statement) =>
      `${category}.parent_id = any(${statement.ids('category', [id])})`,
    search: (category, text: string, statement) =>
      `${category}.id in (select c.category_id from category_term c where c.term like ${statement.parameter(likePattern(text))})`,
  },
  orders: {
    CODE: { sql: (category) => `${category}.code`, type: 'text' },
    NAME: { sql: (category) => `lower(${category}.name)`, type: 'text' },
  },
  defaultOrder: { field: 'CODE', direction: 'ASC' },
};
