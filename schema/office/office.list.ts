import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { listArgs } from '../kernel/connection.js';
import { likePattern } from '../kernel/like.js';
import { type ListRead, list, readableAlso, type WholeFilter } from '../kernel/readable.js';
import { CalendarDateScalar } from '../kernel/scalars.js';
import { orElse, type Statement } from '../kernel/statement.js';
import { Region } from '../region/index.js';
import { Office, OfficeLevel } from './office.entity.js';

@InputType({ description: 'Conditions on a list of offices; all of them have to hold.' })
export class OfficeFilter {
  @Field(() => [OfficeLevel], {
    nullable: true,
    description: 'Whether the level is one of these. Empty: nothing matches.',
  })
  levels?: OfficeLevel[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Ids of regions of which the office serves one, now or ever, or on `servesOn` when given. Only the region named as the service area counts: an office that serves a province is not found by a city of it.',
  })
  servesRegionIds?: string[] | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description:
      'Date on which the office serves a region: one of `servesRegionIds` when given, else any. An unknown start counts as served before; a closed office serves nobody.',
  })
  servesOn?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the office directly above.' })
  parentId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of regions in which, or below which, the office has its seat.',
  })
  regionIds?: string[] | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Date on which the office is open; an unknown start counts as open before.',
  })
  isOpenOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the name or the code; at least three characters.',
  })
  search?: string | null;
}

export enum OfficeOrderField {
  NAME = 'NAME',
  CODE = 'CODE',
}

@ArgsType()
export class OfficeListArgs extends listArgs('Office', OfficeFilter, OfficeOrderField) {}

export const officeList: ListRead = {
  of: () => Office,
  filters: {
    levels: (office, levels: string[], statement) => `${office}.level = any(${statement.parameter(levels)})`,
    servesRegionIds: (office, ids: string[], statement, filter) =>
      serves(office, `a.region_id = any(${statement.ids('region', ids)})`, filter, statement),
    servesOn: (office, _on: string, statement, filter) => serves(office, 'true', filter, statement),
    parentId: (office, id: string, statement) =>
      `${office}.parent_id = any(${statement.ids('office', [id])})`,
    regionIds: (office, ids: string[], statement) =>
      `${office}.region_id = any(array(select app.governments_within(${statement.ids('region', ids)})))`,
    isOpenOn: (office, on: string, statement) => isOpen(office, `${statement.parameter(on)}::date`),
    search: (office, text: string, statement) =>
      `lower(${office}.name || ' ' || ${office}.display_name || ' ' || coalesce(${office}.code, '')) like ${statement.parameter(likePattern(text))}`,
  },
  orders: {
    NAME: { sql: (office) => `${office}.display_name`, type: 'text' },
    CODE: { sql: (office) => orElse(`${office}.code`, "''"), type: 'text' },
  },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
};

/** Whether one and the same service area lies where `place` says and holds on the filter's `servesOn`. */
function serves(office: string, place: string, { servesOn }: WholeFilter, statement: Statement): string {
  const area = `select from office_service_area a where a.office_id = ${office}.id and ${place}`;
  if (typeof servesOn !== 'string') return `exists (${area})`;
  const on = `${statement.parameter(servesOn)}::date`;
  const holds = `(a.valid_from is null or a.valid_from <= ${on}) and (a.valid_until is null or a.valid_until >= ${on})`;
  return `exists (${area} and ${holds}) and ${isOpen(office, on)}`;
}

function isOpen(office: string, on: string): string {
  return `(${office}.opened_from is null or ${office}.opened_from <= ${on}) and (${office}.closed_until is null or ${office}.closed_until >= ${on})`;
}

readableAlso(Region, {
  offices: list(
    () => officeList,
    (region, office, filter, statement) => serves(office, `a.region_id = ${region}.id`, filter, statement),
  ),
});
