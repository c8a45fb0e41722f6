import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files attached to a record: metadata here, bytes in the document store under the same id. */
export class DocumentTable1763683207500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table document (
        id uuid constraint document_id_key primary key,
        concept text not null constraint document_concept_check check (concept in ('mou', 'regulation')),
        record_id uuid not null,
        region_id uuid constraint document_region_fk references region on delete restrict,
        kind text not null constraint document_kind_check
          check (kind in ('SIGNED_TEXT', 'DRAFT_TEXT', 'ATTACHMENT', 'TERMINATION', 'REGULATION_TEXT')),
        file_name text not null constraint document_file_name_length check (char_length(file_name) between 1 and 200),
        media_type text not null constraint document_media_type_check check (media_type = 'application/pdf'),
        size_bytes integer not null constraint document_size_check check (size_bytes between 1 and 26214400),
        sha256 text not null constraint document_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
        uploaded_by uuid not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        version integer not null default 1,
        constraint document_content_unique unique (concept, record_id, sha256)
      );
      comment on table document is 'Attached files. The bytes lie in the document store under the id and never change.';
      comment on column document.region_id is 'Region whose staff may see the file; null: a national record, whose files administrators attach.';
      create index document_record_index on document (concept, record_id);
      create index document_region_index on document (region_id);

      select app.keep('document', 'document');
      create trigger document_announce after insert on document for each row execute function app.announce('document');
      grant select, insert on document to payung_app;
      create policy document_read on document for select to payung_app using (
        region_id in (select app.readable_regions()) or (region_id is null and (select app.actor_id()) is not null));
      create policy document_insert on document for insert to payung_app with check (
        uploaded_by = (select app.actor_id())
        and (region_id in (select app.writable_regions()) or (region_id is null and (select app.has_role('ADMIN')))));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table document');
  }
}
