import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Benefits paid out, as counts and rupiah only: no health data, no children's data, no names. */
export class ClaimTable1763683226000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table claim (
        id uuid constraint claim_id_key primary key,
        region_id uuid not null constraint claim_region_fk references region on delete restrict,
        program_id uuid constraint claim_program_fk references program on delete restrict,
        kind text not null constraint claim_kind_check check (kind in ('JKK', 'JKM', 'SCHOLARSHIP')),
        month date not null constraint claim_month_form check (extract(day from month) = 1),
        cases integer not null constraint claim_cases_range check (cases between 1 and 10000000),
        paid_rupiah numeric(18,0) not null constraint claim_paid_range check (paid_rupiah > 0),
        note text constraint claim_note_length check (char_length(note) <= 1000),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        version integer not null default 1,
        constraint claim_entry_unique unique nulls not distinct (region_id, program_id, kind, month)
      );
      comment on table claim is 'Benefits that BPJS Ketenagakerjaan paid, per month and kind, as reported to the region.';
      comment on column claim.note is 'Remark on the report. Never names, health data or data of children.';
      comment on column claim.program_id is 'Program whose participants were concerned; null: not known, or several.';
      create index claim_program_index on claim (program_id);
      create index claim_month_index on claim (month, id);

      select app.keep('claim', 'claim');
      grant select, insert, update (cases, paid_rupiah, note) on claim to payung_app;
      create policy claim_read on claim for select to payung_app using (region_id in (select app.readable_regions()));
      create policy claim_insert on claim for insert to payung_app with check (
        region_id in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR'))
        and (program_id is null or exists (select from program p where p.id = program_id and p.region_id = claim.region_id)));
      create policy claim_update on claim for update to payung_app using (
        region_id in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR')));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table claim');
  }
}
