import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger of protected months. No month counts twice for a person, whoever pays: an exclusion constraint says so.
 * Bills and credits are here because a month's bill is part of its row.
 */
export class CoverageTables1763683224000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(bills);
    await runner.query(ledger);
    await runner.query(cases);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table double_payment;
      drop table coverage_case;
      drop sequence app.case_number;
      drop table coverage;
      drop function app.guard_coverage();
      drop table credit_note;
      drop table bill;
      drop function app.guard_bill();
      drop function app.month_count(daterange);
    `);
  }
}

const standard = `
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1`;

const bills = `
  create function app.month_count(months daterange) returns integer language sql immutable set search_path = '' as $$
    select case when isempty(months) then 0 else (extract(year from upper(months)) * 12 + extract(month from upper(months))
      - extract(year from lower(months)) * 12 - extract(month from lower(months)))::integer end
  $$;
  grant execute on function app.month_count(daterange) to payung_app;

  create table bill (
    id uuid constraint bill_id_key primary key,
    program_id uuid not null constraint bill_program_fk references program on delete restrict,
    region_id uuid not null constraint bill_region_fk references region on delete restrict,
    office_id uuid not null constraint bill_office_fk references office on delete restrict,
    months daterange not null constraint bill_months_form check (not isempty(months) and extract(day from lower(months)) = 1 and extract(day from upper(months)) = 1),
    bill_code text constraint bill_bill_code_unique unique constraint bill_bill_code_length check (char_length(bill_code) between 1 and 50),
    state text not null default 'ISSUED' constraint bill_state_check check (state in ('ISSUED', 'PAID', 'CANCELLED')),
    heads integer not null constraint bill_heads_range check (heads > 0),
    person_months integer not null constraint bill_person_months_range check (person_months >= heads),
    jkk_rupiah numeric(18,0) not null constraint bill_jkk_range check (jkk_rupiah >= 0),
    jkm_rupiah numeric(18,0) not null constraint bill_jkm_range check (jkm_rupiah >= 0),
    jht_rupiah numeric(18,0) not null constraint bill_jht_range check (jht_rupiah >= 0),
    total_rupiah numeric(18,0) not null generated always as (jkk_rupiah + jkm_rupiah + jht_rupiah) stored,
    issued_on date not null,
    due_on date not null,
    paid_on date,
    disbursement_number text constraint bill_disbursement_number_length check (char_length(disbursement_number) between 1 and 100),
    ${standard},
    constraint bill_due_order check (due_on >= issued_on),
    constraint bill_payment_complete check ((state = 'PAID') = (paid_on is not null) and (paid_on is null) = (disbursement_number is null)),
    constraint bill_payment_order check (paid_on >= issued_on)
  );
  comment on column bill.disbursement_number is 'Number of the disbursement order (SP2D); with paid_on, once.';
  create index bill_program_index on bill (program_id);
  create index bill_region_index on bill (region_id, state);
  create index bill_office_index on bill (office_id);
  create index bill_due_on_index on bill (due_on, id);
  create index bill_issued_on_index on bill (issued_on, id);
  create unique index bill_disbursement_unique on bill (region_id, disbursement_number) where disbursement_number is not null;

  create function app.guard_bill() returns trigger language plpgsql set search_path = '' as $$
  begin
    if old.state <> 'ISSUED' then
      raise exception 'bill: a % bill does not change', old.state using errcode = 'check_violation', constraint = 'bill_frozen';
    end if;
    if (new.program_id, new.region_id, new.office_id, new.months, new.heads, new.person_months, new.jkk_rupiah, new.jkm_rupiah, new.jht_rupiah, new.issued_on)
      is distinct from (old.program_id, old.region_id, old.office_id, old.months, old.heads, old.person_months, old.jkk_rupiah, old.jkm_rupiah, old.jht_rupiah, old.issued_on) then
      raise exception 'bill: its content is the ledger''s' using errcode = 'check_violation', constraint = 'bill_frozen';
    end if;
    return new;
  end $$;
  create trigger bill_guard before update on bill for each row execute function app.guard_bill();

  create table credit_note (
    id uuid constraint credit_note_id_key primary key,
    bill_id uuid not null constraint credit_note_bill_fk references bill on delete restrict,
    region_id uuid not null constraint credit_note_region_fk references region on delete restrict,
    person_months integer not null constraint credit_note_person_months_range check (person_months > 0),
    jkk_rupiah numeric(18,0) not null constraint credit_note_jkk_range check (jkk_rupiah >= 0),
    jkm_rupiah numeric(18,0) not null constraint credit_note_jkm_range check (jkm_rupiah >= 0),
    jht_rupiah numeric(18,0) not null constraint credit_note_jht_range check (jht_rupiah >= 0),
    total_rupiah numeric(18,0) not null generated always as (jkk_rupiah + jkm_rupiah + jht_rupiah) stored,
    reason text not null constraint credit_note_reason_length check (char_length(reason) between 3 and 1000),
    credited_on date not null,
    ${standard}
  );
  create index credit_note_bill_index on credit_note (bill_id);
  create index credit_note_region_index on credit_note (region_id);
`;

const ledger = `
  create table coverage (
    id uuid constraint coverage_id_key primary key default gen_random_uuid(),
    person_id uuid not null constraint coverage_person_fk references person on delete restrict,
    enrollment_id uuid not null constraint coverage_enrollment_fk references enrollment on delete restrict,
    program_id uuid not null constraint coverage_program_fk references program on delete restrict,
    region_id uuid not null constraint coverage_region_fk references region on delete restrict,
    budget_line_id uuid not null constraint coverage_budget_line_fk references budget_line on delete restrict,
    months daterange not null constraint coverage_months_form
      check (not isempty(months) and extract(day from lower(months)) = 1 and extract(day from upper(months)) = 1),
    jkk_rupiah numeric(18,0) not null constraint coverage_jkk_range check (jkk_rupiah >= 0),
    jkm_rupiah numeric(18,0) not null constraint coverage_jkm_range check (jkm_rupiah >= 0),
    jht_rupiah numeric(18,0) not null constraint coverage_jht_range check (jht_rupiah >= 0),
    bill_id uuid constraint coverage_bill_fk references bill on delete restrict,
    credit_note_id uuid constraint coverage_credit_note_fk references credit_note on delete restrict,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    constraint coverage_credit_billed check (credit_note_id is null or bill_id is not null),
    constraint coverage_person_excluded exclude using gist (person_id with =, months with &&) where (credit_note_id is null)
  );
  comment on table coverage is 'Protected months: one row per enrollment and run of months with equal amounts and one bill.';
  comment on column coverage.months is 'Whole months, first day included, first day after excluded.';
  comment on column coverage.jkk_rupiah is 'Amount for each month of the run, whole rupiah; likewise jkm and jht.';
  comment on column coverage.credit_note_id is 'Credit that took these paid months back; they no longer count. Null: they count.';
  create index coverage_person_index on coverage (person_id);
  create index coverage_enrollment_index on coverage (enrollment_id);
  create index coverage_program_index on coverage (program_id);
  create index coverage_region_index on coverage (region_id);
  create index coverage_budget_line_index on coverage (budget_line_id);
  create index coverage_bill_index on coverage (bill_id);
  create index coverage_credit_note_index on coverage (credit_note_id);

  create function app.guard_coverage() returns trigger language plpgsql set search_path = '' as $$
  begin
    if tg_op = 'DELETE' then
      if old.bill_id is not null then
        raise exception 'coverage: billed months are credited, never removed' using errcode = 'check_violation', constraint = 'coverage_billed_frozen';
      end if;
      return old;
    end if;
    if (new.person_id, new.enrollment_id, new.program_id, new.region_id, new.budget_line_id, new.jkk_rupiah, new.jkm_rupiah, new.jht_rupiah)
      is distinct from (old.person_id, old.enrollment_id, old.program_id, old.region_id, old.budget_line_id, old.jkk_rupiah, old.jkm_rupiah, old.jht_rupiah)
      or not new.months <@ old.months then
      raise exception 'coverage: a row only becomes shorter' using errcode = 'check_violation', constraint = 'coverage_content_frozen';
    end if;
    if old.bill_id is not null and (old.credit_note_id is not null or new.bill_id is distinct from old.bill_id and
        (select b.state from public.bill b where b.id = old.bill_id) <> 'CANCELLED') then
      raise exception 'coverage: billed months keep their bill' using errcode = 'check_violation', constraint = 'coverage_billed_frozen';
    end if;
    return new;
  end $$;
  create trigger coverage_guard before update or delete on coverage for each row execute function app.guard_coverage();
`;

const cases = `
  create sequence app.case_number;

  create table coverage_case (
    id uuid constraint coverage_case_id_key primary key default gen_random_uuid(),
    case_number text not null constraint coverage_case_number_unique unique
      default 'K-' || lpad(nextval('app.case_number')::text, 7, '0'),
    person_id uuid not null constraint coverage_case_person_fk references person on delete restrict,
    enrollment_id uuid not null constraint coverage_case_enrollment_fk references enrollment on delete restrict,
    program_id uuid not null constraint coverage_case_program_fk references program on delete restrict,
    region_id uuid not null constraint coverage_case_region_fk references region on delete restrict,
    holder_program_id uuid not null constraint coverage_case_holder_program_fk references program on delete restrict,
    holder_region_id uuid not null constraint coverage_case_holder_region_fk references region on delete restrict,
    months daterange not null,
    saved_rupiah numeric(18,0) not null constraint coverage_case_saved_range check (saved_rupiah >= 0),
    state text not null default 'OPEN' constraint coverage_case_state_check check (state in ('OPEN', 'CONFIRMED', 'PAID_TWICE', 'CLOSED')),
    resolution text constraint coverage_case_resolution_length check (char_length(resolution) <= 1000),
    ${standard},
    constraint coverage_case_months_form
      check (not isempty(months) and extract(day from lower(months)) = 1 and extract(day from upper(months)) = 1),
    constraint coverage_case_resolution_complete check (state not in ('CONFIRMED', 'CLOSED') or resolution is not null),
    -- asked again, also for other spans, a month stays in the case in which it was first refused: its rupiah count once
    constraint coverage_case_excluded exclude using gist (enrollment_id with =, holder_program_id with =, months with &&)
  );
  comment on table coverage_case is 'Months that were refused because another payer covers them. Each side sees its own; the province sees both.';
  create index coverage_case_enrollment_index on coverage_case (enrollment_id);
  create index coverage_case_person_index on coverage_case (person_id);
  create index coverage_case_program_index on coverage_case (program_id);
  create index coverage_case_region_index on coverage_case (region_id);
  create index coverage_case_holder_region_index on coverage_case (holder_region_id);
  create index coverage_case_holder_program_index on coverage_case (holder_program_id);
  create index coverage_case_created_at_index on coverage_case (created_at, id);

  create table double_payment (
    id uuid constraint double_payment_id_key primary key,
    coverage_id uuid not null constraint double_payment_coverage_fk references coverage on delete restrict,
    case_id uuid constraint double_payment_case_fk references coverage_case on delete restrict,
    person_id uuid not null constraint double_payment_person_fk references person on delete restrict,
    enrollment_id uuid not null constraint double_payment_enrollment_fk references enrollment on delete restrict,
    program_id uuid not null constraint double_payment_program_fk references program on delete restrict,
    region_id uuid not null constraint double_payment_region_fk references region on delete restrict,
    holder_region_id uuid not null constraint double_payment_holder_region_fk references region on delete restrict,
    months daterange not null constraint double_payment_months_form check (not isempty(months)),
    paid_rupiah numeric(18,0) not null constraint double_payment_paid_range check (paid_rupiah > 0),
    recovered_rupiah numeric(18,0) not null default 0 constraint double_payment_recovered_range check (recovered_rupiah between 0 and paid_rupiah),
    state text not null default 'TO_RECOVER' constraint double_payment_state_check check (state in ('TO_RECOVER', 'RECOVERED', 'WRITTEN_OFF')),
    ending text constraint double_payment_ending_length check (char_length(ending) <= 1000),
    ${standard},
    constraint double_payment_ending_complete check ((state = 'TO_RECOVER') = (ending is null)),
    constraint double_payment_recovered_whole check (state <> 'RECOVERED' or recovered_rupiah = paid_rupiah),
    constraint double_payment_excluded exclude using gist (enrollment_id with =, months with &&)
  );
  comment on table double_payment is 'Months that a second payer did pay, linked to the row that counts, with what is to be recovered.';
  create index double_payment_created_at_index on double_payment (created_at, id);
  create index double_payment_coverage_index on double_payment (coverage_id);
  create index double_payment_case_index on double_payment (case_id);
  create index double_payment_person_index on double_payment (person_id);
  create index double_payment_program_index on double_payment (program_id);
  create index double_payment_region_index on double_payment (region_id);
  create index double_payment_holder_region_index on double_payment (holder_region_id);
`;

const rights = `
  select app.keep('bill', 'bill');
  create trigger bill_announce after insert or update on bill for each row execute function app.announce('bill');
  grant select, update (bill_code, state, due_on, paid_on, disbursement_number) on bill to payung_app;
  create policy bill_read on bill for select to payung_app using (region_id in (select app.readable_regions()));
  create policy bill_update on bill for update to payung_app using (region_id in (select app.writable_regions()));

  select app.keep('bill', 'credit_note', 'bill_id');
  grant select on credit_note to payung_app;
  create policy credit_note_read on credit_note for select to payung_app using (region_id in (select app.readable_regions()));

  -- Every change of the ledger runs through the functions of the next migration; the app itself only reads.
  select app.keep('coverage', 'coverage', 'enrollment_id', '{person_id,enrollment_id}');
  grant select on coverage to payung_app;
  create policy coverage_read on coverage for select to payung_app using (region_id in (select app.person_regions()));

  -- the audit trail of a case is read by the requester: it must not name the other payer
  select app.keep('coverage_case', 'coverage_case', 'id',
    '{person_id,enrollment_id,holder_program_id,holder_region_id}');
  grant select on coverage_case to payung_app;
  create policy coverage_case_read on coverage_case for select to payung_app using (
    region_id in (select app.person_regions()) or holder_region_id in (select app.regions_of('ADMIN', 'COORDINATOR', 'AUDITOR')));

  select app.keep('double_payment', 'double_payment', 'id', '{person_id,enrollment_id,coverage_id,holder_region_id}');
  grant select on double_payment to payung_app;
  create policy double_payment_read on double_payment for select to payung_app using (
    region_id in (select app.person_regions()) or holder_region_id in (select app.regions_of('ADMIN', 'COORDINATOR', 'AUDITOR')));
`;
