import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { listArgs } from '../kernel/connection.js';
import { likePattern } from '../kernel/like.js';
import { type ListRead, list, readableAlso } from '../kernel/readable.js';
import { CalendarDateScalar } from '../kernel/scalars.js';
import { orElse, todaySql } from '../kernel/statement.js';
import { Region } from '../region/index.js';
import { Regulation } from './regulation.entity.js';
import { RegulationKind, RegulationPhase, RegulationState } from './regulation.kinds.js';
import { phaseSql } from './regulation.reads.js';

@InputType({ description: 'Conditions on a list of regulations; all of them have to hold.' })
export class RegulationFilter {
  @Field(() => [RegulationKind], {
    nullable: true,
    description: 'Whether the kind is one of these. Empty: nothing matches.',
  })
  kinds?: RegulationKind[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of regions which, or below which, the issuer is.' })
  issuerRegionIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is a national instrument.' })
  isNational?: boolean | null;

  @Field(() => [RegulationState], {
    nullable: true,
    description: 'Whether the state is one of these. Empty: nothing matches.',
  })
  states?: RegulationState[] | null;

  @Field(() => [RegulationPhase], {
    nullable: true,
    description: 'Whether it stands today in one of these phases. Empty: nothing matches.',
  })
  phases?: RegulationPhase[] | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Date on which it is in force.' })
  inForceOn?: string | null;

  @Field(() => [Int], {
    nullable: true,
    description: 'Whether the year in its name is one of these. Empty: nothing matches.',
  })
  years?: number[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Part of the cited name, "number/year", title or subject, for instance "41/2024"; at least three characters.',
  })
  search?: string | null;
}

export enum RegulationOrderField {
  IN_FORCE_FROM = 'IN_FORCE_FROM',
  DISPLAY_TITLE = 'DISPLAY_TITLE',
}

@ArgsType()
export class RegulationListArgs extends listArgs('Regulation', RegulationFilter, RegulationOrderField) {}

// as the index regulation_search_index spells it
const searchSql = (regulation: string): string =>
  `lower(${regulation}.display_title || ' ' || coalesce(${regulation}.number, '') || '/' || coalesce(${regulation}.year::text, '')
    || ' ' || coalesce(${regulation}.title, '') || ' ' || coalesce(${regulation}.subject, ''))`;

export const regulationList: ListRead = {
  of: () => Regulation,
  filters: {
    kinds: (regulation, kinds: string[], statement) =>
      `${regulation}.kind = any(${statement.parameter(kinds)})`,
    issuerRegionIds: (regulation, ids: string[], statement) =>
      `${regulation}.region_id = any(array(select app.region_subtree(${statement.ids('region', ids)})))`,
    isNational: (regulation, isNational: boolean) =>
      `${regulation}.region_id is ${isNational ? '' : 'not '}null`,
    states: (regulation, states: string[], statement) =>
      `${regulation}.state = any(${statement.parameter(states)})`,
    phases: (regulation, phases: string[], statement) =>
      `${phaseSql(regulation, todaySql)} = any(${statement.parameter(phases)})`,
    inForceOn: (regulation, day: string, statement) => {
      const on = `${statement.parameter(day)}::date`;
      return `${regulation}.state <> 'DRAFT' and ${regulation}.in_force_from <= ${on} and ${phaseSql(regulation, on)} = 'IN_FORCE'`;
    },
    years: (regulation, years: number[], statement) =>
      `${regulation}.year = any(${statement.parameter(years)}::integer[])`,
    search: (regulation, text: string, statement) =>
      `${searchSql(regulation)} like ${statement.parameter(likePattern(text))}`,
  },
  orders: {
    // drafts without any date come as the newest
    IN_FORCE_FROM: {
      sql: (regulation) => orElse(`${regulation}.in_force_from`, "date 'infinity'"),
      type: 'date',
    },
    DISPLAY_TITLE: { sql: (regulation) => `${regulation}.display_title`, type: 'text' },
  },
  defaultOrder: { field: 'IN_FORCE_FROM', direction: 'DESC' },
};

readableAlso(Region, {
  regulations: list(
    () => regulationList,
    (parent, child) => `${child}.region_id = ${parent}.id`,
  ),
});
