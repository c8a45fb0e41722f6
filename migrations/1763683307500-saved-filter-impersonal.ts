import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nobody shares the name of a person, whatever the service was told: filters are kept as the panel writes them. */
export class SavedFilterImpersonal1763683307500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table saved_filter add constraint saved_filter_shared_impersonal check (
        not is_shared or concept not in ('beneficiary', 'enrollment', 'coverageCase', 'doublePayment')
        or query !~ '(^|&)filters[.]search=') not valid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table saved_filter drop constraint saved_filter_shared_impersonal');
  }
}
