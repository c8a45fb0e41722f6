import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Filters of people for which row security leaves no index: `like` is not leakproof, and the policy of checks asks for
 * every row whether its person is seen. As app.people_named, these look as the owner and keep to the actor's regions
 * themselves. A million people, those of one check that failed: 25 s before.
 */
export class PeopleFound1763683306400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index verification_result_index on verification (check_kind, result, beneficiary_id, checked_on, id);

      create function app.people_like(pattern text) returns setof uuid
        language plpgsql stable security definer set search_path = '' rows 2000 as $$
      begin
        -- planned for this very pattern: how rare it is decides between the index and the table
        return query execute 'select b.id from public.beneficiary b where lower(b.name) like $1 and b.region_id = any ($2)'
          using pattern, array(select app.person_regions());
      end $$;
      comment on function app.people_like(text) is 'Registrations in the actor''s regions whose name in small letters is like the pattern.';

      create function app.people_checked(kind text, outcome text) returns setof uuid
        language plpgsql stable security definer set search_path = '' set work_mem = '64MB' rows 20000 as $$
      declare
        regions constant uuid[] := array(select app.person_regions());
      begin
        if outcome = 'NOT_CHECKED' then
          return query execute 'select b.id from public.beneficiary b where b.region_id = any ($1)
            and not exists (select from public.verification v where v.beneficiary_id = b.id and v.check_kind = $2)'
            using regions, kind;
          return;
        end if;
        return query execute 'select v.beneficiary_id from public.verification v join public.beneficiary b on b.id = v.beneficiary_id
          where v.check_kind = $2 and v.result = $3 and b.region_id = any ($1) and not exists (
            select from public.verification l
            where l.beneficiary_id = v.beneficiary_id and l.check_kind = $2 and (l.checked_on, l.id) > (v.checked_on, v.id))'
          using regions, kind, outcome;
      end $$;
      comment on function app.people_checked(text, text) is
        'Registrations in the actor''s regions whose latest check of the kind came to this; NOT_CHECKED: there is none.';

      revoke execute on function app.people_like(text), app.people_checked(text, text) from public;
      grant execute on function app.people_like(text), app.people_checked(text, text) to payung_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.people_checked(text, text);
      drop function app.people_like(text);
      drop index verification_result_index;
    `);
  }
}
