import { enrollmentList } from '../enrollment/index.js';
import { type FieldRead, group, list, many, readable, value } from '../kernel/readable.js';
import { todaySql } from '../kernel/statement.js';
import { Bill } from './bill.entity.js';
import { CreditNote } from './credit-note.entity.js';

const isOverdue = (bill: string): string => `${bill}.state = 'ISSUED' and ${bill}.due_on < ${todaySql}`;

/** Months begun since the due day: the day after it is the first day of month 1. */
const monthsBegun = (bill: string): string =>
  `(extract(year from age(${todaySql}, ${bill}.due_on + 1)) * 12 + extract(month from age(${todaySql}, ${bill}.due_on + 1)) + 1)`;

/** Whether the caller may see people of the payer; others are told sums over groups, of a cancelled bill 0. */
const seesPeople = (bill: string): string => `${bill}.region_id = any(array(select app.person_regions()))`;
const told = (bill: string, figure: string): string =>
  `coalesce((select ${figure} from statistics_bill t where t.bill_id = ${bill}.id), 0)`;
const figureSql = (bill: string, column: string, figure = `t.${column}`): string =>
  `case when ${seesPeople(bill)} then ${bill}.${column} else ${told(bill, figure)} end`;
const rupiah = (column: string): FieldRead => value((bill) => `(${figureSql(bill, column)})::text`);

/** Total of a bill in rupiah, as far as the caller is told. */
export const billTotalSql = (bill: string): string =>
  figureSql(bill, 'total_rupiah', 't.jkk_rupiah + t.jkm_rupiah + t.jht_rupiah');

readable(Bill, 'bill', {
  heads: value((bill) => figureSql(bill, 'heads')),
  personMonths: value((bill) => figureSql(bill, 'person_months')),
  jkkRupiah: rupiah('jkk_rupiah'),
  jkmRupiah: rupiah('jkm_rupiah'),
  jhtRupiah: rupiah('jht_rupiah'),
  totalRupiah: value((bill) => `(${billTotalSql(bill)})::text`),
  period: group({
    from: value((bill) => `lower(${bill}.months)`),
    until: value((bill) => `(upper(${bill}.months) - interval '1 month')::date`),
  }),
  creditNotes: many(
    () => CreditNote,
    (bill, note) => `${note}.bill_id = ${bill}.id`,
    (note) => `${note}.credited_on, ${note}.id`,
  ),
  creditedRupiah: value(
    (bill) => `case when ${seesPeople(bill)}
      then coalesce((select sum(n.total_rupiah) from credit_note n where n.bill_id = ${bill}.id), 0)::text end`,
  ),
  daysOverdue: value((bill) => `case when ${isOverdue(bill)} then ${todaySql} - ${bill}.due_on end`),
  arrearsBucket: value(
    (bill) => `case when ${isOverdue(bill)} then case ${monthsBegun(bill)} when 1 then 'ONE_MONTH'
      when 2 then 'TWO_MONTHS' when 3 then 'THREE_MONTHS' else 'MORE_THAN_THREE_MONTHS' end end`,
  ),
  // row security shows enrollments only to those who may see people
  people: list(
    () => enrollmentList,
    (bill, enrollment) =>
      `${enrollment}.id in (select c.enrollment_id from coverage c where c.bill_id = ${bill}.id)`,
  ),
  viewerCan: value((bill) => `json_build_object('state', ${bill}.state, 'regionId', ${bill}.region_id)`),
});
