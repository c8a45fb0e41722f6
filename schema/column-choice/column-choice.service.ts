import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { cleaned } from '../kernel/input.js';
import type { PageRequest } from '../kernel/page-request.js';
import { permit, permitChange } from '../kernel/policy.js';
import { type Outcome, type Problem, problem, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import type { Caller, UnitOfWork } from '../kernel/unit-of-work.js';
import { ColumnChoice } from './column-choice.entity.js';
import type { ColumnChoiceSetInput } from './column-choice.inputs.js';
import { columnChoiceList } from './column-choice.list.js';
import { columnChoiceVerbs } from './column-choice.policy.js';

const mostColumns = 40;
const nameForm = /^[a-z][A-Za-z0-9]{0,39}$/;

/** Which columns people want to see in the lists of the panel. */
export class ColumnChoiceService {
  private readonly unitOfWork: UnitOfWork;

  constructor({ unitOfWork }: Dependencies) {
    this.unitOfWork = unitOfWork;
  }

  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, columnChoiceVerbs.read);
    return caller.reads.one(ColumnChoice, databaseId('columns', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, columnChoiceVerbs.read);
    return caller.reads.page(columnChoiceList, request, selection);
  }

  /** The caller's columns of a list; empty: nothing was chosen. */
  async columnsOf(caller: Caller, concept: string): Promise<readonly string[]> {
    permit(caller.actor, columnChoiceVerbs.read);
    const sql = 'select c.columns from column_choice c where c.staff_id = app.actor_id() and c.concept = $1';
    const [chosen] = await caller.reads.rows<{ columns: string[] }>(sql, [concept]);
    return chosen?.columns ?? [];
  }

  /** Chooses the columns of a list; without any, the list's own come back. */
  set(caller: Caller, raw: ColumnChoiceSetInput): Promise<Outcome> {
    const verb = columnChoiceVerbs.set;
    return this.unitOfWork.decide(caller, { verb: verb.name }, async (work) => {
      permitChange(caller.actor, verb);
      const { input, problems } = cleaned(raw);
      const columns = [...new Set(input.columns)];
      refuse([...problems, ...checkColumns(columns)]);
      const text = columns.length === 0 ? remove : choose;
      const values = columns.length === 0 ? [input.concept] : [input.concept, newId(), columns];
      const [changed] = await work.query<{ id: string }>(text, values);
      return changed?.id ?? newId();
    });
  }
}

const remove = 'delete from column_choice where staff_id = app.actor_id() and concept = $1 returning id';
const choose = `
  insert into column_choice (id, staff_id, concept, columns) values ($2, app.actor_id(), $1, $3)
  on conflict on constraint column_choice_list_unique do update set columns = excluded.columns returning id`;

function checkColumns(columns: readonly string[]): Problem[] {
  const isFit = columns.length <= mostColumns && columns.every((name) => nameForm.test(name));
  return isFit ? [] : [problem(['input', 'columns'], 'COLUMN_CHOICE_COLUMNS_INVALID')];
}
