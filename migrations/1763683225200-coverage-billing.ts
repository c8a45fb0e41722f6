import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bills, cancellations and credits: the months of the ledger change hands here, to the rupiah. */
export class CoverageBilling1763683225200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(billing);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(functions.map((name) => `drop function ${name};`).join('\n'));
  }
}

const functions = [
  'app.issue_bill(uuid, uuid, uuid, daterange, text, date, date)',
  'app.cancel_bill(uuid)',
  'app.credit_bill(uuid, uuid, uuid[], daterange, text, date)',
];

const billing = `
  create function app.issue_bill(new_bill uuid, program uuid, office uuid, period daterange, code text, issued date, due date) returns uuid
    language plpgsql volatile security definer set search_path = '' as $$
  declare
    payer uuid := (select x.region_id from public.program x where x.id = issue_bill.program);
    total record;
  begin
    perform app.require_writer(payer);
    -- alone with the program: what is added up here is exactly what is billed below
    perform from public.program x where x.id = issue_bill.program for no key update;
    select count(distinct c.person_id) as heads, sum(app.month_count(c.months * period)) as person_months,
        sum(app.month_count(c.months * period) * c.jkk_rupiah) as jkk, sum(app.month_count(c.months * period) * c.jkm_rupiah) as jkm,
        sum(app.month_count(c.months * period) * c.jht_rupiah) as jht
      into total
      from public.coverage c where c.program_id = issue_bill.program and c.bill_id is null and c.months && period;
    if total.heads = 0 then
      raise exception 'bill: nothing to bill' using errcode = 'check_violation', constraint = 'bill_empty';
    end if;
    insert into public.bill (id, program_id, region_id, office_id, months, bill_code, heads, person_months, jkk_rupiah, jkm_rupiah, jht_rupiah, issued_on, due_on)
      values (new_bill, issue_bill.program, payer, office, period, code, total.heads, total.person_months, total.jkk, total.jkm, total.jht, issued, due);
    with billed as (
      update public.coverage c set months = c.months * period, bill_id = new_bill
      from public.coverage o -- the row as it was; PostgreSQL 15 cannot return the old one
      where o.id = c.id and c.program_id = issue_bill.program and c.bill_id is null and c.months && period
      returning c.*, o.months as whole)
    insert into public.coverage (person_id, enrollment_id, program_id, region_id, budget_line_id, months, jkk_rupiah, jkm_rupiah, jht_rupiah)
      select b.person_id, b.enrollment_id, b.program_id, b.region_id, b.budget_line_id, piece, b.jkk_rupiah, b.jkm_rupiah, b.jht_rupiah
      from billed b cross join lateral unnest(datemultirange(b.whole) - datemultirange(period)) as piece;
    return new_bill;
  end $$;
  comment on function app.issue_bill(uuid, uuid, uuid, daterange, text, date, date) is
    'Bills all unbilled months of a program within the period; heads and amounts are the ledger''s own sums.';

  create function app.cancel_bill(cancelled uuid) returns void language plpgsql volatile security definer set search_path = '' as $$
  declare
    payer uuid := (select b.region_id from public.bill b where b.id = cancelled for update);
  begin
    perform app.require_writer(payer);
    perform from public.program x where x.id = (select b.program_id from public.bill b where b.id = cancelled) for no key update;
    update public.bill b set state = 'CANCELLED' where b.id = cancelled;
    update public.coverage c set bill_id = null where c.bill_id = cancelled;
  end $$;

  create function app.credit_bill(new_note uuid, credited uuid, enrollments uuid[], period daterange, why text, on_day date) returns uuid
    language plpgsql volatile security definer set search_path = '' as $$
  declare
    b public.bill;
    total record;
  begin
    select * into b from public.bill x where x.id = credited for update;
    perform app.require_writer(b.region_id);
    perform app.lock_ledger(enrollments);
    if b.state <> 'PAID' then
      raise exception 'credit: the bill is %', b.state using errcode = 'check_violation', constraint = 'credit_note_bill_state';
    end if;
    select count(*) as lines, sum(app.month_count(c.months * period)) as person_months,
        sum(app.month_count(c.months * period) * c.jkk_rupiah) as jkk, sum(app.month_count(c.months * period) * c.jkm_rupiah) as jkm,
        sum(app.month_count(c.months * period) * c.jht_rupiah) as jht
      into total
      from public.coverage c
      where c.bill_id = credited and c.credit_note_id is null and c.enrollment_id = any (enrollments) and c.months && period;
    if total.lines = 0 then
      raise exception 'credit: no such paid months' using errcode = 'check_violation', constraint = 'credit_note_empty';
    end if;
    insert into public.credit_note (id, bill_id, region_id, person_months, jkk_rupiah, jkm_rupiah, jht_rupiah, reason, credited_on)
      values (new_note, credited, b.region_id, total.person_months, total.jkk, total.jkm, total.jht, why, on_day);
    with taken_back as (
      update public.coverage c set months = c.months * period, credit_note_id = new_note
      from public.coverage o
      where o.id = c.id and c.bill_id = credited and c.credit_note_id is null and c.enrollment_id = any (enrollments) and c.months && period
      returning c.*, o.months as whole)
    insert into public.coverage (person_id, enrollment_id, program_id, region_id, budget_line_id, months, jkk_rupiah, jkm_rupiah, jht_rupiah, bill_id)
      select t.person_id, t.enrollment_id, t.program_id, t.region_id, t.budget_line_id, piece, t.jkk_rupiah, t.jkm_rupiah, t.jht_rupiah, t.bill_id
      from taken_back t cross join lateral unnest(datemultirange(t.whole) - datemultirange(period)) as piece;
    return new_note;
  end $$;
  comment on function app.credit_bill(uuid, uuid, uuid[], daterange, text, date) is
    'Takes paid months back by a credit note; the months stay in the ledger, marked, and no longer count.';
`;

const rights = functions
  .map((name) => `revoke execute on function ${name} from public;\n`)
  .concat(functions.map((name) => `grant execute on function ${name} to payung_app;\n`))
  .join('');
