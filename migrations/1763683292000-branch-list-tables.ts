import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of people that go to a branch of BPJS Ketenagakerjaan, in a layout of the province, and what it answers. */
export class BranchListTables1763683292000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(layouts);
    await runner.query(lists);
    await runner.query(rows);
    await runner.query(guards);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table branch_list_row;
      drop table branch_list;
      drop table branch_layout;
      drop function app.guard_branch_list();
      drop function app.guard_branch_list_row();
    `);
  }
}

const standard = `
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1`;

const layouts = `
  create table branch_layout (
    id uuid constraint branch_layout_id_key primary key,
    region_id uuid not null constraint branch_layout_region_fk references region on delete restrict,
    name text not null constraint branch_layout_name_length check (char_length(name) between 1 and 100),
    columns jsonb not null constraint branch_layout_columns_form check (jsonb_typeof(columns) = 'array' and jsonb_array_length(columns) between 1 and 40),
    ${standard}
  );
  comment on table branch_layout is 'Columns of the lists that a branch wants, as a province keeps them.';
  comment on column branch_layout.columns is 'From left to right: header, field, format (null: the usual one of the field).';
  create unique index branch_layout_name_unique on branch_layout (region_id, lower(name));
  create index branch_layout_created_at_index on branch_layout (created_at, id);
`;

const lists = `
  create table branch_list (
    id uuid constraint branch_list_id_key primary key,
    program_id uuid not null constraint branch_list_program_fk references program on delete restrict,
    region_id uuid not null constraint branch_list_region_fk references region on delete restrict,
    month date not null constraint branch_list_month_form check (extract(day from month) = 1),
    layout_id uuid constraint branch_list_layout_fk references branch_layout on delete restrict,
    columns jsonb not null,
    reason text not null constraint branch_list_reason_length check (char_length(reason) between 10 and 500),
    heads integer not null constraint branch_list_heads_range check (heads between 1 and 5000),
    total_rupiah numeric(18,0),
    state text not null default 'MADE' constraint branch_list_state_check
      check (state in ('MADE', 'SENT', 'ANSWERED', 'APPLIED', 'DISCARDED')),
    sent_at timestamptz,
    answer_file_name text constraint branch_list_answer_file_name_length check (char_length(answer_file_name) between 1 and 200),
    answer_sha256 text constraint branch_list_answer_sha256_form check (answer_sha256 ~ '^[0-9a-f]{64}$'),
    answered_at timestamptz,
    applied_at timestamptz,
    created_by uuid not null constraint branch_list_created_by_fk references staff on delete restrict,
    ${standard},
    constraint branch_list_answer_complete check (
      (state in ('ANSWERED', 'APPLIED')) = (answer_sha256 is not null) and (answer_sha256 is null) = (answered_at is null))
  );
  comment on table branch_list is 'People of a program for one month, frozen as they went to the branch, and its answer.';
  comment on column branch_list.layout_id is 'Layout that it was made with; null: the one that the registry ships.';
  comment on column branch_list.columns is 'The layout as it was when the list was made.';
  comment on column branch_list.reason is 'Why NIKs leave in full; said again with each download.';
  comment on column branch_list.total_rupiah is 'Contribution of everyone for the month; null: a rate is unknown.';
  create index branch_list_program_index on branch_list (program_id, month);
  create index branch_list_region_index on branch_list (region_id, state);
  create index branch_list_layout_index on branch_list (layout_id);
  create index branch_list_created_by_index on branch_list (created_by);
  create index branch_list_created_at_index on branch_list (created_at desc, id);
`;

const rows = `
  create table branch_list_row (
    id uuid constraint branch_list_row_id_key primary key default gen_random_uuid(),
    list_id uuid not null constraint branch_list_row_list_fk references branch_list on delete restrict,
    region_id uuid not null,
    enrollment_id uuid constraint branch_list_row_enrollment_fk references enrollment on delete cascade,
    month date not null,
    row_number integer not null,
    ours_rupiah numeric(18,0),
    is_held boolean not null,
    verdict text constraint branch_list_row_verdict_check check (verdict in (
      'ACCEPTED', 'REJECTED', 'AMOUNT_DIFFERS', 'OURS_NOT_THEIRS', 'THEIRS_NOT_OURS', 'UNREADABLE')),
    answer_row integer,
    nik_mask text constraint branch_list_row_nik_mask_form check (nik_mask ~ '^[0-9]{2}•{10}[0-9]{4}$'),
    kpj text constraint branch_list_row_kpj_form check (kpj ~ '^([0-9]{11}|•{7}[0-9]{4})$'),
    branch_reason text constraint branch_list_row_branch_reason_length check (char_length(branch_reason) <= 500),
    theirs_rupiah numeric(18,0),
    problem_code text,
    applied_at timestamptz,
    constraint branch_list_row_whose check ((enrollment_id is null) = (verdict is not null and verdict in ('THEIRS_NOT_OURS', 'UNREADABLE')))
  );
  comment on table branch_list_row is 'Somebody on the list, with what the branch says; or a row of the branch of which we know nobody on the list.';
  comment on column branch_list_row.is_held is 'Whether the person is on this list for the month, and so on no other.';
  comment on column branch_list_row.nik_mask is 'Only of rows that are not on our list, as is the masked KPJ number.';
  comment on column branch_list_row.problem_code is 'Why the row was not read, or not applied; null: nothing is wrong.';
  -- nobody is asked for twice in a month
  create unique index branch_list_row_person_unique on branch_list_row (enrollment_id, month) where is_held;
  create index branch_list_row_enrollment_index on branch_list_row (enrollment_id);
  create index branch_list_row_list_index on branch_list_row (list_id, row_number, id);
`;

const guards = `
  create function app.guard_branch_list() returns trigger language plpgsql set search_path = '' as $$
  begin
    if old.state <> new.state and (old.state, new.state) not in (
      ('MADE', 'SENT'), ('MADE', 'DISCARDED'), ('SENT', 'ANSWERED'), ('ANSWERED', 'APPLIED')) then
      raise exception 'branch list: % does not lead to %', old.state, new.state using errcode = 'check_violation', constraint = 'branch_list_state_move';
    end if;
    if (new.program_id, new.region_id, new.month, new.columns, new.heads, new.reason)
      is distinct from (old.program_id, old.region_id, old.month, old.columns, old.heads, old.reason)
      or old.state in ('APPLIED', 'DISCARDED') then
      raise exception 'branch list: it is frozen' using errcode = 'check_violation', constraint = 'branch_list_frozen';
    end if;
    return new;
  end $$;
  create trigger branch_list_guard before update on branch_list for each row execute function app.guard_branch_list();

  create function app.guard_branch_list_row() returns trigger language plpgsql set search_path = '' as $$
  declare
    l public.branch_list;
  begin
    select * into l from public.branch_list x where x.id = case when tg_op = 'DELETE' then old.list_id else new.list_id end;
    if tg_op = 'INSERT' then
      -- the list decides these, never the caller
      new.region_id := l.region_id;
      new.month := l.month;
      if new.enrollment_id is not null and not exists (
        select from public.enrollment e where e.id = new.enrollment_id and e.program_id = l.program_id) then
        raise exception 'branch list: somebody of another program' using errcode = 'check_violation', constraint = 'branch_list_row_program';
      end if;
      return new;
    end if;
    if old.applied_at is not null or l.state = 'APPLIED' then
      raise exception 'branch list: what is applied does not change' using errcode = 'check_violation', constraint = 'branch_list_row_applied';
    end if;
    if tg_op = 'DELETE' then
      return old;
    end if;
    if (new.list_id, new.region_id, new.enrollment_id, new.month, new.ours_rupiah)
      is distinct from (old.list_id, old.region_id, old.enrollment_id, old.month, old.ours_rupiah) then
      raise exception 'branch list: its people are frozen' using errcode = 'check_violation', constraint = 'branch_list_row_frozen';
    end if;
    return new;
  end $$;
  create trigger branch_list_row_guard before insert or update or delete on branch_list_row
    for each row execute function app.guard_branch_list_row();
  revoke execute on function app.guard_branch_list(), app.guard_branch_list_row() from public;
`;

const keepers = `(select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR'))`;

const rights = `
  select app.keep('branch_layout', 'branch_layout');
  grant select, insert, update on branch_layout to payung_app;
  create policy branch_layout_read on branch_layout for select to payung_app using ((select app.actor_id()) is not null);
  create policy branch_layout_insert on branch_layout for insert to payung_app with check (
    region_id = any (array(select app.regions_of('ADMIN', 'COORDINATOR'))));
  create policy branch_layout_update on branch_layout for update to payung_app using (
    region_id = any (array(select app.regions_of('ADMIN', 'COORDINATOR'))));

  select app.keep('branch_list', 'branch_list');
  create trigger branch_list_announce after insert or update on branch_list for each row execute function app.announce('branch_list');
  grant select, insert, update on branch_list to payung_app;
  create policy branch_list_read on branch_list for select to payung_app using (region_id = any (array(select app.person_regions())));
  create policy branch_list_insert on branch_list for insert to payung_app with check (
    created_by = (select app.actor_id()) and region_id = any (array${keepers}));
  create policy branch_list_update on branch_list for update to payung_app using (region_id = any (array${keepers}));

  alter table branch_list_row enable row level security;
  alter table branch_list_row force row level security;
  create policy branch_list_row_owner on branch_list_row to payung_owner using (true) with check (true);
  grant select, insert, update, delete on branch_list_row to payung_app;
  create policy branch_list_row_read on branch_list_row for select to payung_app using (region_id = any (array(select app.person_regions())));
  create policy branch_list_row_insert on branch_list_row for insert to payung_app with check (region_id = any (array${keepers}));
  create policy branch_list_row_update on branch_list_row for update to payung_app using (region_id = any (array${keepers}));
  -- only rows of the branch go, when it answers anew
  create policy branch_list_row_delete on branch_list_row for delete to payung_app using (
    enrollment_id is null and region_id = any (array${keepers}));
`;
