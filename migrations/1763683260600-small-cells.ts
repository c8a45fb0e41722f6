import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What fewer than five people stand behind is not told to analysts, by whatever door: small reports of claims, small
 * bills and those that would give them away, steps of a program's month, arrears of a few.
 */
export class SmallCells1763683260600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(untold);
    await runner.query(policies(told));
    await runner.query(`
      do $change$
      declare
        definition text := pg_get_functiondef('app.reconciliation(uuid, date)'::regprocedure);
      begin
        execute replace(definition, 'app.readable_regions()', 'app.person_regions()');
      end $change$;
      alter function app.arrears(uuid[], uuid[], date) rename to exact_arrears;
    `);
    await runner.query(arrears);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.arrears(uuid[], uuid[], date);
      alter function app.exact_arrears(uuid[], uuid[], date) rename to arrears;
      grant execute on function app.arrears(uuid[], uuid[], date) to payung_app;
      do $change$
      declare
        definition text := pg_get_functiondef('app.reconciliation(uuid, date)'::regprocedure);
      begin
        execute replace(definition, 'app.person_regions()', 'app.readable_regions()');
      end $change$;
    `);
    await runner.query(policies(asBefore));
    await runner.query('drop function app.untold_bills()');
  }
}

// a small bill could be had from a large one of the same months by subtraction, a small credit from the months themselves
const untold = `
  create function app.untold_bills() returns setof uuid language sql stable security definer set search_path = '' rows 10 as $$
    select b.id from public.bill b
    where b.region_id in (select app.readable_regions()) and b.region_id not in (select app.person_regions())
      and (b.heads < 5
        or exists (select from public.bill o where o.program_id = b.program_id and o.months && b.months and o.heads < 5)
        or (select count(distinct c.person_id) from public.coverage c where c.bill_id = b.id and c.credit_note_id is not null) between 1 and 4)
  $$;
  comment on function app.untold_bills() is 'Bills that would tell an analyst of fewer than five people.';
  revoke execute on function app.untold_bills() from public;
  grant execute on function app.untold_bills() to payung_app;
`;

interface Conditions {
  readonly bill: string;
  readonly creditNote: string;
  readonly claim: string;
}

const seen = 'region_id = any (array(select app.person_regions()))';
const read = 'region_id = any (array(select app.readable_regions()))';

const told: Conditions = {
  bill: `${seen} or (${read} and id <> all (array(select app.untold_bills())))`,
  creditNote: `${seen} or (${read} and bill_id <> all (array(select app.untold_bills())))`,
  claim: `${seen} or (${read} and cases >= 5)`,
};
const before = 'region_id in (select app.readable_regions())';
const asBefore: Conditions = { bill: before, creditNote: before, claim: before };

const policies = ({ bill, creditNote, claim }: Conditions): string => `
  drop policy bill_read on bill;
  create policy bill_read on bill for select to payung_app using (${bill});
  drop policy credit_note_read on credit_note;
  create policy credit_note_read on credit_note for select to payung_app using (${creditNote});
  drop policy claim_read on claim;
  create policy claim_read on claim for select to payung_app using (${claim});
`;

/** For those who may see people as before; for analysts what their cells say, whose ages are of their own day only. */
const arrears = `
  create function app.arrears(programs uuid[], regions uuid[], as_of date)
    returns table (program_id uuid, region_id uuid, age text, persons integer, person_months integer, rupiah numeric, is_suppressed boolean)
    language sql stable security definer set search_path = '' as $$
    with visible as materialized (
      select p.id, p.region_id, p.region_id in (select app.person_regions()) as shows_people from public.program p
      where p.region_id in (select app.readable_regions()) and p.state <> 'DRAFT'
        and (programs is null or p.id = any (programs)) and (regions is null or p.region_id = any (regions))),
    told as (
      select v.id as program_id, v.region_id, a.age, sum(c.persons)::integer as persons, sum(c.person_months)::integer as person_months, sum(c.rupiah) as rupiah
      from visible v cross join unnest(array['ONE_MONTH', 'TWO_MONTHS', 'THREE_MONTHS', 'MORE_THAN_THREE_MONTHS']) a(age)
      left join public.analytics_cell c on c.facet = 'ARREARS' and c.program_id = v.id and c.labels[1] = a.age
        and exists (select from public.analytics_refresh f where date_trunc('month', f.as_of) = date_trunc('month', arrears.as_of))
      where not v.shows_people group by 1, 2, 3),
    rows as (
      select e.program_id, e.region_id, e.age, e.persons, e.person_months, e.rupiah, false as is_suppressed
      from app.exact_arrears(array(select v.id from visible v where v.shows_people), null, as_of) e
      union all
      select t.program_id, t.region_id, t.age, t.persons, t.person_months, t.rupiah, t.persons is null from told t)
    select r.* from rows r
    order by r.program_id, array_position(array['ONE_MONTH', 'TWO_MONTHS', 'THREE_MONTHS', 'MORE_THAN_THREE_MONTHS'], r.age)
  $$;
  comment on function app.arrears(uuid[], uuid[], date) is
    'Persons by their longest run of unpaid months that have ended before the month of the day, per program; null arrays: all that the actor may read. Analysts get sums over their cells, suppressed where there are none.';
  revoke execute on function app.exact_arrears(uuid[], uuid[], date), app.arrears(uuid[], uuid[], date) from public;
  revoke execute on function app.exact_arrears(uuid[], uuid[], date) from payung_app;
  grant execute on function app.arrears(uuid[], uuid[], date) to payung_app;
`;
