import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One division of people for every door: the groups that statistics tell of hold everybody who is enrolled, with or
 * without months, and say all that the views of analysts say. What a group shows of its people is what most of them
 * share; where too few shared it when the group was made, it says nothing.
 */
export class GroupTraits1763683301000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(forgetting);
    await runner.query(tables);
    await runner.query(helpers);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.told_labels(text[], text[]);
      drop table statistics_group_trait;
      alter table statistics_group drop column way;
      alter table statistics_group_member drop column way;
      ${forgetting}
    `);
  }
}

/** Groups made of months alone are none of everybody: the first run after this makes them anew. */
const forgetting = `
  truncate statistics_group_run, statistics_group_member, statistics_release;
  delete from statistics_group where level = 5;
  delete from statistics_group;
`;

const tables = `
  alter table statistics_group add column way uuid;
  alter table statistics_group_member add column way uuid;
  comment on column statistics_group.way is 'What most of its persons share of what is told, as a hash; null: not shown yet.';
  comment on column statistics_group_member.way is 'What the group tells of, as it is of this person when last looked at, as a hash.';
  comment on column statistics_group.labels is
    'What is told of the group, from general to special: programs, status, fate, categories, decree, months, continuity, checks (60 and 65 years among them), sex, decile, age; null: too few persons share it.';

  create table statistics_group_trait (
    id uuid constraint statistics_group_trait_id_key primary key default gen_random_uuid(),
    group_id uuid not null constraint statistics_group_trait_group_fk references statistics_group on delete cascade,
    region_id uuid not null constraint statistics_group_trait_region_fk references region on delete restrict,
    program_id uuid constraint statistics_group_trait_program_fk references program on delete restrict,
    category_id uuid constraint statistics_group_trait_category_fk references category on delete restrict,
    status text,
    state text,
    end_reason text,
    is_replaced text,
    life text,
    paid_after_death text,
    overlap text,
    overlap_months integer,
    overlap_rupiah numeric(18,0),
    membership text,
    paid_run text,
    sex text,
    decile smallint,
    age_band text,
    nik_origin text,
    dukcapil text,
    kpj text,
    decree text
  );
  comment on table statistics_group_trait is
    'What a group of five and more says of each of its persons, by program; null: too few persons share it.';
  create index statistics_group_trait_group_index on statistics_group_trait (group_id);
  create index statistics_group_trait_region_index on statistics_group_trait (region_id);
  create index statistics_group_trait_program_index on statistics_group_trait (program_id);
  create index statistics_group_trait_category_index on statistics_group_trait (category_id);
  alter table statistics_group_trait enable row level security;
  alter table statistics_group_trait force row level security;
  create policy statistics_group_trait_owner on statistics_group_trait to payung_owner using (true) with check (true);
`;

// months are compared even where a group does not tell that they are alike: it shows those of most of its persons
const helpers = `
  create function app.told_labels(labels text[], told text[]) returns text[] language sql immutable parallel safe set search_path = '' as $$
    select array(select case when i = 6 or told[i] is not null then labels[i] else '' end from generate_subscripts(labels, 1) i order by i)
  $$;
  comment on function app.told_labels(text[], text[]) is 'Labels of a person as far as the group tells of them.';
  revoke execute on function app.told_labels(text[], text[]) from public;
`;
