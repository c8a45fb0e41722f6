import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decrees and batches are looked for by a part of them. */
export class EnrollmentSearch1763683232000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index enrollment_decree_index on enrollment using gin (lower(decree) gin_trgm_ops);
      create index enrollment_cohort_index on enrollment using gin (lower(cohort) gin_trgm_ops);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index enrollment_decree_index; drop index enrollment_cohort_index');
  }
}
