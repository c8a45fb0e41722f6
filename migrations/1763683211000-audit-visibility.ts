import type { MigrationInterface, QueryRunner } from 'typeorm';

/** History of records without a region is shown to those who see the record itself. */
export class AuditVisibility1763683211000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy audit_event_read on audit_event using (
        (region_id in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER', 'AUDITOR')))
        or (region_id is null and (
          (select app.has_role('ADMIN'))
          or (concept = 'staff' and subject_id = (select app.actor_id()))
          or (concept <> 'staff' and (select app.has_role('COORDINATOR', 'OPERATOR', 'APPROVER', 'AUDITOR'))
            and app.is_visible(concept, subject_id)))));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy audit_event_read on audit_event using (
        (region_id in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER', 'AUDITOR')))
        or (region_id is null and (select app.has_role('ADMIN'))));
    `);
  }
}
