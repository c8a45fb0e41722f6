import type { Caller } from '../kernel/unit-of-work.js';
import { messageParts } from './alert.entity.js';
import type { AlertRule } from './alert.enums.js';
import { dueDaySql } from './alert.list.js';
import { type AlertFacts, alertMessage, alertName } from './alert.message.js';

/** An alert as it leaves the panel, in the words of its reader. */
export interface DueAlert {
  readonly rule: AlertRule;
  readonly concept: string;
  readonly subjectId: string;
  readonly regionName: string;
  readonly dueOn: string | null;
  readonly name: string;
  readonly message: string;
}

type DueRow = Omit<DueAlert, 'name' | 'message'> & { readonly parts: AlertFacts };

const columns = `a.rule, a.concept, a.concept || '_' || replace(a.subject_id::text, '-', '') as "subjectId",
  r.display_name as "regionName", a.due_on::text as "dueOn", ${messageParts('a')} as parts`;
const daysBack = 30;
const daysAhead = 366;

/** What waits for an answer in the regions of the caller, what is due first in front. One statement. */
export async function waitingAlerts(caller: Caller): Promise<DueAlert[]> {
  return worded(
    caller,
    await caller.reads.rows<DueRow>(
      `select ${columns} from alert a join region r on r.id = a.region_id
       where a.state = 'OPEN' and coalesce(a.snoozed_until < app.today(), true)
       order by ${dueDaySql('a')}, a.id`,
      [],
    ),
  );
}

/**
 * Everything with a day, as a calendar has it: what is open or known, and what will be raised within a year; each rule,
 * record and day once, whatever its lead times. One statement.
 */
export async function datedAlerts(caller: Caller): Promise<DueAlert[]> {
  return worded(
    caller,
    await caller.reads.rows<DueRow>(
      `select distinct on (a.due_on, a.rule, a.subject_id) ${columns}
       from (
         select l.rule, l.concept, l.subject_id, l.region_id, l.due_on, l.facts, 0 as place from alert l
         where l.state in ('OPEN', 'ACKNOWLEDGED') and l.due_on >= app.today() - $1::integer
         union all
         select o.rule, o.concept, o.subject_id, o.region_id, o.due_on, o.facts, 1 from app.alert_outlook($2) o where o.due_on is not null) a
       join region r on r.id = a.region_id
       order by a.due_on, a.rule, a.subject_id, a.place`,
      [daysBack, daysAhead],
    ),
  );
}

function worded({ actor }: Caller, rows: readonly DueRow[]): DueAlert[] {
  return rows.map(({ parts, ...row }) => ({
    ...row,
    name: alertName(row.rule, actor.locale),
    message: alertMessage(parts, actor.locale),
  }));
}
