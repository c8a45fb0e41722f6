import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A roster, and a list for the branch, lie in the region of their program: said by the service so far, and by the
 * policies from now on, so that nobody brings one in beside another region's program.
 */
export class RostersOfPrograms1763683307200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      ['import_batch', 'branch_list'].map((table) => inserts(table, ofProgram(table))).join('\n'),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(['import_batch', 'branch_list'].map((table) => inserts(table, '')).join('\n'));
  }
}

const ofProgram = (table: string): string =>
  ` and exists (select from program p where p.id = ${table}.program_id and p.region_id = ${table}.region_id)`;

const inserts = (table: string, more: string): string => `
  alter policy ${table}_insert on ${table} with check (
    created_by = (select app.actor_id()) and region_id = any (array(select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR')))${more});
`;
