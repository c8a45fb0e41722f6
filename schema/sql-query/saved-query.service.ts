import type { AnalystDatabase } from '../kernel/analyst-database.js';
import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { checkLength, checkRequired, cleaned, revised } from '../kernel/input.js';
import type { PageRequest } from '../kernel/page-request.js';
import { permit, permitChange } from '../kernel/policy.js';
import { notFound, type Outcome, type Problem, problem, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import { type Caller, lockForChange, type UnitOfWork, type Work } from '../kernel/unit-of-work.js';
import { checkSql } from './gate.js';
import { SavedQuery, type SavedQueryParameter } from './saved-query.entity.js';
import type { SavedQueryCreateInput, SavedQueryReviseInput } from './saved-query.inputs.js';
import { savedQueryList, sqlRunList } from './saved-query.list.js';
import { sqlQueryVerbs } from './sql-query.policy.js';

interface Change {
  readonly id: string;
  readonly expectedVersion: number;
}

interface Draft {
  readonly name: string;
  readonly description: string | null;
  readonly sqlText: string;
  readonly parameters: readonly SavedQueryParameter[];
  readonly isShared: boolean;
}

/** Queries that people keep and share, and the history of what ran. */
export class SavedQueryService {
  private readonly unitOfWork: UnitOfWork;
  readonly #analysts: AnalystDatabase;

  constructor({ unitOfWork, analysts }: Dependencies) {
    this.unitOfWork = unitOfWork;
    this.#analysts = analysts;
  }

  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, sqlQueryVerbs.read);
    return caller.reads.one(SavedQuery, databaseId('query', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, sqlQueryVerbs.read);
    return caller.reads.page(savedQueryList, request, selection);
  }

  /** Statements that the caller ran; managers and auditors also see those of the accounts that they see. */
  history(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, sqlQueryVerbs.read);
    return caller.reads.page(sqlRunList, request, selection);
  }

  create(caller: Caller, raw: SavedQueryCreateInput, idempotencyKey?: string | null): Promise<Outcome> {
    const decision = { verb: sqlQueryVerbs.save.name, idempotency: { key: idempotencyKey, content: raw } };
    return this.unitOfWork.decide(caller, decision, async (work) => {
      permitChange(caller.actor, sqlQueryVerbs.save);
      const empty: Draft = { name: '', description: null, sqlText: '', parameters: [], isShared: false };
      const draft = await this.#drafted(empty, raw);
      const id = newId();
      await insertOrUpdate(
        work,
        `insert into saved_query (id, staff_id, name, description, sql_text, parameters, is_shared)
         values ($1, app.actor_id(), $2, $3, $4, $5, $6)`,
        id,
        draft,
      );
      return id;
    });
  }

  revise(
    caller: Caller,
    { id, expectedVersion, input }: Change & { readonly input: SavedQueryReviseInput },
  ): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: sqlQueryVerbs.save.name }, async (work) => {
      permitChange(caller.actor, sqlQueryVerbs.save);
      const query = await ownForChange(work, { id, expectedVersion });
      const draft = await this.#drafted(query, input);
      await insertOrUpdate(
        work,
        'update saved_query set name = $2, description = $3, sql_text = $4, parameters = $5, is_shared = $6 where id = $1',
        query.id,
        draft,
      );
      return query.id;
    });
  }

  /** Forgets a query of the caller's; what it ran stays in the history. */
  remove(caller: Caller, change: Change): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: sqlQueryVerbs.remove.name }, async (work) => {
      permitChange(caller.actor, sqlQueryVerbs.remove);
      const query = await ownForChange(work, change);
      await work.query('delete from saved_query where id = $1', [query.id]);
      return query.id;
    });
  }

  /** What would be saved. The text has to pass the gate: a query that can never run is not worth keeping. */
  async #drafted(current: Draft, raw: SavedQueryReviseInput): Promise<Draft> {
    const { sqlText, ...others } = raw;
    const { input, problems } = cleaned(others);
    const before: SavedQueryReviseInput = { ...current, parameters: [...current.parameters] };
    const merged = revised(before, { ...input, ...(sqlText !== undefined && { sqlText }) });
    const draft: Draft = {
      name: merged.name ?? '',
      description: merged.description ?? null,
      sqlText: merged.sqlText ?? '',
      parameters: (merged.parameters ?? []).map(({ name, value = null }) => ({ name, value })),
      isShared: merged.isShared ?? false,
    };
    const missing = checkRequired({ name: draft.name || null }, ['name']);
    const length = [...checkLength(draft, ['name'], 200), ...checkLength(draft, ['description'], 2000)];
    refuse([...problems, ...missing, ...length, ...checkNames(draft), ...(await this.#checkText(draft))]);
    return draft;
  }

  async #checkText({ sqlText, parameters }: Draft): Promise<Problem[]> {
    const scope = { views: await this.#analysts.views(), parameterCount: parameters.length };
    const found = await checkSql(sqlText, scope);
    return found.map(({ code, params }) => problem(['input', 'sqlText'], code, params));
  }
}

function checkNames({ parameters }: Draft): Problem[] {
  return parameters.flatMap((parameter, index) => [
    ...checkRequired({ name: parameter.name || null }, ['name'], ['input', 'parameters', String(index)]),
    ...checkLength(parameter, ['name'], 60, ['input', 'parameters', String(index)]),
    ...checkLength(parameter, ['value'], 1000, ['input', 'parameters', String(index)]),
  ]);
}

async function ownForChange(work: Work, { id, expectedVersion }: Change): Promise<SavedQuery> {
  const key = databaseId('query', id);
  // another person's may be read when shared, so saying whose it is betrays nothing
  const found = key && (await work.manager.findOneBy(SavedQuery, { id: key }));
  if (!found) throw notFound();
  if (found.staffId !== work.actor.staffId) refuse([problem(['id'], 'SQL_QUERY_NOT_OWN')]);
  return lockForChange(work, SavedQuery, { id: key, expectedVersion });
}

async function insertOrUpdate(work: Work, text: string, id: string, draft: Draft): Promise<void> {
  const { name, description, sqlText, parameters, isShared } = draft;
  await work.query(text, [id, name, description, sqlText, JSON.stringify(parameters), isShared]);
}
