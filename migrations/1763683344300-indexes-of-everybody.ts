import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `pg_class.reltuples` is everybody's to read, of indexes too: an index of those without a sex said how many there are, be
 * it two. Indexes of everybody say how large the registry is.
 */
export class IndexesOfEverybody1763683344300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${dropped}
      create index beneficiary_finding_index on beneficiary ((nik_findings <> '{}'), region_id, id);
      create index beneficiary_sexless_index on beneficiary (sex, region_id, id);
      create index enrollment_end_reason_index on enrollment (end_reason, region_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${dropped}
      create index beneficiary_finding_index on beneficiary (region_id, id) where nik_findings <> '{}';
      create index beneficiary_sexless_index on beneficiary (region_id, id) where sex is null;
      create index enrollment_end_reason_index on enrollment (end_reason, region_id) where end_reason is not null;
    `);
  }
}

const dropped =
  'drop index beneficiary_finding_index, beneficiary_sexless_index, enrollment_end_reason_index;';
