import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { cleaned } from '../kernel/input.js';
import type { PageRequest } from '../kernel/page-request.js';
import { permit, permitChange } from '../kernel/policy.js';
import { notFound, type Outcome, problem, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import { type Caller, lockForChange, type Target, type UnitOfWork } from '../kernel/unit-of-work.js';
import { SavedFilter } from './saved-filter.entity.js';
import type { SavedFilterCreateInput } from './saved-filter.inputs.js';
import { savedFilterList } from './saved-filter.list.js';
import { savedFilterVerbs } from './saved-filter.policy.js';
import { checkSavedFilter } from './saved-filter.rules.js';

/** Filters that people keep and share. */
export class SavedFilterService {
  private readonly unitOfWork: UnitOfWork;

  constructor({ unitOfWork }: Dependencies) {
    this.unitOfWork = unitOfWork;
  }

  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, savedFilterVerbs.read);
    return caller.reads.one(SavedFilter, databaseId('filter', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, savedFilterVerbs.read);
    return caller.reads.page(savedFilterList, request, selection);
  }

  create(caller: Caller, raw: SavedFilterCreateInput, idempotencyKey?: string | null): Promise<Outcome> {
    const verb = savedFilterVerbs.create;
    const decision = { verb: verb.name, idempotency: { key: idempotencyKey, content: raw } };
    return this.unitOfWork.decide(caller, decision, async (work) => {
      permitChange(caller.actor, verb);
      const { input, problems } = cleaned(raw);
      const { concept, name, query } = input;
      const isShared = input.isShared ?? false;
      refuse([...problems, ...checkSavedFilter({ concept, name, query, isShared })]);
      const id = newId();
      await work.query(
        'insert into saved_filter (id, staff_id, concept, name, query, is_shared) values ($1, app.actor_id(), $2, $3, $4, $5)',
        // as the panel writes it: the database can then see what it looks for
        [id, concept, name, new URLSearchParams(query).toString(), isShared],
      );
      return id;
    });
  }

  /** Forgets a filter of the caller's. */
  remove(caller: Caller, { id, expectedVersion }: Target): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: savedFilterVerbs.remove.name }, async (work) => {
      permitChange(caller.actor, savedFilterVerbs.remove);
      const key = databaseId('filter', id);
      const found = key && (await work.manager.findOneBy(SavedFilter, { id: key }));
      if (!found) throw notFound();
      // a shared one may be read, so saying whose it is betrays nothing
      if (found.staffId !== work.actor.staffId) refuse([problem(['id'], 'SAVED_FILTER_NOT_OWN')]);
      const filter = await lockForChange(work, SavedFilter, { id: key, expectedVersion });
      await work.query('delete from saved_filter where id = $1', [filter.id]);
      return filter.id;
    });
  }
}
