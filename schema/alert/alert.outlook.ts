import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Refusal } from '../kernel/problem.js';
import { CalendarDateScalar } from '../kernel/scalars.js';
import type { Caller } from '../kernel/unit-of-work.js';
import { messageParts } from './alert.entity.js';
import { AlertRule } from './alert.enums.js';
import { type AlertFacts, alertMessage, alertName } from './alert.message.js';

@ObjectType({ description: 'Alert that will be raised on a day to come when nothing changes until then.' })
export class UpcomingAlert {
  @Field(() => AlertRule, { description: 'Rule that will raise it.' })
  rule!: AlertRule;

  @Field(() => String, { description: 'Name of the rule in the language of the caller.' })
  name!: string;

  @Field(() => String, { description: 'What it will say, in the language of the caller.' })
  message!: string;

  @Field(() => String, { description: 'Kind of the record concerned.' })
  concept!: string;

  @Field(() => ID, { description: 'Id of the record concerned; `node` reads it.' })
  subjectId!: string;

  @Field(() => Int, { description: 'Days before `dueOn` at which it will speak; negative: after it.' })
  leadDays!: number;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Date on which the thing falls. Null: none.',
  })
  dueOn!: string | null;

  @Field(() => CalendarDateScalar, { description: 'Date on which it will be raised.' })
  firesOn!: string;
}

interface OutlookRow {
  readonly rule: AlertRule;
  readonly concept: string;
  readonly subjectId: string;
  readonly leadDays: number;
  readonly dueOn: string | null;
  readonly firesOn: string;
  readonly parts: AlertFacts;
}

const furthestDays = 366;
const mostRows = 1000;

/** The next alerts by the day on which they fire; at most 1000. */
export async function alertOutlook({ reads, actor }: Caller, days: number): Promise<UpcomingAlert[]> {
  if (!Number.isInteger(days) || days < 1 || days > furthestDays)
    throw new Refusal('BAD_USER_INPUT', 'NUMBER_OUT_OF_RANGE', {
      value: days,
      minimum: 1,
      maximum: furthestDays,
    });
  const rows = await reads.rows<OutlookRow>(
    `select a.rule, a.concept, a.concept || '_' || replace(a.subject_id::text, '-', '') as "subjectId", a.lead_days as "leadDays",
       a.due_on::text as "dueOn", a.fires_on::text as "firesOn", ${messageParts('a')} as parts
     from app.alert_outlook($1) a limit ${mostRows}`,
    [days],
  );
  return rows.map(({ parts, ...row }) => ({
    ...row,
    name: alertName(row.rule, actor.locale),
    message: alertMessage(parts, actor.locale),
  }));
}
