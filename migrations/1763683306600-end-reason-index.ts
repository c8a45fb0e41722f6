import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who ended for what, in a list of a million enrollments. */
export class EndReasonIndex1763683306600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index enrollment_end_reason_index on enrollment (end_reason, region_id) where end_reason is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index enrollment_end_reason_index');
  }
}
