import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of the NIKs by number, persons behind keyed hashes, and the two ways by which an encrypted NIK leaves its table. */
export class NikKeys1763683222500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(keys);
    await runner.query(identities);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.reveal_nik(uuid, uuid, text);
      drop function app.sealed_nik(uuid);
      drop function app.persons_behind(bytea[]);
      drop function app.person_ids(integer[], bytea[]);
      drop function app.use_nik_key(integer);
      drop function app.nik_key_in_use(integer[]);
      drop function app.nik_key_ids();
      drop table nik_key;
    `);
  }
}

const keys = `
  create table nik_key (
    id uuid constraint nik_key_id_key primary key default gen_random_uuid(),
    key_id integer not null constraint nik_key_key_id_unique unique,
    is_current boolean not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1
  );
  comment on table nik_key is 'Which keys the NIKs here stand under, by number only; one is for what is new. Two while they are being changed.';
  create unique index nik_key_current_unique on nik_key (is_current) where is_current;

  create function app.nik_key_ids() returns setof integer language sql stable security definer set search_path = '' rows 2 as $$
    select k.key_id from public.nik_key k
  $$;
  comment on function app.nik_key_ids() is 'Keys that a server must know before it may serve.';

  -- Until the transaction ends the key in use stays the one in use: whoever changes it waits (see app.use_nik_key).
  create function app.nik_key_in_use(known integer[]) returns integer
    language plpgsql volatile security definer set search_path = '' as $$
  declare
    found_key integer;
  begin
    perform pg_advisory_xact_lock_shared(hashtextextended('app.nik_key', 0));
    insert into public.nik_key (key_id, is_current)
      select known[1], true where not exists (select from public.nik_key) on conflict do nothing;
    -- under a key that the caller does not know, a person could stand already: it would be registered a second time
    if exists (select from public.nik_key k where k.key_id <> all (known)) then
      raise exception 'nik: a key in use is not known to this server' using errcode = 'check_violation', constraint = 'nik_key_known';
    end if;
    select k.key_id into found_key from public.nik_key k where k.is_current;
    return found_key;
  end $$;
  comment on function app.nik_key_in_use(integer[]) is 'Key for what is new. The first caller of an empty registry decides.';

  create function app.use_nik_key(wanted integer) returns void language plpgsql volatile security definer set search_path = '' as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('app.nik_key', 0));
    update public.nik_key k set is_current = false where k.is_current and k.key_id <> wanted;
    insert into public.nik_key (key_id, is_current) values (wanted, true)
      on conflict (key_id) do update set is_current = true where not nik_key.is_current;
  end $$;
  comment on function app.use_nik_key(integer) is 'Changes the key for what is new; for the owner of the database only.';
`;

const identities = `
  -- The app gets ids for keyed hashes, never a list of them; whoever may write a registration anywhere may ask.
  create function app.person_ids(keys integer[], indexes bytea[]) returns table (place integer, person_id uuid, key_id integer)
    language plpgsql volatile security definer set search_path = '' as $$
  declare
    key_count integer := cardinality(keys);
    current_key integer;
  begin
    if not app.has_role('ADMIN', 'COORDINATOR', 'OPERATOR') then
      raise insufficient_privilege using message = 'not allowed to register persons';
    end if;
    current_key := app.nik_key_in_use(keys);
    with wanted as materialized (
      select (i.n - 1) / key_count as place, keys[(i.n - 1) % key_count + 1] as key_id, i.index
      from unnest(indexes) with ordinality i(index, n)),
    known as materialized (
      select w.place from wanted w join public.person p on p.nik_index = w.index)
    insert into public.person (nik_index)
      select distinct w.index from wanted w
      where w.key_id = current_key and not exists (select from known k where k.place = w.place)
      order by 1 on conflict do nothing;
    return query
      select ((i.n - 1) / key_count + 1)::integer, p.id, current_key
      from unnest(indexes) with ordinality i(index, n) join public.person p on p.nik_index = i.index
      order by 1;
  end $$;
  comment on function app.person_ids(integer[], bytea[]) is
    'Persons behind NIKs, new ones made. Each NIK comes with its hash under every known key, one after the other; place counts the NIKs from 1.';

  create function app.persons_behind(indexes bytea[]) returns setof uuid language sql stable security definer set search_path = '' rows 1 as $$
    select p.id from public.person p
    where p.nik_index = any (indexes) and app.has_role('ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER', 'AUDITOR')
  $$;
  comment on function app.persons_behind(bytea[]) is 'Persons that are there already; makes none.';

  create function app.sealed_nik(sealed uuid) returns table (key_id integer, ciphertext bytea)
    language sql stable security definer set search_path = '' rows 1 as $$
    select b.nik_key_id, b.nik_ciphertext from public.beneficiary b
    where b.id = sealed and b.region_id in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR'))
  $$;
  comment on function app.sealed_nik(uuid) is 'Encrypted NIK of one registration, for judging it against corrected data; never shown.';

  create function app.reveal_nik(new_reveal uuid, revealed uuid, why text) returns table (key_id integer, ciphertext bytea)
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
    if (select count(*) from public.nik_reveal r where r.staff_id = actor and r.revealed_at > clock_timestamp() - interval '1 hour') >= 60 then
      raise exception 'nik: sixty reveals within the hour' using errcode = 'check_violation', constraint = 'nik_reveal_hour_limit';
    end if;
    insert into public.nik_reveal (id, staff_id, beneficiary_id, reason, revealed_at) values (new_reveal, actor, revealed, why, clock_timestamp());
    perform app.record_event('beneficiary', revealed, b.region_id, 'beneficiary.revealNik', '{}');
    return query select b.nik_key_id, b.nik_ciphertext;
  end $$;
  comment on function app.reveal_nik(uuid, uuid, text) is 'Encrypted NIK of one registration, counted (60 an hour for a person) and noted in the audit trail.';
`;

const rights = `
  revoke execute on function app.nik_key_ids(), app.nik_key_in_use(integer[]), app.use_nik_key(integer),
    app.person_ids(integer[], bytea[]), app.persons_behind(bytea[]), app.sealed_nik(uuid), app.reveal_nik(uuid, uuid, text) from public;
  grant execute on function app.nik_key_ids(), app.person_ids(integer[], bytea[]), app.persons_behind(bytea[]),
    app.sealed_nik(uuid), app.reveal_nik(uuid, uuid, text) to payung_app;

  select app.keep('nik_key', 'nik_key');
  grant select on nik_key to payung_app;
  create policy nik_key_read on nik_key for select to payung_app using ((select app.has_role('ADMIN')));
`;
