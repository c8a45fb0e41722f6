import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { listArgs } from '../kernel/connection.js';
import { likePattern } from '../kernel/like.js';
import { type ListRead, list, readableAlso } from '../kernel/readable.js';
import { CalendarDateScalar } from '../kernel/scalars.js';
import { orElse } from '../kernel/statement.js';
import { Region } from '../region/index.js';
import { Indicator } from './indicator.entity.js';
import { Observation } from './observation.entity.js';

@InputType({ description: 'Conditions on a list of reported figures; all of them have to hold.' })
export class ObservationFilter {
  @Field(() => [String], {
    nullable: true,
    description: 'Codes of indicators, one of which the figure is of. Empty: nothing matches.',
  })
  indicators?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of regions below which, or of which themselves, the figure is.',
  })
  regionIds?: string[] | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Date from which on the figure holds.' })
  asOfFrom?: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Date until which the figure holds, included.',
  })
  asOfUntil?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the label; at least three characters.' })
  search?: string | null;
}

export enum ObservationOrderField {
  AS_OF = 'AS_OF',
  VALUE = 'VALUE',
}

@ArgsType()
export class ObservationListArgs extends listArgs('Observation', ObservationFilter, ObservationOrderField) {}

export const observationList: ListRead = {
  of: () => Observation,
  filters: {
    indicators: (observation, codes: string[], statement) =>
      `${observation}.indicator_id in (select i.id from indicator i where i.code = any(${statement.parameter(codes)}))`,
    regionIds: (observation, ids: string[], statement) =>
      `${observation}.region_id = any(array(select app.region_subtree(${statement.ids('region', ids)})))`,
    asOfFrom: (observation, day: string, statement) =>
      `${observation}.as_of >= ${statement.parameter(day)}::date`,
    asOfUntil: (observation, day: string, statement) =>
      `${observation}.as_of <= ${statement.parameter(day)}::date`,
    search: (observation, text: string, statement) =>
      `lower(${observation}.label) like ${statement.parameter(likePattern(text))}`,
  },
  orders: {
    // an unknown day counts as the oldest
    AS_OF: { sql: (observation) => orElse(`${observation}.as_of`, "date '-infinity'"), type: 'date' },
    VALUE: { sql: (observation) => `${observation}.value`, type: 'numeric' },
  },
  defaultOrder: { field: 'AS_OF', direction: 'DESC' },
};

@InputType({ description: 'Conditions on a list of indicators; all of them have to hold.' })
export class IndicatorFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the code or of a name; at least three characters.',
  })
  search?: string | null;
}

export enum IndicatorOrderField {
  CODE = 'CODE',
}

@ArgsType()
export class IndicatorListArgs extends listArgs('Indicator', IndicatorFilter, IndicatorOrderField) {}

export const indicatorList: ListRead = {
  of: () => Indicator,
  filters: {
    search: (indicator, text: string, statement) =>
      `lower(${indicator}.code || ' ' || ${indicator}.name || ' ' || ${indicator}.name_en) like ${statement.parameter(likePattern(text))}`,
  },
  orders: { CODE: { sql: (indicator) => `${indicator}.code`, type: 'text' } },
  defaultOrder: { field: 'CODE', direction: 'ASC' },
};

readableAlso(Region, {
  observations: list(
    () => observationList,
    (region, observation) => `${observation}.region_id = ${region}.id`,
  ),
});
