import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit trail of the ledger: the same events as app.record_change writes, without looking at every column by name.
 * A bill changes 100,000 rows at once, and the general way took longer than all the rest of it.
 */
export class CoverageTrail1763683224500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(trail);
    await runner.query(triggers('app.record_coverage()'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      triggers("app.record_change('coverage', 'enrollment_id', 'person_id', 'enrollment_id')"),
    );
    await runner.query('drop function app.record_coverage();');
  }
}

const hidden = `'["***", "***"]'::jsonb`;

const trail = `
  create function app.record_coverage() returns trigger language plpgsql security definer set search_path = '' as $$
  declare
    actor uuid := app.actor_id();
    request text := coalesce(current_setting('app.request_id', true), '');
    decision text := coalesce(nullif(current_setting('app.verb', true), ''), lower(tg_op));
  begin
    if tg_op = 'INSERT' then
      insert into public.audit_event (actor_id, request_id, verb, concept, subject_id, region_id, part, part_id, operation, changes)
      select actor, request, decision, 'coverage', n.enrollment_id, n.region_id, 'coverage', n.id, 'INSERT', jsonb_strip_nulls(jsonb_build_object(
        'person_id', ${hidden}, 'enrollment_id', ${hidden}, 'program_id', array[null, n.program_id], 'region_id', array[null, n.region_id],
        'budget_line_id', array[null, n.budget_line_id], 'months', array[null, n.months], 'jkk_rupiah', array[null, n.jkk_rupiah],
        'jkm_rupiah', array[null, n.jkm_rupiah], 'jht_rupiah', array[null, n.jht_rupiah],
        'bill_id', case when n.bill_id is not null then array[null, n.bill_id] end))
      from new_rows n;
    elsif tg_op = 'DELETE' then
      insert into public.audit_event (actor_id, request_id, verb, concept, subject_id, region_id, part, part_id, operation, changes)
      select actor, request, decision, 'coverage', o.enrollment_id, o.region_id, 'coverage', o.id, 'DELETE', jsonb_build_object(
        'person_id', ${hidden}, 'enrollment_id', ${hidden}, 'program_id', array[o.program_id, null], 'region_id', array[o.region_id, null],
        'budget_line_id', array[o.budget_line_id, null], 'months', array[o.months, null], 'jkk_rupiah', array[o.jkk_rupiah, null],
        'jkm_rupiah', array[o.jkm_rupiah, null], 'jht_rupiah', array[o.jht_rupiah, null])
      from old_rows o;
    else
      -- a row only becomes shorter, is billed or credited; its other columns are frozen (coverage_content_frozen)
      insert into public.audit_event (actor_id, request_id, verb, concept, subject_id, region_id, part, part_id, operation, changes)
      select actor, request, decision, 'coverage', n.enrollment_id, n.region_id, 'coverage', n.id, 'UPDATE', jsonb_strip_nulls(jsonb_build_object(
        'months', case when n.months <> o.months then array[o.months, n.months] end,
        'bill_id', case when n.bill_id is distinct from o.bill_id then array[o.bill_id, n.bill_id] end,
        'credit_note_id', case when n.credit_note_id is distinct from o.credit_note_id then array[o.credit_note_id, n.credit_note_id] end))
      from new_rows n join old_rows o on o.id = n.id
      where (n.months, n.bill_id, n.credit_note_id) is distinct from (o.months, o.bill_id, o.credit_note_id);
    end if;
    return null;
  end $$;
  comment on function app.record_coverage() is 'Audit events of the ledger; who the person is stays hidden.';
  revoke execute on function app.record_coverage() from public;
`;

function triggers(recorder: string): string {
  return `
    drop trigger coverage_audit_insert on coverage;
    drop trigger coverage_audit_update on coverage;
    drop trigger coverage_audit_delete on coverage;
    create trigger coverage_audit_insert after insert on coverage
      referencing new table as new_rows for each statement execute function ${recorder};
    create trigger coverage_audit_update after update on coverage
      referencing old table as old_rows new table as new_rows for each statement execute function ${recorder};
    create trigger coverage_audit_delete after delete on coverage
      referencing old table as old_rows for each statement execute function ${recorder};
  `;
}
