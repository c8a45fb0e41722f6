import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Awards to regional governments, and the officials who gave them. */
export class AwardTable1763683210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from citation where concept = 'award';
      drop table award_giver;
      drop table award;
    `);
  }
}

const tables = `
  create table award (
    id uuid constraint award_id_key primary key,
    name text not null constraint award_name_length check (char_length(name) between 1 and 200),
    edition_year integer not null constraint award_edition_year_range check (edition_year between 2000 and 2200),
    level text not null constraint award_level_check check (level in ('PROVINCE', 'NATIONAL')),
    category text constraint award_category_length check (char_length(category) between 1 and 200),
    rank integer constraint award_rank_range check (rank between 1 and 1000),
    region_id uuid not null constraint award_region_fk references region on delete restrict,
    given_by text constraint award_given_by_length check (char_length(given_by) between 1 and 500),
    received_by text constraint award_received_by_length check (char_length(received_by) between 1 and 500),
    received_by_official_id uuid constraint award_received_by_official_fk references official on delete restrict,
    ceremony_on date,
    note text constraint award_note_length check (char_length(note) between 1 and 4000),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1
  );
  comment on column award.edition_year is 'Year of the edition, which may precede the ceremony.';
  comment on column award.region_id is 'Region whose government received the award.';
  create index award_region_index on award (region_id);
  create index award_received_by_official_index on award (received_by_official_id);
  create index award_edition_year_index on award (edition_year, id);
  create index award_ceremony_index on award (coalesce(ceremony_on, date '-infinity'), id);
  create index award_search_index on award using gin (
    (lower(name || ' ' || coalesce(category, '') || ' ' || coalesce(given_by, '') || ' ' || coalesce(received_by, ''))) gin_trgm_ops);

  create table award_giver (
    id uuid constraint award_giver_id_key primary key,
    award_id uuid not null constraint award_giver_award_fk references award on delete cascade,
    official_id uuid not null constraint award_giver_official_fk references official on delete restrict,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    constraint award_giver_award_official_unique unique (award_id, official_id)
  );
  create index award_giver_official_index on award_giver (official_id);
`;

const rights = `
  select app.keep('award', 'award');
  create trigger award_announce after insert or update on award for each row execute function app.announce('award');
  grant select, insert, update on award to payung_app;
  create policy award_read on award for select to payung_app using (true);
  create policy award_insert on award for insert to payung_app with check (app.holds_role_in(region_id, 'ADMIN', 'COORDINATOR'));
  create policy award_update on award for update to payung_app using (app.holds_role_in(region_id, 'ADMIN', 'COORDINATOR'));

  select app.keep('award', 'award_giver', 'award_id');
  grant select, insert, delete on award_giver to payung_app;
  create policy award_giver_read on award_giver for select to payung_app using (true);
  create policy award_giver_insert on award_giver for insert to payung_app with check (exists (
    select from award a where a.id = award_id and app.holds_role_in(a.region_id, 'ADMIN', 'COORDINATOR')));
  create policy award_giver_delete on award_giver for delete to payung_app using (exists (
    select from award a where a.id = award_id and app.holds_role_in(a.region_id, 'ADMIN', 'COORDINATOR')));
`;
