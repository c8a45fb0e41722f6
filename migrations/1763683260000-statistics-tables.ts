import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger summed up without losing a person: people with equal lives in the ledger are one cohort with a number.
 * Distinct persons can then be counted over any months and programs. Who changed since is marked in the same
 * transaction and read from the ledger itself, so that answers are exact at every moment.
 */
export class StatisticsTables1763683260000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(entries);
    await runner.query(tables);
    await runner.query(marks);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [trigger, table] of triggers) await runner.query(`drop trigger ${trigger} on ${table}`);
    await runner.query(`
      drop function app.mark_covered(), app.mark_recategorised(), app.mark_described(), app.mark_paid(), app.mark_funded();
      drop table statistics_stale;
      drop table statistics_member;
      drop table statistics_run;
      drop table statistics_cohort;
      drop view coverage_entry;
    `);
  }
}

const monthNumber = (day: string): string =>
  `(extract(year from ${day}) * 12 + extract(month from ${day}) - 1)::integer`;

const entries = `
  create view coverage_entry with (security_invoker = true) as
    select c.person_id, c.region_id, c.program_id, e.category_id, coalesce(b.sex, 'UNKNOWN') as sex, coalesce(b.decile, 0) as decile,
      l.funding_source, i.office_id, coalesce(i.state = 'PAID', false) as is_paid,
      c.jkk_rupiah + c.jkm_rupiah + c.jht_rupiah as monthly_rupiah,
      ${monthNumber('lower(c.months)')} as first_month, ${monthNumber('upper(c.months)')} as end_month
    from coverage c
    join enrollment e on e.id = c.enrollment_id
    join beneficiary b on b.id = e.beneficiary_id
    join budget_line l on l.id = c.budget_line_id
    left join bill i on i.id = c.bill_id
    where c.credit_note_id is null;
  comment on view coverage_entry is 'Months that count, with everything by which statistics divide them. Months are numbered from year 0; the end is excluded.';
  comment on column coverage_entry.decile is 'Decile of the family, 1 to 10; 0: unknown.';
  comment on column coverage_entry.office_id is 'Office that billed the months; null: not billed.';
`;

const tables = `
  create table statistics_cohort (
    id uuid constraint statistics_cohort_id_key primary key,
    persons integer not null constraint statistics_cohort_persons_range check (persons >= 0)
  );
  comment on table statistics_cohort is 'Persons whose lives in the ledger are equal; the id is the hash of such a life.';

  create table statistics_run (
    id uuid constraint statistics_run_id_key primary key default gen_random_uuid(),
    cohort_id uuid not null constraint statistics_run_cohort_fk references statistics_cohort on delete cascade,
    region_id uuid not null constraint statistics_run_region_fk references region on delete restrict,
    program_id uuid not null constraint statistics_run_program_fk references program on delete restrict,
    category_id uuid not null constraint statistics_run_category_fk references category on delete restrict,
    sex text not null,
    decile smallint not null,
    funding_source text not null,
    office_id uuid constraint statistics_run_office_fk references office on delete restrict,
    is_paid boolean not null,
    monthly_rupiah numeric(18,0) not null,
    first_month integer not null,
    end_month integer not null,
    constraint statistics_run_months_order check (end_month > first_month)
  );
  comment on table statistics_run is 'Months of a cohort, of one person each; columns as in coverage_entry.';
  create index statistics_run_cohort_index on statistics_run (cohort_id);
  create index statistics_run_region_index on statistics_run (region_id, first_month);
  create index statistics_run_program_index on statistics_run (program_id);
  create index statistics_run_category_index on statistics_run (category_id);
  create index statistics_run_office_index on statistics_run (office_id);

  create table statistics_member (
    person_id uuid constraint statistics_member_person_key primary key,
    cohort_id uuid not null constraint statistics_member_cohort_fk references statistics_cohort on delete restrict
  );
  comment on table statistics_member is 'Cohort in which a person is counted.';
  create index statistics_member_cohort_index on statistics_member (cohort_id);

  create table statistics_stale (
    id bigint generated always as identity constraint statistics_stale_id_key primary key,
    person_id uuid not null
  );
  comment on table statistics_stale is 'Persons whose months changed since their cohort was found; a person may stand here several times.';
  create index statistics_stale_person_index on statistics_stale (person_id);
  insert into statistics_stale (person_id) select distinct c.person_id from coverage c;
`;

const triggers = [
  ['coverage_statistics_insert', 'coverage'],
  ['coverage_statistics_update', 'coverage'],
  ['coverage_statistics_delete', 'coverage'],
  ['enrollment_statistics', 'enrollment'],
  ['beneficiary_statistics', 'beneficiary'],
  ['bill_statistics', 'bill'],
  ['budget_line_statistics', 'budget_line'],
] as const;

const marking = (name: string, people: string): string => `
  create function app.${name}() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    insert into public.statistics_stale (person_id) ${people};
    return null;
  end $$;
  revoke execute on function app.${name}() from public;
`;

const marks = `
  ${marking('mark_covered', 'select distinct n.person_id from changed n')}
  ${marking(
    'mark_recategorised',
    'select distinct n.person_id from changed n join former o on o.id = n.id where n.category_id <> o.category_id',
  )}
  ${marking(
    'mark_described',
    `select n.person_id from changed n join former o on o.id = n.id
     where (n.sex, n.decile) is distinct from (o.sex, o.decile)`,
  )}
  ${marking(
    'mark_paid',
    `select distinct c.person_id from changed n join former o on o.id = n.id join public.coverage c on c.bill_id = n.id
     where n.state <> o.state`,
  )}
  ${marking(
    'mark_funded',
    `select distinct c.person_id from changed n join former o on o.id = n.id join public.coverage c on c.budget_line_id = n.id
     where n.funding_source <> o.funding_source`,
  )}
  create trigger coverage_statistics_insert after insert on coverage
    referencing new table as changed for each statement execute function app.mark_covered();
  create trigger coverage_statistics_update after update on coverage
    referencing new table as changed for each statement execute function app.mark_covered();
  create trigger coverage_statistics_delete after delete on coverage
    referencing old table as changed for each statement execute function app.mark_covered();
  create trigger enrollment_statistics after update on enrollment
    referencing new table as changed old table as former for each statement execute function app.mark_recategorised();
  create trigger beneficiary_statistics after update on beneficiary
    referencing new table as changed old table as former for each statement execute function app.mark_described();
  create trigger bill_statistics after update on bill
    referencing new table as changed old table as former for each statement execute function app.mark_paid();
  create trigger budget_line_statistics after update on budget_line
    referencing new table as changed old table as former for each statement execute function app.mark_funded();
`;

const kept = (table: string, policy: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_owner on ${table} to payung_owner using (true) with check (true);
  grant select on ${table} to payung_app;
  create policy ${table}_read on ${table} for select to payung_app using (${policy});
`;

const signedIn = '(select app.actor_id()) is not null';

const rights = `
  grant select on coverage_entry to payung_app;
  ${kept('statistics_cohort', signedIn)}
  ${kept('statistics_run', 'region_id = any (array(select app.person_regions()))')}
  ${kept('statistics_member', signedIn)}
  ${kept('statistics_stale', signedIn)}
`;
