import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which columns people want to see in the lists of the panel. */
export class ColumnChoiceTable1763683302000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table column_choice');
  }
}

const table = `
  create table column_choice (
    id uuid constraint column_choice_id_key primary key,
    staff_id uuid not null constraint column_choice_staff_fk references staff on delete cascade,
    concept text not null constraint column_choice_concept_form check (concept ~ '^[a-z][A-Za-z]{1,39}$'),
    columns text[] not null constraint column_choice_columns_form
      check (cardinality(columns) between 1 and 40 and array_position(columns, null) is null),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    constraint column_choice_list_unique unique (staff_id, concept)
  );
  comment on table column_choice is 'Columns that a person wants to see in a list of the panel; without a row, the list''s own.';
`;

const rights = `
  select app.keep('column_choice', 'column_choice');
  grant select, insert, delete, update (columns) on column_choice to payung_app;
  create policy column_choice_read on column_choice for select to payung_app using (staff_id = (select app.actor_id()));
  create policy column_choice_insert on column_choice for insert to payung_app with check (staff_id = (select app.actor_id()));
  create policy column_choice_update on column_choice for update to payung_app using (staff_id = (select app.actor_id()));
  create policy column_choice_delete on column_choice for delete to payung_app using (staff_id = (select app.actor_id()));
`;
