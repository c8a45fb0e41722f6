import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Planning what changed since sums were kept takes four times as long as finding it, and it looks at few rows whatever is
 * asked: one plan for all. Who marks more than a hundred persons is still planned for just these.
 */
export class EntriesSincePlannedOnce1763683348000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter function app.entries_since(bigint, uuid[], integer, integer) set plan_cache_mode = force_generic_plan',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter function app.entries_since(bigint, uuid[], integer, integer) reset plan_cache_mode',
    );
  }
}
