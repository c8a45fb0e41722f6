import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One person known only by a keyed hash; a region's registration of that person, with what was verified of it. */
export class BeneficiaryTables1763683222000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(persons);
    await runner.query(tables);
    await runner.query(trails);
    await runner.query(guards);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.verifications_of(uuid);
      drop table nik_correction;
      drop table nik_reveal;
      drop table verification;
      drop table beneficiary;
      drop function app.guard_beneficiary();
      drop function app.follow_person();
      drop table person;
      drop function app.person_regions();
    `);
  }
}

const persons = `
  create function app.person_regions() returns setof uuid language sql stable security definer set search_path = '' rows 20 as $$
    select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER', 'AUDITOR')
  $$;
  comment on function app.person_regions() is 'Regions whose people the actor may see; analysts see none.';

  create table person (
    id uuid constraint person_id_key primary key default gen_random_uuid(),
    nik_index bytea not null constraint person_nik_index_unique unique,
    created_at timestamptz not null default now()
  );
  comment on table person is 'One human. No readable personal data: known only by a keyed hash of the NIK, whose key is not in the database.';
  comment on column person.nik_index is 'Number of the key in four bytes, then HMAC-SHA256 of the NIK.';
`;

const tables = `
  create table beneficiary (
    id uuid constraint beneficiary_id_key primary key,
    region_id uuid not null constraint beneficiary_region_fk references region on delete restrict,
    person_id uuid not null constraint beneficiary_person_fk references person on delete restrict,
    nik_ciphertext bytea not null,
    nik_key_id integer not null,
    nik_mask text not null constraint beneficiary_nik_mask_form check (nik_mask ~ '^[0-9]{2}•{10}[0-9]{4}$'),
    nik_findings text[] not null default '{}' constraint beneficiary_nik_findings_check check (nik_findings <@
      array['PREFIX_ELSEWHERE', 'BIRTH_DATE_DIFFERS', 'SEX_DIFFERS', 'DATE_IMPOSSIBLE', 'AGE_OVER_100']),
    name text not null constraint beneficiary_name_length check (char_length(name) between 1 and 200),
    birth_date date,
    birth_place text constraint beneficiary_birth_place_length check (char_length(birth_place) <= 100),
    sex text constraint beneficiary_sex_check check (sex in ('FEMALE', 'MALE')),
    address text constraint beneficiary_address_length check (char_length(address) <= 300),
    address_region_id uuid constraint beneficiary_address_region_fk references region on delete restrict,
    phone text constraint beneficiary_phone_form check (phone ~ '^[+0-9][0-9]{7,15}$'),
    category_id uuid constraint beneficiary_category_fk references category on delete restrict,
    decile integer constraint beneficiary_decile_range check (decile between 1 and 10),
    decile_source text constraint beneficiary_decile_source_length check (char_length(decile_source) between 1 and 100),
    decile_on date,
    died_on date,
    moved_out_on date,
    note text constraint beneficiary_note_length check (char_length(note) <= 1000),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    constraint beneficiary_person_unique unique (region_id, person_id),
    constraint beneficiary_decile_complete check ((decile is null) or (decile_source is not null and decile_on is not null)),
    constraint beneficiary_death_order check (died_on >= birth_date)
  );
  comment on column beneficiary.nik_ciphertext is 'NIK, AES-256-GCM: nonce, ciphertext, tag; bound to the id of the row. The key is outside the database.';
  comment on column beneficiary.nik_findings is 'Where the NIK and the other data disagree; the NIK may be right all the same.';
  comment on column beneficiary.decile is 'Decile of the family, 1 poorest; null: not ranked, or unknown.';
  create index beneficiary_person_index on beneficiary (person_id);
  create index beneficiary_region_name_index on beneficiary (region_id, name, id);
  create index beneficiary_name_index on beneficiary (name, id);
  create index beneficiary_birth_date_index on beneficiary (birth_date);
  create index beneficiary_birth_order_index on beneficiary (coalesce(birth_date, date 'infinity'), id);
  create index beneficiary_address_region_index on beneficiary (address_region_id);
  create index beneficiary_category_index on beneficiary (category_id);
  create index beneficiary_created_at_index on beneficiary (created_at, id);
  create index beneficiary_search_index on beneficiary using gin (lower(name) gin_trgm_ops);
  create index beneficiary_nik_key_index on beneficiary (nik_key_id, id);

  create table verification (
    id uuid constraint verification_id_key primary key,
    beneficiary_id uuid not null constraint verification_beneficiary_fk references beneficiary on delete restrict,
    check_kind text not null constraint verification_check_kind_check check (check_kind in ('FORMAT', 'DUKCAPIL', 'DTSEN', 'BPJSTK', 'FIELD')),
    result text not null constraint verification_result_check check (result in ('PASSED', 'FAILED', 'NEEDS_REVIEW')),
    checked_on date not null,
    checked_by text constraint verification_checked_by_length check (char_length(checked_by) between 1 and 200),
    batch text constraint verification_batch_length check (char_length(batch) between 1 and 100),
    note text constraint verification_note_length check (char_length(note) <= 1000),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1
  );
  comment on table verification is 'Results of checks; the latest of a kind counts, a kind without a row was not checked.';
  create index verification_beneficiary_index on verification (beneficiary_id, check_kind, checked_on desc, id desc);

  create function app.verifications_of(beneficiary uuid)
    returns table (check_kind text, result text, checked_on date, checked_by text, batch text, note text, place bigint)
    language sql stable set search_path = '' rows 5 as $$
    select k.kind, coalesce(v.result, 'NOT_CHECKED'), v.checked_on, v.checked_by, v.batch, v.note, k.place
    from unnest(array['FORMAT', 'DUKCAPIL', 'DTSEN', 'BPJSTK', 'FIELD']) with ordinality k(kind, place)
    left join lateral (
      select x.* from public.verification x
      where x.beneficiary_id = verifications_of.beneficiary and x.check_kind = k.kind
      order by x.checked_on desc, x.id desc limit 1) v on true
  $$;
  comment on function app.verifications_of(uuid) is 'Latest result of each kind of check, NOT_CHECKED where there is none.';
`;

const trails = `
  create table nik_reveal (
    id uuid constraint nik_reveal_id_key primary key,
    staff_id uuid not null constraint nik_reveal_staff_fk references staff on delete restrict,
    beneficiary_id uuid not null constraint nik_reveal_beneficiary_fk references beneficiary on delete restrict,
    reason text not null constraint nik_reveal_reason_length check (char_length(reason) between 10 and 500),
    revealed_at timestamptz not null default now()
  );
  comment on table nik_reveal is 'Who saw a NIK in full, when and why; counted against the limit of the hour.';
  create index nik_reveal_staff_index on nik_reveal (staff_id, revealed_at);
  create index nik_reveal_beneficiary_index on nik_reveal (beneficiary_id);

  create table nik_correction (
    id uuid constraint nik_correction_id_key primary key,
    staff_id uuid not null constraint nik_correction_staff_fk references staff on delete restrict,
    beneficiary_id uuid not null constraint nik_correction_beneficiary_fk references beneficiary on delete restrict,
    former_mask text not null,
    reason text not null constraint nik_correction_reason_length check (char_length(reason) between 10 and 500),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1
  );
  comment on table nik_correction is 'Who corrected a mistyped NIK, when and why.';
  create index nik_correction_staff_index on nik_correction (staff_id);
  create index nik_correction_beneficiary_index on nik_correction (beneficiary_id);
`;

const guards = `
  create function app.guard_beneficiary() returns trigger language plpgsql set search_path = '' as $$
  begin
    if new.region_id <> old.region_id then
      raise exception 'beneficiary: the region does not change' using errcode = 'check_violation', constraint = 'beneficiary_region_frozen';
    end if;
    return new;
  end $$;
  create trigger beneficiary_guard before update on beneficiary for each row execute function app.guard_beneficiary();

  create function app.follow_person() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    -- locked first: covering months locks them too, so that the look at the ledger sees what was being covered
    perform from public.enrollment e where e.beneficiary_id = new.id order by e.id for update;
    if exists (select from public.enrollment e join public.coverage c on c.enrollment_id = e.id where e.beneficiary_id = new.id)
      or exists (select from public.enrollment e join public.coverage_case c on c.enrollment_id = e.id where e.beneficiary_id = new.id) then
      raise exception 'beneficiary: the ledger knows the person' using errcode = 'check_violation', constraint = 'beneficiary_person_frozen';
    end if;
    update public.enrollment e set person_id = new.person_id where e.beneficiary_id = new.id;
    return null;
  end $$;
  comment on function app.follow_person() is 'A corrected NIK is another person: enrollments follow, as long as nothing was covered.';
  create trigger beneficiary_person after update of person_id on beneficiary
    for each row when (old.person_id <> new.person_id) execute function app.follow_person();
  revoke execute on function app.guard_beneficiary(), app.follow_person() from public;
`;

const rights = `
  revoke execute on function app.person_regions(), app.verifications_of(uuid) from public;
  grant execute on function app.person_regions(), app.verifications_of(uuid) to payung_app;

  alter table person enable row level security;
  alter table person force row level security;
  create policy person_owner on person to payung_owner using (true) with check (true);

  select app.keep('beneficiary', 'beneficiary', 'id',
    '{name,birth_date,birth_place,sex,address,address_region_id,phone,nik_ciphertext,nik_key_id,nik_mask,person_id,decile,note}');
  -- encrypting anew under another key is no change of the record: nobody's open form becomes stale by it
  drop trigger beneficiary_touch on beneficiary;
  create trigger beneficiary_touch before update on beneficiary for each row
    when ((to_jsonb(old) - array['nik_ciphertext', 'nik_key_id']) is distinct from (to_jsonb(new) - array['nik_ciphertext', 'nik_key_id']))
    execute function app.touch();
  create trigger beneficiary_announce after update on beneficiary for each row
    when (new.version > old.version) execute function app.announce('beneficiary');
  -- nik_ciphertext is not among them: it leaves by functions only (see the next migration)
  grant select (id, region_id, person_id, nik_key_id, nik_mask, nik_findings, name, birth_date, birth_place, sex, address, address_region_id,
      phone, category_id, decile, decile_source, decile_on, died_on, moved_out_on, note, created_at, updated_at, version), insert, update
    on beneficiary to payung_app;
  create policy beneficiary_read on beneficiary for select to payung_app using (region_id in (select app.person_regions()));
  create policy beneficiary_insert on beneficiary for insert to payung_app with check (
    region_id in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR')));
  create policy beneficiary_update on beneficiary for update to payung_app using (
    region_id in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR')));

  select app.keep('beneficiary', 'verification', 'beneficiary_id', '{note}');
  grant select, insert on verification to payung_app;
  create policy verification_read on verification for select to payung_app using (
    exists (select from beneficiary b where b.id = beneficiary_id));
  create policy verification_insert on verification for insert to payung_app with check (
    exists (select from beneficiary b where b.id = beneficiary_id and b.region_id in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR'))));

  -- reasons are free text: only who may see the person reads them; rows are made by app.reveal_nik alone
  alter table nik_reveal enable row level security;
  alter table nik_reveal force row level security;
  create policy nik_reveal_owner on nik_reveal to payung_owner using (true) with check (true);
  grant select on nik_reveal to payung_app;
  create policy nik_reveal_read on nik_reveal for select to payung_app using (
    staff_id = (select app.actor_id())
    or exists (select from beneficiary b where b.id = beneficiary_id and b.region_id in (select app.regions_of('ADMIN', 'AUDITOR'))));

  select app.keep('beneficiary', 'nik_correction', 'beneficiary_id', '{former_mask,reason}');
  grant select, insert on nik_correction to payung_app;
  create policy nik_correction_read on nik_correction for select to payung_app using (
    exists (select from beneficiary b where b.id = beneficiary_id));
  create policy nik_correction_insert on nik_correction for insert to payung_app with check (
    staff_id = (select app.actor_id()) and exists (
      select from beneficiary b where b.id = beneficiary_id and b.region_id in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR'))));
`;
