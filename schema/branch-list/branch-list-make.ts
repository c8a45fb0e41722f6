import { permitChange } from '../kernel/policy.js';
import { notFound, problem, refuse } from '../kernel/problem.js';
import type { Work } from '../kernel/unit-of-work.js';
import { type BranchColumn, shippedColumns } from './branch-column.js';
import { branchListVerbs } from './branch-list.policy.js';
import { listPeople } from './branch-list.statements.js';

/** As many NIKs as one file may hold; whoever is left goes on the next list of the month. */
export const mostPeople = 5000;

interface Wish {
  readonly id: string;
  readonly programId: string | null;
  readonly layoutId: string | null;
  /** First day of the month. */
  readonly month: string;
  readonly reason: string;
}

interface OpenProgram {
  readonly id: string;
  readonly regionId: string;
  readonly state: string;
  readonly isWithin: boolean;
}

/** Writes the list down with everyone who is on it, in one transaction. */
export async function makeList(work: Work, wish: Wish): Promise<string> {
  const { id, month, reason } = wish;
  const program = await openProgram(work, wish);
  const columns = await columnsFor(work, program, wish.layoutId);
  // the rows are judged by their list, so that it is there first; how many they are is known before
  const [found] = await work.query<{ heads: number }>(
    `select count(*)::integer as heads from (select from enrollment e
       where e.program_id = $1 and e.state in ('APPROVED', 'SUBMITTED', 'ACTIVE') and e.entered_on < $2::date + interval '1 month'
         and not exists (select from branch_list_row r where r.enrollment_id = e.id and r.month = $2 and r.is_held) limit $3) x`,
    [program.id, month, mostPeople],
  );
  const heads = found?.heads ?? 0;
  if (heads === 0) refuse([problem(['input', 'programId'], 'BRANCH_LIST_EMPTY')]);
  await work.query(
    `insert into branch_list (id, program_id, region_id, month, layout_id, columns, reason, heads, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      program.id,
      program.regionId,
      month,
      wish.layoutId,
      JSON.stringify(columns),
      reason,
      heads,
      work.actor.staffId,
    ],
  );
  await work.query(listPeople, [program.id, month, mostPeople, id]);
  await work.query(
    `update branch_list l set total_rupiah = (
       select case when bool_and(r.ours_rupiah is not null) then sum(r.ours_rupiah) end from branch_list_row r where r.list_id = l.id)
     where l.id = $1`,
    [id],
  );
  return id;
}

/** The program, locked so that two lists never take the same people. */
async function openProgram(work: Work, { programId, month }: Wish): Promise<OpenProgram> {
  const [program] = await work.query<OpenProgram>(
    `select p.id, p.region_id as "regionId", p.state, $2::date between p.month_from and p.month_until as "isWithin"
     from program p where p.id = $1 for no key update`,
    [programId, month],
  );
  if (!program) throw notFound(['input', 'programId']);
  permitChange(work.actor, branchListVerbs.make, program.regionId);
  if (program.state !== 'APPROVED') refuse([problem(['input', 'programId'], 'ENROLLMENT_PROGRAM_NOT_OPEN')]);
  if (!program.isWithin)
    refuse([problem(['input', 'month'], 'BRANCH_MONTH_OUTSIDE', { month: month.slice(0, 7) })]);
  return program;
}

async function columnsFor(
  work: Work,
  { regionId }: OpenProgram,
  layoutId: string | null,
): Promise<readonly BranchColumn[]> {
  if (layoutId === null) return shippedColumns;
  const [layout] = await work.query<{ columns: BranchColumn[]; isNear: boolean }>(
    'select l.columns, l.region_id in (select app.region_ancestors($2)) as "isNear" from branch_layout l where l.id = $1',
    [layoutId, regionId],
  );
  if (!layout) throw notFound(['input', 'layoutId']);
  if (!layout.isNear) refuse([problem(['input', 'layoutId'], 'BRANCH_LAYOUT_ELSEWHERE')]);
  return layout.columns;
}
