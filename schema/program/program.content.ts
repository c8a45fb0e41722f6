import { firstDay } from '../kernel/calendar.js';
import { referenceKey, revised } from '../kernel/input.js';
import { type Problem, problem } from '../kernel/problem.js';
import type { Work } from '../kernel/unit-of-work.js';
import { BudgetLine } from './budget-line.entity.js';
import type { Program } from './program.entity.js';
import type { BudgetLineInput, ProgramCreateInput, ProgramReviseInput } from './program.inputs.js';
import { type BudgetLineFacts, checkBudgetLines, checkFacts, type ProgramFacts } from './program.rules.js';

/** A program's content with its references as database keys. */
export interface ProgramContent {
  readonly facts: ProgramFacts;
  readonly categoryIds: readonly string[];
  readonly legalBasisIds: readonly string[];
  readonly mouIds: readonly string[];
  readonly budgetLines: readonly BudgetLineFacts[];
}

const nothingKnown: ProgramFacts = {
  name: null,
  agency: null,
  monthFrom: null,
  monthUntil: null,
  quota: null,
  lowestDecile: null,
  highestDecile: null,
  segment: null,
  wageBaseRupiah: null,
  hasJht: false,
  plannedTariffRupiah: null,
  participantKindCode: null,
  note: null,
};

export const emptyContent: ProgramContent = {
  facts: nothingKnown,
  categoryIds: [],
  legalBasisIds: [],
  mouIds: [],
  budgetLines: [],
};

/** The content that is saved now; its parts are few. Two statements. */
export async function contentOf(work: Work, program: Program): Promise<ProgramContent> {
  const { name, agency, monthFrom, monthUntil, quota, lowestDecile, highestDecile, segment } = program;
  const { wageBaseRupiah, hasJht, plannedTariffRupiah, participantKindCode, note } = program;
  const who = { name, agency, monthFrom, monthUntil, quota, lowestDecile, highestDecile, segment };
  const lines = await work.manager.findBy(BudgetLine, { programId: program.id });
  const [links] = await work.query<Omit<ProgramContent, 'facts' | 'budgetLines'>>(
    `select array(select x.category_id from program_category x where x.program_id = $1) as "categoryIds",
      array(select x.regulation_id from program_legal_basis x where x.program_id = $1) as "legalBasisIds",
      array(select x.mou_id from program_mou x where x.program_id = $1) as "mouIds"`,
    [program.id],
  );
  return {
    ...emptyContent,
    ...links,
    facts: { ...who, wageBaseRupiah, hasJht, plannedTariffRupiah, participantKindCode, note },
    budgetLines: lines.map(lineFacts),
  };
}

function lineFacts(line: BudgetLine | BudgetLineInput): BudgetLineFacts {
  const { fiscalYear, fundingSource, originalRupiah } = line;
  return {
    fiscalYear,
    fundingSource,
    originalRupiah,
    revisedRupiah: line.revisedRupiah ?? null,
    nonPremiumRupiah: line.nonPremiumRupiah ?? null,
    accountCode: line.accountCode ?? null,
    subActivityCode: line.subActivityCode ?? null,
    note: line.note ?? null,
  };
}

/** The input laid over `current`: absent keeps, null clears. References that cannot be ids of ours become problems. */
export function changedContent(
  current: ProgramContent,
  input: ProgramCreateInput | ProgramReviseInput,
  problems: Problem[],
): ProgramContent {
  const { categoryIds, legalBasisIds, mouIds, budgetLines, monthFrom, monthUntil, hasJht, ...rest } = input;
  const known = Object.fromEntries(Object.entries(rest).filter(([name]) => name in nothingKnown));
  const keys = (
    prefix: string,
    name: 'categoryIds' | 'legalBasisIds' | 'mouIds',
    ids: readonly string[] | null | undefined,
  ) => (ids === undefined ? current[name] : keysOf(prefix, ids ?? [], ['input', name], problems));
  return {
    facts: {
      ...revised<ProgramFacts>(current.facts, known),
      monthFrom: monthFrom === undefined ? current.facts.monthFrom : monthFrom && firstDay(monthFrom),
      monthUntil: monthUntil === undefined ? current.facts.monthUntil : monthUntil && firstDay(monthUntil),
      hasJht: hasJht === undefined ? current.facts.hasJht : (hasJht ?? false),
    },
    categoryIds: keys('category', 'categoryIds', categoryIds),
    legalBasisIds: keys('regulation', 'legalBasisIds', legalBasisIds),
    mouIds: keys('mou', 'mouIds', mouIds),
    budgetLines: budgetLines === undefined ? current.budgetLines : (budgetLines ?? []).map(lineFacts),
  };
}

function keysOf(
  prefix: string,
  ids: readonly string[],
  path: readonly string[],
  problems: Problem[],
): string[] {
  const keys = ids.flatMap((id, index) => referenceKey(prefix, id, [...path, String(index)], problems) ?? []);
  if (new Set(keys).size < keys.length) problems.push(problem(path, 'PROGRAM_REFERENCE_TWICE'));
  return keys;
}

/** All that is wrong with the content, and with what it refers to. */
export async function checkContent(
  work: Work,
  content: ProgramContent,
  regionId: string,
): Promise<Problem[]> {
  const problems = [...checkFacts(content.facts), ...checkBudgetLines(content.budgetLines)];
  const [region, ...references] = await referencesOf(work, content, regionId);
  if (!region?.is_there) return [problem(['input', 'regionId'], 'REFERENCE_NOT_FOUND'), ...problems];
  if (!region.fits) problems.push(problem(['input', 'regionId'], 'PROGRAM_REGION_LEVEL'));
  return [...problems, ...references.flatMap(checkReference)];
}

interface Reference {
  readonly name: string;
  readonly position: string;
  readonly is_there: boolean;
  readonly fits: boolean | null;
}

/**
 * The region, then what the content refers to: whether it is there, and not of another region. One statement, in a form of
 * which one plan serves all lists, looking each record up by its key.
 */
function referencesOf(
  work: Work,
  { categoryIds, legalBasisIds, mouIds }: ProgramContent,
  regionId: string,
): Promise<Reference[]> {
  return work.query<Reference>(
    `with payer as (select array(select app.region_ancestors($4)) as regions)
     select '' as name, 1 as position, r.id is not null as is_there, r.level in ('PROVINCE', 'REGENCY', 'CITY') as fits
     from (select $4::uuid as id) w left join region r on r.id = w.id
     union all
     select 'categoryIds', w.position, c.id is not null, true
     from unnest((select $1::uuid[])) with ordinality as w(id, position)
     left join lateral (select x.id from category x where x.id = w.id limit 1) c on true
     union all
     select 'legalBasisIds', w.position, r.id is not null, r.region_id is null or r.region_id = any ((select p.regions from payer p)::uuid[])
     from unnest((select $2::uuid[])) with ordinality as w(id, position)
     left join lateral (select x.id, x.region_id from regulation x where x.id = w.id limit 1) r on true
     union all
     select 'mouIds', w.position, m.id is not null, m.region_id = any ((select p.regions from payer p)::uuid[])
     from unnest((select $3::uuid[])) with ordinality as w(id, position)
     left join lateral (select x.id, x.region_id from mou x where x.id = w.id limit 1) m on true
     order by 1, 2`,
    [categoryIds, legalBasisIds, mouIds, regionId],
  );
}

function checkReference({ name, position, is_there, fits }: Reference): Problem[] {
  const path = ['input', name, String(Number(position) - 1)];
  if (!is_there) return [problem(path, 'REFERENCE_NOT_FOUND')];
  return fits ? [] : [problem(path, 'PROGRAM_REFERENCE_FOREIGN')];
}
