import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A step of taking a roster back looks at its own rows. A function that acts as its owner is a wall to the planner: each
 * step of two thousand rows used to look at all rows of the roster twice, with eight questions for each.
 */
export class ImportUndoSteps1763683313100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.undoable_rows(uuid)');
    await runner.query(undoable('undone uuid, after_row integer, until_row integer', between));
    await runner.query(ownersOnly('uuid, integer, integer'));
    await runner.query(consequences(lookedAtOnce));
    await runner.query(replacing(stepOfAll, stepAlone));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.undoable_rows(uuid, integer, integer)');
    await runner.query(undoable('undone uuid', ''));
    await runner.query(ownersOnly('uuid'));
    await runner.query(consequences(lookedAtTwice));
    await runner.query(replacing(stepAlone, stepOfAll));
  }
}

const between = 'and r.row_number > after_row and r.row_number <= until_row';

const undoable = (asked: string, within: string): string => `
  create function app.undoable_rows(${asked}) returns table (row_id uuid, row_number integer, is_new boolean, obstacle text, keeps_registration boolean)
    language sql stable security definer set search_path = '' as $$
    select r.id, r.row_number, r.verdict = 'NEW',
      case when r.verdict <> 'NEW' or e.id is null then null
        when exists (select from public.coverage c where c.enrollment_id = e.id) then 'MONTHS'
        when exists (select from public.coverage_case c where c.enrollment_id = e.id) then 'CASE'
        when exists (select from public.double_payment d where d.enrollment_id = e.id) then 'MONTHS'
        when exists (select from public.enrollment o where o.replaces_id = e.id) then 'REPLACED'
        when e.state not in ('PROPOSED', 'VERIFIED', 'APPROVED') then 'BRANCH_KNOWS'
        when exists (select from public.annex_person a where a.enrollment_id = e.id) then 'ANNEX'
        when exists (select from public.branch_list_row l join public.branch_list b on b.id = l.list_id
          where l.enrollment_id = e.id and b.state <> 'DISCARDED') then 'BRANCH_KNOWS'
        when exists (select from public.approval_item a where a.enrollment_id = e.id) then 'APPROVAL' end,
      r.beneficiary_id is not null
        or exists (select from public.enrollment o where o.beneficiary_id = r.id and o.id <> r.id)
        or exists (select from public.nik_reveal n where n.beneficiary_id = r.id)
        or exists (select from public.nik_correction n where n.beneficiary_id = r.id)
    from public.import_row r left join public.enrollment e on e.id = r.id
    where r.batch_id = undone and r.is_committed ${within}
  $$;
`;

const ownersOnly = (asked: string): string => `
  comment on function app.undoable_rows(${asked}) is 'What taking back each committed row of a batch means, and what stands against it; for functions only.';
  revoke execute on function app.undoable_rows(${asked}) from public;
`;

const ofAll = 'app.undoable_rows(undone, 0, 2147483647)';
const lookedAtOnce = { rows: `with u as materialized (select * from ${ofAll})`, once: 'u', again: 'u x' };
const lookedAtTwice = { rows: '', once: 'app.undoable_rows(undone) u', again: 'app.undoable_rows(undone) x' };

const consequences = ({ rows, once, again }: typeof lookedAtOnce): string => `
  create or replace function app.import_undo(undone uuid) returns json
    language sql stable security definer set search_path = '' as $$
    ${rows}
    select json_build_object(
      'enrollmentCount', count(*) filter (where u.is_new),
      'registrationCount', count(*) filter (where u.is_new and not u.keeps_registration),
      'restoredCount', (select count(*) from public.import_row r where r.batch_id = undone and r.is_committed and r.changes <> '{}'),
      'obstacles', (
        select coalesce(json_agg(json_build_object('kind', o.obstacle, 'count', o.n) order by o.n desc, o.obstacle), '[]')
        from (select x.obstacle, count(*) as n from ${again} where x.obstacle is not null group by x.obstacle) o))
    from ${once}
    where exists (select from public.import_batch b where b.id = undone and b.region_id in (select app.person_regions()))
  $$;
`;

type Step = readonly [obstacles: string, rows: string];

const stepOfAll: Step = [
  `from app.undoable_rows(undone) u
      where u.row_number > batch.through_row and u.row_number <= until_row and u.obstacle is not null) then`,
  'from app.undoable_rows(undone) u where u.row_number > batch.through_row and u.row_number <= until_row;',
];
const stepAlone: Step = [
  'from app.undoable_rows(undone, batch.through_row, until_row) u where u.obstacle is not null) then',
  'from app.undoable_rows(undone, batch.through_row, until_row) u;',
];

/** The step of taking back asks otherwise; the rest of it is as 1763683290400 made it. */
const replacing = (before: Step, after: Step): string => `
  do $change$
  declare
    definition text := pg_get_functiondef('app.undo_import(uuid, integer)'::regprocedure);
  begin
    ${before
      .map(
        (part, index) => `
    if position($before$${part}$before$ in definition) = 0 then
      raise exception 'app.undo_import() is not as expected';
    end if;
    definition := replace(definition, $before$${part}$before$, $after$${after[index] ?? ''}$after$);`,
      )
      .join('')}
    execute definition;
  end $change$;
`;
