import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody looks for may be the name of a person: the trail says that a filter was kept, not what it says. */
export class SavedFilterTrail1763683307400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(trail("'saved_filter', 'id', 'name', 'query'"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(trail("'saved_filter', 'id'"));
  }
}

const trail = (said: string): string => `
  create or replace trigger saved_filter_audit_insert after insert on saved_filter referencing new table as new_rows
    for each statement execute function app.record_change(${said});
  create or replace trigger saved_filter_audit_update after update on saved_filter referencing old table as old_rows new table as new_rows
    for each statement execute function app.record_change(${said});
  create or replace trigger saved_filter_audit_delete after delete on saved_filter referencing old table as old_rows
    for each statement execute function app.record_change(${said});
`;
