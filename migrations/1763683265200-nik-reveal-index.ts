import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who saw NIKs last month: asked over all staff, the latest first. */
export class NikRevealIndex1763683265200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index nik_reveal_revealed_at_index on nik_reveal (revealed_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index nik_reveal_revealed_at_index');
  }
}
