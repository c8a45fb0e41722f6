import { newId } from '../kernel/identifier.js';
import { type Problem, problem } from '../kernel/problem.js';
import type { Work } from '../kernel/unit-of-work.js';
import { BudgetLine } from './budget-line.entity.js';
import type { ProgramContent } from './program.content.js';
import { type BudgetLineFacts, lineKey, type UnfoundedRun } from './program.rules.js';

const links = [
  { table: 'program_category', column: 'category_id', name: 'categoryIds' },
  { table: 'program_legal_basis', column: 'regulation_id', name: 'legalBasisIds' },
  { table: 'program_mou', column: 'mou_id', name: 'mouIds' },
] as const;

/** Writes the parts of a program where they differ: what stays keeps its row and its history. */
export async function saveParts(
  work: Work,
  programId: string,
  before: ProgramContent,
  after: ProgramContent,
): Promise<void> {
  for (const { table, column, name } of links) {
    const removed = before[name].filter((id) => !after[name].includes(id));
    const added = after[name].filter((id) => !before[name].includes(id));
    if (removed.length > 0) {
      await work.query(`delete from ${table} where program_id = $1 and ${column} = any ($2::uuid[])`, [
        programId,
        removed,
      ]);
    }
    if (added.length > 0) {
      work.conclude(
        `insert into ${table} (id, program_id, ${column}) select w.id, $2, w.target from unnest($1::uuid[], $3::uuid[]) as w(id, target)`,
        [added.map(newId), programId, added],
      );
    }
  }
  await saveLines(work, programId, before.budgetLines, after.budgetLines);
}

async function saveLines(
  work: Work,
  programId: string,
  before: readonly BudgetLineFacts[],
  after: readonly BudgetLineFacts[],
): Promise<void> {
  const kept = new Set(after.map(lineKey));
  for (const { fiscalYear, fundingSource } of before.filter((line) => !kept.has(lineKey(line)))) {
    await work.manager.delete(BudgetLine, { programId, ...sourceOf({ fiscalYear, fundingSource }) });
  }
  const added: BudgetLineFacts[] = [];
  for (const line of after) {
    const known = before.find((other) => lineKey(other) === lineKey(line));
    const { fiscalYear, fundingSource, ...money } = line;
    if (!known) added.push(line);
    else if (JSON.stringify(known) !== JSON.stringify(line)) {
      await work.manager.update(BudgetLine, { programId, ...sourceOf({ fiscalYear, fundingSource }) }, money);
    }
  }
  work.insert(
    BudgetLine,
    added.map((line) => ({ id: newId(), programId, ...line, ...sourceOf(line) })),
  );
}

/** The door has let in only sources of the enumeration. */
function sourceOf({ fiscalYear, fundingSource }: Pick<BudgetLineFacts, 'fiscalYear' | 'fundingSource'>) {
  return { fiscalYear, fundingSource: fundingSource as BudgetLine['fundingSource'] };
}

/** Budget lines that are to go but already pay for cover. One statement. */
export async function checkRemovedLines(
  work: Work,
  programId: string,
  before: readonly BudgetLineFacts[],
  after: readonly BudgetLineFacts[],
): Promise<Problem[]> {
  const kept = new Set(after.map(lineKey));
  const removed = before.map(lineKey).filter((key) => !kept.has(key));
  if (removed.length === 0) return [];
  const used = await work.query(
    `select from budget_line l where l.program_id = $1 and l.fiscal_year || ' ' || l.funding_source = any ($2::text[])
       and exists (select from coverage c where c.budget_line_id = l.id)`,
    [programId, removed],
  );
  return used.map(() => problem(['input', 'budgetLines'], 'PROGRAM_BUDGET_LINE_USED'));
}

/** Months without support that stand in the way of approval: none where the province only flags them. One statement. */
export function refusedMonths(work: Work, programId: string): Promise<UnfoundedRun[]> {
  return work.query<UnfoundedRun>(
    `select u.reason, to_char(u.month_from, 'YYYY-MM') as "from", to_char(u.month_until, 'YYYY-MM') as "until"
     from program p cross join lateral app.program_unfounded(p) u
     where p.id = $1 and (app.setting_of(p.region_id)).refuses_unfounded_programs
     order by u.reason, u.month_from`,
    [programId],
  );
}
