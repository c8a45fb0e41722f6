import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A bill of 100,000 persons rewrites as many rows of the ledger: more than one statement may take. Issuing and
 * cancelling go in steps within one transaction; at its end the database holds every bill against the ledger.
 */
export class BillInSteps1763683234000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(issuing);
    await runner.query(cancelling);
    await runner.query(check);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger bill_equals_ledger on bill;
      drop function app.check_bill();
      ${asBefore}
      drop function app.release_months(uuid, integer);
      drop function app.withdraw_bill(uuid);
      drop function app.bill_months(uuid, integer);
      drop function app.open_bill(uuid, uuid, uuid, daterange, text, date, date);
    `);
  }
}

const opening = `
    perform app.require_writer(payer);
    -- alone with the program: what is added up here is exactly what is billed afterwards
    perform from public.program x where x.id = program_key for no key update;
    select count(distinct c.person_id) as heads, sum(app.month_count(c.months * period)) as person_months,
        sum(app.month_count(c.months * period) * c.jkk_rupiah) as jkk, sum(app.month_count(c.months * period) * c.jkm_rupiah) as jkm,
        sum(app.month_count(c.months * period) * c.jht_rupiah) as jht
      into total
      from public.coverage c where c.program_id = program_key and c.bill_id is null and c.months && period;
    if total.heads = 0 then
      raise exception 'bill: nothing to bill' using errcode = 'check_violation', constraint = 'bill_empty';
    end if;
    insert into public.bill (id, program_id, region_id, office_id, months, bill_code, heads, person_months, jkk_rupiah, jkm_rupiah, jht_rupiah, issued_on, due_on)
      values (new_bill, program_key, payer, office, period, code, total.heads, total.person_months, total.jkk, total.jkm, total.jht, issued, due);`;

const moving = (chosen: string, bill: string, period: string): string => `
    with taken as (
      update public.coverage c set months = c.months * ${period}, bill_id = ${bill}
      from ${chosen} o -- the row as it was; PostgreSQL 15 cannot return the old one
      where o.id = c.id
      returning c.*, o.months as whole),
    rest as (
      insert into public.coverage (person_id, enrollment_id, program_id, region_id, budget_line_id, months, jkk_rupiah, jkm_rupiah, jht_rupiah)
      select t.person_id, t.enrollment_id, t.program_id, t.region_id, t.budget_line_id, piece, t.jkk_rupiah, t.jkm_rupiah, t.jht_rupiah
      from taken t cross join lateral unnest(datemultirange(t.whole) - datemultirange(${period})) as piece)
    select count(*) into moved from taken`;

const issuing = `
  create function app.open_bill(new_bill uuid, program_key uuid, office uuid, period daterange, code text, issued date, due date) returns integer
    language plpgsql volatile security definer set search_path = '' as $$
  declare
    payer uuid := (select x.region_id from public.program x where x.id = program_key);
    total record;
  begin ${opening}
    return total.heads;
  end $$;
  comment on function app.open_bill(uuid, uuid, uuid, daterange, text, date, date) is
    'Writes a bill over all unbilled months of a program within the period, with the ledger''s own sums; app.bill_months brings the months to it in the same transaction. Gives the heads.';

  create function app.bill_months(billed_by uuid, most integer) returns integer
    language plpgsql volatile security definer set search_path = '' as $$
  declare
    b public.bill;
    moved integer;
  begin
    select * into b from public.bill x where x.id = billed_by for update;
    perform app.require_writer(b.region_id);
    if b.state <> 'ISSUED' then
      raise exception 'bill: a % bill does not change', b.state using errcode = 'check_violation', constraint = 'bill_frozen';
    end if;
    ${moving(
      `(select x.id, x.months from public.coverage x
        where x.program_id = b.program_id and x.bill_id is null and x.months && b.months limit most)`,
      'b.id',
      'b.months',
    )};
    return moved;
  end $$;
  comment on function app.bill_months(uuid, integer) is 'Brings so many unbilled rows of the ledger to an open bill; gives how many, 0 when all are there.';

  create or replace function app.issue_bill(new_bill uuid, program uuid, office uuid, period daterange, code text, issued date, due date) returns uuid
    language plpgsql volatile security definer set search_path = '' as $$
  begin
    perform app.open_bill(new_bill, program, office, period, code, issued, due);
    perform app.bill_months(new_bill, null);
    return new_bill;
  end $$;
`;

const cancelling = `
  create function app.withdraw_bill(cancelled uuid) returns void language plpgsql volatile security definer set search_path = '' as $$
  declare
    payer uuid := (select b.region_id from public.bill b where b.id = cancelled for update);
  begin
    perform app.require_writer(payer);
    perform from public.program x where x.id = (select b.program_id from public.bill b where b.id = cancelled) for no key update;
    update public.bill b set state = 'CANCELLED' where b.id = cancelled;
  end $$;
  comment on function app.withdraw_bill(uuid) is 'Cancels a bill; app.release_months gives its months back to the ledger in the same transaction.';

  create function app.release_months(cancelled uuid, most integer) returns integer
    language plpgsql volatile security definer set search_path = '' as $$
  declare
    payer uuid := (select b.region_id from public.bill b where b.id = cancelled and b.state = 'CANCELLED' for update);
    moved integer;
  begin
    perform app.require_writer(payer);
    update public.coverage c set bill_id = null
      where c.id in (select x.id from public.coverage x where x.bill_id = cancelled limit most);
    get diagnostics moved = row_count;
    return moved;
  end $$;
  comment on function app.release_months(uuid, integer) is 'Gives so many rows of a cancelled bill back to the ledger; gives how many, 0 when none is left.';

  create or replace function app.cancel_bill(cancelled uuid) returns void language plpgsql volatile security definer set search_path = '' as $$
  begin
    perform app.withdraw_bill(cancelled);
    perform app.release_months(cancelled, null);
  end $$;
`;

const check = `
  create function app.check_bill() returns trigger language plpgsql security definer set search_path = '' as $$
  declare
    b public.bill;
    l record;
  begin
    select * into b from public.bill x where x.id = new.id;
    select count(distinct c.person_id) as heads, coalesce(sum(app.month_count(c.months)), 0) as person_months,
        coalesce(sum(app.month_count(c.months) * c.jkk_rupiah), 0) as jkk, coalesce(sum(app.month_count(c.months) * c.jkm_rupiah), 0) as jkm,
        coalesce(sum(app.month_count(c.months) * c.jht_rupiah), 0) as jht
      into l from public.coverage c where c.bill_id = b.id;
    if b.state = 'CANCELLED' and l.heads > 0
      or b.state <> 'CANCELLED' and (l.heads, l.person_months, l.jkk, l.jkm, l.jht)
        is distinct from (b.heads::bigint, b.person_months::bigint, b.jkk_rupiah, b.jkm_rupiah, b.jht_rupiah) then
      raise exception 'bill: it differs from the ledger' using errcode = 'check_violation', constraint = 'bill_equals_ledger';
    end if;
    return null;
  end $$;
  comment on function app.check_bill() is 'At the end of a transaction: a bill is what the ledger says, to the head and the rupiah; a cancelled one holds nothing.';
  create constraint trigger bill_equals_ledger after insert or update of state on bill
    deferrable initially deferred for each row execute function app.check_bill();
`;

const steps = [
  'app.open_bill(uuid, uuid, uuid, daterange, text, date, date)',
  'app.bill_months(uuid, integer)',
  'app.withdraw_bill(uuid)',
  'app.release_months(uuid, integer)',
];

const rights = `
  revoke execute on function ${steps.join(', ')}, app.check_bill() from public;
  grant execute on function ${steps.join(', ')} to payung_app;
`;

const asBefore = `
  create or replace function app.issue_bill(new_bill uuid, program uuid, office uuid, period daterange, code text, issued date, due date) returns uuid
    language plpgsql volatile security definer set search_path = '' as $$
  declare
    program_key uuid := issue_bill.program;
    payer uuid := (select x.region_id from public.program x where x.id = issue_bill.program);
    total record;
    moved integer;
  begin ${opening}
    ${moving(
      `(select x.id, x.months from public.coverage x
        where x.program_id = program_key and x.bill_id is null and x.months && period)`,
      'new_bill',
      'period',
    )};
    return new_bill;
  end $$;
  create or replace function app.cancel_bill(cancelled uuid) returns void language plpgsql volatile security definer set search_path = '' as $$
  declare
    payer uuid := (select b.region_id from public.bill b where b.id = cancelled for update);
  begin
    perform app.require_writer(payer);
    perform from public.program x where x.id = (select b.program_id from public.bill b where b.id = cancelled) for no key update;
    update public.bill b set state = 'CANCELLED' where b.id = cancelled;
    update public.coverage c set bill_id = null where c.bill_id = cancelled;
  end $$;
`;
