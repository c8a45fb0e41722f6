import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { listArgs } from '../kernel/connection.js';
import { likePattern } from '../kernel/like.js';
import { type ListRead, list, readableAlso } from '../kernel/readable.js';
import { orElse } from '../kernel/statement.js';
import { Region } from '../region/index.js';
import { Award, AwardLevel } from './award.entity.js';

@InputType({ description: 'Conditions on a list of awards; all of them have to hold.' })
export class AwardFilter {
  @Field(() => [Int], {
    nullable: true,
    description: 'Years of editions, one of which it is. Empty: nothing matches.',
  })
  editionYears?: number[] | null;

  @Field(() => [AwardLevel], {
    nullable: true,
    description: 'Whether the level is one of these. Empty: nothing matches.',
  })
  levels?: AwardLevel[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of regions below which, or which themselves, the recipient is.',
  })
  regionIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Part of the name, the category, the givers or the person who received it; at least three characters.',
  })
  search?: string | null;
}

export enum AwardOrderField {
  EDITION_YEAR = 'EDITION_YEAR',
  CEREMONY_ON = 'CEREMONY_ON',
}

@ArgsType()
export class AwardListArgs extends listArgs('Award', AwardFilter, AwardOrderField) {}

export const awardList: ListRead = {
  of: () => Award,
  filters: {
    editionYears: (award, years: number[], statement) =>
      `${award}.edition_year = any(${statement.parameter(years)}::integer[])`,
    levels: (award, levels: string[], statement) => `${award}.level = any(${statement.parameter(levels)})`,
    regionIds: (award, ids: string[], statement) =>
      `${award}.region_id = any(array(select app.region_subtree(${statement.ids('region', ids)})))`,
    search: (award, text: string, statement) =>
      `${searchable(award)} like ${statement.parameter(likePattern(text))}`,
  },
  orders: {
    EDITION_YEAR: { sql: (award) => `${award}.edition_year`, type: 'integer' },
    // an unknown day counts as the oldest
    CEREMONY_ON: { sql: (award) => orElse(`${award}.ceremony_on`, "date '-infinity'"), type: 'date' },
  },
  defaultOrder: { field: 'EDITION_YEAR', direction: 'DESC' },
};

function searchable(award: string): string {
  return `lower(${award}.name || ' ' || coalesce(${award}.category, '') || ' ' || coalesce(${award}.given_by, '') || ' ' || coalesce(${award}.received_by, ''))`;
}

readableAlso(Region, {
  awards: list(
    () => awardList,
    (region, award) => `${award}.region_id = ${region}.id`,
  ),
});
