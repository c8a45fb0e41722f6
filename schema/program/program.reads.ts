import { Category } from '../category/index.js';
import { column, group, many, manyFrom, readable, value } from '../kernel/readable.js';
import { Mou } from '../mou/index.js';
import { countImpact, Regulation } from '../regulation/index.js';
import { citations } from '../source/index.js';
import { BudgetLine } from './budget-line.entity.js';
import { Program } from './program.entity.js';
import { ProgramUnfounded } from './program.parts.js';

readable(Program, 'program', {
  period: group({ from: column('month_from'), until: column('month_until') }),
  deciles: group({ lowest: column('lowest_decile'), highest: column('highest_decile') }),
  categories: many(
    () => Category,
    (program, category) =>
      `${category}.id in (select x.category_id from program_category x where x.program_id = ${program}.id)`,
    (category) => `${category}.code`,
  ),
  legalBases: many(
    () => Regulation,
    (program, regulation) =>
      `${regulation}.id in (select x.regulation_id from program_legal_basis x where x.program_id = ${program}.id)`,
    (regulation) => `${regulation}.year, ${regulation}.id`,
  ),
  mous: many(
    () => Mou,
    (program, mou) => `${mou}.id in (select x.mou_id from program_mou x where x.program_id = ${program}.id)`,
    (mou) => `coalesce(${mou}.signed_on, '9999-12-31'), ${mou}.id`,
  ),
  budgetLines: many(
    () => BudgetLine,
    (program, line) => `${line}.program_id = ${program}.id`,
    (line) => `${line}.fiscal_year, ${line}.funding_source`,
  ),
  unfoundedMonths: manyFrom(
    () => ProgramUnfounded,
    (program) => `app.program_unfounded(${program})`,
    (run) => `${run}.reason, ${run}.month_from`,
  ),
  // one call for all figures: they stand on the same sums of the ledger
  money: value(
    (program, statement, { fiscalYear }) =>
      `app.program_money(${program}.id, ${statement.parameter(fiscalYear ?? null)}::integer)`,
  ),
  citations: citations('program'),
  viewerCan: value(
    (program) => `json_build_object('state', ${program}.state, 'regionId', ${program}.region_id)`,
  ),
});

// months, no record of their own: no public id begins with this prefix
readable(ProgramUnfounded, 'program-unfounded', {
  reason: column('reason'),
  months: group({ from: column('month_from'), until: column('month_until') }),
});

countImpact(
  'programs',
  (regulation) =>
    `select count(*) from program p where p.id in (select x.program_id from program_legal_basis x where x.regulation_id = ${regulation}.id)`,
);
