import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { yearBounds } from '../kernel/calendar.js';
import { listArgs } from '../kernel/connection.js';
import { type ListRead, list, readableAlso } from '../kernel/readable.js';
import { CalendarDateScalar, MonthScalar } from '../kernel/scalars.js';
import { Program } from '../program/index.js';
import { Bill } from './bill.entity.js';
import { BillState } from './bill.enums.js';

@InputType({ description: 'Conditions on a list of bills; all of them have to hold.' })
export class BillFilter {
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of programs, one of which is billed. Empty: nothing matches.',
  })
  programIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of regions below which, or which themselves, the payer is. Empty: nothing matches.',
  })
  regionIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of offices, one of which collects. Empty: nothing matches.',
  })
  officeIds?: string[] | null;

  @Field(() => [BillState], {
    nullable: true,
    description: 'Whether the state is one of these. Empty: nothing matches.',
  })
  states?: BillState[] | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Date on which the bill was due and not paid.',
  })
  overdueOn?: string | null;

  @Field(() => [MonthScalar], {
    nullable: true,
    description: 'Months, one of which the bill is for. Empty: nothing matches.',
  })
  months?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Calendar year of one of the months that it is for.' })
  year?: number | null;
}

export enum BillOrderField {
  ISSUED_ON = 'ISSUED_ON',
  DUE_ON = 'DUE_ON',
}

@ArgsType()
export class BillListArgs extends listArgs('Bill', BillFilter, BillOrderField) {}

export const billList: ListRead = {
  of: () => Bill,
  filters: {
    programIds: (bill, ids: string[], statement) =>
      `${bill}.program_id = any(${statement.ids('program', ids)})`,
    regionIds: (bill, ids: string[], statement) =>
      `${bill}.region_id = any(array(select app.governments_within(${statement.ids('region', ids)})))`,
    officeIds: (bill, ids: string[], statement) => `${bill}.office_id = any(${statement.ids('office', ids)})`,
    states: (bill, states: string[], statement) => `${bill}.state = any(${statement.parameter(states)})`,
    overdueOn: (bill, day: string, statement) => {
      const on = `${statement.parameter(day)}::date`;
      return `${bill}.state <> 'CANCELLED' and ${bill}.issued_on <= ${on} and ${bill}.due_on < ${on} and coalesce(${bill}.paid_on > ${on}, true)`;
    },
    months: (bill, months: string[], statement) => {
      const days = statement.parameter(months.map((month) => `${month}-01`));
      return `exists (select from unnest(${days}::date[]) as m(month) where ${bill}.months @> m.month)`;
    },
    year: (bill, year: number, statement) => {
      const [from, until] = yearBounds(year).map((day) => `${statement.parameter(day)}::date`);
      return `${bill}.months && daterange(${from}, ${until})`;
    },
  },
  orders: {
    ISSUED_ON: { sql: (bill) => `${bill}.issued_on`, type: 'date' },
    DUE_ON: { sql: (bill) => `${bill}.due_on`, type: 'date' },
  },
  defaultOrder: { field: 'ISSUED_ON', direction: 'DESC' },
};

readableAlso(Program, {
  bills: list(
    () => billList,
    (program, bill) => `${bill}.program_id = ${program}.id`,
  ),
});
