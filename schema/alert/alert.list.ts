import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { listArgs } from '../kernel/connection.js';
import { parsePublicId } from '../kernel/identifier.js';
import { type ListRead, list, readableAlso } from '../kernel/readable.js';
import { CalendarDateScalar } from '../kernel/scalars.js';
import { orElse, todaySql } from '../kernel/statement.js';
import { Region } from '../region/index.js';
import { Alert } from './alert.entity.js';
import { AlertRule, AlertState } from './alert.enums.js';

@InputType({ description: 'Conditions on a list of alerts; all of them have to hold.' })
export class AlertFilter {
  @Field(() => [AlertState], {
    nullable: true,
    description: 'Whether the state is one of these. Empty: nothing matches.',
  })
  states?: AlertState[] | null;

  @Field(() => [AlertRule], {
    nullable: true,
    description: 'Whether the rule is one of these. Empty: nothing matches.',
  })
  rules?: AlertRule[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Ids of regions, of which, or below which, the region concerned is one. Empty: nothing matches.',
  })
  regionIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of records that are concerned.' })
  subjectIds?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it waits: open and not put aside. False: the rest.',
  })
  isWaiting?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is the task of the caller.' })
  isMine?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was handed up to the province.' })
  isEscalated?: boolean | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Date until which the thing falls, included.',
  })
  dueUntil?: string | null;
}

export enum AlertOrderField {
  DUE_ON = 'DUE_ON',
  FIRES_ON = 'FIRES_ON',
}

@ArgsType()
export class AlertListArgs extends listArgs('Alert', AlertFilter, AlertOrderField) {}

const only = (condition: string, isWanted: boolean): string =>
  isWanted ? `(${condition})` : `(${condition}) is not true`;

/** The day by which an alert is due: its own, else that on which it was raised. */
export const dueDaySql = (alert: string): string => orElse(`${alert}.due_on`, `${alert}.fires_on`);

export const alertList: ListRead = {
  of: () => Alert,
  filters: {
    states: (alert, states: string[], statement) => `${alert}.state = any(${statement.parameter(states)})`,
    rules: (alert, rules: string[], statement) => `${alert}.rule = any(${statement.parameter(rules)})`,
    regionIds: (alert, ids: string[], statement) =>
      `${alert}.region_id = any(array(select app.governments_within(${statement.ids('region', ids)})))`,
    subjectIds: (alert, ids: string[], statement) => {
      const keys = ids.flatMap((id) => parsePublicId(id)?.id ?? []);
      return `${alert}.subject_id = any(${statement.parameter(keys)}::uuid[])`;
    },
    isWaiting: (alert, isWanted: boolean) =>
      only(`${alert}.state = 'OPEN' and coalesce(${alert}.snoozed_until < ${todaySql}, true)`, isWanted),
    isMine: (alert, isWanted: boolean) => only(`${alert}.assignee_id = (select app.actor_id())`, isWanted),
    isEscalated: (alert, isWanted: boolean) => only(`${alert}.escalated_on is not null`, isWanted),
    dueUntil: (alert, day: string, statement) => `${dueDaySql(alert)} <= ${statement.parameter(day)}::date`,
  },
  orders: {
    DUE_ON: { sql: dueDaySql, type: 'date' },
    FIRES_ON: { sql: (alert) => `${alert}.fires_on`, type: 'date' },
  },
  defaultOrder: { field: 'DUE_ON', direction: 'ASC' },
};

readableAlso(Region, {
  alerts: list(
    () => alertList,
    (region, alert) => `${alert}.region_id = ${region}.id`,
  ),
});
