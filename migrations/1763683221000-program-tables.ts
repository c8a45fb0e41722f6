import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Coverage programs of payer regions, their legal bases, agreements and budget lines; settings of a province. */
export class ProgramTables1763683221000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(guards);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from citation where concept = 'program';
      alter table citation drop constraint citation_concept_check;
      alter table citation add constraint citation_concept_check
        check (concept in ('region', 'office', 'official', 'regulation', 'mou', 'category', 'observation', 'award', 'document', 'tariff'));
      drop function app.setting_of(uuid);
      drop table budget_line;
      drop table program_category;
      drop table program_mou;
      drop table program_legal_basis;
      drop table program;
      drop function app.guard_program();
      drop function app.guard_program_part();
      drop table province_setting;
    `);
  }
}

const standard = `
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1`;

const tables = `
  create table province_setting (
    id uuid constraint province_setting_id_key primary key,
    region_id uuid not null constraint province_setting_region_unique unique
      constraint province_setting_region_fk references region on delete restrict,
    refuses_unfounded_programs boolean not null default false,
    apbdes_counts_as_apbd boolean not null default true,
    ${standard}
  );
  comment on column province_setting.refuses_unfounded_programs is 'Whether a program with months outside its legal basis or agreement is refused at approval; otherwise it is flagged.';
  comment on column province_setting.apbdes_counts_as_apbd is 'Whether village funds are excluded from the relief of PP 50/2025 as APBD is; the regulation does not say.';

  create table program (
    id uuid constraint program_id_key primary key,
    region_id uuid not null constraint program_region_fk references region on delete restrict,
    name text not null constraint program_name_length check (char_length(name) between 1 and 200),
    agency text constraint program_agency_length check (char_length(agency) between 1 and 200),
    state text not null default 'DRAFT' constraint program_state_check check (state in ('DRAFT', 'APPROVED', 'CLOSED')),
    month_from date not null,
    month_until date not null,
    quota integer constraint program_quota_range check (quota between 1 and 50000000),
    lowest_decile integer constraint program_lowest_decile_range check (lowest_decile between 1 and 10),
    highest_decile integer constraint program_highest_decile_range check (highest_decile between 1 and 10),
    segment text not null constraint program_segment_check check (segment in ('PU', 'BPU')),
    wage_base_rupiah numeric(18,0) constraint program_wage_base_range check (wage_base_rupiah > 0),
    has_jht boolean not null default false,
    planned_tariff_rupiah numeric(18,0) constraint program_planned_tariff_range check (planned_tariff_rupiah > 0),
    participant_kind_code text constraint program_participant_kind_code_check check (participant_kind_code in ('SG', 'SD', 'SA', 'SL', 'SC', 'SB')),
    closed_on date,
    note text constraint program_note_length check (char_length(note) <= 4000),
    ${standard},
    constraint program_period_order check (month_until >= month_from),
    constraint program_period_length check (month_until < month_from + interval '10 years'),
    constraint program_month_form check (extract(day from month_from) = 1 and extract(day from month_until) = 1),
    constraint program_decile_order check (highest_decile >= lowest_decile),
    constraint program_wage_base_presence check (segment = 'BPU' or wage_base_rupiah is not null),
    constraint program_closing_complete check ((state = 'CLOSED') = (closed_on is not null))
  );
  comment on column program.month_until is 'First day of the last month that the program pays; that month is included.';
  comment on column program.participant_kind_code is 'Code by which BPJS Ketenagakerjaan counts the group (SG government, SD village, ...); null: unknown.';
  create index program_region_index on program (region_id);
  create index program_state_index on program (state);
  create index program_name_index on program (name, id);
  create index program_month_from_index on program (month_from, id);
  create index program_search_index on program using gin ((lower(name || ' ' || coalesce(agency, ''))) gin_trgm_ops);

  create table program_legal_basis (
    id uuid constraint program_legal_basis_id_key primary key,
    program_id uuid not null constraint program_legal_basis_program_fk references program on delete restrict,
    regulation_id uuid not null constraint program_legal_basis_regulation_fk references regulation on delete restrict,
    ${standard},
    constraint program_legal_basis_unique unique (program_id, regulation_id)
  );
  create index program_legal_basis_regulation_index on program_legal_basis (regulation_id);

  create table program_mou (
    id uuid constraint program_mou_id_key primary key,
    program_id uuid not null constraint program_mou_program_fk references program on delete restrict,
    mou_id uuid not null constraint program_mou_mou_fk references mou on delete restrict,
    ${standard},
    constraint program_mou_unique unique (program_id, mou_id)
  );
  create index program_mou_mou_index on program_mou (mou_id);

  create table program_category (
    id uuid constraint program_category_id_key primary key,
    program_id uuid not null constraint program_category_program_fk references program on delete restrict,
    category_id uuid not null constraint program_category_category_fk references category on delete restrict,
    ${standard},
    constraint program_category_unique unique (program_id, category_id)
  );
  create index program_category_category_index on program_category (category_id);

  create table budget_line (
    id uuid constraint budget_line_id_key primary key,
    program_id uuid not null constraint budget_line_program_fk references program on delete restrict,
    fiscal_year integer not null constraint budget_line_fiscal_year_range check (fiscal_year between 2000 and 2100),
    funding_source text not null constraint budget_line_funding_source_check
      check (funding_source in ('APBD_REGENCY', 'APBD_PROVINCE', 'APBN', 'APBDES', 'DBHCHT', 'CSR', 'BAZNAS', 'DONOR', 'OTHER')),
    original_rupiah numeric(18,0) not null constraint budget_line_original_range check (original_rupiah >= 0),
    revised_rupiah numeric(18,0) constraint budget_line_revised_range check (revised_rupiah >= 0),
    account_code text constraint budget_line_account_code_length check (char_length(account_code) <= 50),
    sub_activity_code text constraint budget_line_sub_activity_code_length check (char_length(sub_activity_code) <= 50),
    note text constraint budget_line_note_length check (char_length(note) <= 1000),
    ${standard},
    constraint budget_line_source_unique unique (program_id, fiscal_year, funding_source)
  );
  create index budget_line_fiscal_year_index on budget_line (fiscal_year, funding_source);
  comment on column budget_line.original_rupiah is 'Ceiling in the original budget (APBD murni), whole rupiah.';
  comment on column budget_line.revised_rupiah is 'Ceiling after the revision (APBD perubahan), whole rupiah; null: not revised.';

  alter table citation drop constraint citation_concept_check;
  alter table citation add constraint citation_concept_check check (concept in (
    'region', 'office', 'official', 'regulation', 'mou', 'category', 'observation', 'award', 'document', 'tariff', 'program'));
`;

const guards = `
  create function app.guard_program() returns trigger language plpgsql set search_path = '' as $$
  declare
    overwritten text;
  begin
    if old.state = 'CLOSED' then
      raise exception 'program: it is closed' using errcode = 'check_violation', constraint = 'program_closed';
    end if;
    if old.state <> new.state and (old.state, new.state) not in (('DRAFT', 'APPROVED'), ('APPROVED', 'CLOSED')) then
      raise exception 'program: % does not lead to %', old.state, new.state using errcode = 'check_violation', constraint = 'program_state_move';
    end if;
    if new.region_id <> old.region_id then
      raise exception 'program: the payer does not change' using errcode = 'check_violation', constraint = 'program_region_frozen';
    end if;
    if old.state = 'APPROVED' then
      -- what was approved stays; what nobody knew may become known
      select string_agg(o.key, ', ') into overwritten
      from jsonb_each(to_jsonb(old)) o join jsonb_each(to_jsonb(new)) n using (key)
      where o.key in ('name', 'agency', 'segment', 'wage_base_rupiah', 'has_jht', 'lowest_decile', 'highest_decile', 'participant_kind_code')
        and o.value <> 'null' and o.value is distinct from n.value;
      if overwritten is not null then
        raise exception 'program: approved: %', overwritten using errcode = 'check_violation', constraint = 'program_identity_frozen';
      end if;
    end if;
    if (new.month_from > old.month_from or new.month_until < old.month_until) and exists (
      select from public.coverage c where c.program_id = new.id and c.credit_note_id is null
        and not c.months <@ daterange(new.month_from, (new.month_until + interval '1 month')::date)) then
      raise exception 'program: months outside are covered' using errcode = 'check_violation', constraint = 'program_period_covered';
    end if;
    return new;
  end $$;
  create trigger program_guard before update on program for each row execute function app.guard_program();

  create function app.guard_program_part() returns trigger language plpgsql set search_path = '' as $$
  declare
    state text := (select p.state from public.program p where p.id = old.program_id);
  begin
    if state = 'CLOSED' then
      raise exception 'program: it is closed' using errcode = 'check_violation', constraint = 'program_closed';
    end if;
    if state = 'APPROVED' and tg_table_name = 'program_category' then
      raise exception 'program: approved' using errcode = 'check_violation', constraint = 'program_identity_frozen';
    end if;
    return coalesce(new, old);
  end $$;

  create function app.setting_of(region uuid) returns province_setting language sql stable security definer set search_path = '' as $$
    select s.* from public.province_setting s
    where s.region_id in (select app.region_ancestors(region)) limit 1
  $$;
  comment on function app.setting_of(uuid) is 'Settings of the province in which the region lies; no row: the defaults hold.';
  revoke execute on function app.setting_of(uuid) from public;
  grant execute on function app.setting_of(uuid) to payung_app;
`;

const parts = ['program_legal_basis', 'program_mou', 'program_category', 'budget_line']
  .map(
    (name) => `
  select app.keep('program', '${name}', 'program_id');
  grant select, insert, update, delete on ${name} to payung_app;
  create trigger ${name}_guard before update or delete on ${name} for each row execute function app.guard_program_part();
  create policy ${name}_read on ${name} for select to payung_app using (exists (select from program p where p.id = program_id));
  create policy ${name}_insert on ${name} for insert to payung_app with check (
    exists (select from program p where p.id = program_id and p.region_id in (select app.writable_regions())
      and p.state ${name === 'program_category' ? "= 'DRAFT'" : "<> 'CLOSED'"}));
  create policy ${name}_update on ${name} for update to payung_app using (
    exists (select from program p where p.id = program_id and p.region_id in (select app.writable_regions())));
  create policy ${name}_delete on ${name} for delete to payung_app using (
    exists (select from program p where p.id = program_id and p.region_id in (select app.writable_regions())));`,
  )
  .join('');

const rights = `
  select app.keep('province_setting', 'province_setting');
  grant select, insert, update on province_setting to payung_app;
  create policy province_setting_read on province_setting for select to payung_app using ((select app.actor_id()) is not null);
  create policy province_setting_insert on province_setting for insert to payung_app with check (
    region_id in (select app.regions_of('ADMIN', 'COORDINATOR')));
  create policy province_setting_update on province_setting for update to payung_app using (
    region_id in (select app.regions_of('ADMIN', 'COORDINATOR')));

  select app.keep('program', 'program');
  create trigger program_announce after insert or update on program for each row execute function app.announce('program');
  grant select, insert, update on program to payung_app;
  create policy program_read on program for select to payung_app using (region_id in (select app.readable_regions()));
  create policy program_insert on program for insert to payung_app with check (state = 'DRAFT' and region_id in (select app.writable_regions()));
  create policy program_update on program for update to payung_app using (region_id in (select app.writable_regions()));
  ${parts}
`;
