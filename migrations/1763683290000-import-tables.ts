import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Batches of rosters: the file, how its columns are read, what becomes of each row. */
export class ImportTables1763683290000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(batches);
    await runner.query(rows);
    await runner.query(guard);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table import_staging;
      drop table import_row;
      drop table import_batch;
      drop function app.guard_import_batch();
    `);
  }
}

const batches = `
  create table import_batch (
    id uuid constraint import_batch_id_key primary key,
    program_id uuid not null constraint import_batch_program_fk references program on delete restrict,
    region_id uuid not null constraint import_batch_region_fk references region on delete restrict,
    continues_id uuid constraint import_batch_continues_fk references import_batch on delete restrict,
    file_name text not null constraint import_batch_file_name_length check (char_length(file_name) between 1 and 200),
    sha256 text not null constraint import_batch_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
    size_bytes integer not null constraint import_batch_size_range check (size_bytes > 0),
    sheet jsonb not null,
    header_row integer not null,
    columns jsonb not null,
    category_id uuid constraint import_batch_category_fk references category on delete restrict,
    entered_on date,
    decree text constraint import_batch_decree_length check (char_length(decree) between 1 and 200),
    cohort text constraint import_batch_cohort_length check (char_length(cohort) between 1 and 100),
    decile_source text constraint import_batch_decile_source_length check (char_length(decile_source) between 1 and 100),
    decile_on date,
    state text not null default 'MAPPING' constraint import_batch_state_check check (state in (
      'MAPPING', 'CHECKING', 'READY', 'COMMITTING', 'COMMITTED', 'UNDOING', 'UNDONE', 'DISCARDED', 'FAILED')),
    failure_code text,
    failure_params jsonb not null default '{}',
    row_count integer,
    done_count integer not null default 0,
    through_row integer not null default 0,
    resumes_commit boolean not null default false,
    nik_key_id integer,
    new_count integer,
    changed_count integer,
    unchanged_count integer,
    duplicate_count integer,
    error_count integer,
    mended_count integer not null default 0,
    committed_count integer not null default 0,
    undone_count integer not null default 0,
    monthly_rupiah numeric(18,0),
    created_by uuid not null constraint import_batch_created_by_fk references staff on delete restrict,
    acting_id uuid constraint import_batch_acting_fk references staff on delete restrict,
    phase_began_at timestamptz,
    committed_at timestamptz,
    undone_at timestamptz,
    keeps_file boolean not null default true,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1
  );
  comment on table import_batch is 'A roster that was handed in: who, which file, how its columns are read, what became of its rows.';
  comment on column import_batch.continues_id is 'Batch whose bad rows this file gives back mended; null: a roster of its own.';
  comment on column import_batch.sheet is 'How the file is read: format, encoding, delimiter, name of the sheet.';
  comment on column import_batch.columns is 'Columns in their order: index, header, field (null: left out); samples until they are confirmed.';
  comment on column import_batch.through_row is 'Last row of the file that the phase under way has dealt with; where it goes on after an interruption.';
  comment on column import_batch.done_count is 'Rows that the phase under way has dealt with.';
  comment on column import_batch.acting_id is 'Staff member in whose name the phase under way runs.';
  comment on column import_batch.resumes_commit is 'Whether the file is read again in the midst of a commit, which then goes on.';
  comment on column import_batch.nik_key_id is 'Key under which the NIKs of the rows are sealed; null: they were not read yet.';
  comment on column import_batch.monthly_rupiah is 'Contribution of the new rows for one month; null: not reckoned, or a rate is unknown.';
  comment on column import_batch.keeps_file is 'Whether the encrypted file is still in the store.';
  -- the same file again is the same batch, until that one is gone
  create unique index import_batch_file_unique on import_batch (program_id, sha256) where state not in ('UNDONE', 'DISCARDED', 'FAILED');
  create index import_batch_program_index on import_batch (program_id, created_at desc);
  create index import_batch_region_index on import_batch (region_id);
  create index import_batch_continues_index on import_batch (continues_id);
  create index import_batch_category_index on import_batch (category_id);
  create index import_batch_created_by_index on import_batch (created_by);
  create index import_batch_acting_index on import_batch (acting_id);
  create index import_batch_created_at_index on import_batch (created_at desc, id);
  create index import_batch_waiting_index on import_batch (state) where state in ('CHECKING', 'COMMITTING', 'UNDOING');
`;

const content = `
    nik_mask text,
    nik_ciphertext bytea,
    nik_findings text[] not null default '{}',
    name text,
    birth_date date,
    birth_place text,
    sex text,
    address text,
    address_region_id uuid,
    phone text,
    category_id uuid,
    decile integer,
    decile_source text,
    decile_on date,
    note text,
    post text,
    decree text,
    cohort text,
    kpj text,
    entered_on date`;

const rows = `
  create table import_row (
    id uuid constraint import_row_id_key primary key,
    batch_id uuid not null constraint import_row_batch_fk references import_batch on delete restrict,
    region_id uuid not null,
    row_number integer not null,
    verdict text not null constraint import_row_verdict_check check (verdict in ('NEW', 'CHANGED', 'UNCHANGED', 'DUPLICATE', 'ERROR')),
    problems jsonb not null default '[]',
    person_id uuid,
    beneficiary_id uuid,
    changes jsonb not null default '{}',
    mends_row integer,
    mended_by uuid constraint import_row_mended_by_fk references import_batch on delete restrict,
    is_committed boolean not null default false,
    is_undone boolean not null default false,
    ${content},
    constraint import_row_number_unique unique (batch_id, row_number)
  ) with (fillfactor = 60);
  comment on table import_row is 'A row of a roster. A registration and an enrollment that it makes get its id: what they came from is known for good.';
  comment on column import_row.beneficiary_id is 'Registration that stood already; null: none, one that the row makes gets its id.';
  comment on column import_row.changes is 'Fields of a registration that stood already: what it says, what the row says.';
  comment on column import_row.mends_row is 'Row of the continued batch that this one mends; null: none.';
  comment on column import_row.name is 'This and the rest of the content is cleared when the row is committed, or the batch is discarded.';
  -- as few as can be, and none that a commit touches: each row of a million is written twice
  create index import_row_mended_by_index on import_row (mended_by) where mended_by is not null;

  create unlogged table import_staging (
    batch_id uuid not null,
    id uuid not null,
    row_number integer not null,
    problems jsonb not null,
    mends_row integer,
    nik_indexes bytea[],
    ${content}
  );
  comment on table import_staging is 'Where COPY puts the rows of a file; empty again when the transaction ends. COPY cannot write to a table with row security: the app may add rows, and read none.';
  create index import_staging_index on import_staging (batch_id, row_number);
`;

const guard = `
  create function app.guard_import_batch() returns trigger language plpgsql set search_path = '' as $$
  begin
    if old.state <> new.state and (old.state, new.state) not in (
      ('MAPPING', 'CHECKING'), ('CHECKING', 'READY'), ('CHECKING', 'FAILED'), ('CHECKING', 'COMMITTING'), ('READY', 'MAPPING'),
      ('READY', 'CHECKING'), ('READY', 'COMMITTING'), ('COMMITTING', 'CHECKING'), ('COMMITTING', 'READY'), ('COMMITTING', 'COMMITTED'),
      ('COMMITTED', 'UNDOING'), ('READY', 'UNDOING'), ('UNDOING', 'COMMITTED'), ('UNDOING', 'UNDONE'),
      ('MAPPING', 'DISCARDED'), ('CHECKING', 'DISCARDED'), ('READY', 'DISCARDED')) then
      raise exception 'import: % does not lead to %', old.state, new.state using errcode = 'check_violation', constraint = 'import_batch_state_move';
    end if;
    if new.state = 'DISCARDED' and new.committed_count > new.undone_count then
      raise exception 'import: rows of it are committed' using errcode = 'check_violation', constraint = 'import_batch_state_move';
    end if;
    if (new.program_id, new.region_id, new.sha256) is distinct from (old.program_id, old.region_id, old.sha256) then
      raise exception 'import: program and file do not change' using errcode = 'check_violation', constraint = 'import_batch_identity_frozen';
    end if;
    return new;
  end $$;
  create trigger import_batch_guard before update on import_batch for each row execute function app.guard_import_batch();
  revoke execute on function app.guard_import_batch() from public;
`;

const rights = `
  select app.keep('import_batch', 'import_batch', 'id', '{columns}');
  create trigger import_batch_announce after insert or update on import_batch for each row execute function app.announce('import_batch');
  grant select, insert, update on import_batch to payung_app;
  create policy import_batch_read on import_batch for select to payung_app using (region_id = any (array(select app.person_regions())));
  create policy import_batch_insert on import_batch for insert to payung_app with check (
    created_by = (select app.actor_id()) and region_id = any (array(select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR'))));
  create policy import_batch_update on import_batch for update to payung_app using (
    region_id = any (array(select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR'))));

  alter table import_row enable row level security;
  alter table import_row force row level security;
  create policy import_row_owner on import_row to payung_owner using (true) with check (true);
  -- the encrypted NIK is not among them: it goes into the registration by app.commit_import only
  grant select (id, batch_id, region_id, row_number, verdict, problems, beneficiary_id, changes, mends_row, mended_by, is_committed, is_undone,
    nik_mask, nik_findings, name, birth_date, birth_place, sex, address, address_region_id, phone, category_id, decile, decile_source, decile_on,
    note, post, decree, cohort, kpj, entered_on) on import_row to payung_app;
  create policy import_row_read on import_row for select to payung_app using (region_id = any (array(select app.person_regions())));

  grant insert on import_staging to payung_app;
`;
