import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What left the registry as a file: by whom, which list, how many rows, whether with NIKs, and why. */
export class DataExportTable1763683265000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(reveals);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.reveal_niks(uuid, uuid[], text);
      alter table nik_reveal drop column export_id;
      ${revealOne('')}
      drop table data_export;
    `);
  }
}

const table = `
  create table data_export (
    id uuid constraint data_export_id_key primary key,
    staff_id uuid not null constraint data_export_staff_fk references staff on delete restrict,
    list_name text not null constraint data_export_list_name_length check (char_length(list_name) between 1 and 100),
    operation text not null,
    variables jsonb not null,
    format text not null constraint data_export_format_check check (format in ('CSV', 'XLSX', 'JSONL')),
    state text not null constraint data_export_state_check check (state in ('STARTED', 'DONE', 'CANCELLED', 'FAILED')),
    reason text constraint data_export_reason_length check (char_length(reason) between 10 and 500),
    shows_personal boolean not null,
    nik_count integer not null default 0,
    row_count integer,
    milliseconds integer,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    constraint data_export_reason_given check (reason is not null or (not shows_personal and nik_count = 0))
  );
  comment on table data_export is 'Each list that left as a file, noted before its first byte; numbers of sixteen digits are masked.';
  comment on column data_export.shows_personal is 'Whether names, birth dates, telephone numbers and addresses are in the file; otherwise masked.';
  comment on column data_export.nik_count is 'NIKs in the file in full, each a row of nik_reveal.';
  comment on column data_export.row_count is 'Records handed over; null: not finished, or never heard of again.';
  create index data_export_staff_index on data_export (staff_id, created_at desc, id);
  create index data_export_created_at_index on data_export (created_at, id);

  select app.keep('data_export', 'data_export', 'id', '{variables}');
  grant select, insert, update (state, nik_count, row_count, milliseconds) on data_export to payung_app;
  create policy data_export_read on data_export for select to payung_app using (staff_id = any (array(select app.visible_staff())));
  create policy data_export_insert on data_export for insert to payung_app with check (staff_id = (select app.actor_id()));
  create policy data_export_update on data_export for update to payung_app using (staff_id = (select app.actor_id()));
`;

/** The hour counts what was shown one by one; files have a count of their own. */
const revealOne = (onlyShown: string): string => `
  create or replace function app.reveal_nik(new_reveal uuid, revealed uuid, why text) returns table (key_id integer, ciphertext bytea)
    language plpgsql volatile security definer set search_path = '' as $$
  declare
    actor uuid := app.actor_id();
    b public.beneficiary;
  begin
    select * into b from public.beneficiary x
      where x.id = revealed and x.region_id in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR'));
    if b.id is null then
      raise no_data_found using message = 'absent, or not visible';
    end if;
    -- one at a time for a person, so that two requests cannot both be the sixtieth
    perform pg_advisory_xact_lock(hashtextextended('app.reveal_nik:' || actor, 0));
    if (select count(*) from public.nik_reveal r
        where r.staff_id = actor ${onlyShown}and r.revealed_at > clock_timestamp() - interval '1 hour') >= 60 then
      raise exception 'nik: sixty reveals within the hour' using errcode = 'check_violation', constraint = 'nik_reveal_hour_limit';
    end if;
    insert into public.nik_reveal (id, staff_id, beneficiary_id, reason, revealed_at) values (new_reveal, actor, revealed, why, clock_timestamp());
    perform app.record_event('beneficiary', revealed, b.region_id, 'beneficiary.revealNik', '{}');
    return query select b.nik_key_id, b.nik_ciphertext;
  end $$;
`;

const reveals = `
  alter table nik_reveal add column export_id uuid constraint nik_reveal_export_fk references data_export on delete restrict;
  comment on column nik_reveal.export_id is 'File that the NIK left in; null: shown on a page.';
  create index nik_reveal_export_index on nik_reveal (export_id);
  ${revealOne('and r.export_id is null ')}

  create function app.reveal_niks(leaving uuid, revealed uuid[], why text)
    returns table (beneficiary_id uuid, key_id integer, ciphertext bytea)
    language plpgsql volatile security definer set search_path = '' as $$
  declare
    actor uuid := app.actor_id();
  begin
    if not exists (select from public.data_export x where x.id = leaving and x.staff_id = actor and x.state = 'STARTED') then
      raise no_data_found using message = 'no such export under way';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('app.reveal_nik:' || actor, 0));
    if (select count(*) from public.nik_reveal r
        where r.staff_id = actor and r.export_id is not null and r.revealed_at > clock_timestamp() - interval '24 hours')
        + cardinality(revealed) > 5000 then
      raise exception 'nik: too many in files within a day' using errcode = 'check_violation', constraint = 'nik_reveal_day_limit';
    end if;
    insert into public.nik_reveal (id, staff_id, beneficiary_id, reason, revealed_at, export_id)
      select gen_random_uuid(), actor, b.id, why, clock_timestamp(), leaving from public.beneficiary b
      where b.id = any (revealed) and b.region_id in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR'));
    insert into public.audit_event (actor_id, request_id, verb, concept, subject_id, region_id, part, part_id, operation, changes)
      select actor, coalesce(current_setting('app.request_id', true), ''), 'beneficiary.revealNik', 'beneficiary', b.id, b.region_id,
        'beneficiary', b.id, 'EVENT', jsonb_build_object('export', leaving)
      from public.nik_reveal r join public.beneficiary b on b.id = r.beneficiary_id where r.export_id = leaving and b.id = any (revealed);
    return query select b.id, b.nik_key_id, b.nik_ciphertext
      from public.nik_reveal r join public.beneficiary b on b.id = r.beneficiary_id where r.export_id = leaving and b.id = any (revealed);
  end $$;
  comment on function app.reveal_niks(uuid, uuid[], text) is
    'Encrypted NIKs for a file: each noted in the trail, at most 5,000 in 24 hours for a person; those outside the rights of the actor are left out.';
  revoke execute on function app.reveal_niks(uuid, uuid[], text) from public;
  grant execute on function app.reveal_niks(uuid, uuid[], text) to payung_app;
`;
