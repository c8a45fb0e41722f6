import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Worker categories as a tree, with every word by which they are known. */
export class CategoryTable1763683204000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(guards);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table category_term;
      drop table category;
      drop function app.keep_category_terms();
      drop function app.refuse_category_cycle();
    `);
  }
}

const tables = `
  create table category (
    id uuid constraint category_id_key primary key,
    code text not null constraint category_code_unique unique
      constraint category_code_form check (code ~ '^[A-Z][A-Z0-9_]{1,49}$'),
    name text not null constraint category_name_length check (char_length(name) between 1 and 100),
    name_en text not null constraint category_name_en_length check (char_length(name_en) between 1 and 100),
    family text not null constraint category_family_check check (family in ('GOVERNMENT_ECOSYSTEM', 'VULNERABLE')),
    parent_id uuid constraint category_parent_fk references category on delete restrict,
    is_transport boolean not null default false,
    is_post_holder boolean not null default false,
    aliases text[] not null default '{}'
      constraint category_aliases_form check (array_position(aliases, null) is null and cardinality(aliases) <= 50),
    is_active boolean not null default true,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1
  );
  comment on column category.is_transport is 'Whether it is in the transport sector of PP 50/2025.';
  comment on column category.is_post_holder is 'Whether the cover belongs to a post, so that a successor replaces the person.';
  create index category_parent_index on category (parent_id);
  create index category_family_index on category (family, code);
  create index category_name_index on category (lower(name), id);

  create table category_term (
    term text not null constraint category_term_unique unique
      constraint category_term_length check (char_length(term) between 1 and 100),
    category_id uuid not null constraint category_term_category_fk references category on delete cascade
  );
  comment on table category_term is 'Names and aliases of all categories in lower case: a word in a roster names one category only. Kept by a trigger.';
  create index category_term_category_index on category_term (category_id);
  create index category_term_search_index on category_term using gin (term gin_trgm_ops);
`;

const guards = `
  create function app.keep_category_terms() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    delete from public.category_term where category_id = new.id;
    insert into public.category_term (term, category_id)
      select distinct lower(btrim(word)), new.id from unnest(new.aliases || new.name) as word;
    return null;
  end $$;
  create trigger category_terms after insert or update of name, aliases on category
    for each row execute function app.keep_category_terms();

  create function app.refuse_category_cycle() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    -- two changes at once could close a circle that neither of them sees
    perform pg_advisory_xact_lock(hashtextextended('category.parent', 0));
    if exists (
      with recursive up as (
        select c.id, c.parent_id from public.category c where c.id = new.parent_id
        union
        select c.id, c.parent_id from public.category c join up on c.id = up.parent_id)
      select from up where id = new.id) then
      raise check_violation using constraint = 'category_parent_cycle', message = 'a category cannot lie below itself';
    end if;
    return null;
  end $$;
  create constraint trigger category_parent_cycle after insert or update of parent_id on category
    for each row when (new.parent_id is not null) execute function app.refuse_category_cycle();
  revoke execute on function app.keep_category_terms(), app.refuse_category_cycle() from public;
`;

const rights = `
  select app.keep('category', 'category');
  create trigger category_announce after insert or update on category for each row execute function app.announce('category');
  grant select, insert, update on category to payung_app;
  create policy category_read on category for select to payung_app using (true);
  create policy category_insert on category for insert to payung_app with check ((select app.has_role('ADMIN')));
  create policy category_update on category for update to payung_app using ((select app.has_role('ADMIN')));

  alter table category_term enable row level security;
  alter table category_term force row level security;
  grant select on category_term to payung_app;
  create policy category_term on category_term to payung_owner using (true) with check (true);
  create policy category_term_read on category_term for select to payung_app using (true);
`;
