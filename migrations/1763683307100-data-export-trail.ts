import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The trail says that a list left as a file, never what was asked: names may be written into the operation itself. Those
 * who watch over exports read it in the record.
 */
export class DataExportTrail1763683307100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(trail("'variables', 'operation'"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(trail("'variables'"));
  }
}

const trail = (hidden: string): string => `
  create or replace trigger data_export_audit_insert after insert on data_export referencing new table as new_rows
    for each statement execute function app.record_change('data_export', 'id', ${hidden});
  create or replace trigger data_export_audit_update after update on data_export referencing old table as old_rows new table as new_rows
    for each statement execute function app.record_change('data_export', 'id', ${hidden});
  create or replace trigger data_export_audit_delete after delete on data_export referencing old table as old_rows
    for each statement execute function app.record_change('data_export', 'id', ${hidden});
`;
