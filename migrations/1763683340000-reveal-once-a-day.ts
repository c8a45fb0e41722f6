import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the day's limit counts is people, not files: a download that broke off and goes on shows the same NIKs to the same
 * person once more, and used up the day twice.
 */
export class RevealOnceADay1763683340000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(reveal(people));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(reveal(times));
  }
}

const recently = `r.staff_id = actor and r.export_id is not null and r.revealed_at > clock_timestamp() - interval '24 hours'`;

const people = `
    if (select count(*) from (
          select r.beneficiary_id from public.nik_reveal r where ${recently}
          union select unnest(revealed)) shown) > 5000 then`;

const times = `
    if (select count(*) from public.nik_reveal r
        where ${recently})
        + cardinality(revealed) > 5000 then`;

const reveal = (limit: string): string => `
  create or replace function app.reveal_niks(leaving uuid, revealed uuid[], why text)
    returns table (beneficiary_id uuid, key_id integer, ciphertext bytea)
    language plpgsql volatile security definer set search_path = '' as $$
  declare
    actor uuid := app.actor_id();
  begin
    if not exists (select from public.data_export x where x.id = leaving and x.staff_id = actor and x.state = 'STARTED') then
      raise no_data_found using message = 'no such export under way';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('app.reveal_nik:' || actor, 0));${limit}
      raise exception 'nik: too many in files within a day' using errcode = 'check_violation', constraint = 'nik_reveal_day_limit';
    end if;
    return query
      with shown as materialized (
        select b.id, b.region_id, b.nik_key_id, b.nik_ciphertext from public.beneficiary b
        where b.id = any (revealed) and b.region_id in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR'))),
      noted as (
        insert into public.nik_reveal (id, staff_id, beneficiary_id, reason, revealed_at, export_id)
        select gen_random_uuid(), actor, s.id, why, clock_timestamp(), leaving from shown s),
      trailed as (
        insert into public.audit_event (actor_id, request_id, verb, concept, subject_id, region_id, part, part_id, operation, changes)
        select actor, coalesce(current_setting('app.request_id', true), ''), 'beneficiary.revealNik', 'beneficiary', s.id, s.region_id,
          'beneficiary', s.id, 'EVENT', jsonb_build_object('export', leaving)
        from shown s)
      select s.id, s.nik_key_id, s.nik_ciphertext from shown s;
  end $$;
`;
