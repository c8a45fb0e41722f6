import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { listArgs } from '../kernel/connection.js';
import { likePattern } from '../kernel/like.js';
import { type ListRead, list, readableAlso } from '../kernel/readable.js';
import { RegionCodeScalar } from '../kernel/scalars.js';
import { Region, RegionLevel } from './region.entity.js';

@InputType({ description: 'Conditions on a list of regions; all of them have to hold.' })
export class RegionFilter {
  @Field(() => [RegionLevel], {
    nullable: true,
    description: 'Whether the level is one of these. Empty: nothing matches.',
  })
  levels?: RegionLevel[] | null;

  @Field(() => ID, { nullable: true, description: 'Id of the region directly above.' })
  parentId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of regions below which, or which themselves, the region is.',
  })
  withinIds?: string[] | null;

  @Field(() => [RegionCodeScalar], { nullable: true, description: 'Whether the code is one of these.' })
  codes?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the name or the code; at least three characters.',
  })
  search?: string | null;
}

export enum RegionOrderField {
  CODE = 'CODE',
  NAME = 'NAME',
}

@ArgsType()
export class RegionListArgs extends listArgs('Region', RegionFilter, RegionOrderField) {}

export const regionList: ListRead = {
  of: () => Region,
  filters: {
    levels: (region, levels: string[], statement) => `${region}.level = any(${statement.parameter(levels)})`,
    parentId: (region, id: string, statement) =>
      `${region}.parent_id = any(${statement.ids('region', [id])})`,
    withinIds: (region, ids: string[], statement) =>
      `${region}.id = any(array(select app.region_subtree(${statement.ids('region', ids)})))`,
    codes: (region, codes: string[], statement) => `${region}.code = any(${statement.parameter(codes)})`,
    search: (region, text: string, statement) =>
      `lower(${region}.code || ' ' || ${region}.display_name) like ${statement.parameter(likePattern(text))}`,
  },
  orders: {
    CODE: { sql: (region) => `${region}.code`, type: 'text' },
    NAME: { sql: (region) => `${region}.display_name`, type: 'text' },
  },
  defaultOrder: { field: 'CODE', direction: 'ASC' },
};

readableAlso(Region, {
  children: list(
    () => regionList,
    (parent, child) => `${child}.parent_id = ${parent}.id`,
  ),
});
