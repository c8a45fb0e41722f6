import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of a roster that were taken for nobody (titles, totals, signatures) are told, so that nobody is lost unseen. */
export class ImportAside1763683303000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table import_batch add column aside_count integer, add column aside_rows integer[];
      comment on column import_batch.aside_count is 'Rows with something in them that were taken for nobody; null: not read yet.';
      comment on column import_batch.aside_rows is 'Numbers of the first of them.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table import_batch drop column aside_rows, drop column aside_count;');
  }
}
