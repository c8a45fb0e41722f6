import { checkLength, checkRequired, checkWhole, longText } from '../kernel/input.js';
import { movesFrom, stateAfter } from '../kernel/lifecycle.js';
import { type Problem, problem } from '../kernel/problem.js';
import { type ProgramMove, type ProgramState, programLifecycle } from './program.lifecycle.js';

/** What a program says of itself, in columns; months are their first days. */
export interface ProgramFacts {
  readonly name: string | null;
  readonly agency: string | null;
  readonly monthFrom: string | null;
  readonly monthUntil: string | null;
  readonly quota: number | null;
  readonly lowestDecile: number | null;
  readonly highestDecile: number | null;
  readonly segment: string | null;
  readonly wageBaseRupiah: string | null;
  readonly hasJht: boolean;
  readonly plannedTariffRupiah: string | null;
  readonly participantKindCode: string | null;
  readonly note: string | null;
}

export interface BudgetLineFacts {
  readonly fiscalYear: number;
  readonly fundingSource: string;
  readonly originalRupiah: string;
  readonly revisedRupiah: string | null;
  readonly nonPremiumRupiah: string | null;
  readonly accountCode: string | null;
  readonly subActivityCode: string | null;
  readonly note: string | null;
}

/** Months that nothing supports, as the database finds them. */
export interface UnfoundedRun {
  readonly reason: 'LEGAL_BASIS' | 'MOU';
  readonly from: string;
  readonly until: string;
}

const mostLines = 50;
const mostMonths = 120;

/** What stays once a program is approved; the rest moves with the rounds of the budget. */
const identity: readonly (keyof ProgramFacts)[] = [
  'name',
  'agency',
  'segment',
  'wageBaseRupiah',
  'hasJht',
  'lowestDecile',
  'highestDecile',
  'participantKindCode',
];

/** Everything that is wrong with the facts, in the order of the form. */
export function checkFacts(facts: ProgramFacts): Problem[] {
  return [
    ...checkRequired(facts, ['name', 'monthFrom', 'monthUntil', 'segment']),
    ...checkLength(facts, ['name', 'agency'], 200),
    ...checkPeriod(facts),
    ...checkWhole(facts, ['quota'], { minimum: 1, maximum: 50_000_000 }),
    ...checkDeciles(facts),
    ...checkWageBase(facts),
    ...checkPositive(facts, ['wageBaseRupiah', 'plannedTariffRupiah']),
    ...checkLength(facts, ['note'], longText),
  ];
}

function checkPeriod({ monthFrom, monthUntil }: ProgramFacts): Problem[] {
  if (monthFrom === null || monthUntil === null) return [];
  const path = ['input', 'monthUntil'];
  const months = { from: monthFrom.slice(0, 7), until: monthUntil.slice(0, 7) };
  if (monthUntil < monthFrom) return [problem(path, 'PROGRAM_PERIOD_REVERSED', months)];
  if (monthNumber(monthUntil) - monthNumber(monthFrom) < mostMonths) return [];
  return [problem(path, 'PROGRAM_PERIOD_TOO_LONG')];
}

function monthNumber(day: string): number {
  const [year, month] = day.split('-').map(Number);
  return (year ?? 0) * 12 + (month ?? 0);
}

function checkDeciles(facts: ProgramFacts): Problem[] {
  const problems = checkWhole(facts, ['lowestDecile', 'highestDecile'], { minimum: 1, maximum: 10 });
  const { lowestDecile: lowest, highestDecile: highest } = facts;
  if (problems.length > 0 || lowest === null || highest === null || highest >= lowest) return problems;
  return [problem(['input', 'highestDecile'], 'PROGRAM_DECILES_REVERSED', { lowest, highest })];
}

function checkWageBase({ segment, wageBaseRupiah }: ProgramFacts): Problem[] {
  if (segment !== 'PU' || wageBaseRupiah !== null) return [];
  return [problem(['input', 'wageBaseRupiah'], 'PROGRAM_WAGE_BASE_MISSING')];
}

function checkPositive(
  facts: ProgramFacts,
  names: readonly ('wageBaseRupiah' | 'plannedTariffRupiah')[],
): Problem[] {
  return names.flatMap((name) => {
    const value = facts[name];
    if (value === null || BigInt(value) > 0n) return [];
    return [problem(['input', name], 'PROGRAM_AMOUNT_NOT_POSITIVE', { value })];
  });
}

/** Budget lines: one for a year and source, never below nothing. */
export function checkBudgetLines(lines: readonly BudgetLineFacts[]): Problem[] {
  if (lines.length > mostLines) {
    return [problem(['input', 'budgetLines'], 'VALUE_TOO_MANY', { count: lines.length, limit: mostLines })];
  }
  return lines.flatMap((line, index) => {
    const path = ['input', 'budgetLines', String(index)];
    return [
      ...checkWhole(line, ['fiscalYear'], { minimum: 2000, maximum: 2100 }, path),
      ...checkCeilings(line, path),
      ...checkLength(line, ['accountCode', 'subActivityCode'], 50, path),
      ...checkLength(line, ['note'], 1000, path),
      ...(lines.findIndex((other) => lineKey(other) === lineKey(line)) < index
        ? [problem(path, 'PROGRAM_BUDGET_LINE_TWICE', twice(line))]
        : []),
    ];
  });
}

/** Lines of one year and source are one and the same line. */
export function lineKey({ fiscalYear, fundingSource }: BudgetLineFacts): string {
  return `${fiscalYear} ${fundingSource}`;
}

function twice({ fiscalYear, fundingSource }: BudgetLineFacts) {
  return { fiscalYear: String(fiscalYear), fundingSource };
}

function checkCeilings(line: BudgetLineFacts, path: readonly string[]): Problem[] {
  const names = ['originalRupiah', 'revisedRupiah', 'nonPremiumRupiah'] as const;
  const negative = names.flatMap((name) => {
    const value = line[name];
    if (value === null || BigInt(value) >= 0n) return [];
    return [problem([...path, name], 'PROGRAM_BUDGET_NEGATIVE', { value })];
  });
  const { nonPremiumRupiah: part, revisedRupiah, originalRupiah } = line;
  const ceiling = revisedRupiah ?? originalRupiah;
  if (negative.length > 0 || part === null || BigInt(part) <= BigInt(ceiling)) return negative;
  return [
    problem([...path, 'nonPremiumRupiah'], 'PROGRAM_BUDGET_PART_LARGER', { value: part, limit: ceiling }),
  ];
}

/** Whether `move` exists from `state`; if not, the answer names the moves that do. */
export function checkMove(state: ProgramState, move: ProgramMove): Problem[] {
  if (stateAfter(programLifecycle, state, move)) return [];
  const allowed = movesFrom(programLifecycle, state).join(', ') || '-';
  return [problem(['id'], 'PROGRAM_MOVE_NOT_ALLOWED', { move, state, allowed })];
}

/** What of an approved program a change would overwrite, each at its field; what was unknown may be filled in. */
export function checkIdentity(current: ProgramFacts, next: ProgramFacts): Problem[] {
  return identity
    .filter((name) => current[name] !== null && current[name] !== next[name])
    .map((name) => problem(['input', name], 'PROGRAM_IDENTITY_FROZEN'));
}

/** Months without support, where the province refuses them; one problem for each thing that is lacking. */
export function checkFounded(runs: readonly UnfoundedRun[]): Problem[] {
  const words = { LEGAL_BASIS: 'dasar hukum (legal basis)', MOU: 'MoU/PKS' } as const;
  return (['LEGAL_BASIS', 'MOU'] as const).flatMap((reason) => {
    const months = runs.filter((run) => run.reason === reason).map(spanOf);
    if (months.length === 0) return [];
    return [problem(['id'], 'PROGRAM_UNFOUNDED', { months: months.join(', '), basis: words[reason] })];
  });
}

function spanOf({ from, until }: UnfoundedRun): string {
  return from === until ? from : `${from} – ${until}`;
}
