import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A roster is not taken back below the feet of a list: who was put forward for approval, stands in a sealed annex or on
 * a list for the branch stays. Before, a foreign key ended the work half-way, and lists of the branch lost people.
 */
export class ImportUndoTraces1763683307000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(undoable(lists));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(undoable(''));
  }
}

const lists = `
        when exists (select from public.annex_person a where a.enrollment_id = e.id) then 'ANNEX'
        when exists (select from public.branch_list_row l join public.branch_list b on b.id = l.list_id
          where l.enrollment_id = e.id and b.state <> 'DISCARDED') then 'BRANCH_KNOWS'
        when exists (select from public.approval_item a where a.enrollment_id = e.id) then 'APPROVAL'`;

const undoable = (more: string): string => `
  create or replace function app.undoable_rows(undone uuid) returns table (row_id uuid, row_number integer, is_new boolean, obstacle text, keeps_registration boolean)
    language sql stable security definer set search_path = '' as $$
    select r.id, r.row_number, r.verdict = 'NEW',
      case when r.verdict <> 'NEW' or e.id is null then null
        when exists (select from public.coverage c where c.enrollment_id = e.id) then 'MONTHS'
        when exists (select from public.coverage_case c where c.enrollment_id = e.id) then 'CASE'
        when exists (select from public.double_payment d where d.enrollment_id = e.id) then 'MONTHS'
        when exists (select from public.enrollment o where o.replaces_id = e.id) then 'REPLACED'
        when e.state not in ('PROPOSED', 'VERIFIED', 'APPROVED') then 'BRANCH_KNOWS'${more} end,
      r.beneficiary_id is not null
        or exists (select from public.enrollment o where o.beneficiary_id = r.id and o.id <> r.id)
        or exists (select from public.nik_reveal n where n.beneficiary_id = r.id)
        or exists (select from public.nik_correction n where n.beneficiary_id = r.id)
    from public.import_row r left join public.enrollment e on e.id = r.id
    where r.batch_id = undone and r.is_committed
  $$;
`;
