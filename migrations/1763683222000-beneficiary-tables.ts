import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One person known only by a keyed hash; a region's registration of that person, with what was verified of it. */
export class BeneficiaryTables1763683222000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table nik_reveal;
      drop table verification;
      drop table beneficiary;
      drop function app.person_ids(bytea[]);
      drop table person;
      drop function app.person_regions();
    `);
  }
}

const tables = `
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

  create table beneficiary (
    id uuid constraint beneficiary_id_key primary key,
    region_id uuid not null constraint beneficiary_region_fk references region on delete restrict,
    person_id uuid not null constraint beneficiary_person_fk references person on delete restrict,
    nik_ciphertext bytea not null,
    nik_key_id integer not null,
    nik_mask text not null constraint beneficiary_nik_mask_form check (nik_mask ~ '^[0-9]{2}•{10}[0-9]{4}$'),
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
  comment on column beneficiary.nik_ciphertext is 'NIK, AES-256-GCM: nonce, ciphertext, tag. The key is outside the database.';
  comment on column beneficiary.decile is 'Decile of the family, 1 poorest; null: not ranked, or unknown.';
  create index beneficiary_person_index on beneficiary (person_id);
  create index beneficiary_region_name_index on beneficiary (region_id, name, id);
  create index beneficiary_name_index on beneficiary (name, id);
  create index beneficiary_birth_date_index on beneficiary (birth_date);
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
`;

const rights = `
  -- The app gets ids for keyed hashes, never a list of them; whoever may write a registration anywhere may ask.
  create function app.person_ids(indexes bytea[]) returns table (nik_index bytea, person_id uuid)
    language plpgsql volatile security definer set search_path = '' as $$
  begin
    if not app.has_role('ADMIN', 'COORDINATOR', 'OPERATOR') then
      raise insufficient_privilege using message = 'not allowed to register persons';
    end if;
    insert into public.person (nik_index) select distinct i from unnest(indexes) i order by i on conflict do nothing;
    return query select p.nik_index, p.id from public.person p where p.nik_index = any (indexes);
  end $$;
  revoke execute on function app.person_regions(), app.person_ids(bytea[]) from public;
  grant execute on function app.person_regions(), app.person_ids(bytea[]) to payung_app;

  alter table person enable row level security;
  alter table person force row level security;
  create policy person_owner on person to payung_owner using (true) with check (true);

  select app.keep('beneficiary', 'beneficiary', 'id',
    '{name,birth_date,birth_place,sex,address,address_region_id,phone,nik_ciphertext,nik_key_id,nik_mask,person_id,decile,note}');
  create trigger beneficiary_announce after update on beneficiary for each row execute function app.announce('beneficiary');
  grant select, insert, update on beneficiary to payung_app;
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

  alter table nik_reveal enable row level security;
  alter table nik_reveal force row level security;
  create policy nik_reveal_owner on nik_reveal to payung_owner using (true) with check (true);
  grant select, insert on nik_reveal to payung_app;
  create policy nik_reveal_read on nik_reveal for select to payung_app using (
    staff_id = (select app.actor_id()) or (select app.has_role('ADMIN', 'AUDITOR')));
  create policy nik_reveal_insert on nik_reveal for insert to payung_app with check (
    staff_id = (select app.actor_id()) and exists (select from beneficiary b where b.id = beneficiary_id));
`;
