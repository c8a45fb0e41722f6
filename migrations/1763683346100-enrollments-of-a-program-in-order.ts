import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pages of one program's enrollments walked through everybody's, or sorted all of the program's. */
export class EnrollmentsOfAProgramInOrder1763683346100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index enrollment_program_entered_index on enrollment (program_id, entered_on, id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index enrollment_program_entered_index');
  }
}
